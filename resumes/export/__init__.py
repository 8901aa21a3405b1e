"""Documents on their way out: PDF, DOCX and JSON Resume. Plain Python, as the review itself."""
