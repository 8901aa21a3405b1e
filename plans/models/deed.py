"""What a person did, as the parts of the app saw it: what steps are ticked off by, and weeks are counted by."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Doing(models.TextChoices):
    """The things that the app sees being done. A step, or a goal of the week, names one of them."""

    POSTING_SAVED = "posting-saved", _("Save a posting")
    APPLIED = "applied", _("Send an application")
    FOLLOWED_UP = "followed-up", _("Follow up on an application")
    CONTACT_ADDED = "contact-added", _("Write down someone you know")
    IN_TOUCH = "in-touch", _("Be in touch with someone")
    MESSAGE_SENT = "message-sent", _("Send a message")
    EVENT_ATTENDED = "event-attended", _("Go to an event")
    PITCH_WRITTEN = "pitch-written", _("Write an introduction")
    PROFILE_POINT = "profile-point", _("Improve your online profile")
    ALERT_SET_UP = "alert-set-up", _("Set up a job alert")
    RESUME_REVIEWED = "resume-reviewed", _("Have a resume or letter reviewed")
    QUESTION_ANSWERED = "question-answered", _("Answer an interview question")
    INTERVIEW_HELD = "interview-held", _("Have an interview")
    THANKS_SENT = "thanks-sent", _("Send a thank-you note")
    OFFER = "offer", _("Get an offer")
    HIRED = "hired", _("Accept an offer")
    EXAM_PRACTICED = "exam-practiced", _("Take a practice test")
    CE_LOGGED = "ce-logged", _("Log continuing education")
    CREDENTIAL_EARNED = "credential-earned", _("Earn a certification")
    GOAL_REACHED = "goal-reached", _("Reach a goal")


class DeedQuerySet(models.QuerySet["Deed"]):
    """Deeds by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def between(self, first: date, last: date) -> Self:
        """Those of the days, both included."""
        return self.filter(on__range=(first, last))


class Deed(models.Model):
    """One thing done. The key names what it was done with, so that nothing counts twice."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    doing = models.CharField(_("what"), max_length=20, choices=Doing)
    key = models.CharField(_("key"), max_length=80)
    on = models.DateField(_("on"))
    # What it was, in the words that the person knows it by.
    title = models.CharField(_("title"), max_length=200, blank=True)

    objects = DeedQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("deed")
        indexes = [models.Index(fields=["owner", "doing", "on"], name="deed_by_day")]
        constraints = [models.UniqueConstraint(fields=["owner", "doing", "key"], name="deed_once")]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.get_doing_display()}"
