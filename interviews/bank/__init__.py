"""What the public pages of the question bank show."""
