"""The release folder: Parquet, manifest, differences, versions, signatures, hydration."""
