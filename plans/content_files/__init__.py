"""Reads the content files of plans: templates by role; docs/content.md describes them."""

from plans.content_files.folder import CONTENT, read_plans

__all__ = ["CONTENT", "read_plans"]
