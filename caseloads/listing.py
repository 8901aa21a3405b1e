"""The list of clients: searched, filtered and ordered by the database, from one word of visibility."""

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.models import User
from caseloads.models import CounselingRelationship, RiskFlag
from caseloads.models.relationship import RelationshipQuerySet
from caseloads.seeing import with_cases
from guides.models import TargetRole

State = CounselingRelationship.State
SHOWN: Final = (State.ACTIVE, State.PAUSED)
# Thirty days without a contact are worth a look.
NO_CONTACT_AFTER: Final = timedelta(days=30)
_ORDERS: Final[dict[str, list[Any]]] = {
    "": [F("last_contact_on").asc(nulls_first=True), "started_at", "pk"],
    "newest": ["-started_at", "-pk"],
    "oldest": ["started_at", "pk"],
    "name": [Lower("client__name"), Lower("client__email"), "pk"],
}


def listed(staff: User, chosen: dict[str, Any], *, now: datetime) -> RelationshipQuerySet:
    """The rows that were asked for; of clients who have paused or left, nothing but the name and the days.

    `chosen` has the cleaned values of `caseloads.forms.clients.ListForm`, with what was not understood left empty.
    """
    rows = _of_state(staff, chosen["state"])
    if chosen["q"]:
        rows = rows.filter(Q(client__name__icontains=chosen["q"]) | Q(client__email__icontains=chosen["q"]))
    if chosen["role"]:
        rows = rows.active().filter(client__target_role__role=chosen["role"])
    if chosen["needs"]:
        rows = _by_flag(rows, chosen["needs"])
    if chosen["contact"]:
        rows = _by_contact(rows, chosen["contact"], timezone.localdate(now))
    if chosen["counselor"]:
        rows = rows.filter(assignments__counselor=chosen["counselor"], assignments__ended_at__isnull=True).distinct()
    aim = TargetRole.objects.filter(user=OuterRef("client"))
    rows = rows.annotate(
        role_title=Subquery(aim.values("role__title")[:1]), aim_state=Subquery(aim.values("state")[:1])
    )
    return with_cases(rows, now=now).order_by(*_ORDERS.get(chosen["order"] or "", _ORDERS[""]))


def _of_state(staff: User, state: str) -> RelationshipQuerySet:
    if state == State.ENDED:
        return CounselingRelationship.objects.once_held_by(staff)
    return CounselingRelationship.objects.under(staff).filter(state__in=[state] if state else SHOWN)


def _by_flag(rows: RelationshipQuerySet, which: str) -> RelationshipQuerySet:
    """Whose flags nobody has noted yet; or for whom that rule holds."""
    flags = RiskFlag.objects.filter(relationship=OuterRef("pk"))
    wanted = flags.to_see_to() if which == "any" else flags.open().filter(rule=which)
    return rows.active().filter(Exists(wanted))


def _by_contact(rows: RelationshipQuerySet, which: str, today: date) -> RelationshipQuerySet:
    """Who was in touch this week; or for whom 30 days have passed since the last contact, or since they began."""
    if which == "week":
        return rows.filter(last_contact_on__gt=today - timedelta(days=7))
    return rows.filter(silent(today - NO_CONTACT_AFTER))


def silent(long_ago: date) -> Q:
    """The condition that an active client's last contact, or their beginning, lies before that day."""
    waits = Q(last_contact_on__lt=long_ago) | Q(last_contact_on__isnull=True, started_at__date__lt=long_ago)
    return Q(waits, state=State.ACTIVE)
