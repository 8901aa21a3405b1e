"""How many jobs there are and will be, and where the openings come from."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from guides.models import Projection
from guides.page.money import count, percent, years
from guides.page.notes import Note, cite


@dataclass(frozen=True)
class Bar:
    """A length from zero, with its words."""

    label: str
    amount: str
    width: str


@dataclass(frozen=True)
class Part:
    """A piece of a whole: where it begins, how long it is, what it is."""

    kind: str
    x: str
    width: str
    label: str
    amount: str
    share: str


@dataclass(frozen=True)
class Outlook:
    """Jobs then and now, and a year's openings by reason."""

    title: str
    bars: list[Bar]
    openings: str
    parts: list[Part]
    period: str
    words: str
    notes: tuple[Note, ...]


def outlook(row: Projection | None) -> Outlook | None:
    """The outlook as pictures; nothing where none is known."""
    if row is None or not (row.jobs_base or row.openings):
        return None
    bars, parts = _bars(row), _parts(row)
    told = [f"{bar.label}: {bar.amount}" for bar in bars]
    return Outlook(
        title=_title(row),
        bars=bars,
        openings=count(row.openings),
        parts=parts,
        period=years(row.base_year, row.target_year),
        words="; ".join([*told, *(f"{part.label}: {part.amount}" for part in parts)]),
        notes=cite("b-outlook", [(row.source, years(row.base_year, row.target_year))]),
    )


def _title(row: Projection) -> str:
    change, span = row.change_percent, row.target_year - row.base_year
    if change is None:
        return _("How many jobs there are")
    if change == 0:
        return _("The number of jobs is expected to stay the same over %d years") % span
    words = _("Jobs are expected to grow by %(change)s in %(years)d years")
    if change < 0:
        words = _("Jobs are expected to shrink by %(change)s in %(years)d years")
    return words % {"change": percent(Decimal(abs(change))), "years": span}


def _bars(row: Projection) -> list[Bar]:
    if row.jobs_base is None or row.jobs_target is None:
        return []
    most = max(row.jobs_base, row.jobs_target, 1)
    told = ((row.base_year, row.jobs_base), (row.target_year, row.jobs_target))
    return [Bar(_("Jobs in %d") % year, count(jobs), f"{jobs / most * 100:.2f}%") for year, jobs in told]


def _parts(row: Projection) -> list[Part]:
    """Openings by reason; what is left after people leave is growth. Nothing where a figure is missing."""
    if not row.openings or row.exits is None or row.transfers is None:
        return []
    reasons = [
        ("transfers", _("people moving to other work"), row.transfers),
        ("exits", _("people leaving work altogether"), row.exits),
        ("growth", _("new jobs"), row.openings - row.exits - row.transfers),
    ]
    parts, start = [], 0.0
    for kind, label, number in reasons:
        share = number / row.openings * 100
        if share > 0:
            parts.append(Part(kind, f"{start:.2f}%", f"{share:.2f}%", label, count(number), f"{share:.0f}%"))
            start += share
    return parts
