"""Calendar files (iCalendar, RFC 5545): entries as values in, the text of a file or a feed out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from icalendar import Alarm, Calendar, Event, vCalAddress

MEDIA_TYPE = "text/calendar; charset=utf-8"
# How often programs that read a feed should look again.
_LOOK_AGAIN = timedelta(hours=12)


@dataclass(frozen=True)
class Invited:
    """Who calls the people together, and the one of them whose file it is."""

    organizer: str
    organizer_name: str
    attendee: str


@dataclass(frozen=True)
class CalendarEntry:
    """One event. The UID stays the same for as long as the thing exists; the sequence rises when it changes."""

    uid: str
    sequence: int
    summary: str
    starts: date | datetime
    ends: date | datetime | None = None
    description: str = ""
    place: str = ""
    url: str = ""
    is_cancelled: bool = False
    # Before the start; for a whole day that is midnight, so nine in the morning the day before is 15 hours.
    reminders: tuple[timedelta, ...] = ()


def calendar_text(entries: Iterable[CalendarEntry], *, name: str, now: datetime, is_feed: bool = False) -> bytes:
    """The entries as one file; a feed also says how often to look again."""
    calendar = _calendar(name)
    if is_feed:
        calendar.add("refresh-interval", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT12H")
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def invitation_text(entry: CalendarEntry, invited: Invited, *, name: str, now: datetime) -> bytes:
    """One meeting of two as its file (RFC 5546): the same UID with a higher sequence takes the place of the older."""
    calendar = _calendar(name)
    calendar.add("method", "CANCEL" if entry.is_cancelled else "REQUEST")
    event = _event(entry, now)
    event.add("organizer", vCalAddress(f"mailto:{invited.organizer}"), parameters={"CN": invited.organizer_name})
    # It is agreed already: nobody is asked to answer.
    settled = {"PARTSTAT": "ACCEPTED", "RSVP": "FALSE", "ROLE": "REQ-PARTICIPANT"}
    event.add("attendee", vCalAddress(f"mailto:{invited.attendee}"), parameters=settled)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    return calendar


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.summary)
    event.add("dtstart", _moment(entry.starts))
    if entry.ends is not None:
        event.add("dtend", _moment(entry.ends))
    for key, value in (("description", entry.description), ("location", entry.place), ("url", entry.url)):
        if value:
            event.add(key, value)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    # A last day or a week of study does not make its person busy.
    event.add("transp", "OPAQUE" if isinstance(entry.starts, datetime) else "TRANSPARENT")
    for before in () if entry.is_cancelled else entry.reminders:
        event.add_component(_alarm(entry, before))
    return event


def _alarm(entry: CalendarEntry, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -before)
    return alarm


def _moment(value: date | datetime) -> date | datetime:
    """Hours in universal time, so that no program needs our time zone; days as they are."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value
