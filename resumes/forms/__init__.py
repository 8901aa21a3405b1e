"""What people send about their documents."""
