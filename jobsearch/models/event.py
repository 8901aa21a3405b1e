"""Fairs, workshops and meetups, with what to prepare and what to do afterwards."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    """Events by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def coming(self, now: datetime) -> Self:
        """Those that have not begun and are not canceled, the next first; those without a time last."""
        ahead = Q(starts_at__gt=now) | Q(starts_at__isnull=True, state=Event.State.PLANNED)
        return (
            self.exclude(state=Event.State.CANCELLED).filter(ahead).order_by(F("starts_at").asc(nulls_last=True), "pk")
        )

    def gone_by(self, now: datetime) -> Self:
        """All others, the latest first."""
        ended = Q(starts_at__isnull=True) & ~Q(state=Event.State.PLANNED)
        gone = Q(starts_at__lte=now) | Q(state=Event.State.CANCELLED) | ended
        return self.filter(gone).order_by(F("starts_at").desc(nulls_last=True), "-pk")


class Event(models.Model):
    """One occasion to meet people."""

    class Kind(models.TextChoices):
        """What it is."""

        FAIR = "fair", _("Job fair")
        OPEN_HOUSE = "open-house", _("Open house of an employer")
        WORKSHOP = "workshop", _("Workshop")
        MEETUP = "meetup", _("Meetup")
        CONFERENCE = "conference", _("Conference")
        ONLINE = "online", _("Online meeting")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        """Whether the person was there."""

        PLANNED = "planned", _("Planned")
        ATTENDED = "attended", _("I was there")
        MISSED = "missed", _("I did not go")
        CANCELLED = "cancelled", _("Canceled")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="events", verbose_name=_("person"), editable=False
    )
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind, default=Kind.FAIR)
    title = models.CharField(_("name"), max_length=160)
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(_("place or link"), max_length=300, blank=True)
    link = models.URLField(_("page of the event"), max_length=500, blank=True)
    employers = models.TextField(_("employers to talk to"), max_length=2000, blank=True)
    notes = models.TextField(_("notes"), max_length=6000, blank=True)
    state = models.CharField(_("were you there?"), max_length=9, choices=State, default=State.PLANNED)
    # Rises with every change, so that a calendar which holds it takes the new one over.
    sequence = models.PositiveIntegerField(_("changes"), default=0, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_at").desc(nulls_first=True), "-pk"]
        verbose_name = _("event")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_it_begins",
                violation_error_message=_("It ends before it begins. Check the hours."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("events:detail", args=[self.pk])

    @property
    def is_online(self) -> bool:
        """Whether one is there through a screen."""
        return self.kind == self.Kind.ONLINE

    @property
    def is_planned(self) -> bool:
        """Whether nothing has been said yet of how it went."""
        return self.state == self.State.PLANNED

    @property
    def was_there(self) -> bool:
        """Whether its person went."""
        return self.state == self.State.ATTENDED

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state == self.State.CANCELLED

    def has_begun(self, now: datetime) -> bool:
        """Whether one can have been there; nobody knows of one without a time."""
        return self.starts_at is None or self.starts_at <= now

    def become(self, state: State) -> None:
        """Note whether it takes place, or whether its person went; calendars follow."""
        self.state = state
        self.sequence += 1
        self.save(update_fields=["state", "sequence"])


class EventItemQuerySet(models.QuerySet["EventItem"]):
    """Items by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(event__owner=user)


class EventItem(models.Model):
    """Something to prepare, a question to ask, or something to do afterwards."""

    class Kind(models.TextChoices):
        """When it is needed."""

        PREPARE = "prepare", _("Before")
        ASK = "ask", _("To ask there")
        AFTER = "after", _("Afterwards")

    event = models.ForeignKey(Event, models.CASCADE, related_name="items", verbose_name=_("event"), editable=False)
    kind = models.CharField(_("when"), max_length=7, choices=Kind, editable=False)
    text = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True, editable=False)
    # Items that come by themselves carry a key, so that they come once.
    key = models.CharField(_("key"), max_length=40, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0, editable=False)

    objects = EventItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("item")
        constraints = [
            models.UniqueConstraint(fields=["event", "key"], condition=~Q(key=""), name="event_item_once_a_key")
        ]

    def __str__(self) -> str:
        return self.text
