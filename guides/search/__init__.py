"""Search over guides: names of jobs in memory, texts in the database's own full-text index."""
