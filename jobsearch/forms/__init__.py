"""What people type into the pages of the job search."""
