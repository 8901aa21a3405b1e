"""What of a job search is ahead, for the personal page: read in one query, whatever it is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import CharField, DateField, DateTimeField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from interviews.models import Interview
from jobsearch.models import Alert, Application, Event, Offer

# Of each kind so many; the lists have the rest.
_MOST: Final = 3
_MOST_INTERVIEWS: Final = 20
_MOST_ALERTS: Final = 100
_LINES: Final = ("step", "offer", "event")
# A step that is to be done within a week is worth a line today.
_SOON: Final = timedelta(days=7)
# The longest interview, and the day within which its thanks are due.
_THANKS: Final = timedelta(days=2)
_NO_DAY: Final = Cast(Value(None), DateField())
_NO_TIME: Final = Cast(Value(None), DateTimeField())


@dataclass(frozen=True)
class Ahead:
    """One line: what it is, when, and where it leads."""

    day: date | None
    title: str
    detail: str
    link: str
    is_late: bool = False


@dataclass(frozen=True)
class Search:
    """What is ahead, and the interviews and alerts that other parts of the page need too."""

    lines: Sequence[Ahead]
    interviews: Sequence[Interview]
    alerts: Sequence[Alert]


@dataclass(frozen=True)
class _Row:
    kind: str
    pk: int
    title: str
    more: str
    words: str
    day: date | None
    at: datetime | None
    minutes: int


def search_of(user: User, *, now: datetime) -> Search:
    """Next steps that are due or near, interviews, offers to answer, and events, by their days."""
    today = timezone.localdate(now)
    rows = [_Row(*told) for told in _all(user, now, today)]
    interviews = [_interview(user, row) for row in rows if row.kind == "interview"]
    interviews.sort(key=lambda one: (one.starts_at is None, one.starts_at or now, one.pk))
    ahead = [one for one in interviews if not one.has_begun(now)][:_MOST]
    lines = [*(_line(row, today) for row in rows if row.kind in _LINES), *map(_meeting, ahead)]
    lines.sort(key=lambda line: (line.day is None, line.day or today))
    # A day that it was set up is as good as a day that it was looked through.
    alerts = [Alert(pk=row.pk, owner=user, set_up_on=row.day) for row in rows if row.kind == "alert"]
    return Search(lines, interviews, alerts)


def _all(user: User, now: datetime, today: date) -> Iterable[Any]:
    steps = Application.objects.owned_by(user).open().filter(next_on__lte=today + _SOON).by_next_action()
    offers = Offer.objects.owned_by(user).to_answer()
    events = Event.objects.owned_by(user).coming(now).filter(starts_at__isnull=False)
    told = Q(starts_at__gte=now - _THANKS) | Q(starts_at__isnull=True)
    meetings = Interview.objects.owned_by(user).planned().filter(told).order_by(F("starts_at").asc(nulls_last=True))
    alerts = Alert.objects.owned_by(user).set_up().order_by("pk")
    posting, of_offer = ("posting__title", "posting__employer"), "application__posting__"
    of_steps = _told(steps[:_MOST], "step", "pk", *posting, words="next_action", day="next_on")
    found: Iterable[Any] = of_steps.union(
        _told(
            offers[:_MOST],
            "offer",
            "application",
            *(f"{of_offer}title", f"{of_offer}employer"),
            day="answer_by_on",
        ),
        _told(events[:_MOST], "event", "pk", "title", "place", words="kind", at="starts_at"),
        _told(
            meetings[:_MOST_INTERVIEWS],
            "interview",
            "pk",
            "employer",
            "job_title",
            words="way",
            at="starts_at",
            minutes="minutes",
        ),
        _told(alerts[:_MOST_ALERTS], "alert", "pk", "site", "terms", day=Coalesce("looked_on", "set_up_on")),
        all=True,
    )
    return found


def _told(
    rows: QuerySet[Any],
    kind: str,
    key: str,
    title: str,
    more: str,
    *,
    words: str = "",
    day: str | Coalesce = "",
    at: str = "",
    minutes: str = "",
) -> QuerySet[Any, Any]:
    """Rows of one kind with the columns that all kinds have."""
    chosen = rows.model._default_manager.filter(pk__in=rows.values("pk")).order_by()
    told: QuerySet[Any, Any] = chosen.values_list(
        Value(kind, CharField()),
        F(key),
        F(title),
        F(more),
        F(words) if words else Value("", CharField()),
        (F(day) if isinstance(day, str) else day) if day else _NO_DAY,
        F(at) if at else _NO_TIME,
        Cast(F(minutes), IntegerField()) if minutes else Value(0, IntegerField()),
    )
    return told


def _line(row: _Row, today: date) -> Ahead:
    job = f"{row.title}, {row.more}" if row.more else row.title
    if row.kind == "step":
        is_late = row.day is not None and row.day < today
        return Ahead(row.day, row.words, job, reverse("jobs:detail", args=[row.pk]), is_late)
    if row.kind == "offer":
        is_late = row.day is not None and row.day < today
        return Ahead(row.day, _("Answer the offer"), job, reverse("offers:detail", args=[row.pk]), is_late)
    at = timezone.localtime(row.at) if row.at else None
    kind = str(Event.Kind(row.words).label)
    detail = f"{kind}, {date_format(at, 'H:i')}" if at else kind
    return Ahead(at.date() if at else None, row.title, detail, reverse("events:detail", args=[row.pk]))


def _meeting(interview: Interview) -> Ahead:
    at = timezone.localtime(interview.starts_at) if interview.starts_at else None
    way = str(interview.get_way_display())
    detail = f"{date_format(at, 'H:i')}, {way}" if at else _("no day yet")
    title = _("Interview: %(employer)s") % {"employer": interview.employer}
    return Ahead(at.date() if at else None, title, detail, interview.get_absolute_url())


def _interview(user: User, row: _Row) -> Interview:
    """As much of it as the page needs."""
    return Interview(
        pk=row.pk,
        owner=user,
        employer=row.title,
        job_title=row.more,
        way=row.words,
        starts_at=row.at,
        minutes=row.minutes,
    )
