"""What changes several rows of interviews at once."""
