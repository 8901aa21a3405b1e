"""Occupations as pages show them: one profile put together in a few queries, and all of them to look through."""
