"""The page: one HTML file in which a release is read, searched and questioned, without a server."""
