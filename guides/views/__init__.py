"""The public pages of the reference."""

from guides.views.pages import detail, glossary, list, search

__all__ = ["detail", "glossary", "list", "search"]
