"""When a counselor can be met, and what was agreed with a client. Appointments are kept, whatever becomes of them."""

import uuid
from datetime import datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from caseloads.models.relationship import Assignment, CounselingRelationship


class Way(models.TextChoices):
    """How they meet."""

    HERE = "here", _("At the center")
    PHONE = "phone", _("By phone")
    VIDEO = "video", _("By video")


class Weekday(models.IntegerChoices):
    """The days of a week, numbered as Python's calendar does."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class WindowQuerySet(models.QuerySet["AvailabilityWindow"]):
    """Hours by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one counselor."""
        return self.filter(counselor=user)


class AvailabilityWindow(models.Model):
    """Hours of a week in which clients can book, on the clock of the place where the counselor lives."""

    counselor = models.ForeignKey(
        User, models.CASCADE, related_name="availability_windows", verbose_name=_("counselor"), editable=False
    )
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    minutes = models.PositiveSmallIntegerField(_("minutes each"), default=30)
    way = models.CharField(_("how"), max_length=5, choices=Way, default=Way.HERE)
    place = models.CharField(_("where"), max_length=200, blank=True)

    objects = WindowQuerySet.as_manager()

    class Meta:
        ordering = ["weekday", "starts", "pk"]
        verbose_name = _("hours")
        verbose_name_plural = _("hours")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["counselor", "weekday", "starts"],
                name="hours_begin_once",
                violation_error_message=_("You have hours that begin then already."),
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="hours_end_after_they_begin",
                violation_error_message=_("The end must come after the beginning."),
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_are_on_a_day_of_the_week"),
            models.CheckConstraint(
                condition=Q(minutes__gte=10, minutes__lte=240), name="hours_in_slots_of_some_length"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}, {self.starts:%H:%M}–{self.ends:%H:%M}"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by name. Whatever shows one starts from the client's own, or from what staff may see."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one client."""
        return self.filter(relationship__client=user)

    def visible_to(self, staff: User) -> Self:
        """Those of the clients whom this person may look at now."""
        return self.filter(relationship__in=CounselingRelationship.objects.visible_to(staff))

    def with_counselor(self, user: models.Model) -> Self:
        """Those with one counselor."""
        return self.filter(counselor=user)

    def of_someone_there(self) -> Self:
        """Those whose counselor is assigned to the client today, and still in the team."""
        there = Assignment.objects.open().of_members()
        return self.filter(Exists(there.filter(relationship=OuterRef("relationship"), counselor=OuterRef("counselor"))))

    def live(self) -> Self:
        """Those asked for or booked."""
        return self.filter(state__in=Appointment.LIVE)

    def booked(self) -> Self:
        """Those that stand."""
        return self.filter(state=Appointment.State.BOOKED)

    def kept_or_missed(self) -> Self:
        """Those of which it is known how they went."""
        return self.filter(state__in=[Appointment.State.DONE, Appointment.State.NO_SHOW])

    def coming(self, now: datetime) -> Self:
        """Those asked for or booked that are not over, the next first."""
        return self.live().filter(ends_at__gt=now).order_by("starts_at", "pk")

    def gone_by(self, now: datetime) -> Self:
        """Those that are over or canceled, the latest first."""
        return self.exclude(state__in=Appointment.LIVE, ends_at__gt=now).order_by("-starts_at", "-pk")

    def overlapping(self, starts_at: datetime, ends_at: datetime) -> Self:
        """Those that take some of this time; one that ends when the next begins does not."""
        return self.filter(starts_at__lt=ends_at, ends_at__gt=starts_at)


class Appointment(models.Model):
    """One talk of a client with a counselor. The UID stays, and the sequence rises with each change of it."""

    class State(models.TextChoices):
        """How far it has come."""

        REQUESTED = "requested", _("Asked for")
        BOOKED = "booked", _("Booked")
        DONE = "done", _("Took place")
        NO_SHOW = "no_show", _("Missed")
        CANCELED = "canceled", _("Canceled")

    LIVE = (State.REQUESTED, State.BOOKED)

    relationship = models.ForeignKey(
        CounselingRelationship,
        models.PROTECT,
        related_name="appointments",
        verbose_name=_("relationship"),
        editable=False,
    )
    counselor = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="appointments", verbose_name=_("counselor"), editable=False
    )
    starts_at = models.DateTimeField(_("begins at"))
    ends_at = models.DateTimeField(_("ends at"))
    # Of the counselor when it was agreed: where people meet at a place, this is the clock on its wall.
    zone = models.CharField(_("time zone"), max_length=60, editable=False)
    way = models.CharField(_("how"), max_length=5, choices=Way, default=Way.HERE)
    place = models.CharField(_("where"), max_length=200, blank=True)
    about = models.CharField(_("what about"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.BOOKED, editable=False)
    uid = models.UUIDField(_("name in calendars"), default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("changes"), default=0, editable=False)
    made_at = models.DateTimeField(_("made at"), editable=False)
    canceled_at = models.DateTimeField(_("canceled at"), null=True, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("appointment")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["counselor", "starts_at"],
                condition=Q(state="booked"),
                name="appointment_booked_once_a_counselor_and_hour",
                violation_error_message=_("That time is taken. Choose another one."),
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="appointment_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="canceled", canceled_at__isnull=False)
                | (~Q(state="canceled") & Q(canceled_at__isnull=True)),
                name="appointment_is_canceled_since_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["relationship", "-starts_at"], name="appointment_of_a_client"),
            models.Index(fields=["counselor", "starts_at"], name="appointment_of_a_counselor"),
            models.Index(fields=["starts_at"], name="appointment_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at.astimezone(ZoneInfo(self.zone)):%d %b %Y, %H:%M}"

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return (self.ends_at - self.starts_at) // timedelta(minutes=1)

    @property
    def is_requested(self) -> bool:
        """Whether the counselor has not answered yet."""
        return self.state == self.State.REQUESTED

    @property
    def is_booked(self) -> bool:
        """Whether it stands."""
        return self.state == self.State.BOOKED

    @property
    def is_done(self) -> bool:
        """Whether it took place."""
        return self.state == self.State.DONE

    @property
    def is_missed(self) -> bool:
        """Whether the client was not there."""
        return self.state == self.State.NO_SHOW

    @property
    def is_canceled(self) -> bool:
        """Whether it does not take place."""
        return self.state == self.State.CANCELED

    @property
    def place_is_link(self) -> bool:
        """Whether the place opens in a browser."""
        return self.place.startswith(("https://", "http://")) and " " not in self.place

    def has_begun(self, now: datetime) -> bool:
        """Whether its hour has come."""
        return self.starts_at <= now

    def can_change(self, now: datetime) -> bool:
        """Whether it can be moved or canceled: until it begins; what is only asked for, at any time."""
        return self.is_requested or (self.is_booked and not self.has_begun(now))

    def can_be_settled(self, now: datetime) -> bool:
        """Whether it can be said how it went: once it has begun, and again where that was a mistake."""
        return self.state in {self.State.BOOKED, self.State.DONE, self.State.NO_SHOW} and self.has_begun(now)
