"""Pages of a person's plan."""
