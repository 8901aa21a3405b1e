"""What changes several rows of documents at once."""
