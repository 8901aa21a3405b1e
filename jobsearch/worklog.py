"""The work-search log: what was done for the search on which day, as an unemployment office asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from jobsearch.models import Application, Event, FollowUp, SearchActivity, StageChange

# Stages that show an effort of one's own beside applying.
_EFFORTS = (Application.Stage.SCREENING, Application.Stage.INTERVIEW)


@dataclass(frozen=True)
class Line:
    """One thing done: the day, what it was, where and for which job, how, and what came of it."""

    on: date
    what: str
    employer: str
    address: str = ""
    job: str = ""
    how: str = ""
    result: str = ""
    link: str = ""
    is_own: bool = False


def lines_between(owner: User, first: date, last: date) -> list[Line]:
    """Everything of those days, both included, in the order of the days. Costs four queries at any length."""
    found = [*_sent(owner, first, last), *_asked(owner, first, last), *_talks(owner, first, last)]
    found += [*_events(owner, first, last), *_written(owner, first, last)]
    return sorted(found, key=lambda line: line.on)


def _sent(owner: User, first: date, last: date) -> Iterator[Line]:
    sent = Application.objects.owned_by(owner).filter(applied_on__range=(first, last)).select_related("posting")
    for application in sent.order_by("applied_on", "pk"):
        yield _line(application, application.applied_on or first, _("Applied"), how=_how(application))


def _asked(owner: User, first: date, last: date) -> Iterator[Line]:
    asked = FollowUp.objects.owned_by(owner).filter(on__range=(first, last)).select_related("application__posting")
    for each in asked:
        yield _line(each.application, each.on, _("Asked how it stands"), how=str(each.get_way_display()))


def _talks(owner: User, first: date, last: date) -> Iterator[Line]:
    talks = StageChange.objects.owned_by(owner).filter(stage__in=_EFFORTS, on__range=(first, last))
    for each in talks.select_related("application__posting"):
        yield _line(each.application, each.on, str(each.get_stage_display()))


def _events(owner: User, first: date, last: date) -> Iterator[Line]:
    attended = Event.objects.owned_by(owner).filter(state=Event.State.ATTENDED, starts_at__isnull=False)
    begin = datetime.combine(first, time.min, owner.zone)
    end = datetime.combine(last + timedelta(days=1), time.min, owner.zone)
    for event in attended.filter(starts_at__gte=begin, starts_at__lt=end):
        day = event.starts_at.astimezone(owner.zone).date() if event.starts_at else first
        yield Line(day, str(event.get_kind_display()), event.title, address=event.place)


def _written(owner: User, first: date, last: date) -> Iterator[Line]:
    for own in SearchActivity.objects.owned_by(owner).filter(on__range=(first, last)):
        yield Line(
            own.on,
            str(own.get_kind_display()),
            own.employer,
            address=own.address,
            job=own.job_title,
            how=own.whom,
            result=own.result,
            link=reverse("jobs:activity_edit", args=[own.pk]),
            is_own=True,
        )


def _line(application: Application, on: date, what: str, *, how: str = "") -> Line:
    posting = application.posting
    return Line(
        on,
        what,
        posting.employer or _("not written down"),
        address=", ".join(filter(None, [posting.place, posting.link])),
        job=posting.title,
        how=how,
        result=_result(application),
        link=application.get_absolute_url(),
    )


def _how(application: Application) -> str:
    number = _("confirmation %(number)s") % {"number": application.confirmation} if application.confirmation else ""
    way = str(application.get_way_display()) if application.way else ""
    return ", ".join(filter(None, [way, application.whom, number]))


def _result(application: Application) -> str:
    if application.stage == Application.Stage.APPLIED:
        # The day of the last movement may be one on which its person asked; that is no result.
        return _("no answer yet")
    stage = str(application.get_stage_display())
    return f"{stage}, {date_format(application.last_on, 'j M Y')}" if application.last_on else stage
