"""What people type about interviews, and how it is checked."""
