"""What the name of a font says: its family, and whether it is bold, italic, or made of pictures."""

import re
from functools import lru_cache
from typing import NamedTuple

from resumes.review.reading.marks import is_picture_font

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(
    r"bold|black|heavy|semib|demi|extrab|\bbd\b|[-,]bd|^CMB|^SFB|^LMB|^cmssb|-(?:b|bi|medi)$|\d+b$", re.IGNORECASE
)
_NOT_BOLD = re.compile(r"regular|roman|book|light|thin|normal|oblique|italic", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|kursiv|^CMTI|^CMSL|^SFTI|-(?:it|i|bi|ri)$|ital$|\d+i$", re.IGNORECASE)
_STYLE = re.compile(
    r"(?:PS)?(?:[-,_ ](?:bold|italic|oblique|regular|roman|book|medium|semi|demi|light|black|heavy|thin|extra|ultra|"
    r"it|bd|rg|lt|mt|bi|b|i|r|identity|h|w\d|normal|condensed|cond|narrow)[\w-]*)+$|(?:PS)?MT$|PS$",
    re.IGNORECASE,
)
_TEX = re.compile(r"^(?:CM|SF|EC)[A-Z]{1,4}\d+$", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_HEAVY = 650


class Face(NamedTuple):
    """What is known of a font."""

    family: str
    bold: bool
    italic: bool
    is_picture: bool


@lru_cache(maxsize=500)
def face_of(name: str, flags: int, weight: int) -> Face:
    """Judge by the name first: many programs write nothing else that is true."""
    name = _SUBSET.sub("", name)
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD) or (weight >= _HEAVY and not _NOT_BOLD.search(name))
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    family = "Computer Modern" if _TEX.match(name) else _STYLE.sub("", name)
    return Face(family or name, bold, italic, is_picture_font(name))
