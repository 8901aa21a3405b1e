"""Cells of the wage survey as values: figures, figures not released, and “so much or more”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from guides.importers.wages.release import CELLS, POINTS, Cell, Pay

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,12})?")
# `*` and `-`: wages not released; `**`: jobs not released; `~` and `N/A` in some editions.
_NOT_RELEASED = {"", "-", "–", "*", "**", "***", "~", "n/a", "N/A"}
AT_THE_TOP = "#"
_SPREAD = 2_147_483_647
_FIRST_HOUR, _FIRST_YEAR = CELLS.index("hour_p10"), CELLS.index("year_p10")


@dataclass(frozen=True)
class Top:
    """From which pay on the survey tells only that it is so much or more."""

    hour: Decimal = Decimal("115.00")
    year: int = 239_200

    @classmethod
    def told_in(cls, text: str) -> "Top | None":
        """The top that a footnote names, such as “$115.00 per hour or $239,200 per year”."""
        found = re.search(r"\$([\d,]+\.\d\d) (?:per|an) hour or \$([\d,]+) (?:per|a) year", text)
        if found is None:
            return None
        return cls(Decimal(found[1].replace(",", "")), int(found[2].replace(",", "")))


class NotANumberError(ValueError):
    """A cell holds something else."""


@lru_cache(maxsize=200_000)
def figure(name: str, text: str) -> Cell:
    """The value of a cell under a column's name; nothing where it was not released."""
    if text in _NOT_RELEASED:
        return None
    bare = text.replace(",", "")
    if not _NUMBER.fullmatch(bare):
        raise NotANumberError(text)
    number = Decimal(bare)
    if name.startswith("hour"):
        return _limited(number.quantize(Decimal("0.01")), 99_999, text)
    if name.endswith("error"):
        return _limited(number.quantize(Decimal("0.1")), 9_999, text)
    return int(_limited(number.quantize(Decimal(1)), _SPREAD, text))


def _limited(number: Decimal, most: int, text: str) -> Decimal:
    if number > most:
        raise NotANumberError(text)
    return number


def pay_of(cells: Sequence[Cell | str], top: Top) -> Pay:
    """A row of pay; a cell at the top of the scale stands as `#`."""
    found = [None if isinstance(cell, str) else cell for cell in cells]
    points = []
    for at, point in enumerate(POINTS):
        for first, least in ((_FIRST_HOUR, top.hour), (_FIRST_YEAR, top.year)):
            if cells[first + at] == AT_THE_TOP:
                # Never less than the point below it: who is further up the scale earns no less.
                found[first + at] = max([least, *(cell for cell in found[first : first + at] if cell is not None)])
                points.append(point)
    return Pay(tuple(found), " ".join(dict.fromkeys(points)))
