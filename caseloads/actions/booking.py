"""Ask for, book, move and cancel appointments, and say how they went. Both sides are told of every change."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.actions import notify, record
from accounts.models import User
from accounts.notices import Kind
from caseloads.models import Appointment, CounselingRelationship

State = Appointment.State
# So many may lie ahead of a client, so that one person does not hold all the hours there are.
MOST_COMING = 4
# What a notice's title has room for.
_LONGEST_NAME = 60


class CannotBookError(Exception):
    """The appointment cannot be made or changed so; the reason is a sentence for the person who tried."""


@transaction.atomic
def book(appointment: Appointment, *, actor: User, now: datetime) -> Appointment:
    """Keep a new appointment, unless somebody took the time since it was looked at."""
    _hold(appointment, now)
    if actor == appointment.relationship.client:
        _count_coming(appointment, now)
    appointment.state, appointment.made_at = State.BOOKED, now
    appointment.save()
    _written(appointment, "appointment booked", actor)
    _tell_both(appointment, _("Booked: %(when)s, with %(name)s"), body=_where(appointment))
    return appointment


@transaction.atomic
def ask(appointment: Appointment, *, now: datetime) -> Appointment:
    """The client asks for a time that is not offered. It holds nothing until the counselor confirms it."""
    relationship = _active(appointment)
    _count_coming(appointment, now)
    _check_future(appointment, now)
    appointment.state, appointment.made_at = State.REQUESTED, now
    appointment.save()
    _written(appointment, "appointment asked for", relationship.client)
    words = _("It stands once the counselor has confirmed it.")
    _tell_both(appointment, _("Asked for: %(when)s, with %(name)s"), body=words)
    return appointment


@transaction.atomic
def confirm(appointment: Appointment, *, actor: User, now: datetime) -> Appointment:
    """What was asked for is booked."""
    there = _fresh(appointment)
    if not there.is_requested:
        raise CannotBookError(_("It was confirmed or canceled since. Here is how it stands."))
    _hold(there, now)
    return _changed(there, "appointment confirmed", actor, _("Confirmed: %(when)s, with %(name)s"))


@transaction.atomic
def move(appointment: Appointment, changed: dict[str, Any], *, actor: User, now: datetime) -> Appointment:
    """Another time or place, as `changed` says by field; what was asked for is booked with it."""
    there = _fresh(appointment)
    if not there.can_change(now):
        raise CannotBookError(_("It has begun, or was canceled since. Book a new one."))
    before = when_for(there.relationship.client, there)
    same = not there.is_requested and all(getattr(there, name) == value for name, value in changed.items())
    if same:
        return there
    for name, value in changed.items():
        setattr(there, name, value)
    _hold(there, now)
    after = when_for(there.relationship.client, there)
    title = _("New time: %(when)s, with %(name)s") if before != after else _("Changed: %(when)s, with %(name)s")
    return _changed(there, "appointment moved", actor, title)


@transaction.atomic
def cancel(appointment: Appointment, *, actor: User, word: str = "", now: datetime) -> Appointment:
    """It does not take place; it stays in the lists, and calendars take it out."""
    there = _fresh(appointment)
    if not there.can_change(now):
        raise CannotBookError(_("It has begun, or was canceled already."))
    _cancel(there, actor=actor, word=word, now=now)
    return there


@transaction.atomic
def settle(appointment: Appointment, *, state: str, actor: User, now: datetime) -> Appointment:
    """Say that it took place, or that the client was not there."""
    there = _fresh(appointment)
    if state not in {State.DONE, State.NO_SHOW} or not there.can_be_settled(now):
        raise CannotBookError(_("How it went can be said once it has begun, unless it was canceled."))
    if there.state != state:
        there.state = state
        there.save(update_fields=["state"])
        _written(there, "appointment kept" if state == State.DONE else "appointment missed", actor)
    return there


def cancel_coming(
    relationship: CounselingRelationship, *, actor: User | None, counselor: User | None = None, now: datetime
) -> int:
    """All that lie ahead, or those with one counselor, are canceled; how many. Called where a relationship changes."""
    ahead = relationship.appointments.live().select_related("counselor").select_for_update(of=("self",))
    if counselor:
        ahead = ahead.with_counselor(counselor)
    canceled = [each for each in ahead if each.can_change(now)]
    for each in canceled:
        each.relationship = relationship
        _cancel(each, actor=actor, word="", now=now)
    return len(canceled)


def when_for(user: User | None, appointment: Appointment) -> str:
    """Its day and hour on the person's own clock, with the name of that clock."""
    at = appointment.starts_at.astimezone(user.zone if user else ZoneInfo(appointment.zone))
    return f"{date_format(at, 'l, j F, H:i')} {at:%Z}"


def called(user: User | None) -> str:
    """A name that fits into a title."""
    return (user.name or user.email)[:_LONGEST_NAME] if user else _("someone who left")


def _cancel(appointment: Appointment, *, actor: User | None, word: str, now: datetime) -> None:
    appointment.state, appointment.canceled_at = State.CANCELED, now
    appointment.sequence += 1
    appointment.save(update_fields=["state", "canceled_at", "sequence"])
    _written(appointment, "appointment canceled", actor)
    _tell_both(appointment, _("Canceled: %(when)s, with %(name)s"), body=word)


def _changed(appointment: Appointment, action: str, actor: User, title: str) -> Appointment:
    appointment.state = State.BOOKED
    appointment.sequence += 1
    appointment.save()
    _written(appointment, action, actor)
    _tell_both(appointment, title, body=_where(appointment))
    return appointment


def _fresh(appointment: Appointment) -> Appointment:
    """The row as it is now, held until the change is done, of a relationship that goes on."""
    _active(appointment)
    rows = Appointment.objects.select_for_update(of=("self",))
    return rows.select_related("relationship__client", "counselor").get(pk=appointment.pk)


def _active(appointment: Appointment) -> CounselingRelationship:
    relationship = CounselingRelationship.objects.select_for_update().get(pk=appointment.relationship_id)
    if not relationship.is_active:
        raise CannotBookError(_("This is paused or over, so nothing can be booked now."))
    return relationship


def _hold(appointment: Appointment, now: datetime) -> None:
    """Both people are held, one booking after the other; refused where either has something at that time."""
    relationship = _active(appointment)
    both = [pk for pk in (relationship.client_id, appointment.counselor_id) if pk]
    list(User.objects.select_for_update(no_key=True).filter(pk__in=both).order_by("pk").values_list("pk"))
    _check_future(appointment, now)
    others = Appointment.objects.booked().overlapping(appointment.starts_at, appointment.ends_at)
    theirs = Q(counselor=appointment.counselor_id) | Q(relationship__client=relationship.client_id)
    if others.filter(theirs).exclude(pk=appointment.pk).exists():
        raise CannotBookError(_("That time is taken. Choose another one."))


def _check_future(appointment: Appointment, now: datetime) -> None:
    if appointment.has_begun(now):
        raise CannotBookError(_("That time has passed. Choose another one."))


def _count_coming(appointment: Appointment, now: datetime) -> None:
    if Appointment.objects.owned_by(appointment.relationship.client).coming(now).count() >= MOST_COMING:  # type: ignore[arg-type]
        raise CannotBookError(
            _("You have %(number)d appointments ahead, which is as many as can be booked. Move or cancel one of them.")
            % {"number": MOST_COMING}
        )


def _where(appointment: Appointment) -> str:
    how = (
        f"{appointment.get_way_display()}: {appointment.place}" if appointment.place else appointment.get_way_display()
    )
    return _("%(how)s, %(minutes)d minutes. The file for your calendar is on the page.") % {
        "how": how,
        "minutes": appointment.minutes,
    }


def _written(appointment: Appointment, action: str, actor: User | None) -> None:
    record(actor=actor, action=action, subject=appointment, person=appointment.relationship.client)


def _tell_both(appointment: Appointment, title: str, *, body: str) -> None:
    client, counselor = appointment.relationship.client, appointment.counselor
    sides = ((client, counselor, "sharing:appointments"), (counselor, client, "clients:appointments"))
    for person, other, page in sides:
        if person:
            notify(
                person,
                kind=Kind.CASEWORK,
                title=title % {"when": when_for(person, appointment), "name": called(other)},
                body=body,
                link=f"{reverse(page)}#a{appointment.pk}",
                key=f"case:{appointment.relationship_id}:appointment:{appointment.pk}:{appointment.sequence}",
            )
