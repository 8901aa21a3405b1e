"""Three restrained styles. What differs is the typeface, the size and the rule; the order of things never does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """How a document is set."""

    key: str
    # The typeface in the PDF, shipped with the program, and the one that a DOCX asks for.
    font: str
    docx_font: str
    size: float
    # Points between paragraphs, and inches of margin.
    gap: float
    margin: float
    # Whether headings are in capitals, and whether a rule stands under them.
    capitals: bool
    rule: bool
    centered: bool


_SANS = "Atkinson Hyperlegible Next"
SERIF = "Libertinus Serif"

_ALL = (
    Style("plain", _SANS, "Calibri", 10.5, 3, 0.9, capitals=False, rule=True, centered=False),
    Style("classic", SERIF, "Georgia", 11, 3, 1.0, capitals=True, rule=True, centered=True),
    Style("compact", _SANS, "Arial", 9.5, 1.5, 0.7, capitals=True, rule=False, centered=False),
)
STYLES = {style.key: style for style in _ALL}
