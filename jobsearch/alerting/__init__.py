"""Alerts for jobs: where a search leads, and which words to search for. Nothing here writes, and nothing is fetched."""
