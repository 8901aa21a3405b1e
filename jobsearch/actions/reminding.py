"""Tell people what has come for them: once, and at nine where they live."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from accounts.actions import notify
from accounts.models import Notification, User
from accounts.notices import Kind

_MORNING: Final = time(9)
# After so many days without a run a reminder is no news any more.
STALE: Final = timedelta(days=14)
# Somewhere it is a day later or earlier than here.
A_DAY: Final = timedelta(days=1)
_LONGEST: Final = 150


@dataclass(frozen=True)
class Reminder:
    """What to tell whom. The key stands for the one time that it is told."""

    owner: User
    key: str
    title: str
    body: str
    link: str


def tell(reminders: Iterable[Reminder]) -> int:
    """Tell those that were not told yet; the number of notices."""
    due = [*reminders]
    told = {*Notification.objects.filter(key__in=[each.key for each in due]).values_list("user_id", "key")}
    fresh = [each for each in due if (each.owner.pk, each.key) not in told]
    for each in fresh:
        title = each.title[:_LONGEST]
        notify(each.owner, kind=Kind.SEARCH, title=title, body=each.body, link=each.link, key=each.key)
    return len(fresh)


def has_come(owner: User, day: date, now: datetime) -> bool:
    """Whether it is nine or later on that day where they live, and still worth telling."""
    at = datetime.combine(day, _MORNING, tzinfo=owner.zone)
    return at <= now < at + STALE
