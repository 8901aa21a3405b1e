"""Fairs, workshops and meetups: their lists, how they went, calendars and reminders."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from accounts.models import Notification
from jobsearch.actions.reminders import send_reminders
from jobsearch.event_lists import AFTER, ASK, PREPARE
from jobsearch.models import Contact, Event, EventItem
from plans.models import Deed, Doing
from tests.factories import make_user
from tests.jobsearch.factories import make_contact, make_event

pytestmark = pytest.mark.django_db
HOME = "/my/events/"
SENTENCES = {
    "gap": "The clocks go forward that night and skip this hour.",
    "end": "It ends before it begins.",
    "half": "Write both the day and the hour, or neither.",
    "last": "Write at what hour it ends on the last day.",
    "link": "Write the whole address",
    "name": "Write its name.",
}


@pytest.fixture
def user():
    return make_user(time_zone="America/New_York")


@pytest.fixture
def client(user):
    client = Client()
    client.force_login(user)
    return client


def event_data(**changed):
    return {"kind": "fair", "title": "Spring fair", "day": "2027-03-13", "hour": "10:00", **changed}


def text(answer):
    return answer.content.decode()


def test_every_kind_has_its_lists():
    assert set(PREPARE) == set(ASK) == set(Event.Kind.values)
    for lists in (PREPARE, ASK):
        for listed in lists.values():
            assert len({one.key for one in listed}) == len(listed) >= 2
            assert max(len(str(one.text)) for one in listed) <= 200


def test_added_in_the_zone_of_the_person_with_its_list(client, user):
    answer = client.post(f"{HOME}add/", event_data(until="15:00", employers="Hill Pharmacy"))

    event = Event.objects.get()
    assert answer.url == event.get_absolute_url()
    assert [event.starts_at, event.ends_at] == [datetime(2027, 3, 13, hour, tzinfo=UTC) for hour in (15, 20)]
    assert event.items.filter(kind="prepare").count() == len(PREPARE["fair"])
    page = text(client.get(answer.url))
    assert "10:00 AM to 3:00 PM" in page
    assert "I was there" not in page  # not before it began
    again = text(client.post(f"{HOME}add/", event_data(title="SPRING fair")))
    assert "on your list already" in again


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"day": "2027-03-14", "hour": "2:30"}, "gap"),
        ({"until": "10:00"}, "end"),
        ({"hour": ""}, "half"),
        ({"day": "", "hour": "", "until": "11:00"}, "half"),
        ({"last_day": "2027-03-15"}, "last"),
        ({"last_day": "2027-03-14", "until": "2:15"}, "gap"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"title": " "}, "name"),
    ],
)
def test_what_makes_no_sense_is_refused_and_kept(client, changed, sentence):
    page = text(client.post(f"{HOME}add/", event_data(place="Hall 😀 مرحبا", **changed)))

    assert SENTENCES[sentence] in page
    assert "Hall 😀 مرحبا" in page
    assert not Event.objects.exists()


def test_another_kind_brings_its_list_and_leaves_what_is_ones_own(client, user):
    event = make_event(owner=user)
    event.items.filter(key="resumes").update(done_on=date(2026, 11, 1))
    event.items.filter(key="introduction").update(text="My own words")
    client.post(f"{HOME}{event.pk}/items/add/", {"new-text": "Ask for Ms. Lee", "new-kind": "ask"})

    client.post(f"{HOME}{event.pk}/edit/", event_data(kind="online"))

    event.refresh_from_db()
    keys = {*event.items.values_list("key", flat=True)}
    assert {"camera", "room", "resumes"} <= keys
    assert not {"clothes", "route"} & keys
    assert {"My own words", "Ask for Ms. Lee"} <= {*event.items.values_list("text", flat=True)}
    assert event.sequence == 1
    client.post(f"{HOME}{event.pk}/edit/", event_data(kind="online"))
    assert Event.objects.get().sequence == 1  # nothing changed


def test_items_are_changed_ticked_and_taken_off(client, user):
    item = make_event(owner=user).items.get(key="route")

    client.post(f"{HOME}items/{item.pk}/", {"text": "Bus 9", "due_on": "2026-11-30"})
    client.post(f"{HOME}items/{item.pk}/done/", {"done": "1"})
    item.refresh_from_db()
    assert [item.text, item.due_on, item.done_on] == ["Bus 9", date(2026, 11, 30), timezone.localdate()]
    client.post(f"{HOME}items/{item.pk}/done/")
    item.refresh_from_db()
    assert item.done_on is None
    page = text(client.post(f"{HOME}{item.event_id}/items/add/", {"new-text": "x" * 10_000, "new-kind": "prepare"}))
    assert "x" * 10_000 in page
    client.post(f"{HOME}items/{item.pk}/delete/")
    assert not EventItem.objects.filter(pk=item.pk).exists()


def test_having_been_there_brings_what_is_to_do_and_counts_once(client, user):
    event = make_event(owner=user, starts_at=datetime(2026, 10, 2, 1, tzinfo=UTC))  # still 1 October in New York
    for _twice in range(2):
        client.post(f"{HOME}{event.pk}/state/", {"state": "attended"})

    event.refresh_from_db()
    after = event.items.filter(kind="after")
    assert {item.key: item.due_on.day for item in after} == {"contacts": 2, "thanks": 3, "applications": 5}
    assert [(deed.doing, deed.on) for deed in Deed.objects.all()] == [(Doing.EVENT_ATTENDED, date(2026, 10, 1))]
    page = text(client.get(event.get_absolute_url()))
    assert f"?kind=after-fair&amp;event={event.pk}" in page
    assert page.index('id="after"') < page.index('id="prepare"')

    after.filter(key="contacts").update(done_on=date(2026, 10, 2))
    client.post(f"{HOME}{event.pk}/state/", {"state": "missed"})
    assert not Deed.objects.exists()
    assert [*after.values_list("key", flat=True)] == ["contacts"]
    client.post(f"{HOME}{event.pk}/state/", {"state": "attended"})
    assert after.count() == len(AFTER)


def test_nobody_was_at_what_has_not_begun(client, user):
    event = make_event(owner=user, starts_at=timezone.now() + timedelta(hours=1))

    page = client.post(f"{HOME}{event.pk}/state/", {"state": "attended"}, follow=True)

    assert "It has not begun yet." in text(page)
    assert not Deed.objects.exists()


def test_people_met_there(client, user):
    event = make_event(owner=user, starts_at=datetime(2026, 10, 2, 1, tzinfo=UTC))
    form = text(client.get(f"/my/contacts/add/?event={event.pk}"))
    assert f'value="{event.title}"' in form
    assert 'value="2026-10-01"' in form

    client.post(f"/my/contacts/add/?event={event.pk}", {"name": "Ana Ortiz"})

    assert Contact.objects.get().met_at == event
    assert "Ana Ortiz" in text(client.get(event.get_absolute_url()))
    others = make_event()
    for key in (others.pk, "x", "9" * 18):
        assert client.get(f"/my/contacts/add/?event={key}").status_code == 404


def test_the_calendar_follows(client, user):
    event = make_event(owner=user, starts_at=datetime(2027, 3, 13, 15, tzinfo=UTC), place="Hall, gate 2")
    address = f"{HOME}{event.pk}/event.ics"

    def entry():
        return Calendar.from_ical(client.get(address).content).walk("VEVENT")[0]

    before = entry()
    client.post(f"{HOME}{event.pk}/state/", {"state": "cancelled"})
    after = entry()

    assert [before["status"], after["status"]] == ["CONFIRMED", "CANCELLED"]
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert before["location"] == "Hall, gate 2"
    assert not after.walk("VALARM")
    assert client.get(f"{HOME}{make_event(owner=user).pk}/event.ics").status_code == 404


def test_what_is_another_persons_does_not_exist(client):
    event = make_event()
    item = event.items.first()
    for path in ("", "edit/", "delete/", "event.ics"):
        assert client.get(f"{HOME}{event.pk}/{path}").status_code == 404
    for path in (f"{event.pk}/state/", f"{event.pk}/items/add/", f"items/{item.pk}/done/", f"items/{item.pk}/delete/"):
        assert client.post(HOME + path).status_code == 404
    assert client.get(f"{HOME}items/{item.pk}/").status_code == 404


def test_deleting_takes_the_deed_along_and_leaves_the_people(client, user):
    event = make_event(owner=user)
    client.post(f"{HOME}{event.pk}/state/", {"state": "attended"})
    make_contact(owner=user, met_at=event)

    client.get(f"{HOME}{event.pk}/delete/")
    assert Event.objects.exists()
    client.post(f"{HOME}{event.pk}/delete/")

    assert not Event.objects.exists()
    assert not Deed.objects.filter(doing=Doing.EVENT_ATTENDED).exists()
    assert Contact.objects.get().met_at is None


def test_pages_ask_the_same_at_any_length(client, user):
    now, counts = timezone.now(), []
    first = make_event(owner=user)
    for number in (3, 27):
        Event.objects.bulk_create(
            Event(owner=user, title=f"{sign} {n}", starts_at=now + sign * timedelta(days=n + 1))
            for n in range(number)
            for sign in (1, -1)
        )
        EventItem.objects.bulk_create(EventItem(event=first, kind="ask", text=f"{n}?") for n in range(number))
        Contact.objects.bulk_create(Contact(owner=user, name=f"Ana {n}", met_at=first) for n in range(number))
        for address in (HOME, first.get_absolute_url()):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                client.get(address)
            counts.append(len(asked))

    assert counts[:2] == counts[2:]
    assert max(counts) <= 12
    assert "2" in text(client.get(f"{HOME}?page=2"))


def test_the_day_before_at_nine_on_each_clock_and_once():
    # Both begin on 15 March 2027, the day after the clocks went forward; nine the day before is 13:00 and 16:00 in UTC.
    begins = datetime(2027, 3, 15, 17, tzinfo=UTC)
    east, west = (make_user(time_zone=zone) for zone in ("America/New_York", "America/Los_Angeles"))
    for owner in (east, west):
        make_event(owner=owner, starts_at=begins)
    make_event(owner=east, starts_at=begins, state="cancelled")
    minute = timedelta(minutes=1)
    nine = [datetime(2027, 3, 14, hour, tzinfo=UTC) for hour in (13, 16)]

    told = [send_reminders(at + shift) for at in nine for shift in (-minute, timedelta(0), minute)]

    assert told == [0, 1, 0, 0, 1, 0]
    assert [*Notification.objects.order_by("pk").values_list("user_id", flat=True)] == [east.pk, west.pk]


def test_a_task_on_its_day_and_once():
    event = make_event(owner=make_user(time_zone="America/New_York"), title="Fair")
    event.items.filter(key="route").update(due_on=date(2026, 11, 1))
    event.items.filter(key="clothes").update(due_on=date(2026, 11, 1), done_on=date(2026, 10, 31))
    nine = datetime(2026, 11, 1, 14, tzinfo=UTC)  # the clocks went back that night

    assert [send_reminders(nine - timedelta(minutes=1)), send_reminders(nine), send_reminders(nine)] == [0, 1, 0]
    notice = Notification.objects.get()
    assert notice.title.startswith("By today: Look up the way there")
    assert notice.link == event.get_absolute_url()
