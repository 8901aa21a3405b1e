"""What staff may see of a client now. Every page of a client's records begins with `client_for`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.actions import record
from accounts.models import User
from caseloads.models import Assignment, ConsentRecord, CounselingRelationship, RiskFlag, Scope
from caseloads.models.relationship import RelationshipQuerySet
from caseloads.scopes import WORDS, Words


@dataclass(frozen=True)
class Part:
    """One part of the client's records, and since when it is open, if it is."""

    words: Words
    consent: ConsentRecord | None

    @property
    def scope(self) -> Scope:
        """Which part."""
        return self.words.scope

    @property
    def is_open(self) -> bool:
        """Whether it can be read."""
        return self.consent is not None


@dataclass(frozen=True)
class Case:
    """A relationship with what is open of its client and who is there for them."""

    relationship: CounselingRelationship
    parts: list[Part]
    assignments: list[Assignment] = field(default_factory=list)
    flags: list[RiskFlag] = field(default_factory=list)

    @property
    def client(self) -> User | None:
        """The person, as long as they have an account."""
        return self.relationship.client

    @property
    def open_parts(self) -> list[Part]:
        """What can be read."""
        return [part for part in self.parts if part.is_open]

    @property
    def counselors(self) -> list[User]:
        """Who is there for the client now."""
        return [one.counselor for one in self.assignments if one.counselor]

    def opens(self, scope: str) -> bool:
        """Whether this part can be read."""
        return any(part.scope == scope for part in self.open_parts)


def cases(relationships: Iterable[CounselingRelationship]) -> list[Case]:
    """Each with what `with_cases` has fetched."""
    return [case_of(relationship) for relationship in relationships]


def with_cases(rows: RelationshipQuerySet, *, now: datetime) -> RelationshipQuerySet:
    """The rows with their consents that hold, assignments and flags: three more queries, however many they are."""
    live = ConsentRecord.objects.live(timezone.localdate(now))
    there = Assignment.objects.open().select_related("counselor")
    return rows.select_related("client", "team").prefetch_related(
        Prefetch("consents", live, to_attr="live_consents"),
        Prefetch("assignments", there, to_attr="open_assignments"),
        Prefetch("flags", RiskFlag.objects.open(), to_attr="open_flags"),
    )


def case_of(relationship: CounselingRelationship) -> Case:
    """One of them. Outside an active relationship nothing is open, whatever was consented to."""
    consents: list[ConsentRecord] = getattr(relationship, "live_consents", [])
    given = {consent.scope: consent for consent in consents}
    return Case(
        relationship,
        [Part(words, given.get(words.scope)) for words in WORDS],
        getattr(relationship, "open_assignments", []),
        getattr(relationship, "open_flags", []) if relationship.is_active else [],
    )


def client_for(staff: User, pk: int, *, scope: str = "", part: str = "", now: datetime) -> tuple[Case, User]:
    """The case and its client, and an entry in the record that it was opened; 404 where it is not theirs to see.

    `scope` names the part that the page shows, `part` what the entry calls it where that is more.
    """
    case, client = case_for(staff, pk, now=now)
    if scope and not case.opens(scope):
        raise Http404
    # The one reading that writes: the client can see who opened what.
    record(
        actor=staff,
        action="opened",
        subject=case.relationship,
        person=client,
        detail={"part": part or scope or "overview"},
    )
    return case, client


def case_for(staff: User, pk: int, *, now: datetime) -> tuple[Case, User]:
    """The case and its client, for pages that show nothing of the client's own; 404 where it is not theirs to see."""
    rows = CounselingRelationship.objects.visible_to(staff)
    case = case_of(get_object_or_404(with_cases(rows, now=now), pk=pk))
    if case.client is None:
        raise Http404
    return case, case.client
