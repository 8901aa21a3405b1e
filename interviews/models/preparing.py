"""What a person prepares for an interview: what they found out, what they see to, what they want to ask."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interviews.models.interview import Interview


class Worksheet(models.Model):
    """What a person found out about the employer."""

    interview = models.OneToOneField(
        Interview, models.CASCADE, related_name="worksheet", verbose_name=_("interview"), editable=False
    )
    values = models.TextField(_("what they say they stand for"), max_length=3000, blank=True)
    services = models.TextField(_("what they do, and for whom"), max_length=3000, blank=True)
    setting = models.TextField(_("kind of place"), max_length=3000, blank=True)
    news = models.TextField(_("what is new there"), max_length=3000, blank=True)
    why_fit = models.TextField(_("why you fit"), max_length=3000, blank=True)
    sources = models.TextField(_("where you found it"), max_length=2000, blank=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("employer research")
        verbose_name_plural = _("employer research")

    def __str__(self) -> str:
        return str(self.interview)


class PreparationItemQuerySet(models.QuerySet["PreparationItem"]):
    """Things to prepare by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(interview__owner=user)

    def own(self) -> Self:
        """Those that the person added."""
        return self.filter(key="")


class PreparationItem(models.Model):
    """One thing to see to; a usual one is kept once it was ticked, others are the person's own."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="items", verbose_name=_("interview"), editable=False
    )
    # Empty for a person's own.
    key = models.SlugField(_("key"), max_length=40, blank=True, editable=False)
    text = models.CharField(_("what"), max_length=200)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = PreparationItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("thing to prepare")
        verbose_name_plural = _("things to prepare")
        constraints = [
            models.UniqueConstraint(fields=["interview", "key"], condition=~Q(key=""), name="preparation_once_a_key"),
        ]

    def __str__(self) -> str:
        return self.text


class QuestionToAskQuerySet(models.QuerySet["QuestionToAsk"]):
    """Questions to ask by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(interview__owner=user)


class QuestionToAsk(models.Model):
    """What a person wants to ask the employer, and what they heard."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="to_ask", verbose_name=_("interview"), editable=False
    )
    text = models.CharField(_("question"), max_length=300)
    heard = models.TextField(_("what they said"), max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = QuestionToAskQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("question to ask")
        verbose_name_plural = _("questions to ask")
        constraints = [models.UniqueConstraint(fields=["interview", "text"], name="question_to_ask_once")]

    def __str__(self) -> str:
        return self.text
