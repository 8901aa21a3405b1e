"""The ledger of continuing education: what was done, for which cycle, and how it counted."""

import secrets
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from certifications.models.held import HeldCredential


class CECreditQuerySet(models.QuerySet["CECredit"]):
    """Credits by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def serving(self, held: HeldCredential) -> Self:
        """Those put towards one credential."""
        return self.filter(serves=held)


class CECredit(models.Model):
    """One completed activity of continuing education; it may serve several credentials."""

    class Unit(models.TextChoices):
        """What the quantity counts."""

        HOUR = "hour", _("hours")
        CEU = "ceu", _("CEU (ACPE: 1 CEU is 10 hours)")
        NHA_CREDIT = "nha_credit", _("NHA credits (1 credit is 2 hours)")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="ce_credits", verbose_name=_("person"), editable=False
    )
    title = models.CharField(_("title"), max_length=200)
    provider = models.CharField(_("provider"), max_length=160, blank=True)
    completed_on = models.DateField(_("completed on"))
    quantity = models.DecimalField(_("how much"), max_digits=6, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, default=Unit.HOUR)
    activity_id = models.CharField(
        _("activity number"), max_length=60, blank=True, help_text=_("Such as an ACPE UAN. The same one counts once.")
    )
    tags = models.JSONField(_("marks"), default=list, blank=True, help_text=_("Topic, audience, delivery, source."))
    serves = models.ManyToManyField(
        HeldCredential,
        blank=True,
        related_name="credits",
        verbose_name=_("serves"),
        help_text=_("The credentials that this credit is put towards."),
    )
    is_rejected = models.BooleanField(_("rejected by the issuer"), default=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = CECreditQuerySet.as_manager()

    class Meta:
        ordering = ["-completed_on", "-pk"]
        verbose_name = _("CE credit")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0) & Q(quantity__lte=500),
                name="ce_credit_quantity_is_possible",
                violation_error_message=_("Hours must be more than 0 and at most 500, such as 1.5."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page where its owner keeps it."""
        return reverse("ce:edit", args=[self.pk])


class EvidenceFileQuerySet(models.QuerySet["EvidenceFile"]):
    """Certificate files by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class EvidenceFile(models.Model):
    """A certificate as a file. It lies in private storage and is shown to its owner alone."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="evidence_files",
        verbose_name=_("person"),
        editable=False,
    )
    held = models.ForeignKey(
        HeldCredential, models.CASCADE, null=True, blank=True, related_name="files", verbose_name=_("credential")
    )
    credit = models.ForeignKey(
        CECredit, models.CASCADE, null=True, blank=True, related_name="files", verbose_name=_("CE credit")
    )
    file = models.FileField(_("file"), upload_to="certificates/%Y/", max_length=200)
    name = models.CharField(_("name"), max_length=160)
    media_type = models.CharField(_("kind"), max_length=60)
    size = models.PositiveIntegerField(_("size, bytes"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    objects = EvidenceFileQuerySet.as_manager()

    class Meta:
        ordering = ["added_at"]
        verbose_name = _("certificate file")
        constraints = [
            models.CheckConstraint(
                condition=Q(held__isnull=False, credit__isnull=True) | Q(held__isnull=True, credit__isnull=False),
                name="evidence_belongs_to_one_thing",
                violation_error_message=_("A file belongs to a credential or to a credit."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def thing(self) -> HeldCredential | CECredit:
        """What it is a certificate of."""
        if self.held is not None:
            return self.held
        if self.credit is not None:
            return self.credit
        raise LookupError("A file belongs to a credential or to a credit.")


class RenewalCycleQuerySet(models.QuerySet["RenewalCycle"]):
    """Cycles by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(held__holder=user)

    def open(self) -> Self:
        """Those whose renewal was not filed yet."""
        return self.filter(filed_on__isnull=True)

    def filed(self) -> Self:
        """Those whose renewal was filed."""
        return self.filter(filed_on__isnull=False)

    def overlapping(self, starts_on: date, ends_on: date) -> Self:
        """Those that share a day with the days from the first to the last."""
        return self.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)


class RenewalCycle(models.Model):
    """The time in which the hours for one renewal must be done: both days included. Filing freezes how they counted."""

    held = models.ForeignKey(
        HeldCredential, models.CASCADE, related_name="cycles", verbose_name=_("credential"), editable=False
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("through"))
    is_first = models.BooleanField(_("first cycle"), default=False)
    is_reinstating = models.BooleanField(_("to be reinstated"), default=False)
    carry_in = models.DecimalField(_("hours carried in"), max_digits=6, decimal_places=2, default=0)
    filed_on = models.DateField(_("filed on"), null=True, blank=True, editable=False)
    rule_version = models.ForeignKey(
        "certifications.RenewalRuleVersion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cycles",
        verbose_name=_("rule it was filed under"),
        editable=False,
    )
    result = models.JSONField(_("how it counted"), null=True, blank=True, editable=False)

    objects = RenewalCycleQuerySet.as_manager()

    class Meta:
        ordering = ["held", "-starts_on"]
        verbose_name = _("renewal cycle")
        constraints = [
            models.UniqueConstraint(
                fields=["held", "starts_on"],
                name="cycle_once_a_start",
                violation_error_message=_("There is a cycle that begins on this day."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="cycle_ends_after_it_begins",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(carry_in__gte=0),
                name="cycle_carries_no_debt",
                violation_error_message=_("Hours carried in cannot be less than 0."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held}, {self.starts_on:%d %b %Y} to {self.ends_on:%d %b %Y}"

    def get_absolute_url(self) -> str:
        """The page that shows how its hours counted."""
        return reverse("ce:cycle", args=[self.pk])

    @property
    def is_filed(self) -> bool:
        """Whether how it counted is frozen."""
        return self.filed_on is not None


class CreditAllocation(models.Model):
    """How one credit counted in a cycle that was filed, or the reason why it did not. Never changed afterwards."""

    cycle = models.ForeignKey(
        RenewalCycle, models.CASCADE, related_name="allocations", verbose_name=_("cycle"), editable=False
    )
    credit = models.ForeignKey(
        CECredit, models.RESTRICT, related_name="allocations", verbose_name=_("CE credit"), editable=False
    )
    counted = models.DecimalField(_("hours counted"), max_digits=6, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=40, blank=True)

    class Meta:
        ordering = ["cycle", "pk"]
        verbose_name = _("allocation of a credit")
        constraints = [models.UniqueConstraint(fields=["cycle", "credit"], name="credit_allocated_once_a_cycle")]

    def __str__(self) -> str:
        return f"{self.credit}: {self.counted}"


class ReminderSent(models.Model):
    """A reminder that went out, so that none goes out twice; a corrected expiry starts anew."""

    held = models.ForeignKey(
        HeldCredential, models.CASCADE, related_name="reminders", verbose_name=_("credential"), editable=False
    )
    expires_on = models.DateField(_("for the last day"))
    days_before = models.PositiveSmallIntegerField(_("days before"))
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        ordering = ["held", "-sent_at"]
        verbose_name = _("reminder sent")
        constraints = [models.UniqueConstraint(fields=["held", "expires_on", "days_before"], name="reminder_sent_once")]

    def __str__(self) -> str:
        return f"{self.held}, {self.days_before}"


def new_feed_token() -> str:
    """A secret that nobody can guess."""
    return secrets.token_urlsafe(32)


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Calendar feeds by name."""

    def owned_by(self, user: models.Model) -> Self:
        """The one of a person, if there is one."""
        return self.filter(owner=user)


class CalendarFeed(models.Model):
    """The secret address under which a person's calendar program reads their dates."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed", verbose_name=_("person")
    )
    token = models.CharField(_("token"), max_length=64, unique=True, default=new_feed_token)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar feed")

    def __str__(self) -> str:
        return str(self.owner)

    def get_absolute_url(self) -> str:
        """The address that a calendar program reads."""
        return reverse("calendar_feed", args=[self.token])
