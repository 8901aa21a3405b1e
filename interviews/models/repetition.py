"""When a question comes back: weak answers before the interview day, as the fsrs scheduler says."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models.question import Question


class QuestionCardQuerySet(models.QuerySet["QuestionCard"]):
    """Cards by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def due(self, now: datetime) -> Self:
        """Those to be practised again by now."""
        return self.filter(due_at__lte=now)


class QuestionCard(models.Model):
    """How well one person answers one question, as the scheduler keeps it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="interview_cards", verbose_name=_("person")
    )
    question = models.ForeignKey(Question, models.CASCADE, related_name="cards", verbose_name=_("question"))
    state = models.JSONField(_("memory"), default=dict)
    due_at = models.DateTimeField(_("due at"))

    objects = QuestionCardQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("question to practise again")
        verbose_name_plural = _("questions to practise again")
        constraints = [models.UniqueConstraint(fields=["owner", "question"], name="question_card_once_a_person")]

    def __str__(self) -> str:
        return f"{self.question_id}, {self.due_at:%d %b %Y}"
