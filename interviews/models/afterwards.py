"""What comes after an interview: how it went, what was asked, the notes of thanks and the follow-ups."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews.models.interview import Interview
from interviews.models.question import Question


class DebriefQuerySet(models.QuerySet["Debrief"]):
    """Debriefs by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(interview__owner=user)


class Debrief(models.Model):
    """How it went, written down right after."""

    interview = models.OneToOneField(
        Interview, models.CASCADE, related_name="debrief", verbose_name=_("interview"), editable=False
    )
    went_well = models.TextField(_("what went well"), max_length=3000, blank=True)
    was_hard = models.TextField(_("what was hard"), max_length=3000, blank=True)
    learned = models.TextField(_("what you learned about the job"), max_length=3000, blank=True)
    next_step = models.TextField(_("what happens next"), max_length=1000, blank=True)
    hear_by_on = models.DateField(_("they will be in touch by"), null=True, blank=True)
    heard_on = models.DateField(_("they were in touch on"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"))

    objects = DebriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("debrief")

    def __str__(self) -> str:
        return str(self.interview)


class AskedQuestionQuerySet(models.QuerySet["AskedQuestion"]):
    """What was asked, by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person's interviews."""
        return self.filter(interview__owner=user)


class AskedQuestion(models.Model):
    """A question that was asked in an interview; it points to one of the bank, or to one of the person's own."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="asked", verbose_name=_("interview"), editable=False
    )
    question = models.ForeignKey(Question, models.CASCADE, related_name="+", verbose_name=_("question"))
    # As the person remembers it.
    text = models.CharField(_("as it was asked"), max_length=400)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("question that was asked")
        verbose_name_plural = _("questions that were asked")
        constraints = [models.UniqueConstraint(fields=["interview", "question"], name="question_asked_once")]

    def __str__(self) -> str:
        return self.text


class NoteToEmployerQuerySet(models.QuerySet["NoteToEmployer"]):
    """Notes by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(interview__owner=user)

    def thanks(self) -> Self:
        """Notes of thanks."""
        return self.filter(kind=NoteToEmployer.Kind.THANKS)

    def follow_ups(self) -> Self:
        """Notes after silence."""
        return self.filter(kind=NoteToEmployer.Kind.FOLLOW_UP)

    def sent(self) -> Self:
        """Those that their writer sent."""
        return self.filter(sent_at__isnull=False)


class NoteToEmployer(models.Model):
    """A note to one person: thanks, or a follow-up. It is made of parts; nothing is ever sent by us."""

    class Kind(models.TextChoices):
        """What it is for."""

        THANKS = "thanks", _("Thank-you note")
        FOLLOW_UP = "follow-up", _("Follow-up")

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="employer_notes", verbose_name=_("interview"), editable=False
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.THANKS, editable=False)
    to = models.CharField(_("to whom"), max_length=80)
    # The specific point that was discussed: without it the note would be anyone's.
    point = models.CharField(_("what you talked about"), max_length=200, blank=True)
    tie = models.CharField(_("what you can bring to it"), max_length=200, blank=True)
    signed = models.CharField(_("your name"), max_length=120, blank=True)
    # The writer's own wording; empty while the parts make it.
    body = models.TextField(_("note"), max_length=4000, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = NoteToEmployerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("note to an employer")
        verbose_name_plural = _("notes to employers")
        constraints = [
            models.UniqueConstraint(
                Lower("to"),
                "interview",
                condition=Q(kind="thanks"),
                name="thank_you_note_once_a_person",
                violation_error_message=_("A note to this person is begun already. Open that one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.to}"

    def get_absolute_url(self) -> str:
        """Where it is written."""
        return reverse("interviews:note", args=[self.pk])

    @property
    def is_sent(self) -> bool:
        """Whether its writer sent it."""
        return self.sent_at is not None

    @property
    def is_thanks(self) -> bool:
        """Whether it gives thanks; it follows up otherwise."""
        return self.kind == self.Kind.THANKS

    def mark_sent(self, *, body: str, at: datetime) -> None:
        """It went out in these words; the first time counts."""
        if self.sent_at is None:
            self.body, self.sent_at = body, at
            self.save(update_fields=["body", "sent_at"])

    def mark_unsent(self) -> None:
        """It did not go out after all."""
        self.sent_at = None
        self.save(update_fields=["sent_at"])
