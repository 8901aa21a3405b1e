"""The times that a client can book now, with whom and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from django.db.models import Q
from django.utils.timezone import localtime

from accounts.models import User
from caseloads.models import Appointment, Assignment, AvailabilityWindow, CounselingRelationship, Way
from caseloads.slots import Hours, Slot, free_slots

AHEAD: Final = timedelta(weeks=3)
# Nobody learns of an appointment less than two hours before it.
NOTICE: Final = timedelta(hours=2)
# No appointment takes longer.
_LONGEST: Final = timedelta(hours=24)


@dataclass(frozen=True)
class Offer:
    """One free time of one counselor of the client's."""

    relationship_id: int
    counselor: User
    window: AvailabilityWindow
    slot: Slot

    @property
    def key(self) -> str:
        """What a form sends back for it."""
        return f"{self.relationship_id}-{self.counselor.pk}-{self.slot.starts_at:%Y%m%dT%H%MZ}"

    @property
    def starts_at(self) -> datetime:
        """When it begins."""
        return self.slot.starts_at

    @property
    def fields(self) -> dict[str, object]:
        """What an appointment takes over from it."""
        window = self.window
        return {
            "starts_at": self.slot.starts_at,
            "ends_at": self.slot.ends_at,
            "zone": self.counselor.zone.key,
            "way": Way(window.way),
            "place": window.place,
        }


@dataclass(frozen=True)
class Day:
    """The offers of one day on the client's clock."""

    on: date
    offers: list[Offer]

    @property
    def way(self) -> str:
        """How they meet that day; empty where it differs from hour to hour."""
        ways = {offer.window.get_way_display() for offer in self.offers}
        return ways.pop() if len(ways) == 1 else ""


def counselors_of(client: User, *, relationship: CounselingRelationship | None = None) -> list[Assignment]:
    """Who is there for the client now, in relationships that go on, as assignments."""
    there = CounselingRelationship.objects.owned_by(client).active()
    if relationship:
        there = there.filter(pk=relationship.pk)
    rows = Assignment.objects.open().of_members().filter(relationship__in=there, counselor__is_active=True)
    return [*rows.select_related("counselor", "relationship__team").order_by("relationship", "started_at", "pk")]


def offers_for(client: User, assignments: Iterable[Assignment], *, now: datetime, but: int = 0) -> list[Offer]:
    """All that is free in the coming three weeks; `but` is an appointment that is about to be moved away."""
    there = {one.counselor_id: one for one in assignments if one.counselor}
    windows = AvailabilityWindow.objects.filter(counselor__in=there)
    taken = Appointment.objects.booked().overlapping(now - _LONGEST, now + AHEAD + _LONGEST).exclude(pk=but)
    rows = taken.filter(Q(counselor__in=there) | Q(relationship__client=client)).values_list(
        "counselor_id", "relationship__client_id", "starts_at", "ends_at"
    )
    busy = [*rows]
    found: list[Offer] = []
    for counselor_id, own in groupby(windows.order_by("counselor", "weekday", "starts"), lambda one: one.counselor_id):
        assignment = there[counselor_id]
        if assignment.counselor:
            theirs = [(row[2], row[3]) for row in busy if counselor_id == row[0] or client.pk == row[1]]
            found += _of(assignment.relationship_id, assignment.counselor, [*own], theirs, now)
    return sorted(found, key=lambda offer: (offer.starts_at, offer.key))


def by_day(offers: Iterable[Offer]) -> list[Day]:
    """The same in days of the client's own clock."""
    return [Day(on, [*group]) for on, group in groupby(offers, lambda offer: localtime(offer.starts_at).date())]


def _of(
    relationship_id: int,
    counselor: User,
    windows: list[AvailabilityWindow],
    busy: list[tuple[datetime, datetime]],
    now: datetime,
) -> list[Offer]:
    known = {window.pk: window for window in windows}
    slots = free_slots(
        [Hours(one.weekday, one.starts, one.ends, one.minutes, one.pk) for one in windows],
        busy,
        zone=counselor.zone,
        first=now.astimezone(counselor.zone).date(),
        days=AHEAD.days,
        not_before=now + NOTICE,
    )
    return [Offer(relationship_id, counselor, known[slot.key], slot) for slot in slots]
