"""What became of a posting: stages with their days, what is to be done next, follow-ups."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobsearch.models.posting import Posting

# After so many silent days a follow-up is in place; two of them, and then it rests (design/jobsearch.md, section 5).
QUIET_AFTER: Final = timedelta(days=10)
MOST_FOLLOW_UPS: Final = 2


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Applications by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def open(self) -> Self:
        """Those that can still become a job."""
        return self.exclude(stage__in=Application.OVER)

    def under_way(self) -> Self:
        """Those that take time now: begun, and not over."""
        return self.open().exclude(stage=Application.Stage.SAVED)

    def sent(self) -> Self:
        """Those that went out, whatever became of them."""
        return self.filter(applied_on__isnull=False)

    def matching(self, words: str) -> Self:
        """Those whose job, employer, place or next action holds the words."""
        posting = Q(posting__title__icontains=words) | Q(posting__employer__icontains=words)
        return self.filter(posting | Q(posting__place__icontains=words) | Q(next_action__icontains=words))

    def as_rows(self) -> Self:
        """For lists: with the posting, without the long texts that no list shows."""
        return self.select_related("posting").defer("notes", "posting__text", "posting__musts", "posting__nices")

    def by_next_action(self) -> Self:
        """What is to be done first comes first; those without a day last."""
        return self.order_by(F("next_on").asc(nulls_last=True), "-last_on", "-pk")

    def without_terms(self) -> Self:
        """Those for which no terms of an offer are written down."""
        return self.filter(offer__isnull=True)

    def silent_on(self, day: date) -> Self:
        """Those that wait for the employer, and of which nobody heard for ten days."""
        return self.filter(stage__in=Application.WAITING, last_on__lte=day - QUIET_AFTER)


class Application(models.Model):
    """One application for one posting."""

    class Stage(models.TextChoices):
        """How far it has come."""

        SAVED = "saved", _("Saved")
        PREPARING = "preparing", _("Preparing")
        APPLIED = "applied", _("Applied")
        SCREENING = "screening", _("Screening")
        INTERVIEW = "interview", _("Interview")
        OFFER = "offer", _("Offer")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        REJECTED = "rejected", _("Rejected")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        QUIET = "quiet", _("Quiet")

    class Way(models.TextChoices):
        """How it went out, as work-search logs ask."""

        ONLINE = "online", _("Online form")
        EMAIL = "email", _("E-mail")
        IN_PERSON = "in-person", _("In person")
        PHONE = "phone", _("By phone")
        MAIL = "mail", _("By mail")
        AGENCY = "agency", _("Through an agency")

    BEFORE_APPLYING = (Stage.SAVED, Stage.PREPARING)
    # It is the employer's turn.
    WAITING = (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW)
    OVER = (Stage.ACCEPTED, Stage.DECLINED, Stage.REJECTED, Stage.WITHDRAWN, Stage.QUIET)

    NEXT = dict(pairwise((*BEFORE_APPLYING, *WAITING, Stage.OFFER, Stage.ACCEPTED)))

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="applications", verbose_name=_("person"), editable=False
    )
    posting = models.OneToOneField(
        Posting, models.CASCADE, related_name="application", verbose_name=_("posting"), editable=False
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.SAVED)
    applied_on = models.DateField(_("applied on"), null=True, blank=True)
    way = models.CharField(_("how I applied"), max_length=9, choices=Way, blank=True)
    whom = models.CharField(_("to whom"), max_length=120, blank=True)
    confirmation = models.CharField(_("confirmation number"), max_length=80, blank=True)
    next_action = models.CharField(_("what to do next"), max_length=200, blank=True)
    next_on = models.DateField(_("on which day"), null=True, blank=True)
    notes = models.TextField(_("notes"), max_length=6000, blank=True)
    # The day of the last movement: a stage, a follow-up, word from them. Ten days of silence are counted from here.
    last_on = models.DateField(_("last movement on"), null=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("application")
        indexes = [
            models.Index(fields=["owner", "stage"], name="application_by_stage"),
            models.Index(fields=["owner", "next_on"], name="application_by_next_day"),
            models.Index(fields=["stage", "last_on"], name="application_by_last_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=["saved", "preparing", "withdrawn"]) | Q(applied_on__isnull=False),
                name="application_was_sent_on_a_day",
                violation_error_message=_("Write the day on which you applied."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.posting)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("jobs:detail", args=[self.pk])

    @property
    def likely_next(self) -> str:
        """The stage that usually comes next; where it is over, the one it has."""
        return self.NEXT.get(self.Stage(self.stage), self.stage)

    @property
    def is_over(self) -> bool:
        """Whether it can no longer become a job, or has become one."""
        return self.stage in self.OVER


class StageChangeQuerySet(models.QuerySet["StageChange"]):
    """Changes of stage by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(application__owner=user)


class StageChange(models.Model):
    """A line of the log: on that day the application came to that stage."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="changes", verbose_name=_("application"), editable=False
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Application.Stage)
    on = models.DateField(_("on"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("change of stage")
        verbose_name_plural = _("changes of stage")

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.get_stage_display()}"


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Follow-ups by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(application__owner=user)


class FollowUp(models.Model):
    """One time that a person asked how it stands."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="follow_ups", verbose_name=_("application"), editable=False
    )
    on = models.DateField(_("on"))
    way = models.CharField(_("how"), max_length=9, choices=Application.Way, default=Application.Way.EMAIL)
    note = models.CharField(_("note"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("follow-up")

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.application}"


class SearchActivityQuerySet(models.QuerySet["SearchActivity"]):
    """Search activities by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class SearchActivity(models.Model):
    """Something done for the search that nothing else here records: a line of one's own in the work-search log."""

    class Kind(models.TextChoices):
        """What was done."""

        APPLICATION = "application", _("Applied, outside this list")
        CALL = "call", _("Called or visited an employer")
        REGISTERED = "registered", _("Registered with a job bank or an agency")
        WORKSHOP = "workshop", _("Workshop or course")
        CENTER = "center", _("Visit to a career center")
        TEST = "test", _("Test for a job")
        OTHER = "other", _("Something else")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    on = models.DateField(_("on"))
    kind = models.CharField(_("what"), max_length=11, choices=Kind)
    employer = models.CharField(_("employer or place"), max_length=160)
    address = models.CharField(_("address, phone or web address"), max_length=200, blank=True)
    whom = models.CharField(_("with whom"), max_length=120, blank=True)
    job_title = models.CharField(_("for which job"), max_length=160, blank=True)
    result = models.CharField(_("result"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = SearchActivityQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("search activity")
        verbose_name_plural = _("search activities")
        indexes = [models.Index(fields=["owner", "on"], name="search_activity_by_day")]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.employer}"
