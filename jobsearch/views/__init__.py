"""Pages of the job search."""
