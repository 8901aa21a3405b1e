"""Add to the record of actions."""

from typing import Any

from django.db import models
from django.utils import timezone

from accounts.models import AuditEvent, User


def record(
    *,
    actor: User | None,
    action: str,
    subject: models.Model | str,
    person: User | None = None,
    reason: str = "",
    detail: dict[str, Any] | None = None,
) -> AuditEvent:
    """Write down who did what to whose records. Pass numbers and codes in `detail`, never anyone's words."""
    return AuditEvent.objects.create(
        actor=actor,
        action=action,
        subject=subject if isinstance(subject, str) else subject_of(subject),
        person=person,
        reason=reason,
        at=timezone.now(),
        detail=detail or {},
    )


def subject_of(thing: models.Model) -> str:
    """A thing by kind and number, such as "person 12": the record stays nameless when people leave."""
    return f"{thing._meta.verbose_name} {thing.pk}"
