"""Words to write to people: messages, and the introduction of half a minute. Nothing is ever sent by us."""

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobsearch.models.application import Application
from jobsearch.models.contact import Contact
from jobsearch.models.event import Event


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Message(models.Model):
    """A message that a person writes here and sends themselves. Blanks stand in it as [[what belongs here]]."""

    class Kind(models.TextChoices):
        """What it is for."""

        INTRODUCTION = "introduction", _("Introduce yourself")
        INFORMATIONAL = "informational", _("Ask for a talk about the job")
        REFERRAL = "referral", _("Ask for a word for you")
        RECRUITER = "recruiter", _("Answer a recruiter")
        AFTER_FAIR = "after-fair", _("After a fair or a meeting")
        AFTER_INTERVIEW = "after-interview", _("After an interview")
        MISSED_CALL = "missed-call", _("They named a time and did not call")
        FOLLOW_UP = "follow-up", _("Ask how an application stands")
        THANKS = "thanks", _("Say thank you")
        STAY = "stay", _("Stay in touch")
        ACCEPT = "accept", _("Accept an offer")
        DECLINE = "decline", _("Decline an offer")
        WITHDRAW = "withdraw", _("Withdraw an application")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    kind = models.CharField(_("what it is for"), max_length=15, choices=Kind)
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="messages", verbose_name=_("to whom")
    )
    application = models.ForeignKey(
        Application,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("about which application"),
    )
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="messages", verbose_name=_("about which event")
    )
    to = models.CharField(_("name of the person"), max_length=120, blank=True)
    subject = models.CharField(_("subject"), max_length=160, blank=True)
    text = models.TextField(_("message"), max_length=6000)
    used_on = models.DateField(_("sent on"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("message")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.to}" if self.to else self.get_kind_display()

    def get_absolute_url(self) -> str:
        """Where it is written."""
        return reverse("outreach:message", args=[self.pk])


# Characters of each part of an introduction; longer than half a minute is no use to anyone.
LONGEST_PARTS = {"who": 300, "proof": 400, "seeking": 300, "question": 200}


class PitchQuerySet(models.QuerySet["Pitch"]):
    """Introductions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Pitch(models.Model):
    """An introduction of half a minute: who I am, what I have shown, what I look for, and a question."""

    class Audience(models.TextChoices):
        """Who listens; the values are those of the engine."""

        FAIR = "fair", _("An employer at a job fair")
        RECRUITER = "recruiter", _("A recruiter")
        COLLEAGUE = "colleague", _("Someone who does the work")
        FRIEND = "friend", _("A friend of the family")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    audience = models.CharField(_("who listens"), max_length=9, choices=Audience, default=Audience.FAIR)
    title = models.CharField(_("for whom"), max_length=80)
    who = models.CharField(_("who you are"), max_length=LONGEST_PARTS["who"], blank=True)
    proof = models.CharField(_("what you have done that proves it"), max_length=LONGEST_PARTS["proof"], blank=True)
    seeking = models.CharField(_("what you look for, and why there"), max_length=LONGEST_PARTS["seeking"], blank=True)
    question = models.CharField(_("the question you end with"), max_length=LONGEST_PARTS["question"], blank=True)
    # The writer's own wording; empty while the parts make it.
    text = models.TextField(_("in your own words"), max_length=2000, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = PitchQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("introduction")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is built."""
        return reverse("outreach:pitch", args=[self.pk])


class ProfileTickQuerySet(models.QuerySet["ProfileTick"]):
    """Ticks by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class ProfileTick(models.Model):
    """A point of the checklist for an online profile that is done."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    key = models.CharField(_("point"), max_length=40)
    done_on = models.DateField(_("done on"))

    objects = ProfileTickQuerySet.as_manager()

    class Meta:
        verbose_name = _("tick")
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="profile_tick_once_a_point")]

    def __str__(self) -> str:
        return self.key
