"""Which reminder is due before a credential expires."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAYS_BEFORE = (90, 60, 30, 7)
HOUR = time(9)


def reminder_at(expires_on: date, days_before: int, zone: tzinfo) -> datetime:
    """The moment of a reminder: nine in the morning where the person lives, in summer as in winter."""
    local = datetime.combine(expires_on - timedelta(days=days_before), HOUR, tzinfo=zone)
    return local.astimezone(UTC)


def reminder_due(expires_on: date, now: datetime, zone: tzinfo, sent: Collection[int] = ()) -> int | None:
    """How many days before expiry the reminder is that should go out now, if any.

    `sent` holds those that went out for this very expiry date. Only the nearest one that is due is ever sent: earlier
    ones that were missed are passed over, and nothing is sent after the last day.
    """
    if now.tzinfo is None:
        raise ValueError("Say in which time zone it is now.")
    if now.astimezone(zone).date() > expires_on:
        return None
    due = [days for days in DAYS_BEFORE if reminder_at(expires_on, days, zone) <= now.astimezone(UTC)]
    if not due or min(due) in sent:
        return None
    return min(due)
