"""Pages about certifications."""
