"""Remind people of the last day for their answer to an offer: the day before."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jobsearch.actions.reminding import A_DAY, STALE, Reminder, has_come
from jobsearch.models import Offer

_BEFORE = timedelta(days=1)


def offers_due(now: datetime) -> Iterable[Reminder]:
    """A reminder for each offer that waits for an answer until tomorrow; another day makes another one."""
    today = now.date()
    near = (today - STALE, today + A_DAY + _BEFORE)
    waiting = Offer.objects.waiting().filter(answer_by_on__range=near)
    for one in waiting.select_related("application__owner", "application__posting"):
        owner, last = one.application.owner, one.answer_by_on
        if last and has_come(owner, last - _BEFORE, now):
            yield Reminder(
                owner,
                f"offer-answer:{one.pk}:{last:%Y-%m-%d}",
                _("Answer by %(day)s: %(job)s") % {"day": date_format(last, "j F"), "job": one},
                _("Look at what is still to be asked, then accept or decline. Need more time? Ask them today."),
                one.get_absolute_url(),
            )
