"""Pages of interviews: practice, and the real ones."""
