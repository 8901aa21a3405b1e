"""The document as a tagged PDF in one column."""

import re
from dataclasses import asdict
from pathlib import Path

from kit.typeset import private_pdf
from resumes.export.content import Content
from resumes.export.styles import SERIF, Style

# What the sans typeface has: Western letters and the usual marks. Names from elsewhere are set in the serif one, which
# knows far more letters, and then all of it, so that no word has letters of two kinds.
_LATIN = re.compile(r"[\x00-\xff\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2212]*", re.DOTALL)
_TEMPLATE = Path(__file__).parent.parent / "print" / "resume.typ"


def pdf(content: Content, style: Style, *, title: str, is_letter: bool) -> bytes:
    """Set it; `title` is what a reader's window shows."""
    look = asdict(style)
    if not _LATIN.fullmatch(repr(asdict(content))):
        look["font"] = SERIF
    return private_pdf(_TEMPLATE, {"content": asdict(content), "style": look, "title": title, "is_letter": is_letter})
