"""Runs of text with their look: what is shown and what is hidden, and the paragraph that they make."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias

from resumes.review.reading.grid import DATED
from resumes.review.reading.letters import TAB, squeeze
from resumes.review.reading.seen import is_pale
from resumes.review.reading.sheet import Paragraph

SOFT_END = "\n"
_TINY = 3.0
_WIDE_GAP = re.compile(r"(?<=\S)[ \u00a0]{4,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Look:
    """What a run or a style says about characters; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    # In points.
    size: float | None = None
    color: str | None = None
    font: str | None = None
    is_hidden: bool | None = None
    is_shaded: bool | None = None

    def over(self, below: "Look") -> "Look":
        """The look, with the other's word on what it leaves open."""
        said = {field.name: own for field in fields(self) if (own := getattr(self, field.name)) is not None}
        return replace(below, **said)


Run: TypeAlias = tuple[str, Look]


@dataclass(slots=True)
class Seen:
    """What was met on the way through a file."""

    tables: int = 0
    columns: int = 1
    text_boxes: int = 0
    pictures: list[tuple[float, float]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    fonts: Counter[str] = field(default_factory=Counter)
    # Pages that ended: where a program that laid it out says so, and where the writer does.
    rendered_ends: int = 0
    page_ends: int = 0


def is_hidden(look: Look, *, is_shaded: bool) -> bool:
    """Whether nobody sees text of the look: marked hidden, tiny, or white where no color lies behind it."""
    if look.is_hidden or (look.size is not None and look.size < _TINY):
        return True
    return not is_shaded and not look.is_shaded and is_pale(look.color)


def dress(made: Paragraph, shown: Iterable[Run], fonts: Counter[str]) -> None:
    """Give the paragraph the look of most of its characters, and the largest size; count the fonts."""
    weights: Counter[tuple[bool, bool, str]] = Counter()
    for text, look in shown:
        if length := len(text.strip()):
            weights[bool(look.bold), bool(look.italic), look.font or ""] += length
            made.size = max(made.size or 0, look.size or 0) or None
            fonts[look.font or ""] += length
    if weights:
        made.bold, made.italic, made.font = weights.most_common(1)[0][0]


def split(made: Paragraph, shown: Sequence[Run], *, has_right_stop: bool) -> Iterator[Paragraph]:
    """One paragraph for each line that the writer ended with a soft line end."""
    lines: list[str] = []
    for line in "".join(text for text, _ in shown).split(SOFT_END):
        tidy = squeeze(_WIDE_GAP.sub(TAB, line))
        if lines and tidy[:1].islower() and TAB not in tidy:
            lines[-1] = f"{lines[-1]} {tidy}"
        else:
            lines.append(tidy)
    for place, line in enumerate(lines):
        has_rail = line.count(TAB) == 1 and (has_right_stop or bool(DATED.search(line.rpartition(TAB)[2])))
        yield replace(made, text=line, has_rail=has_rail, mark="" if place else made.mark)
