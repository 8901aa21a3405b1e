"""Reviews by people: a request to a counselor, a link for a mentor, and their comments."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kit.reviewing import (
    AbstractPrivateLink,
    AbstractReviewComment,
    AbstractReviewRequest,
    LinksQuerySet,
    RequestsQuerySet,
)
from resumes.models.version import Version


class ReviewRequestQuerySet(RequestsQuerySet["ReviewRequest"]):
    """Review requests by name."""


class ReviewRequest(AbstractReviewRequest):
    """A request for a counselor's review of one version."""

    version = models.ForeignKey(
        Version, models.CASCADE, related_name="requests", verbose_name=_("version"), editable=False
    )

    objects = ReviewRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("review request")
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=Q(state__in=["new", "claimed"]),
                name="review_request_one_open_a_version",
                violation_error_message=_("A review of this version is asked for already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Where the reviewer reads and comments."""
        return reverse("resumes:request", args=[self.pk])

    @property
    def comment_url(self) -> str:
        """Where a comment of the reviewer is sent."""
        return reverse("resumes:comment", args=[self.pk])


class MentorLinkQuerySet(LinksQuerySet["MentorLink"]):
    """Mentor links by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(version__document__owner=user)


class MentorLink(AbstractPrivateLink):
    """Opens one version to someone without an account, to read and to comment."""

    version = models.ForeignKey(
        Version, models.CASCADE, related_name="mentor_links", verbose_name=_("version"), editable=False
    )

    objects = MentorLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("mentor link")

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """What whoever holds the link opens."""
        return reverse("resumes:mentor", args=[self.token])


class ReviewCommentQuerySet(models.QuerySet["ReviewComment"]):
    """Review comments by name."""

    def on_documents_of(self, user: models.Model) -> Self:
        """Those on one person's documents that they may see: of mentors, and of requests that were returned."""
        shown = Q(request__isnull=True) | Q(request__returned_at__isnull=False)
        return self.filter(shown, version__document__owner=user)


class ReviewComment(AbstractReviewComment):
    """A person's comment on a version; on a finding of the machine it confirms, rewords or dismisses it."""

    class OnFinding(models.TextChoices):
        """What the reviewer says to a finding."""

        CONFIRMED = "confirmed", _("Confirmed")
        REWORDED = "reworded", _("Reworded")
        DISMISSED = "dismissed", _("Dismissed")

    version = models.ForeignKey(
        Version, models.CASCADE, related_name="comments", verbose_name=_("version"), editable=False
    )
    request = models.ForeignKey(
        ReviewRequest, models.CASCADE, null=True, related_name="comments", verbose_name=_("request"), editable=False
    )
    link = models.ForeignKey(
        MentorLink, models.SET_NULL, null=True, related_name="comments", verbose_name=_("link"), editable=False
    )
    finding_key = models.CharField(_("finding"), max_length=200, blank=True, editable=False)
    on_finding = models.CharField(_("about the finding"), max_length=9, choices=OnFinding, blank=True)

    objects = ReviewCommentQuerySet.as_manager()

    class Meta(AbstractReviewComment.Meta):
        ordering = ["start", "pk"]
        verbose_name = _("comment")
        constraints = [
            *AbstractReviewComment.Meta.constraints,
            models.CheckConstraint(
                condition=Q(finding_key="", on_finding="") | ~Q(finding_key="") & ~Q(on_finding=""),
                name="review_comment_says_something_to_a_finding",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.body[:60]}"
