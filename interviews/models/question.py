"""The question bank: what interviewers ask, and what they are after."""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models import Role

MOST_PHRASES = 20
LONGEST_PHRASE = 200


class BankHistory(HistoricalRecords):
    """Versions of the bank's questions. What people add for themselves leaves none, and goes when they take it back."""

    def create_historical_record(self, instance: Any, history_type: str, using: Any = None) -> None:
        """Keep a version, unless the question is somebody's own."""
        if instance.owner_id is None:
            super().create_historical_record(instance, history_type, using)


def phrase_list(value: Any) -> None:
    """Refuse what is not a list of short texts."""
    texts = isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)
    if not texts or len(value) > MOST_PHRASES or any(len(text) > LONGEST_PHRASE for text in value):
        raise ValidationError(_("Write one phrase a line: at most 20, of at most 200 letters each."))


class Competency(models.Model):
    """What an interviewer wants to find out about a person, whatever the question."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(_("what it means"), max_length=400)
    prototypes = models.JSONField(
        _("what an answer about it sounds like"),
        default=list,
        blank=True,
        validators=[phrase_list],
        help_text=_("Short sentences; feedback compares answers with them."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")

    def __str__(self) -> str:
        return self.name


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions by name."""

    def at_desk(self) -> Self:
        """Those that editors keep: everything of the bank, shown or not, and nobody's own."""
        return self.filter(owner__isnull=True)

    def bank(self) -> Self:
        """Those of the bank that people get to see."""
        return self.at_desk().filter(is_published=True)

    def open_to(self, user: models.Model) -> Self:
        """Those one person may practise: the bank's, and their own."""
        return self.filter(Q(owner__isnull=True, is_published=True) | Q(owner=user))

    def owned_by(self, user: models.Model) -> Self:
        """Those a person added, such as what was asked in a real interview."""
        return self.filter(owner=user)

    def of(self, role: Role | None) -> Self:
        """Those of a role alone; without a role, those that any employer may ask."""
        return self.filter(role=role) if role else self.filter(role__isnull=True)

    def for_role(self, role: Role | None) -> Self:
        """Those of a role together with the general ones; without a role, the general ones."""
        return self.filter(Q(role__isnull=True) | Q(role=role)) if role else self.filter(role__isnull=True)


class Question(models.Model):
    """One question. Those without an owner are the bank; a person's own are seen by that person alone."""

    class Kind(models.TextChoices):
        """What sort of answer it asks for; the values are those of the feedback engine."""

        BEHAVIOURAL = "behavioural", _("A time when …")
        SITUATIONAL = "situational", _("What would you do")
        KNOWLEDGE = "knowledge", _("How the work is done")
        ABOUT_YOU = "about-you", _("About you")
        MOTIVATION = "motivation", _("Why this job")
        STRENGTH = "strength", _("Strength")
        WEAKNESS = "weakness", _("Weakness")

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    kind = models.CharField(_("type"), max_length=12, choices=Kind)
    text = models.CharField(_("question"), max_length=400)
    role = models.ForeignKey(
        Role,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="interview_questions",
        verbose_name=_("role"),
        help_text=_("Leave it empty where any employer may ask it."),
    )
    competencies: "models.ManyToManyField[Competency, QuestionCompetency]" = models.ManyToManyField(
        Competency, through="QuestionCompetency", related_name="questions", verbose_name=_("competencies")
    )
    looking_for = models.TextField(_("what the interviewer is after"), max_length=800, blank=True)
    tip = models.TextField(_("tip"), max_length=800, blank=True)
    cue_phrases = models.JSONField(
        _("cue phrases"),
        default=list,
        blank=True,
        validators=[phrase_list],
        help_text=_("What a good answer is likely to contain; feedback uses them to tell whether an answer fits."),
    )
    follow_ups = models.JSONField(_("what may be asked next"), default=list, blank=True, validators=[phrase_list])
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="own_interview_questions",
        verbose_name=_("person"),
        editable=False,
    )
    is_published = models.BooleanField(_("published"), default=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = QuestionQuerySet.as_manager()
    history = BankHistory()

    class Meta:
        ordering = ["role", "position", "pk"]
        verbose_name = _("interview question")

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Where one reads about it and practises it."""
        return reverse("practice:question", args=[self.pk])


class QuestionCompetency(models.Model):
    """What a question asks about, the main thing first."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="places", verbose_name=_("question"))
    competency = models.ForeignKey(Competency, models.CASCADE, related_name="places", verbose_name=_("competency"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["question", "position"]
        verbose_name = _("competency of a question")
        verbose_name_plural = _("competencies of questions")
        constraints = [models.UniqueConstraint(fields=["question", "competency"], name="competency_once_a_question")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.competency_id}"
