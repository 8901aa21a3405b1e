"""Counts continuing education under a rule, and says for each credit where it counts or why not."""
