"""A real interview: when, where, with whom."""

import re
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
# A first note after silence, a second, and then it rests.
MOST_FOLLOW_UPS = 2
LONGEST_MINUTES = 600
# From six in the evening before to the end of the day.
_A_DAY_AND_AN_EVENING = timedelta(hours=30)
# At the door so long before.
EARLY = timedelta(minutes=15)


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

    def gone_by(self, now: datetime) -> Self:
        """All that are not coming: begun, written down, or cancelled; the latest first."""
        gone = Q(starts_at__lte=now) | ~Q(state=Interview.State.PLANNED)
        return self.filter(gone).order_by(models.F("starts_at").desc(nulls_last=True), "-pk")

    def about_to_begin(self, now: datetime) -> Self:
        """Planned ones that begin today or tomorrow, wherever their people live."""
        return self._of_active().planned().filter(starts_at__gt=now, starts_at__lte=now + _A_DAY_AND_AN_EVENING)

    def just_over(self, now: datetime) -> Self:
        """Those of the last day, of whatever length."""
        began = now - THANK_WITHIN - timedelta(minutes=LONGEST_MINUTES)
        return self._of_active().exclude(state=Interview.State.CANCELLED).filter(starts_at__range=(began, now))

    def silent(self, now: datetime, *, within: timedelta) -> Self:
        """Those that took place and are without an answer, if the day to ask has come, or came not long ago."""
        # Time zones lie up to 14 hours ahead and 12 behind, so a day on each side holds everyone's day.
        margin, today = timedelta(days=1), now.date()
        named = Q(debrief__hear_by_on__range=(today - within - 2 * margin, today + margin))
        began = (now - SILENT - within - 2 * margin, now - SILENT + margin)
        unnamed = Q(debrief__hear_by_on__isnull=True, starts_at__range=began)
        took_place = self._of_active().filter(state=Interview.State.DONE, debrief__heard_on__isnull=True)
        # An offer is an answer, and where it is over nobody waits for one.
        answered = (Application.Stage.OFFER, *Application.OVER)
        return took_place.filter(named | unnamed).exclude(application__stage__in=answered)

    def _of_active(self) -> Self:
        return self.filter(owner__is_active=True)


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
        _("minutes"), default=45, validators=[MinValueValidator(5), MaxValueValidator(LONGEST_MINUTES)]
    )
    way = models.CharField(_("how"), max_length=8, choices=Way, default=Way.ON_SITE)
    travel_minutes = models.PositiveSmallIntegerField(
        _("minutes to get there"), null=True, blank=True, validators=[MaxValueValidator(720)]
    )
    place = models.CharField(_("address, number or link"), max_length=300, blank=True)
    people = models.CharField(_("whom you will meet"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), max_length=4000, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PLANNED)
    # Rises with every change, so that a calendar which holds it takes the new one over.
    sequence = models.PositiveIntegerField(_("changes"), default=0, editable=False)
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
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state == self.State.CANCELLED

    @property
    def is_done(self) -> bool:
        """Whether it took place, as its person wrote down."""
        return self.state == self.State.DONE

    @property
    def what(self) -> str:
        """The job, or the interview as such where none is named."""
        return self.job_title or (self.role.title if self.role else "")

    @property
    def ends_at(self) -> datetime | None:
        """When it is likely to be over."""
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)

    @property
    def thank_by(self) -> datetime | None:
        """By when a thank-you note should be out."""
        return self.ends_at and self.ends_at + THANK_WITHIN

    @property
    def leave_at(self) -> datetime | None:
        """When to set out, to stand at the door a quarter of an hour early; None where one goes nowhere."""
        if self.starts_at is None or self.travel_minutes is None or self.way != self.Way.ON_SITE:
            return None
        return self.starts_at - EARLY - timedelta(minutes=self.travel_minutes)

    @property
    def people_names(self) -> list[str]:
        """Whom one meets, one by one."""
        names = (name.strip() for name in re.split(r"[,;\n]|\band\b", self.people))
        return list(dict.fromkeys(name for name in names if name))

    def has_begun(self, now: datetime) -> bool:
        """Whether it has begun; not where nobody wrote down when it is."""
        return self.starts_at is not None and self.starts_at <= now

    def is_over(self, now: datetime) -> bool:
        """Whether it is likely to be over."""
        return self.ends_at is not None and self.ends_at <= now

    def cancel(self) -> None:
        """It does not take place; calendars hear of it."""
        self._become(self.State.CANCELLED)

    def restore(self) -> None:
        """It takes place after all."""
        self._become(self.State.PLANNED)

    def _become(self, state: State) -> None:
        self.state, self.sequence = state, self.sequence + 1
        self.save(update_fields=["state", "sequence"])
