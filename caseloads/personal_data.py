"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.models import Notification, User
from caseloads.actions.booking import cancel_coming
from caseloads.actions.relating import close
from caseloads.models import (
    Appointment,
    Assignment,
    AvailabilityWindow,
    ConsentRecord,
    CounselingRelationship,
    Invitation,
    NoteRevision,
    RiskFlag,
    ServiceNote,
)


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person, as a client and as a counselor."""
    relationships = CounselingRelationship.objects.owned_by(user)
    return {
        "relationships": [
            *relationships.values(
                *("id", "team__name", "state", "wish", "asked_at", "started_at", "paused_at", "ended_at", "end_reason")
            )
        ],
        "counselors": [
            *Assignment.objects.filter(relationship__in=relationships).values(
                *("relationship_id", "counselor__name", "started_at", "ended_at")
            )
        ],
        "consents": [
            *ConsentRecord.objects.given_by(user).values(
                *("relationship_id", "scope", "text_version", "granted_at", "expires_on", "withdrawn_at")
            )
        ],
        "notes_for_me": [
            *NoteRevision.objects.filter(note__in=ServiceNote.objects.told_to(user)).values(
                *(
                    "note_id",
                    "note__author__name",
                    "note__kind",
                    "note__contact_on",
                    "number",
                    "text",
                    "reason",
                    "made_at",
                )
            )
        ],
        "appointments": [
            *Appointment.objects.owned_by(user).values(
                *("id", "relationship_id", "counselor__name", "starts_at", "ends_at", "zone", "way", "place"),
                *("about", "state", "sequence", "made_at", "canceled_at"),
            )
        ],
        "appointments_with_me": [
            *Appointment.objects.with_counselor(user).values(
                *("id", "relationship_id", "starts_at", "ends_at", "zone", "way", "state", "made_at", "canceled_at")
            )
        ],
        "hours": [
            *AvailabilityWindow.objects.owned_by(user).values(*("weekday", "starts", "ends", "minutes", "way", "place"))
        ],
        "notes_by_me": [
            *ServiceNote.objects.filter(author=user).values(
                *("id", "relationship_id", "kind", "contact_on", "audience", "state", "made_at", "finished_at")
            )
        ],
        "flags": [
            *RiskFlag.objects.filter(relationship__in=relationships).values(
                *("relationship_id", "rule", "since", "raised_at", "noted_at", "cleared_at")
            )
        ],
        "assignments": [*Assignment.objects.filter(counselor=user).values("relationship_id", "started_at", "ended_at")],
        "invitations": [
            *Invitation.objects.made_by(user).values("team__name", "label", "made_at", "expires_at", "used_at")
        ],
    }


def erase(user: User) -> None:
    """Their relationships end, and stay as numbers without them; what they wrote and what names them goes."""
    now = timezone.now()
    for relationship in CounselingRelationship.objects.owned_by(user):
        Notification.objects.filter(key__startswith=f"case:{relationship.pk}:").delete()
        NoteRevision.objects.filter(note__relationship=relationship).update(text="", reason="")
        relationship.notes.update(draft="", wrong_reason="")
        relationship.appointments.update(about="", place="")
        relationship.wish = ""
        relationship.save(update_fields=["wish"])
        if relationship.is_open:
            close(relationship, reason=CounselingRelationship.EndReason.ERASED, now=now)
        CounselingRelationship.objects.filter(pk=relationship.pk).update(client=None)
        relationship.client = None
        cancel_coming(relationship, actor=None, now=now)
    _leave_appointments(user, now)
    Assignment.objects.filter(counselor=user).open().update(ended_at=now)
    Invitation.objects.made_by(user).open(now).update(revoked_at=now, label="")


def _leave_appointments(user: User, now: datetime) -> None:
    """Of a counselor who leaves: what lies ahead is canceled, and what they wrote about where to meet goes."""
    AvailabilityWindow.objects.owned_by(user).delete()
    theirs = CounselingRelationship.objects.filter(appointments__in=Appointment.objects.with_counselor(user).live())
    for relationship in theirs.distinct():
        cancel_coming(relationship, actor=None, counselor=user, now=now)
    Appointment.objects.with_counselor(user).update(place="")
