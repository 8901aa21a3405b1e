"""The story bank: a story once told serves several questions."""

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews.models.question import Competency


class StoryQuerySet(models.QuerySet["Story"]):
    """Stories by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Story(models.Model):
    """Something that happened, in four parts and what it taught."""

    PARTS = ("situation", "task", "action", "result")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="interview_stories",
        verbose_name=_("person"),
        editable=False,
    )
    title = models.CharField(_("what you call it"), max_length=120)
    situation = models.TextField(_("situation"), max_length=3000, blank=True)
    task = models.TextField(_("task"), max_length=2000, blank=True)
    action = models.TextField(_("what you did"), max_length=5000, blank=True)
    result = models.TextField(_("how it ended"), max_length=2000, blank=True)
    learning = models.TextField(_("what you took from it"), max_length=1000, blank=True)
    competencies: "models.ManyToManyField[Competency, StoryCompetency]" = models.ManyToManyField(
        Competency, through="StoryCompetency", related_name="stories", verbose_name=_("what it shows"), blank=True
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is read and changed."""
        return reverse("practice:story", args=[self.pk])

    @property
    def text(self) -> str:
        """The parts one after the other, as one would tell it."""
        parts = (self.situation, self.task, self.action, self.result, self.learning)
        return "\n\n".join(part.strip() for part in parts if part.strip())


class StoryCompetency(models.Model):
    """What a story can be told for."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="places", verbose_name=_("story"))
    competency = models.ForeignKey(Competency, models.CASCADE, related_name="+", verbose_name=_("competency"))

    class Meta:
        ordering = ["story", "competency"]
        verbose_name = _("competency of a story")
        verbose_name_plural = _("competencies of stories")
        constraints = [models.UniqueConstraint(fields=["story", "competency"], name="competency_once_a_story")]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.competency_id}"
