"""People who help: a mentor with a link, a counselor, ratings on one rubric, comments at places in the text."""

from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews.models.answer import Answer
from kit.reviewing import (
    AbstractPrivateLink,
    AbstractReviewComment,
    AbstractReviewRequest,
    LinksQuerySet,
    RequestsQuerySet,
)


class AnswerRequestQuerySet(RequestsQuerySet["ReviewRequest"]):
    """Review requests by name."""


class ReviewRequest(AbstractReviewRequest):
    """A request for a counselor's view of one answer."""

    answer = models.ForeignKey(
        Answer, models.CASCADE, related_name="requests", verbose_name=_("answer"), editable=False
    )

    objects = AnswerRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("request for a view of an answer")
        verbose_name_plural = _("requests for a view of an answer")
        constraints = [
            models.UniqueConstraint(
                fields=["answer"],
                condition=Q(state__in=["new", "claimed"]),
                name="answer_request_one_open_an_answer",
                violation_error_message=_("Somebody was asked about this answer already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        """Where the reviewer reads, rates and comments."""
        return reverse("practice:request", args=[self.pk])


class AnswerLinkQuerySet(LinksQuerySet["MentorLink"]):
    """Mentor links by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(answer__session__owner=user)


class MentorLink(AbstractPrivateLink):
    """Opens one answer to someone without an account, to read or hear, to rate and to comment."""

    answer = models.ForeignKey(
        Answer, models.CASCADE, related_name="mentor_links", verbose_name=_("answer"), editable=False
    )
    with_recording = models.BooleanField(_("with the recording"), default=False)

    objects = AnswerLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("mentor link to an answer")
        verbose_name_plural = _("mentor links to answers")

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """What whoever holds the link opens."""
        return reverse("practice:mentor", args=[self.token])


class SaidQuerySet(models.QuerySet[Any]):
    """What people say about answers, comments and ratings alike, by name."""

    def shown_to_speaker(self) -> Self:
        """Those that the answer's speaker may see: a counselor's only once the request was returned."""
        return self.filter(Q(request__isnull=True) | Q(request__returned_at__isnull=False))


class ReviewComment(AbstractReviewComment):
    """A person's comment on an answer."""

    answer = models.ForeignKey(
        Answer, models.CASCADE, related_name="comments", verbose_name=_("answer"), editable=False
    )
    request = models.ForeignKey(
        ReviewRequest, models.CASCADE, null=True, related_name="comments", verbose_name=_("request"), editable=False
    )
    link = models.ForeignKey(
        MentorLink, models.SET_NULL, null=True, related_name="comments", verbose_name=_("link"), editable=False
    )

    objects = SaidQuerySet.as_manager()

    class Meta(AbstractReviewComment.Meta):
        ordering = ["start", "pk"]
        verbose_name = _("comment on an answer")
        verbose_name_plural = _("comments on answers")

    def __str__(self) -> str:
        return f"{self.author_name}: {self.body[:60]}"


def _dimension(label: Any) -> "models.PositiveSmallIntegerField[int, int]":
    return models.PositiveSmallIntegerField(label, validators=[MinValueValidator(1), MaxValueValidator(5)])


class Rating(models.Model):
    """Five dimensions, each 1 to 5 with anchors at 1, 3 and 5; the same for the speaker, a mentor and a counselor."""

    class Rater(models.TextChoices):
        """Who rates."""

        SELF = "self", _("You")
        MENTOR = "mentor", _("A mentor")
        COUNSELOR = "counselor", _("A counselor")
        PARTNER = "partner", _("Your practice partner")

    DIMENSIONS = ("on_question", "one_event", "own_actions", "outcome", "delivery")

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="ratings", verbose_name=_("answer"), editable=False)
    rater = models.CharField(_("rated by"), max_length=9, choices=Rater, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("author"), editable=False
    )
    author_name = models.CharField(_("your name"), max_length=80, blank=True)
    request = models.ForeignKey(
        ReviewRequest, models.CASCADE, null=True, related_name="ratings", verbose_name=_("request"), editable=False
    )
    link = models.ForeignKey(
        MentorLink, models.SET_NULL, null=True, related_name="ratings", verbose_name=_("link"), editable=False
    )
    on_question = _dimension(_("Answers the question"))
    one_event = _dimension(_("One specific event"))
    own_actions = _dimension(_("Own actions and reasons"))
    outcome = _dimension(_("Outcome and learning"))
    delivery = _dimension(_("Delivery and length"))
    made_at = models.DateTimeField(_("made at"))

    objects = SaidQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("rating")
        constraints = [
            models.UniqueConstraint(
                fields=["answer"], condition=Q(rater="self"), name="rating_of_oneself_once_an_answer"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(request__isnull=False), name="rating_once_a_request"
            ),
            models.UniqueConstraint(fields=["link"], condition=Q(link__isnull=False), name="rating_once_a_link"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}: {self.rater}"

    @property
    def who(self) -> str:
        """The name the rater goes by; what they are where they gave none."""
        return self.author_name or str(self.get_rater_display())
