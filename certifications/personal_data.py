"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from certifications.actions.files import remove_files
from certifications.actions.grouping import leave_all
from certifications.models import (
    Attempt,
    CalendarFeed,
    Card,
    CECredit,
    CreditAllocation,
    EvidenceFile,
    ExamAppointment,
    ExamTarget,
    GroupMember,
    HeldCredential,
    PracticeSession,
    ReminderSent,
    RenewalCycle,
    ShareLink,
    StudyDone,
    StudyGroup,
)


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person, but for secret addresses; files are named, not packed in."""
    return {"holding": _holding(user), "ledger": _ledger(user), "study": _study(user)}


def _holding(user: User) -> dict[str, Any]:
    return {
        "credentials": [
            *HeldCredential.objects.owned_by(user).values(
                *("pk", "credential__slug", "name", "role__slug", "state_id", "stage", "number", "earned_on"),
                *("expires_on", "birth_month", "note", "provenance", "seen_at", "made_at"),
            )
        ],
        "exams": [
            *ExamAppointment.objects.owned_by(user).values("held_id", "at", "place", "confirmation", "cancelled_at")
        ],
        "share_links": [
            *ShareLink.objects.owned_by(user).values("held_id", "label", "shown", "made_at", "expires_at", "revoked_at")
        ],
        "files": [
            *EvidenceFile.objects.owned_by(user).values(
                "held_id", "credit_id", "name", "media_type", "size", "added_at"
            )
        ],
        "calendar_feed": CalendarFeed.objects.owned_by(user).values("made_at").first(),
        "reminders": [
            *ReminderSent.objects.filter(held__holder=user).values("held_id", "expires_on", "days_before", "sent_at")
        ],
    }


def _ledger(user: User) -> dict[str, Any]:
    credits = CECredit.objects.owned_by(user).prefetch_related("serves")
    return {
        "credits": [
            {
                "pk": credit.pk,
                "title": credit.title,
                "provider": credit.provider,
                "completed_on": credit.completed_on,
                "quantity": credit.quantity,
                "unit": credit.unit,
                "activity_id": credit.activity_id,
                "tags": credit.tags,
                "serves": [held.pk for held in credit.serves.all()],
                "is_rejected": credit.is_rejected,
                "made_at": credit.made_at,
            }
            for credit in credits
        ],
        "cycles": [
            *RenewalCycle.objects.owned_by(user).values(
                *("pk", "held_id", "starts_on", "ends_on", "is_first", "is_reinstating", "carry_in"),
                *("filed_on", "rule_version_id", "result"),
            )
        ],
        "allocations": [
            *CreditAllocation.objects.filter(cycle__held__holder=user).values(
                "cycle_id", "credit_id", "counted", "reason"
            )
        ],
    }


def _study(user: User) -> dict[str, Any]:
    sessions = PracticeSession.objects.filter(owner=user)
    return {
        "targets": [
            *ExamTarget.objects.filter(held__holder=user).values(
                "pk", "held_id", "exam_on", "hours_a_week", "started_on"
            )
        ],
        "studied": [
            *StudyDone.objects.filter(target__held__holder=user).values("target_id", "on", "domain", "minutes")
        ],
        "sessions": [
            *sessions.values("pk", "credential__slug", "mode", "domain", "minutes", "started_at", "finished_at")
        ],
        "answers": [
            *Attempt.objects.filter(session__in=sessions).values(
                *("session_id", "question__slug", "position", "domain", "chosen", "is_correct", "is_flagged"),
                "answered_at",
            )
        ],
        "cards": [*Card.objects.owned_by(user).values("kind", "key", "state", "due_at")],
        "groups": [
            *GroupMember.objects.filter(user=user).values(
                *("group__name", "group__credential__slug", "name", "shares_date", "shares_progress"),
                *("shares_email", "joined_at", "left_at"),
            )
        ],
        "groups_begun": [*StudyGroup.objects.filter(made_by=user).values("name", "about", "made_at")],
    }


def erase(user: User) -> None:
    """All of it goes, files on the disk too. A group that the person began stays for its other members, nameless."""
    remove_files(EvidenceFile.objects.owned_by(user))
    CalendarFeed.objects.owned_by(user).delete()
    Card.objects.owned_by(user).delete()
    PracticeSession.objects.filter(owner=user).delete()
    leave_all(user, at=timezone.now())
    GroupMember.objects.filter(user=user).delete()
    StudyGroup.objects.filter(made_by=user).update(made_by=None)
    # Credentials first: their cycles hold on to credits.
    HeldCredential.objects.owned_by(user).delete()
    CECredit.objects.owned_by(user).delete()
