"""Pay as a strip on a scale: a line for eight in ten people, a band for the middle half, a bar for the middle."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guides.models.pay import PayColumns
from guides.page.money import pay
from guides.page.reliable import instead_of_pay, is_pay_sure
from guides.page.scale import Scale, Span

POINTS = ("p10", "p25", "median", "p75", "p90")


def points(wage: PayColumns | None) -> dict[str, int]:
    """The yearly figures that may be told, from low to high."""
    if wage is None or not is_pay_sure(wage):
        return {}
    found = {point: getattr(wage, f"year_{point}") for point in POINTS}
    return {point: value for point, value in found.items() if value is not None}


@dataclass(frozen=True)
class Strip:
    """One strip on a scale; a wage without a median draws nothing and says so."""

    name: str
    wage: PayColumns | None
    scale: Scale
    is_mine: bool = False

    @property
    def figures(self) -> dict[str, int]:
        """What there is to draw."""
        return points(self.wage)

    @property
    def is_known(self) -> bool:
        """Whether the middle is known."""
        return "median" in self.figures

    @property
    def tail(self) -> Span:
        """From the lowest to the highest figure released: eight in ten people, where both ends are."""
        known = [*self.figures.values()]
        return self.scale.span(known[0], known[-1])

    @property
    def band(self) -> Span | None:
        """The middle half."""
        known = self.figures
        return self.scale.span(known["p25"], known["p75"]) if {"p25", "p75"} <= known.keys() else None

    @property
    def middle(self) -> str:
        """The place of the median."""
        return self.scale.at(self.figures["median"])

    @property
    def ends(self) -> list[tuple[str, str, str]]:
        """Labels for the two ends of the line: place, how it is set, words."""
        known = [(point, value) for point, value in self.figures.items() if point in {"p10", "p90"}]
        return [(self.scale.at(value), self.scale.anchor(value), self.told(point)) for point, value in known]

    @property
    def amount(self) -> str:
        """The median in words."""
        return self.told("median")

    def told(self, point: str) -> str:
        """The figure of a point in words; empty where there is none to tell."""
        return pay(self.wage, f"year_{point}") if point in self.figures else ""

    @property
    def unknown(self) -> str:
        """What to say where the middle is not known."""
        return instead_of_pay(self.wage)

    @property
    def words(self) -> str:
        """The whole picture in a sentence, for who cannot see it."""
        phrases = {
            "p10": _("one in ten earns under %s"),
            "p25": _("one in four under %s"),
            "median": _("half under %s"),
            "p75": _("three in four under %s"),
            "p90": _("nine in ten under %s"),
        }
        told = ", ".join(phrases[point] % self.told(point) for point in self.figures)
        return f"{self.name}: {told or self.unknown}."
