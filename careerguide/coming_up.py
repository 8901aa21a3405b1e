"""What a person has ahead of them, from all parts of the app, in the order of its days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from caseloads.actions.booking import called
from caseloads.models import Appointment
from certifications.holding.shown import Shown
from interviews.models import Interview
from jobsearch.models import Alert
from plans.models import Step

# A last day further off than this is nothing to think of yet.
_FAR = 180


@dataclass(frozen=True)
class Coming:
    """One thing with its day."""

    day: date
    title: str
    detail: str
    link: str
    is_late: bool = False


def coming_up(
    credentials: Iterable[Shown],
    steps: Iterable[Step],
    interviews: Iterable[Interview],
    alerts: Iterable[Alert] = (),
    appointments: Iterable[Appointment] = (),
    *,
    now: datetime,
) -> list[Coming]:
    """Exams, interviews and their thanks, appointments, last days that are near, steps with a day, and alerts."""
    today = timezone.localdate(now)
    found = [
        *_of_credentials(credentials),
        *_of_interviews(interviews, now),
        *_of_steps(steps, today),
        *_of_alerts(alerts, today),
        *_of_appointments(appointments),
    ]
    return sorted(found, key=lambda coming: coming.day)


def _of_credentials(rows: Iterable[Shown]) -> Iterator[Coming]:
    for row in rows:
        held, place = row.held, row.held.get_absolute_url()
        for exam in row.exams:
            at = timezone.localtime(exam.at)
            hour = _("Exam at %(hour)s.") % {"hour": date_format(at, "H:i")}
            yield Coming(at.date(), held.title, f"{hour} {exam.place}".strip(), place)
        days = row.standing.days
        if held.expires_on and days is not None and 0 <= days <= _FAR:
            yield Coming(held.expires_on, held.title, row.standing.sentence, place)


def _of_interviews(interviews: Iterable[Interview], now: datetime) -> Iterator[Coming]:
    """Those to come; of one that is over, the thanks, until its steps are on the plan or their day has passed."""
    for interview in interviews:
        if interview.starts_at is None or interview.thank_by is None or interview.thank_by <= now:
            continue
        if interview.is_over(now):
            at = timezone.localtime(interview.thank_by)
            title = _("Thank-you note to %(employer)s") % {"employer": interview.employer}
            detail = _("By %(hour)s. Write down first how it went.") % {"hour": date_format(at, "H:i")}
            yield Coming(at.date(), title, detail, reverse("interviews:debrief", args=[interview.pk]))
        else:
            at = timezone.localtime(interview.starts_at)
            title = _("Interview: %(employer)s") % {"employer": interview.employer}
            detail = f"{date_format(at, 'H:i')}, {interview.get_way_display()}"
            yield Coming(at.date(), title, detail, interview.get_absolute_url())


def _of_appointments(appointments: Iterable[Appointment]) -> Iterator[Coming]:
    for one in appointments:
        at = timezone.localtime(one.starts_at)
        title = _("Appointment: %(name)s") % {"name": called(one.counselor)}
        detail = f"{date_format(at, 'H:i')}, {one.get_way_display()}"
        yield Coming(at.date(), title, detail, reverse("sharing:appointments"))


def _of_steps(steps: Iterable[Step], today: date) -> Iterator[Coming]:
    for step in steps:
        if step.due_on:
            link = step.link or reverse("plans:list")
            yield Coming(step.due_on, step.title, step.goal.title, link, is_late=step.due_on < today)


def _of_alerts(alerts: Iterable[Alert], today: date) -> Iterator[Coming]:
    """One line for all that run, on the day of the one that waits longest."""
    days = sorted(alert.due_on for alert in alerts)
    if days:
        waiting = sum(day <= max(days[0], today) for day in days)
        detail = ngettext("%(number)d search", "%(number)d searches", waiting) % {"number": waiting}
        yield Coming(days[0], _("Look through your job alerts"), detail, reverse("alerts:list"), days[0] < today)
