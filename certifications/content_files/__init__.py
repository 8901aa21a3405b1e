"""Reads the content files of certifications: rules, pathways, outlines, questions, drug names; docs/rules.md."""

from certifications.content_files.folder import CONTENT, read_certifications

__all__ = ["CONTENT", "read_certifications"]
