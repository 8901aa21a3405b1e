"""Occupations as rows of a list, with what people look through them by."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from guides.models import Occupation, Projection, State, WageEstimate
from guides.occupations.pay import counted_as
from guides.occupations.training import SCHOOLING, TRAINING, step_of
from guides.version import content_version


@dataclass(frozen=True, slots=True)
class Listed:
    """One occupation: its figures, and the words by which filters know it (filter: word)."""

    code: str
    title: str
    pay: int | None
    is_or_more: bool
    change: Decimal | None
    openings: int | None
    is_shared: bool
    keys: dict[str, str] = field(default_factory=dict)


# Filter: the words of its bands, each with the figure from which the next one begins.
PAY_BANDS = [("35", 35_000), ("50", 50_000), ("75", 75_000), ("100", 100_000), ("more", None)]
GROWTH_BANDS = [("shrink", 0), ("slow", 3), ("some", 6), ("fast", 10), ("most", None)]


def band(bands: list[tuple[str, int | None]], value: float | Decimal | None) -> str:
    """The band that a figure falls into; empty where there is no figure."""
    if value is None:
        return ""
    return next(word for word, end in bands if end is None or value < end)


_kept: dict[str, dict[str, list[Listed]]] = {}


def listed(state: State | None) -> list[Listed]:
    """All occupations with pay where the reader is, and outlook; read once for a version of the content."""
    place, version = state.usps if state else "US", content_version()
    if not version:
        return _read(place)
    if version not in _kept:
        _kept.clear()
    places = _kept.setdefault(version, {})
    if place not in places:
        places[place] = _read(place)
    return places[place]


def _read(place: str) -> list[Listed]:
    rows = [*Occupation.objects.order_by("code").values_list("code", "title", "soc", "job_zone_id")]
    if not rows:
        return []
    sharers = Counter(soc for _code, _title, soc, _zone in rows)
    figures = _Figures(place)
    return [
        figures.row(code, title, soc, zone=zone, is_part=sharers[soc] > 1 and not code.endswith(".00"))
        for code, title, soc, zone in rows
    ]


class _Figures:
    """Pay in one place, and outlook, by SOC code."""

    def __init__(self, place: str) -> None:
        wages = WageEstimate.objects.filter(place=place, naics="").sure().order_by()
        self.pay = {soc: (middle, more) for soc, middle, more in wages.values_list("soc", "year_median", "or_more")}
        columns = ("soc", "change_percent", "openings", "entry_education", "training")
        self.outlook = {row[0]: row[1:] for row in Projection.objects.order_by().values_list(*columns)}
        self.steps: dict[tuple[str, str], tuple[str, str]] = {}

    def row(self, code: str, title: str, soc: str, *, zone: int | None, is_part: bool) -> Listed:
        """One occupation; `is_part` where it shares its SOC code with a wider one."""
        paid_as, seen_as = counted_as(soc, self.pay), counted_as(soc, self.outlook)
        middle, more = self.pay.get(paid_as, (None, ""))
        change, openings, schooling, training = self.outlook.get(seen_as, (None, None, "", ""))
        ladder = self._on_ladders(schooling, training)
        keys = {
            "field": code[:2],
            "zone": str(zone or ""),
            "schooling": ladder[0],
            "training": ladder[1],
            "pay": band(PAY_BANDS, middle),
            "growth": band(GROWTH_BANDS, change),
        }
        is_shared = is_part or bool({paid_as, seen_as} - {"", soc})
        return Listed(code, title, middle, "median" in more.split(), change, openings, is_shared, keys)

    def _on_ladders(self, schooling: str, training: str) -> tuple[str, str]:
        """The words of the two filters, each pair looked up once."""
        if (schooling, training) not in self.steps:
            found = step_of(SCHOOLING, schooling), step_of(TRAINING, training)
            self.steps[schooling, training] = (found[0].key if found[0] else "", found[1].key if found[1] else "")
        return self.steps[schooling, training]
