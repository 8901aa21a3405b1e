"""Job advertisements that a person saved."""

from collections.abc import Mapping
from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guides.models import Role

# An advertisement of several pages has some 10,000 characters.
LONGEST = 30_000
# A chain of which someone saved more ads than this is looked at in the newest ones.
MOST_ALIKE = 40


class PostingQuerySet(models.QuerySet["Posting"]):
    """Postings by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def same_as(self, job: Mapping[str, str]) -> "Posting | None":
        """The newest one with the same ad, or, of a job without an ad, with the same title and employer."""
        if text := job.get("text", "").strip():
            found = self.filter(text=text)
        else:
            found = self.filter(title__iexact=job.get("title", ""), employer__iexact=job.get("employer", ""))
        return found.select_related("application").first()

    def with_fingerprint(self, fingerprint: str) -> "Posting | None":
        """The newest one whose ad says the same, spaces and case put aside."""
        return self.filter(fingerprint=fingerprint).first() if fingerprint else None

    def named_like(self, employer: str) -> Self:
        """The newest ones of employers whose name holds the first telling word of this one."""
        word = max(employer.split()[:2], key=len, default="")
        return self.filter(employer__icontains=word)[:MOST_ALIKE] if word else self.none()


class Posting(models.Model):
    """A job ad as its reader saved it. The text stays as pasted; the rest is read from it, and can be corrected."""

    class Source(models.TextChoices):
        """Where a person came upon it; what numbers are counted by."""

        EMPLOYER = "employer", _("The employer’s own site")
        JOB_BOARD = "job-board", _("A job board")
        STATE_BANK = "state-bank", _("The state’s job bank")
        NETWORK = "network", _("A person I know")
        SOCIAL = "social", _("A network on the web, such as LinkedIn")
        EVENT = "event", _("A fair or a meeting")
        AGENCY = "agency", _("An agency or a recruiter")
        CENTER = "center", _("A school or a career center")
        WALK_IN = "walk-in", _("I asked in person")
        OTHER = "other", _("Elsewhere")

    class Per(models.TextChoices):
        """What the pay is for."""

        HOUR = "hour", _("an hour")
        WEEK = "week", _("a week")
        MONTH = "month", _("a month")
        YEAR = "year", _("a year")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="postings", verbose_name=_("person"), editable=False
    )
    title = models.CharField(_("job title"), max_length=160)
    employer = models.CharField(_("employer"), max_length=160, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    # Empty where a person heard of a job, or came to write it down without an ad.
    text = models.TextField(_("the whole ad"), max_length=LONGEST, blank=True)
    link = models.URLField(_("address of the ad"), max_length=500, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    pay_low = models.DecimalField(
        _("pay from"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    pay_high = models.DecimalField(
        _("pay to"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    pay_per = models.CharField(_("pay is for"), max_length=5, choices=Per, blank=True)
    hours = models.CharField(_("hours and shift"), max_length=120, blank=True)
    # One a line, in the words of the ad.
    musts = models.TextField(_("what they ask for"), max_length=6000, blank=True)
    nices = models.TextField(_("what would be nice to have"), max_length=6000, blank=True)
    source = models.CharField(_("where I found it"), max_length=10, choices=Source, blank=True)
    source_name = models.CharField(_("which one"), max_length=80, blank=True)
    # What the text says once spaces and case are put aside; the same ad pasted twice has the same.
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True, editable=False)
    role = models.ForeignKey(
        Role, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("role"), editable=False
    )
    made_at = models.DateTimeField(_("saved at"), auto_now_add=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("posting")
        indexes = [models.Index(fields=["owner", "fingerprint"], name="posting_same_text")]
        constraints = [
            models.CheckConstraint(
                condition=Q(pay_low__isnull=True) | Q(pay_high__isnull=True) | Q(pay_low__lte=F("pay_high")),
                name="posting_pay_rises",
                violation_error_message=_("The lower end of the pay is above the upper end. Swap them."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.employer}" if self.employer else self.title
