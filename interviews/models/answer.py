"""Answers to questions, tries one after the other, and what the engine said about them."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews.models.question import Question
from interviews.models.session import PracticeSession
from interviews.models.story import Story

# About twenty minutes of talk.
LONGEST = 20_000
LONGEST_RECORDING_S = 15 * 60


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Answers by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(session__owner=user)

    def given(self) -> Self:
        """Those that were handed in for feedback."""
        return self.filter(given_at__isnull=False)

    def drafts(self) -> Self:
        """Those still being written, with something in them."""
        return self.filter(given_at__isnull=True).exclude(text="", parts={})

    def shown(self) -> Self:
        """Those that their speaker shows to a counselor whom they let see interview practice."""
        return self.given().filter(shown_at__isnull=False)

    def done(self) -> Self:
        """Those that need nothing more: given, or skipped."""
        return self.filter(Q(given_at__isnull=False) | Q(skipped_at__isnull=False))


class Answer(models.Model):
    """One try at one question of a session. It is a draft until it is given, and never changes afterwards."""

    session = models.ForeignKey(PracticeSession, models.CASCADE, related_name="answers", verbose_name=_("session"))
    question = models.ForeignKey(
        Question, models.SET_NULL, null=True, related_name="answers", verbose_name=_("question")
    )
    # As it was asked, for editors may change or remove it later.
    asked = models.CharField(_("as it was asked"), max_length=400)
    kind = models.CharField(_("type"), max_length=12, choices=Question.Kind, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the session"))
    attempt = models.PositiveSmallIntegerField(_("try"), default=1)

    text = models.TextField(_("answer"), max_length=LONGEST, blank=True)
    # The four boxes before they are merged: {"situation": …, "task": …, "action": …, "result": …}.
    parts = models.JSONField(_("in parts"), default=dict, blank=True)
    is_spoken = models.BooleanField(_("spoken"), default=False)
    duration_s = models.PositiveIntegerField(_("seconds it took"), null=True, blank=True)
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, blank=True, related_name="answers", verbose_name=_("story it tells")
    )
    # What two people in one room write down about it.
    notes = models.TextField(_("notes"), max_length=4000, blank=True)

    started_at = models.DateTimeField(_("first shown at"), null=True, blank=True)
    saved_at = models.DateTimeField(_("draft saved at"), null=True, blank=True)
    given_at = models.DateTimeField(_("given at"), null=True, blank=True)
    skipped_at = models.DateTimeField(_("skipped at"), null=True, blank=True)
    # Feedback is shown after its speaker rated it, or chose not to.
    unrated_at = models.DateTimeField(_("left without a rating of one’s own at"), null=True, blank=True)

    # Private until its speaker shows it to a counselor; what a counselor may see at all, `caseloads` asks of consents.
    shown_at = models.DateTimeField(_("shown to a counselor since"), null=True, blank=True, editable=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["session", "position", "attempt"]
        verbose_name = _("interview answer")
        constraints = [
            models.UniqueConstraint(fields=["session", "position", "attempt"], name="interview_answer_once_a_try"),
            models.CheckConstraint(condition=Q(attempt__gte=1), name="interview_answer_tries_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.asked[:60]} ({self.attempt})"

    def get_absolute_url(self) -> str:
        """Where it is written, or read with its feedback once it is given."""
        return reverse("practice:answer" if self.given_at is None else "practice:feedback", args=[self.pk])

    @property
    def version(self) -> str:
        """Which save this is, so that a page can tell whether it was saved elsewhere since."""
        return self.saved_at.isoformat() if self.saved_at else ""

    @property
    def is_given(self) -> bool:
        """Whether it was handed in, and stays as it is."""
        return self.given_at is not None

    def show(self, *, at: datetime) -> None:
        """A counselor may read it from now on; the first time counts."""
        if self.shown_at is None:
            self.shown_at = at
            self.save(update_fields=["shown_at"])

    def hide(self) -> None:
        """Private again."""
        self.shown_at = None
        self.save(update_fields=["shown_at"])

    def leave_unrated(self, *, at: datetime) -> None:
        """Its speaker goes on to the feedback without a rating; the first time counts."""
        if self.unrated_at is None:
            self.unrated_at = at
            self.save(update_fields=["unrated_at"])


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Feedback by name."""

    def owned_by(self, user: models.Model) -> Self:
        """That of one person."""
        return self.filter(answer__session__owner=user)


class Feedback(models.Model):
    """What the engine said about an answer, kept with the engine's version."""

    class Badge(models.TextChoices):
        """Three steps, and no number."""

        DRAFT = "draft", _("Draft")
        GETTING_THERE = "getting-there", _("Getting there")
        READY = "interview-ready", _("Interview-ready")

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="feedback", verbose_name=_("answer"))
    engine = models.CharField(_("engine"), max_length=20)
    # As `interviews.feedback.carrying.to_plain` writes it.
    result = models.JSONField(_("result"))
    badge = models.CharField(_("badge"), max_length=16, choices=Badge)
    # 1 to 5 as in `coach_answer`; it orders and compares, and is never shown as a number.
    quality = models.PositiveSmallIntegerField(_("quality"))
    # The code of the one next step; "keep" where there is none.
    next_step = models.CharField(_("next step"), max_length=24)
    made_at = models.DateTimeField(_("made at"), auto_now=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return f"{self.answer_id}: {self.badge}"


class Disagreement(models.Model):
    """A person says that a note of the engine is not true."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="disagreements", verbose_name=_("answer"))
    code = models.CharField(_("note"), max_length=40)
    # The words that the note pointed at, so that editors see what misled it.
    quote = models.CharField(_("words it was about"), max_length=300, blank=True)
    engine = models.CharField(_("engine"), max_length=20)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("“not true” to a note")
        verbose_name_plural = _("“not true” to notes")
        constraints = [
            models.UniqueConstraint(fields=["answer", "code", "quote"], name="disagreement_once_a_note"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.quote[:40]}"


class Recording(models.Model):
    """A spoken answer, kept on the server because its speaker chose so."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="recording", verbose_name=_("answer"))
    file = models.FileField(_("file"), upload_to="recordings/%Y/%m/")
    media_type = models.CharField(_("media type"), max_length=60)
    size = models.PositiveIntegerField(_("size in bytes"))
    duration_s = models.PositiveIntegerField(_("seconds"), null=True, blank=True)
    # Counted by its speaker while listening: a transcript leaves most of them out.
    filler_taps = models.PositiveSmallIntegerField(_("fillers counted while listening"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("recording")

    def __str__(self) -> str:
        return f"{self.answer_id} ({self.media_type})"
