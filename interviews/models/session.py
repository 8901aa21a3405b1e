"""Practice: questions answered one after the other."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models import Role
from interviews.models.interview import Interview
from interviews.models.question import Competency


class InterviewSessionQuerySet(models.QuerySet["PracticeSession"]):
    """Sessions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def open(self) -> Self:
        """Those not finished yet."""
        return self.filter(finished_at__isnull=True)

    def untouched(self) -> Self:
        """Those in which nothing was written, said or skipped yet."""
        touched = (
            Q(answers__saved_at__isnull=False)
            | Q(answers__given_at__isnull=False)
            | Q(answers__skipped_at__isnull=False)
            | Q(answers__recording__isnull=False)
            | Q(answers__notes__gt="")
        )
        # Not `exclude` over the join: one touched answer is enough to keep the session.
        kept = self.model.objects.filter(touched).values("pk")
        return self.exclude(pk__in=kept)


class PracticeSession(models.Model):
    """Some questions, fixed at the start; their answers are its turns."""

    class Mode(models.TextChoices):
        """With help at hand, or as in the room."""

        PRACTICE = "practice", _("Practice: tip and skeleton at hand")
        LIVE = "live", _("Live: a clock, no help")

    class Occasion(models.TextChoices):
        """How its questions were chosen."""

        QUICK = "quick", _("Five minutes now")
        ROLE = "role", _("For a role")
        COMPETENCY = "competency", _("For a competency")
        INTERVIEW = "interview", _("For a real interview")
        WARM_UP = "warm-up", _("Warm-up the evening before")
        AGAIN = "again", _("What was weak, again")
        ONE = "one", _("One question")
        TOGETHER = "together", _("Two people in one room")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="interview_sessions", verbose_name=_("person")
    )
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.PRACTICE)
    occasion = models.CharField(_("occasion"), max_length=10, choices=Occasion)
    role = models.ForeignKey(Role, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("role"))
    competency = models.ForeignKey(
        Competency, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("competency")
    )
    interview = models.ForeignKey(
        Interview, models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name=_("interview")
    )
    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = InterviewSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("interview practice session")
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=models.F("started_at")),
                name="interview_session_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()}, {self.started_at:%d %b %Y}"

    def get_absolute_url(self) -> str:
        """Where one goes on with it, or sees how it went."""
        return reverse("practice:session", args=[self.pk])

    @property
    def is_live(self) -> bool:
        """Whether it is as in the room: a clock, no help."""
        return self.mode == self.Mode.LIVE

    @property
    def is_finished(self) -> bool:
        """Whether no new answer belongs to it."""
        return self.finished_at is not None
