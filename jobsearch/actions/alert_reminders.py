"""Once a week it is time to look through one's alerts: one notice a week for each person, whatever waits."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from jobsearch.actions.reminding import A_DAY, STALE, Reminder, has_come
from jobsearch.models import Alert
from jobsearch.models.alert import A_WEEK

# Whoever did not look for so many weeks is reminded no more.
_WEEKS: Final = 4
_NAMED: Final = 3


def alerts_due(now: datetime) -> Iterable[Reminder]:
    """One reminder for each person of whose alerts one has waited a week."""
    today = now.date()
    near = (today - _WEEKS * A_WEEK - STALE - A_DAY, today - A_WEEK + 2 * A_DAY)
    waiting = Alert.objects.seen_to_between(*near).select_related("owner").order_by("owner", "pk")
    for owner, alerts in groupby(waiting, key=lambda alert: alert.owner):
        due = [(alert, day) for alert in alerts if (day := max(_days(alert, owner, now), default=None))]
        if due:
            yield _reminder(owner, due)


def _days(alert: Alert, owner: User, now: datetime) -> Iterator[date]:
    """The weekly days that have come for it, and are still worth telling."""
    days = (alert.due_on + week * A_WEEK for week in range(_WEEKS))
    return (day for day in days if has_come(owner, day, now))


def _reminder(owner: User, due: list[tuple[Alert, date]]) -> Reminder:
    week = max(day for _alert, day in due).isocalendar()
    title, words = (
        _("Set up your job alerts"),
        _("Open each search, set it up on its site, and note it here: %(alerts)s."),
    )
    if any(alert.set_up_on for alert, _day in due):
        title = _("Look through your job alerts")
        words = _("Save what fits you, and note that you looked: %(alerts)s.")
    named = "; ".join(str(alert) for alert, _day in due[:_NAMED])
    if len(due) > _NAMED:
        named = _("%(alerts)s, and more") % {"alerts": named}
    key = f"alerts:{owner.pk}:{week.year}-W{week.week:02}"
    return Reminder(owner, key, title, words % {"alerts": named}, reverse("alerts:list"))
