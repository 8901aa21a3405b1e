"""Credentials side by side."""
