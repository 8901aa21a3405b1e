"""People a person knows, and when they last spoke."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobsearch.models.application import Application
from jobsearch.models.event import Event


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def due_on(self, day: date) -> Self:
        """Those whose ideal day has come, and who do not rest."""
        return self.filter(due_on__lte=day).filter(Q(rests_until__isnull=True) | Q(rests_until__lte=day))

    def quiet_since(self, day: date) -> Self:
        """Those whom nobody was in touch with since before the day; those never spoken to are among them."""
        return self.filter(Q(last_on__lt=day) | Q(last_on__isnull=True))


class Contact(models.Model):
    """One person: how one met, where they work, and how often one means to be in touch."""

    class Relation(models.TextChoices):
        """Who they are to the person."""

        COLLEAGUE = "colleague", _("Works or worked with me")
        MANAGER = "manager", _("Is or was my manager")
        SCHOOL = "school", _("From school or training")
        RECRUITER = "recruiter", _("Recruits for an employer")
        INSIDER = "insider", _("Works where I would like to")
        MENTOR = "mentor", _("Mentor")
        FRIEND = "friend", _("Friend or family")
        OTHER = "other", _("Another")

    class Referral(models.TextChoices):
        """Whether they put in a word."""

        NONE = "", _("Not asked")
        THINKING = "thinking", _("I mean to ask")
        ASKED = "asked", _("Asked")
        PROMISED = "promised", _("Said yes")
        DONE = "done", _("Recommended me")
        DECLINED = "declined", _("Rather not")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="contacts", verbose_name=_("person"), editable=False
    )
    name = models.CharField(_("name"), max_length=120)
    relation = models.CharField(_("who they are to you"), max_length=9, choices=Relation, blank=True)
    employer = models.CharField(_("employer"), max_length=160, blank=True)
    job_title = models.CharField(_("job title"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    link = models.URLField(_("profile on the web"), max_length=300, blank=True)
    how_met = models.CharField(_("how you met"), max_length=300, blank=True)
    met_at = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="contacts", verbose_name=_("met at")
    )
    met_on = models.DateField(_("met on"), null=True, blank=True)
    applications = models.ManyToManyField(
        Application, blank=True, related_name="contacts", verbose_name=_("applications")
    )
    referral = models.CharField(_("a word for you"), max_length=9, choices=Referral, blank=True, default="")
    referral_on = models.DateField(_("on which day"), null=True, blank=True, editable=False)
    notes = models.TextField(_("notes"), max_length=6000, blank=True)
    # How often one means to be in touch, and when it is really time. Empty means: no rhythm.
    ideal_days = models.PositiveSmallIntegerField(
        _("be in touch every"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(730)]
    )
    latest_days = models.PositiveSmallIntegerField(
        _("at the latest after"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(730)]
    )
    rests_until = models.DateField(_("rests until"), null=True, blank=True)
    # Counted from the last real contact (else from the day one met, else from the day it was written down):
    # `jobsearch.actions.contacts` keeps them.
    last_on = models.DateField(_("last in touch on"), null=True, editable=False)
    due_on = models.DateField(_("due on"), null=True, editable=False)
    late_on = models.DateField(_("late on"), null=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("contact")
        indexes = [
            models.Index(fields=["owner", "due_on"], name="contact_by_due_day"),
            models.Index(fields=["owner", "name"], name="contact_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ideal_days__isnull=True)
                | Q(latest_days__isnull=True)
                | Q(ideal_days__lte=F("latest_days")),
                name="contact_latest_after_ideal",
                violation_error_message=_("The latest day cannot come before the ideal one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Their page."""
        return reverse("contacts:detail", args=[self.pk])

    def count_from(self, day: date) -> None:
        """Set both days, counted from a day; nothing is saved."""
        self.due_on = day + timedelta(days=self.ideal_days) if self.ideal_days else None
        self.late_on = day + timedelta(days=self.latest_days) if self.latest_days else None


class InteractionQuerySet(models.QuerySet["Interaction"]):
    """Interactions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(contact__owner=user)

    def real(self) -> Self:
        """Those in which both had a part."""
        return self.filter(is_real=True)


class Interaction(models.Model):
    """One time of being in touch, or of trying to."""

    class Kind(models.TextChoices):
        """How."""

        MET = "met", _("Met")
        CALL = "call", _("Phone call")
        VIDEO = "video", _("Video call")
        EMAIL = "email", _("E-mail")
        MESSAGE = "message", _("Message")
        LETTER = "letter", _("Letter or card")
        COMMENT = "comment", _("Comment on the web")

    contact = models.ForeignKey(
        Contact, models.CASCADE, related_name="interactions", verbose_name=_("contact"), editable=False
    )
    on = models.DateField(_("on"))
    kind = models.CharField(_("how"), max_length=7, choices=Kind)
    # A message without an answer is an attempt, and the clock goes on.
    is_real = models.BooleanField(_("we were in touch"), default=True)
    application = models.ForeignKey(
        Application,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interactions",
        verbose_name=_("about which application"),
    )
    text = models.TextField(_("what it was about"), max_length=4000, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = InteractionQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("interaction")
        indexes = [models.Index(fields=["contact", "on"], name="interaction_by_day")]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.get_kind_display()}"
