"""Whether a text can be published: its syntax, and that what it names exists."""

from guides.checks.lookup import DatabaseLookup, GuideTargets, Lookup
from guides.checks.texts import RoleLike, check_links, check_text, nearest

__all__ = ["DatabaseLookup", "GuideTargets", "Lookup", "RoleLike", "check_links", "check_text", "nearest"]
