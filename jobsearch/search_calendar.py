"""What a person's calendar shows of their job search: next steps, events, and last days to answer an offer."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import User
from jobsearch.event_calendar import entry_of
from jobsearch.models import Application, Event, Offer
from kit.calendars import CalendarEntry

# What is past stays for so long, so that a canceled event is taken out everywhere.
KEPT = timedelta(days=30)
# Nobody plans more; a calendar program reads all of it several times a day.
_MOST = 300
_DAY = timedelta(days=1)
# A whole day begins at midnight: nine on that morning, and nine on the morning before.
_THAT_MORNING, _MORNING_BEFORE = timedelta(hours=-9), timedelta(hours=15)


def entries_of(user: User, *, now: datetime) -> list[CalendarEntry]:
    """The entries as they are now, in three queries."""
    since = now.astimezone(user.zone).date() - KEPT
    steps = Application.objects.owned_by(user).open().filter(next_on__gte=since).as_rows().order_by("next_on", "pk")
    offers = Offer.objects.owned_by(user).to_answer().filter(answer_by_on__gte=since)
    events = Event.objects.owned_by(user).filter(starts_at__gte=now - KEPT).order_by("starts_at", "pk")
    return [
        *map(_step, steps[:_MOST]),
        *map(_answer, offers.select_related("application__posting")[:_MOST]),
        *filter(None, map(entry_of, events[:_MOST])),
    ]


def _step(application: Application) -> CalendarEntry:
    day = application.next_on
    assert day is not None  # noqa: S101 -- the query asks for a day
    return CalendarEntry(
        uid=_uid("next-step", application.pk),
        sequence=0,
        summary=application.next_action,
        starts=day,
        ends=day + _DAY,
        description=str(application.posting),
        url=settings.BASE_URL + application.get_absolute_url(),
        reminders=(_THAT_MORNING,),
    )


def _answer(offer: Offer) -> CalendarEntry:
    day = offer.answer_by_on
    assert day is not None  # noqa: S101 -- the query asks for a day
    return CalendarEntry(
        uid=_uid("offer", offer.pk),
        sequence=0,
        summary=_("Answer the offer: %(job)s") % {"job": offer.application.posting},
        starts=day,
        ends=day + _DAY,
        description=_("The last day that they gave you. More time can be asked for."),
        url=settings.BASE_URL + offer.get_absolute_url(),
        reminders=(_MORNING_BEFORE,),
    )


def _uid(kind: str, pk: int) -> str:
    return f"{kind}-{pk}@{urlsplit(settings.BASE_URL).hostname}"
