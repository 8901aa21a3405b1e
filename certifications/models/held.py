"""What a person holds, or is working towards."""

import secrets
from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models import Credential, Role, State


class HeldCredentialQuerySet(models.QuerySet["HeldCredential"]):
    """Held credentials by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(holder=user)

    def held(self) -> Self:
        """Those that were earned, in force or not."""
        return self.filter(stage=HeldCredential.Stage.CERTIFIED)

    def expiring_by(self, day: date) -> Self:
        """Earned ones whose last day comes by then."""
        return self.held().filter(expires_on__lte=day)

    def ending_between(self, first: date, last: date) -> Self:
        """Earned ones whose last day lies between two days, both included."""
        return self.held().filter(expires_on__range=(first, last))


class HeldCredential(models.Model):
    """A credential, from considered to held: of the catalogue, of a state, or any other by its name."""

    class Stage(models.TextChoices):
        """How far someone has come; whether it has expired follows from its dates."""

        CONSIDERING = "considering", _("Considering it")
        PREPARING = "preparing", _("Preparing for the exam")
        APPLIED = "applied", _("Applied, or exam booked")
        CERTIFIED = "certified", _("I hold it")
        GIVEN_UP = "given-up", _("No longer kept up")

    class Provenance(models.TextChoices):
        """Who says so."""

        SELF = "self", _("Reported by the holder")
        EVIDENCE = "evidence", _("Evidence seen by staff")

    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="held_credentials",
        verbose_name=_("holder"),
        editable=False,
    )
    credential = models.ForeignKey(
        Credential, models.PROTECT, null=True, blank=True, related_name="held_by", verbose_name=_("credential")
    )
    name = models.CharField(
        _("name"), max_length=160, blank=True, help_text=_("Only for a credential that is not in the catalogue.")
    )
    role = models.ForeignKey(
        Role,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("role"),
        help_text=_("With the state, this finds the state’s renewal rule."),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state"),
        help_text=_("The state that issued it, where a state did."),
    )
    stage = models.CharField(_("how far"), max_length=12, choices=Stage, default=Stage.CONSIDERING)
    number = models.CharField(_("number"), max_length=60, blank=True)
    earned_on = models.DateField(_("earned on"), null=True, blank=True)
    expires_on = models.DateField(
        _("valid through"), null=True, blank=True, help_text=_("The last day printed on it. It beats any rule.")
    )
    birth_month = models.PositiveSmallIntegerField(
        _("month of birth"), null=True, blank=True, help_text=_("Only where the state counts from it.")
    )
    note = models.TextField(_("note"), max_length=2000, blank=True)
    provenance = models.CharField(
        _("provenance"), max_length=8, choices=Provenance, default=Provenance.SELF, editable=False
    )
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("seen by"),
        editable=False,
    )
    seen_at = models.DateTimeField(_("seen at"), null=True, editable=False)
    sequence = models.PositiveIntegerField(_("calendar sequence"), default=0, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = HeldCredentialQuerySet.as_manager()

    class Meta:
        ordering = [F("expires_on").asc(nulls_last=True), "pk"]
        verbose_name = _("held credential")
        constraints = [
            models.CheckConstraint(
                condition=Q(credential__isnull=False) | ~Q(name=""),
                name="held_credential_has_a_name",
                violation_error_message=_("Choose a credential, or write its name."),
            ),
            models.CheckConstraint(
                condition=Q(earned_on__isnull=True) | Q(expires_on__isnull=True) | Q(expires_on__gte=F("earned_on")),
                name="held_credential_expires_after_it_is_earned",
                violation_error_message=_("The last day must not come before the day it was earned."),
            ),
            models.CheckConstraint(
                condition=~Q(stage="certified") | Q(earned_on__isnull=False),
                name="held_credential_was_earned_on_a_day",
                violation_error_message=_("Write the day on which you earned it."),
            ),
            models.CheckConstraint(
                condition=Q(birth_month__isnull=True) | Q(birth_month__range=(1, 12)),
                name="held_credential_birth_month_is_a_month",
                violation_error_message=_("A month is a number from 1 to 12."),
            ),
            models.UniqueConstraint(
                fields=["holder", "credential"],
                condition=Q(state__isnull=True),
                name="held_credential_once_a_person",
                violation_error_message=_("You keep this credential already. Open it and change it there."),
            ),
            models.UniqueConstraint(
                fields=["holder", "credential", "state"],
                condition=Q(state__isnull=False),
                name="held_credential_once_a_person_and_state",
                violation_error_message=_("You keep this credential for that state already. Change it there."),
            ),
            models.UniqueConstraint(
                F("holder"),
                Lower("name"),
                condition=Q(credential__isnull=True),
                name="held_credential_once_a_name",
                violation_error_message=_("You keep one by this name already. Open it, or give this one another name."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page where its holder keeps it."""
        return reverse("held:detail", args=[self.pk])

    @property
    def title(self) -> str:
        """What it is called: its own name, or the catalogue's letters and issuer."""
        if self.name or self.credential is None:
            return self.name
        letters = self.credential.abbreviation or self.credential.name
        return f"{letters}, {self.credential.issuer}"

    @property
    def is_held(self) -> bool:
        """Whether it was earned and is kept up."""
        return self.stage == self.Stage.CERTIFIED

    @property
    def was_seen(self) -> bool:
        """Whether staff saw the certificate."""
        return self.provenance == self.Provenance.EVIDENCE

    def move_to(self, stage: Stage) -> None:
        """Take it to another stage; what was earned keeps its dates."""
        self.stage = stage
        self.sequence += 1
        self.save(update_fields=["stage", "sequence"])

    def last_until(self, day: date) -> None:
        """It is now valid through another day; calendars that know it follow."""
        self.expires_on = day
        self.sequence += 1
        self.save(update_fields=["expires_on", "sequence"])


class ExamAppointmentQuerySet(models.QuerySet["ExamAppointment"]):
    """Exam appointments by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(held__holder=user)

    def to_come(self, now: datetime) -> Self:
        """Those not cancelled whose hour is still to come."""
        return self.filter(at__gt=now, cancelled_at__isnull=True)

    def since(self, moment: datetime) -> Self:
        """Those from a moment on, cancelled ones too."""
        return self.filter(at__gte=moment)


class ExamAppointment(models.Model):
    """The day and hour of an exam."""

    held = models.ForeignKey(
        HeldCredential, models.CASCADE, related_name="appointments", verbose_name=_("credential"), editable=False
    )
    at = models.DateTimeField(_("day and hour"))
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("A test center, or “at home, online”.")
    )
    confirmation = models.CharField(_("confirmation number"), max_length=60, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    sequence = models.PositiveIntegerField(_("calendar sequence"), default=0, editable=False)

    objects = ExamAppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        verbose_name = _("exam appointment")

    def __str__(self) -> str:
        return f"{self.held}, {self.at:%d %b %Y}"

    def cancel(self, *, at: datetime) -> None:
        """The exam does not take place then; calendars that know it follow."""
        self.cancelled_at = at
        self.sequence += 1
        self.save(update_fields=["cancelled_at", "sequence"])


def _new_token() -> str:
    return secrets.token_urlsafe(24)


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    """Share links by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(held__holder=user)

    def open(self, now: datetime) -> Self:
        """Those that still open something."""
        return self.filter(expires_at__gt=now, revoked_at__isnull=True)


class ShareLink(models.Model):
    """Shows chosen fields of one credential to whoever holds the link, until it ends or is taken back."""

    class Shown(models.TextChoices):
        """What may be shown besides the credential's name and who says so."""

        HOLDER = "holder", _("My name")
        NUMBER = "number", _("The number")
        EARNED = "earned", _("The day it was earned")
        EXPIRES = "expires", _("The last day")
        STATUS = "status", _("Whether it is in force")

    held = models.ForeignKey(
        HeldCredential, models.CASCADE, related_name="share_links", verbose_name=_("credential"), editable=False
    )
    token = models.CharField(_("token"), max_length=64, unique=True, default=_new_token, editable=False)
    label = models.CharField(_("for whom"), max_length=80, help_text=_("Only you see this, to tell links apart."))
    shown = models.JSONField(_("what it shows"), default=list)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("ends at"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True, editable=False)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("share link")

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """What whoever holds the link opens."""
        return reverse("certifications:shared", args=[self.token])

    def is_open(self, now: datetime) -> bool:
        """Whether it still opens something."""
        return self.revoked_at is None and now < self.expires_at

    def shows(self, field: str) -> bool:
        """Whether the holder chose to show the field."""
        return field in self.shown

    @property
    def shown_words(self) -> list[str]:
        """What it shows, in the words of the choices."""
        return [str(choice.label) for choice in self.Shown if choice in self.shown]

    def revoke(self, *, at: datetime) -> None:
        """From now on it opens nothing; the first time counts."""
        if self.revoked_at is None:
            self.revoked_at = at
            self.save(update_fields=["revoked_at"])
