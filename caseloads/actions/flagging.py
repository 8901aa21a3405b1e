"""Raise flags whose rule holds, clear those whose rule no longer does, and note that one has been seen to."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.actions import record
from accounts.models import User
from caseloads.flags import holding
from caseloads.models import RiskFlag

_AT_ONCE = 500


@transaction.atomic
def raise_flags(now: datetime) -> int:
    """Bring the flags up to date; a second run on the same day changes nothing. How many were raised or cleared."""
    holds = holding(timezone.localdate(now))
    there = {(flag.relationship_id, flag.rule): flag for flag in RiskFlag.objects.open()}
    gone = [flag.pk for key, flag in there.items() if key not in holds]
    for start in range(0, len(gone), _AT_ONCE):
        RiskFlag.objects.filter(pk__in=gone[start : start + _AT_ONCE]).update(cleared_at=now)
    fresh = [
        RiskFlag(relationship_id=relationship, rule=rule, since=since, raised_at=now)
        for (relationship, rule), since in holds.items()
        if (relationship, rule) not in there
    ]
    RiskFlag.objects.bulk_create(fresh, batch_size=_AT_ONCE, ignore_conflicts=True)
    return len(gone) + len(fresh)


@transaction.atomic
def note_flag(flag: RiskFlag, by: User, *, now: datetime) -> bool:
    """Somebody sees to it: it leaves the list of what to do, and stays until its rule no longer holds."""
    if flag.noted_at or flag.cleared_at:
        return False
    flag.noted_at, flag.noted_by = now, by
    flag.save(update_fields=["noted_at", "noted_by"])
    record(
        actor=by,
        action="flag noted",
        subject=flag,
        person=flag.relationship.client,
        detail={"rule": flag.rule},
    )
    return True
