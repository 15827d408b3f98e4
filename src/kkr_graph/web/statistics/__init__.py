"""Numbers where people would rather look than read: figures, each with its table and its question."""
