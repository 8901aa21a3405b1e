"""Practice questions and what people did with them."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models import Credential, Source


class PracticeQuestionQuerySet(models.QuerySet["PracticeQuestion"]):
    """Questions by name."""

    def published(self) -> Self:
        """Those that people get to see."""
        return self.filter(is_published=True)

    def of_credential(self, credential: Credential) -> Self:
        """Those that serve an exam."""
        return self.filter(places__credential=credential)


class PracticeQuestion(models.Model):
    """One question of our own with four or so answers, why the right one is right, and where that is written."""

    class Kind(models.TextChoices):
        """What it asks for; some kinds must cite a rule, others must be checked by calculation."""

        KNOWLEDGE = "knowledge", _("Knowledge")
        CALCULATION = "calculation", _("Calculation")
        LAW = "law", _("Law")
        SAFETY = "safety", _("Safety")

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.KNOWLEDGE)
    stem = models.TextField(_("question"), max_length=1200)
    choices = models.JSONField(_("answers"), help_text=_("Two to six texts."))
    answer = models.PositiveSmallIntegerField(_("right answer"), help_text=_("Its place in the list, from 0."))
    rationale = models.TextField(_("why"), max_length=2000)
    why_not = models.JSONField(
        _("why the others are wrong"), default=list, blank=True, help_text=_("A text for each answer, in their order.")
    )
    formula = models.CharField(
        _("calculation"),
        max_length=200,
        blank=True,
        help_text=_("Such as 500 * 2 / 100; its result must be the answer."),
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="practice_questions", verbose_name=_("source")
    )
    source_words = models.CharField(_("where in the source"), max_length=200, blank=True)
    reviewed_by = models.CharField(
        _("reviewed by"), max_length=160, blank=True, help_text=_("Name and profession of who checked it.")
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    is_published = models.BooleanField(_("published"), default=True)

    objects = PracticeQuestionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("practice question")
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["law", "safety"]) | ~Q(source_words=""),
                name="practice_question_cites_its_rule",
                violation_error_message=_("A question on law or safety must cite the rule, such as 21 CFR 1306.21."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="calculation") | ~Q(formula=""),
                name="practice_question_calculation_has_a_formula",
                violation_error_message=_("Write the calculation, so that its result can be checked."),
            ),
        ]

    def __str__(self) -> str:
        return self.stem[:80]


class QuestionPlaceQuerySet(models.QuerySet["QuestionPlace"]):
    """Places in exams by name."""

    def open(self) -> Self:
        """Those of questions that people get to see."""
        return self.filter(question__is_published=True)


class QuestionPlace(models.Model):
    """Where a question belongs in an exam: one question may serve two exams."""

    question = models.ForeignKey(PracticeQuestion, models.CASCADE, related_name="places", verbose_name=_("question"))
    credential = models.ForeignKey(
        Credential, models.CASCADE, related_name="question_places", verbose_name=_("credential")
    )
    domain = models.SlugField(_("domain"), max_length=40, help_text=_("The slug of the domain in the exam's outline."))

    objects = QuestionPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["credential", "domain"]
        verbose_name = _("place in an exam")
        verbose_name_plural = _("places in exams")
        constraints = [models.UniqueConstraint(fields=["question", "credential"], name="question_once_an_exam")]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.domain}"


class PracticeSessionQuerySet(models.QuerySet["PracticeSession"]):
    """Sessions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def open(self) -> Self:
        """Those not finished yet."""
        return self.filter(finished_at__isnull=True)


class PracticeSession(models.Model):
    """A round of questions, or a mock exam against the clock; its questions and their order are fixed at the start."""

    class Mode(models.TextChoices):
        """What sort of round."""

        PRACTICE = "practice", _("Practice: the answer after each question")
        MOCK = "mock", _("Mock exam: timed, answers at the end")
        REVIEW = "review", _("What is due again")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="practice_sessions", verbose_name=_("person")
    )
    credential = models.ForeignKey(Credential, models.CASCADE, related_name="+", verbose_name=_("credential"))
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.PRACTICE)
    domain = models.SlugField(_("domain"), max_length=40, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes allowed"), null=True, blank=True)
    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = PracticeSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("practice session")

    def __str__(self) -> str:
        return f"{self.credential}, {self.started_at:%d %b %Y}"

    def get_absolute_url(self) -> str:
        """Where one goes on with it, or sees how it went."""
        return reverse("study:session", args=[self.pk])

    @property
    def is_mock(self) -> bool:
        """Whether it is taken like an exam, with the answers at the end."""
        return self.mode == self.Mode.MOCK

    @property
    def is_finished(self) -> bool:
        """Whether nothing can be answered any more."""
        return self.finished_at is not None

    @property
    def ends_at(self) -> datetime | None:
        """When the time is up; None without a limit."""
        return None if self.minutes is None else self.started_at + timedelta(minutes=self.minutes)

    def is_over(self, now: datetime) -> bool:
        """Whether the time is up."""
        return self.ends_at is not None and now > self.ends_at


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(session__owner=user)

    def answered(self) -> Self:
        """Those with an answer."""
        return self.filter(answered_at__isnull=False)

    def told(self) -> Self:
        """Answered ones whose right answer their person has been told: those of an open mock exam are not."""
        return self.answered().filter(
            ~Q(session__mode=PracticeSession.Mode.MOCK) | Q(session__finished_at__isnull=False)
        )

    def flagged(self) -> Self:
        """Those to look at again."""
        return self.filter(is_flagged=True)

    def first_ones(self) -> Self:
        """What people answered the first time they met a question."""
        return self.told().filter(is_first=True)


class Attempt(models.Model):
    """One question of a session and what was answered; empty until it is."""

    session = models.ForeignKey(PracticeSession, models.CASCADE, related_name="attempts", verbose_name=_("session"))
    question = models.ForeignKey(PracticeQuestion, models.CASCADE, related_name="attempts", verbose_name=_("question"))
    position = models.PositiveSmallIntegerField(_("position"))
    domain = models.SlugField(_("domain"), max_length=40)
    chosen = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    is_correct = models.BooleanField(_("correct"), null=True, blank=True)
    is_first = models.BooleanField(_("first attempt of this person"), default=False)
    is_flagged = models.BooleanField(_("to look at again"), default=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["session", "position"]
        verbose_name = _("attempt")
        constraints = [
            models.UniqueConstraint(fields=["session", "question"], name="question_once_a_session"),
            models.UniqueConstraint(fields=["session", "position"], name="position_once_a_session"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}, {self.position}"
