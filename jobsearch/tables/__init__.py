"""Applications as a table: what its columns are called, and what stands in them."""
