"""A counselor's invitation to become a client: a link that works once, for two weeks."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Team, User
from caseloads.models.relationship import CounselingRelationship

HOLDS_FOR: Final = timedelta(days=14)


def new_token() -> str:
    """A token that nobody can guess: 192 bits. Only its digest is kept, so it is shown once."""
    return secrets.token_urlsafe(24)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by name."""

    def made_by(self, user: models.Model) -> Self:
        """Those of one counselor."""
        return self.filter(inviter=user)

    def open(self, now: datetime) -> Self:
        """Those that can still be accepted."""
        return self.filter(used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)

    def for_token(self, token: str) -> Self:
        """The one that the link leads to."""
        return self.filter(token_hash=digest(token))


class Invitation(models.Model):
    """One link. It names nobody but by the inviter's own words, which go once it is used or over."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="invitations", verbose_name=_("team"))
    inviter = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="invitations", verbose_name=_("invited by"), editable=False
    )
    token_hash = models.CharField(_("digest of the token"), max_length=64, unique=True, editable=False)
    label = models.CharField(
        _("for whom"), max_length=80, help_text=_("Only your team sees this, to tell invitations apart.")
    )
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("ends at"))
    used_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("taken back at"), null=True, editable=False)
    relationship = models.OneToOneField(
        CounselingRelationship,
        models.SET_NULL,
        null=True,
        related_name="invitation",
        verbose_name=_("what came of it"),
        editable=False,
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("invitation")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="invitation_ends_after_it_was_made"),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_is_answered_or_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return self.label or f"{self.made_at:%d %b %Y}"

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be accepted."""
        return self.used_at is None and self.revoked_at is None and now < self.expires_at
