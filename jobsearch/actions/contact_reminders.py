"""Whom it is time to be in touch with: on the ideal day, and once more on the latest one."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from jobsearch.actions.reminding import A_DAY, STALE, Reminder, has_come
from jobsearch.models import Contact


def contacts_due(now: datetime) -> Iterable[Reminder]:
    """A reminder for each day that has come. Being in touch moves both days, and so makes new ones."""
    today = now.date()
    near = (today - STALE, today + A_DAY)
    turns = Q(due_on__range=near) | Q(late_on__range=near) | Q(rests_until__range=near)
    for one in Contact.objects.filter(turns).select_related("owner"):
        # On the latest day the ideal one is told no more.
        if (day := _awake(one, one.late_on)) and has_come(one.owner, day, now):
            title = _("Today at the latest: be in touch with %(name)s") % {"name": one.name}
            yield _reminder(one, f"contact-late:{one.pk}:{day:%Y-%m-%d}", title)
        elif (day := _awake(one, one.due_on)) and has_come(one.owner, day, now):
            title = _("Time to be in touch with %(name)s") % {"name": one.name}
            yield _reminder(one, f"contact-due:{one.pk}:{day:%Y-%m-%d}", title)


def _awake(contact: Contact, day: date | None) -> date | None:
    """The day, or the one on which they rest no longer."""
    return max(day, contact.rests_until or day) if day else None


def _reminder(contact: Contact, key: str, title: str) -> Reminder:
    words = _("Call or write, then note it on their page. If it does not suit, let it rest until a day that does.")
    return Reminder(contact.owner, key, title, words, contact.get_absolute_url())
