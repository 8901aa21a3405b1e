"""What changes casework, in several rows at once."""
