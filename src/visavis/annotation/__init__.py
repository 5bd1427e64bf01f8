"""Making annotations: candidates, suggestions, passes, agreement, worksheets, Label Studio."""
