"""A guide put together for one reader: sections, facts, notes in the margin."""

from guides.page.assembly import GuidePage, SectionView, guide_page
from guides.page.facts import FactStore, FactView
from guides.page.money import dollars

__all__ = ["FactStore", "FactView", "GuidePage", "SectionView", "dollars", "guide_page"]
