"""The parts of a comparison, in the order in which people ask."""

from collections.abc import Sequence

from guides.page.compare.cells import Part
from guides.page.compare.entry import letters, rule, way_in
from guides.page.compare.figures import outlook, pay
from guides.page.compare.sides import Side
from guides.page.compare.work import work


def parts(sides: Sequence[Side]) -> list[Part]:
    """Everything that is compared."""
    return [make(sides) for make in (pay, way_in, letters, rule, outlook, work)]
