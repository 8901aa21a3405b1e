"""The search for a job: postings and applications."""
