"""The public pages of the reference."""

from guides.views.detail import detail
from guides.views.pages import glossary, list, search

__all__ = ["detail", "glossary", "list", "search"]
