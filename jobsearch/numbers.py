"""What the search has brought, counted by where jobs were found and how one applied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from jobsearch.models import Application, Posting, StageChange

# Of fewer than ten, a share says more about chance than about the source.
FEWEST: Final = 10
_Stage = Application.Stage
_ANSWERS = (_Stage.SCREENING, _Stage.INTERVIEW, _Stage.OFFER, _Stage.ACCEPTED, _Stage.DECLINED, _Stage.REJECTED)
_COUNTED = ("saved", "sent", "answered", "interviews", "offers")
_INTERVIEWS = (_Stage.INTERVIEW,)
_OFFERS = (_Stage.OFFER, _Stage.ACCEPTED, _Stage.DECLINED)


@dataclass(frozen=True)
class Row:
    """How far the jobs of one source came. Each counts once, and counts for every stage that it ever reached."""

    name: str
    saved: int
    sent: int
    answered: int
    interviews: int
    offers: int

    @property
    def share(self) -> int | None:
        """Of a hundred applications, so many that led to an interview; None where fewer than ten were sent."""
        return round(100 * self.interviews / self.sent) if self.sent >= FEWEST else None


Counts = Sequence[Mapping[str, Any]]


def counts_of(owner: User) -> Counts:
    """All applications counted by source and way together, in one query for both tables."""
    reached = {
        "answered": _reached(_ANSWERS),
        "interviews": _reached(_INTERVIEWS),
        "offers": _reached(_OFFERS),
    }
    return [
        *Application.objects.owned_by(owner)
        .annotate(**{f"has_{name}": Exists(changes) for name, changes in reached.items()})
        .order_by()
        .values("posting__source", "way")
        .annotate(
            saved=Count("pk"),
            sent=Count("pk", filter=Q(applied_on__isnull=False)),
            **{name: Count("pk", filter=Q(**{f"has_{name}": True, "applied_on__isnull": False})) for name in reached},
        )
    ]


def by_source(counts: Counts) -> list[Row]:
    """One row for each place where jobs were found, the one with most applications first."""
    return _rows(counts, "posting__source", Posting.Source.choices)


def by_way(counts: Counts) -> list[Row]:
    """One row for each way in which applications went out."""
    return [row for row in _rows(counts, "way", Application.Way.choices) if row.sent]


def total(rows: list[Row]) -> Row:
    """All of them together."""
    return Row(
        _("All"),
        sum(row.saved for row in rows),
        sum(row.sent for row in rows),
        sum(row.answered for row in rows),
        sum(row.interviews for row in rows),
        sum(row.offers for row in rows),
    )


def days_to_answer(owner: User) -> tuple[int, int | None]:
    """How many answers came, and within how many days half of them did; None where there were fewer than ten."""
    answers = StageChange.objects.owned_by(owner).filter(stage__in=_ANSWERS, application__applied_on__isnull=False)
    first: dict[int, tuple[date, date]] = {}
    for key, sent_on, on in answers.order_by("on", "pk").values_list("application", "application__applied_on", "on"):
        if sent_on and on >= sent_on:
            first.setdefault(key, (sent_on, on))
    days = [(on - sent_on).days for sent_on, on in first.values()]
    return len(days), round(median(days)) if len(days) >= FEWEST else None


def _rows(counts: Counts, by: str, choices: Iterable[tuple[str, object]]) -> list[Row]:
    names, sums = dict(choices), dict[str, list[int]]()
    for each in counts:
        told = sums.setdefault(each[by], [0] * len(_COUNTED))
        sums[each[by]] = [before + each[name] for before, name in zip(told, _COUNTED, strict=True)]
    rows = [(key, Row(str(names.get(key, "")) or _("not written down"), *numbers)) for key, numbers in sums.items()]
    return [row for _key, row in sorted(rows, key=lambda pair: (-pair[1].sent, -pair[1].saved, pair[0]))]


def _reached(stages: tuple[Application.Stage, ...]) -> QuerySet[StageChange]:
    return StageChange.objects.filter(application=OuterRef("pk"), stage__in=stages)
