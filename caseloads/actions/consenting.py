"""A client opens parts of their records to a team, and closes them again."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.actions import record
from caseloads.models import ConsentRecord, CounselingRelationship, Scope
from caseloads.scopes import TEXT_VERSION


@transaction.atomic
def grant(relationship: CounselingRelationship, scopes: Iterable[str], *, now: datetime) -> list[ConsentRecord]:
    """Open these parts; those that are open already stay as they are. The new consents."""
    # Two tabs of one person: the second waits here, and finds what the first has given.
    CounselingRelationship.objects.select_for_update().get(pk=relationship.pk)
    held = {consent.scope: consent for consent in relationship.consents.filter(withdrawn_at__isnull=True)}
    given = []
    for scope in Scope:
        if scope not in {*scopes}:
            continue
        old = held.get(scope)
        if old and (old.expires_on is None or old.expires_on >= now.date()):
            continue
        if old:
            old.withdraw(at=now)
        given.append(
            ConsentRecord.objects.create(
                relationship=relationship, scope=scope, text_version=TEXT_VERSION, granted_at=now
            )
        )
    for consent in given:
        _record(relationship, "consent given", consent)
    return given


@transaction.atomic
def withdraw(relationship: CounselingRelationship, scopes: Iterable[str], *, now: datetime) -> int:
    """Close these parts. Whoever has a page of them open finds it gone with the next request. How many were open."""
    consents = relationship.consents.select_for_update().filter(scope__in=[*scopes], withdrawn_at__isnull=True)
    number = 0
    for consent in consents:
        consent.withdraw(at=now)
        _record(relationship, "consent taken back", consent)
        number += 1
    return number


def _record(relationship: CounselingRelationship, action: str, consent: ConsentRecord) -> None:
    record(
        actor=relationship.client,
        action=action,
        subject=relationship,
        person=relationship.client,
        detail={"scope": consent.scope, "text_version": consent.text_version},
    )
