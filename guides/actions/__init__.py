"""What changes several rows of the reference at once."""
