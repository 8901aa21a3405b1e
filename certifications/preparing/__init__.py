"""What the pages of exam plans and study groups show."""
