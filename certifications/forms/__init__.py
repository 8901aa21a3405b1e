"""Forms about certifications."""
