"""What a request for a review by a person, a comment and a private link have in common, whatever is reviewed."""

import secrets
from datetime import datetime
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

_Request = TypeVar("_Request", bound="AbstractReviewRequest")
_Link = TypeVar("_Link", bound="AbstractPrivateLink")


class WrongStateError(Exception):
    """The request cannot go from where it is to where it was sent."""


class AbstractReviewRequest(models.Model):
    """Someone asks a person for a review. It is claimed, returned with a verdict, and closed."""

    class State(models.TextChoices):
        """How far it has come."""

        NEW = "new", _("Waiting")
        CLAIMED = "claimed", _("Being read")
        RETURNED = "returned", _("Returned")
        CLOSED = "closed", _("Closed")

    class Verdict(models.TextChoices):
        """The five statuses that career centers use."""

        PENDING = "pending", _("Pending")
        REVIEWED = "reviewed", _("Reviewed")
        APPROVED = "approved", _("Approved")
        SUGGESTED = "suggested", _("Changes suggested")
        REQUIRED = "required", _("Changes required")

    OPEN = (State.NEW, State.CLAIMED)

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("asked by"), editable=False
    )
    # The one who was asked by name; nobody where a team's queue takes it.
    asked_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("asked of")
    )
    message = models.TextField(_("what to look at"), max_length=2000, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.NEW, editable=False)
    verdict = models.CharField(_("verdict"), max_length=9, choices=Verdict, default=Verdict.PENDING, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("reviewer"),
        editable=False,
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    claimed_at = models.DateTimeField(_("claimed at"), null=True, editable=False)
    returned_at = models.DateTimeField(_("returned at"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    due_on = models.DateField(_("wanted by"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether a reviewer may still read and comment."""
        return self.state in self.OPEN

    def claim(self, reviewer: models.Model, *, at: datetime) -> None:
        """One reviewer takes it; another's claim stands."""
        if self.state != self.State.NEW:
            raise WrongStateError(_("Somebody reads it already, or it is finished."))
        self.state, self.claimed_by, self.claimed_at = self.State.CLAIMED, reviewer, at  # type: ignore[assignment]
        self.save(update_fields=["state", "claimed_by", "claimed_at"])

    def give_back(self, verdict: Verdict, *, at: datetime) -> None:
        """The reviewer is done; the writer sees the comments from now on."""
        if self.state != self.State.CLAIMED or verdict == self.Verdict.PENDING:
            raise WrongStateError(_("Take the request first, and choose how it came out."))
        self.state, self.verdict, self.returned_at = self.State.RETURNED, verdict, at
        self.save(update_fields=["state", "verdict", "returned_at"])

    def close(self, *, at: datetime) -> None:
        """The writer is done with it, or takes it back."""
        if self.state == self.State.CLOSED:
            return
        self.state, self.closed_at = self.State.CLOSED, at
        self.save(update_fields=["state", "closed_at"])


class RequestsQuerySet(models.QuerySet[_Request]):
    """Review requests by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those that one person made."""
        return self.filter(asked_by=user)

    def open(self) -> Self:
        """Those that a reviewer may still work on."""
        return self.filter(state__in=AbstractReviewRequest.OPEN)

    def for_reviewer(self, user: models.Model) -> Self:
        """Open ones that were asked of this person by name, or that they took."""
        return self.open().filter(Q(asked_of=user, claimed_by__isnull=True) | Q(claimed_by=user))


class AbstractReviewComment(models.Model):
    """What a person says about a place in a text. The quoted words find the place again in another version."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("author"), editable=False
    )
    # What a mentor without an account calls themselves; kept for others too, so that a comment outlives an account.
    author_name = models.CharField(_("your name"), max_length=80)
    body = models.TextField(_("comment"), max_length=4000)
    quote = models.CharField(_("words it is about"), max_length=500, blank=True)
    start = models.PositiveIntegerField(_("begins at"), null=True, editable=False)
    end = models.PositiveIntegerField(_("ends at"), null=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    resolved_at = models.DateTimeField(_("resolved at"), null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gte=F("start")),
                name="%(app_label)s_%(class)s_place_has_both_ends",
            ),
        ]

    def resolve(self, *, at: datetime) -> None:
        """The writer has dealt with it; the first time counts."""
        if self.resolved_at is None:
            self.resolved_at = at
            self.save(update_fields=["resolved_at"])

    def reopen(self) -> None:
        """Not dealt with after all."""
        self.resolved_at = None
        self.save(update_fields=["resolved_at"])


def new_token() -> str:
    """A token that nobody can guess: 192 bits."""
    return secrets.token_urlsafe(24)


class AbstractPrivateLink(models.Model):
    """Opens one thing to whoever holds the link, until it ends or is taken back."""

    token = models.CharField(_("token"), max_length=64, unique=True, default=new_token, editable=False)
    label = models.CharField(_("for whom"), max_length=80, help_text=_("Only you see this, to tell links apart."))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("ends at"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def is_open(self, now: datetime) -> bool:
        """Whether it still opens something."""
        return self.revoked_at is None and now < self.expires_at

    def revoke(self, *, at: datetime) -> None:
        """From now on it opens nothing; the first time counts."""
        if self.revoked_at is None:
            self.revoked_at = at
            self.save(update_fields=["revoked_at"])


class LinksQuerySet(models.QuerySet[_Link]):
    """Private links by name."""

    def open(self, now: datetime) -> Self:
        """Those that still open something."""
        return self.filter(expires_at__gt=now, revoked_at__isnull=True)
