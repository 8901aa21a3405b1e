"""A real interview: when and where, what to find out, what to bring, how it went, the thanks."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models import Role
from jobsearch.models import Application

# A thank-you note is best sent within a day; two hours after the interview is a good moment to write it.
THANK_AFTER = timedelta(hours=2)
THANK_WITHIN = timedelta(hours=24)
# A follow-up is due when the day they named has passed, or after a silent week.
SILENT = timedelta(days=7)


class InterviewQuerySet(models.QuerySet["Interview"]):
    """Interviews by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def planned(self) -> Self:
        """Those that are to take place, or whose outcome nobody has written down."""
        return self.filter(state=Interview.State.PLANNED)

    def coming(self, now: datetime) -> Self:
        """Planned ones that have not begun, the next first; those without a time last."""
        ahead = Q(starts_at__gt=now) | Q(starts_at__isnull=True)
        return self.planned().filter(ahead).order_by(models.F("starts_at").asc(nulls_last=True), "pk")


class Interview(models.Model):
    """One conversation with an employer; a second round is another one."""

    class State(models.TextChoices):
        """Whether it took place."""

        PLANNED = "planned", _("Planned")
        DONE = "done", _("Took place")
        CANCELLED = "cancelled", _("Cancelled")

    class Way(models.TextChoices):
        """How people meet."""

        ON_SITE = "on-site", _("At their place")
        PHONE = "phone", _("By phone")
        VIDEO = "video", _("By video")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="interviews", verbose_name=_("person"), editable=False
    )
    application = models.ForeignKey(
        Application,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interviews",
        verbose_name=_("application"),
    )
    employer = models.CharField(_("employer"), max_length=160)
    job_title = models.CharField(_("job title"), max_length=160, blank=True)
    role = models.ForeignKey(Role, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("role"))
    round = models.PositiveSmallIntegerField(
        _("round"), default=1, validators=[MinValueValidator(1), MaxValueValidator(9)]
    )
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=45, validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    way = models.CharField(_("how"), max_length=8, choices=Way, default=Way.ON_SITE)
    place = models.CharField(_("address, number or link"), max_length=300, blank=True)
    people = models.CharField(_("whom you will meet"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), max_length=4000, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PLANNED)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = [models.F("starts_at").desc(nulls_first=True), "-pk"]
        verbose_name = _("interview")

    def __str__(self) -> str:
        return self.employer

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("interviews:detail", args=[self.pk])

    @property
    def ends_at(self) -> datetime | None:
        """When it is likely to be over."""
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)

    @property
    def thank_by(self) -> datetime | None:
        """By when a thank-you note should be out."""
        return self.ends_at and self.ends_at + THANK_WITHIN


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


class PreparationItem(models.Model):
    """One thing to see to before or on the day; the usual ones are put there, others are the person's own."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="items", verbose_name=_("interview"), editable=False
    )
    # Empty for a person's own.
    key = models.SlugField(_("key"), max_length=40, blank=True, editable=False)
    text = models.CharField(_("what"), max_length=200)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("thing to prepare")
        verbose_name_plural = _("things to prepare")
        constraints = [
            models.UniqueConstraint(fields=["interview", "key"], condition=~Q(key=""), name="preparation_once_a_key"),
        ]

    def __str__(self) -> str:
        return self.text


class QuestionToAsk(models.Model):
    """What a person wants to ask the employer, and what they heard."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="to_ask", verbose_name=_("interview"), editable=False
    )
    text = models.CharField(_("question"), max_length=300)
    heard = models.TextField(_("what they said"), max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("question to ask")
        verbose_name_plural = _("questions to ask")
        constraints = [models.UniqueConstraint(fields=["interview", "text"], name="question_to_ask_once")]

    def __str__(self) -> str:
        return self.text


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
    followed_up_on = models.DateField(_("you followed up on"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("debrief")

    def __str__(self) -> str:
        return str(self.interview)


class ThankYouNote(models.Model):
    """A note of thanks to one person who was there; nothing is ever sent by us."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="thanks", verbose_name=_("interview"), editable=False
    )
    to = models.CharField(_("to whom"), max_length=120)
    # The specific point that was discussed: without it the note would be anyone's.
    point = models.CharField(_("what you talked about"), max_length=300, blank=True)
    tie = models.CharField(_("what you can bring to it"), max_length=300, blank=True)
    body = models.TextField(_("note"), max_length=4000, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("thank-you note")

    def __str__(self) -> str:
        return self.to
