"""Appointments: booked out of hours, asked for, moved, canceled and settled, seen by the two and their supervisors."""

from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from accounts.models import AuditEvent, Notification
from careerguide.personal_data import PARTS
from caseloads.actions.booking import MOST_COMING, CannotBookError, ask, book, cancel, confirm, move, settle
from caseloads.actions.relating import end, pause, reassign
from caseloads.actions.reminders import send_reminders
from caseloads.models import Appointment, AvailabilityWindow, CounselingRelationship
from caseloads.offers import counselors_of, offers_for
from certifications.models import CalendarFeed
from tests.caseloads.cases import make_case, make_member, make_supervisor, make_team
from tests.factories import make_user

pytestmark = pytest.mark.django_db

State = Appointment.State
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def make_window(counselor, **fields):
    day = timezone.localdate() + timedelta(days=3)
    fields = {"weekday": day.weekday(), "starts": time(9), "ends": time(11), "minutes": 30, "place": "Room 4"} | fields
    return AvailabilityWindow.objects.create(counselor=counselor, **fields)


def appointment_of(case, counselor, starts_at, **fields):
    fields = {"ends_at": starts_at + HOUR, "zone": "America/New_York", "counselor": counselor} | fields
    return Appointment(relationship=case, starts_at=starts_at, **fields)


def make_appointment(case, counselor, *, starts_in=3 * DAY, **fields):
    """As it stands in the table, without anybody told."""
    now = timezone.now()
    appointment = appointment_of(case, counselor, now + starts_in, made_at=now, **fields)
    appointment.save()
    return appointment


@pytest.fixture
def world():
    """A client with a counselor and their supervisor, and other people."""
    team = make_team()
    counselor = make_member(team, name="Cas Counselor")
    case = make_case(counselor, client=make_user(name="Kai Client"))
    return {
        "case": case,
        "client": case.client,
        "counselor": counselor,
        "boss": make_supervisor(team),
        "colleague": make_member(team),
        "stranger": make_member(make_team()),
        "other": make_user(),
    }


def titles(user):
    return [notice.title.partition(":")[0] for notice in Notification.objects.filter(user=user).order_by("pk")]


# ---- booking


def test_a_client_books_a_free_time_and_it_is_no_longer_free(world):
    make_window(world["counselor"])
    browser = signed_in(world["client"])
    page = browser.get("/my/sharing/appointments/")
    offer = page.context["days"][0].offers[0]

    answer = browser.post("/my/sharing/appointments/", {"slot": offer.key, "about": "Hospitals"}, follow=True)

    made = Appointment.objects.get()
    assert (made.state, made.starts_at, made.minutes, made.place) == ("booked", offer.starts_at, 30, "Room 4")
    assert offer.key not in answer.content.decode()
    assert titles(world["client"]) == titles(world["counselor"]) == ["Booked"]
    assert AuditEvent.objects.get(action="appointment booked").person == world["client"]


def test_of_two_who_take_the_same_time_at_once_one_is_refused_with_a_sentence(world):
    make_window(world["counselor"])
    second = make_case(world["counselor"])
    now = timezone.now()
    both = [(case, offers_for(case.client, counselors_of(case.client), now=now)[0]) for case in (world["case"], second)]
    taken = [Appointment(relationship=case, counselor=offer.counselor, **offer.fields) for case, offer in both]
    book(taken[0], actor=world["client"], now=now)

    with pytest.raises(CannotBookError, match="taken"):
        book(taken[1], actor=second.client, now=now)
    page = signed_in(second.client).post("/my/sharing/appointments/", {"slot": both[1][1].key, "about": "typed"})

    assert page.status_code == 422
    assert "no longer free" in page.content.decode()
    assert "typed" in page.content.decode()
    assert Appointment.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appointment(second, world["counselor"], starts_in=taken[0].starts_at - timezone.now())
        Appointment.objects.update(starts_at=taken[0].starts_at)


@pytest.mark.parametrize(("shift", "is_free"), [(-HOUR, True), (-HOUR + timedelta(minutes=1), False), (HOUR, True)])
def test_times_that_touch_are_free_and_times_that_overlap_are_not(world, shift, is_free):
    now = timezone.now()
    first = make_appointment(world["case"], world["counselor"])
    second = appointment_of(make_case(world["counselor"]), world["counselor"], first.starts_at + shift)

    try:
        book(second, actor=world["counselor"], now=now)
        was_booked = True
    except CannotBookError:
        was_booked = False

    assert was_booked == is_free


def test_a_client_is_not_booked_twice_at_once_and_not_without_end(world):
    now = timezone.now()
    elsewhere = make_case(world["stranger"], client=world["client"])
    first = make_appointment(world["case"], world["counselor"])

    with pytest.raises(CannotBookError, match="taken"):
        book(appointment_of(elsewhere, world["stranger"], first.starts_at), actor=world["stranger"], now=now)
    for n in range(1, MOST_COMING):
        book(appointment_of(world["case"], world["counselor"], now + n * 4 * DAY), actor=world["client"], now=now)
    with pytest.raises(CannotBookError, match="as many as can be booked"):
        book(appointment_of(world["case"], world["counselor"], now + 20 * DAY), actor=world["client"], now=now)
    book(appointment_of(world["case"], world["counselor"], now + 20 * DAY), actor=world["counselor"], now=now)


def test_offers_begin_in_two_hours_and_end_after_three_weeks(world):
    for weekday in range(7):
        make_window(world["counselor"], weekday=weekday, starts=time(0), ends=time(23, 59), minutes=30)
    now = timezone.now()

    found = offers_for(world["client"], counselors_of(world["client"]), now=now)

    assert now + 2 * HOUR <= found[0].starts_at < now + 2.5 * HOUR + timedelta(minutes=30)
    assert timedelta(days=20) < found[-1].starts_at - now < timedelta(days=21)


def test_a_counselor_who_left_the_team_is_not_offered(world):
    make_window(world["counselor"])
    world["counselor"].team_memberships.get().end(on=timezone.localdate())

    page = signed_in(world["client"]).get("/my/sharing/appointments/")

    assert "No counselor to meet yet" in page.content.decode()


def test_a_client_asks_and_the_counselor_confirms_unless_the_time_was_taken(world):
    day = timezone.localdate() + 2 * DAY
    data = {"day": day.isoformat(), "hour": "10:00", "minutes": "45", "way": "phone", "about": "Ads"}
    signed_in(world["client"]).post("/my/sharing/appointments/ask/", data)
    asked = Appointment.objects.get()
    assert (asked.state, asked.minutes) == ("requested", 45)
    staff = signed_in(world["counselor"])
    assert staff.get(f"/clients/appointments/{asked.pk}/appointment.ics").status_code == 404

    other = make_appointment(make_case(world["counselor"]), world["counselor"])
    Appointment.objects.filter(pk=other.pk).update(starts_at=asked.starts_at, ends_at=asked.ends_at)
    refused = staff.post(f"/clients/appointments/{asked.pk}/confirm/", follow=True).content.decode()
    assert "That time is taken" in refused
    other.delete()
    staff.post(f"/clients/appointments/{asked.pk}/confirm/")

    asked.refresh_from_db()
    assert (asked.state, asked.sequence) == ("booked", 1)
    assert titles(world["client"]) == ["Asked for", "Confirmed"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"day": ""}, "required"),
        ({"hour": "25:00"}, "Write the hour as"),
        ({"day": "2019-01-01"}, "Write a day from"),
        ({"minutes": "7"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(world, data, words):
    good = {"day": (timezone.localdate() + DAY).isoformat(), "hour": "10:00", "minutes": "30", "way": "here"}
    address = f"/clients/{world['case'].pk}/appointments/add/"

    page = signed_in(world["counselor"]).post(address, good | {"about": "typed words"} | data)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert "typed words" in page.content.decode()
    assert not Appointment.objects.exists()


# ---- moving, canceling, settling


def test_each_side_moves_and_the_file_follows_under_the_same_name(world):
    make_window(world["counselor"])
    made = make_appointment(world["case"], world["counselor"], starts_in=9 * DAY)
    browser, address = signed_in(world["client"]), f"/my/sharing/appointments/{made.pk}/"
    before = Calendar.from_ical(browser.get(f"{address}appointment.ics").content)

    offer = browser.get(f"{address}move/").context["days"][0].offers[1]
    browser.post(f"{address}move/", {"slot": offer.key})

    after = Calendar.from_ical(browser.get(f"{address}appointment.ics").content)
    was, now_is = before.walk("VEVENT")[0], after.walk("VEVENT")[0]
    assert after["METHOD"] == "REQUEST"
    assert now_is["UID"] == was["UID"]
    assert int(now_is["SEQUENCE"]) == int(was["SEQUENCE"]) + 1
    assert now_is["DTSTART"].dt == offer.starts_at
    assert world["client"].email in now_is["ATTENDEE"]
    assert world["counselor"].email not in after.to_ical().decode()
    assert titles(world["counselor"]) == ["New time"]

    day = timezone.localdate() + 5 * DAY
    signed_in(world["counselor"]).post(
        f"/clients/appointments/{made.pk}/edit/",
        {"day": day.isoformat(), "hour": "14:00", "minutes": "60", "way": "video", "place": "https://x.example/1"},
    )
    made.refresh_from_db()
    assert (made.sequence, made.way, made.minutes) == (2, "video", 60)


def test_saving_it_unchanged_tells_nobody(world):
    made = make_appointment(world["case"], world["counselor"])

    move(made, {"starts_at": made.starts_at, "way": made.way}, actor=world["counselor"], now=timezone.now())

    made.refresh_from_db()
    assert made.sequence == 0
    assert not Notification.objects.exists()


def test_canceling_is_possible_until_it_begins_and_takes_it_out_of_calendars(world):
    made = make_appointment(world["case"], world["counselor"])
    with pytest.raises(CannotBookError):
        cancel(made, actor=world["client"], now=made.starts_at)

    signed_in(world["client"]).post(f"/my/sharing/appointments/{made.pk}/cancel/", {"word": "I am ill"})

    made.refresh_from_db()
    assert (made.state, made.sequence) == ("canceled", 1)
    assert Notification.objects.get(user=world["counselor"]).body == "I am ill"
    file = signed_in(world["counselor"]).get(f"/clients/appointments/{made.pk}/appointment.ics").content
    assert Calendar.from_ical(file)["METHOD"] == "CANCEL"
    assert b"STATUS:CANCELLED" in file
    with pytest.raises(CannotBookError):
        cancel(made, actor=world["client"], now=timezone.now())


def test_how_it_went_is_said_once_it_has_begun_and_can_be_corrected(world):
    made = make_appointment(world["case"], world["counselor"])
    before, then = made.starts_at - timedelta(seconds=1), made.starts_at

    with pytest.raises(CannotBookError):
        settle(made, state="done", actor=world["counselor"], now=before)
    assert settle(made, state="no_show", actor=world["counselor"], now=then).is_missed
    assert settle(made, state="done", actor=world["counselor"], now=then).is_done
    with pytest.raises(CannotBookError):
        settle(made, state="canceled", actor=world["counselor"], now=then)
    with pytest.raises(CannotBookError):
        move(made, {}, actor=world["counselor"], now=before)
    assert signed_in(world["counselor"]).post(f"/clients/appointments/{made.pk}/outcome/", {}).status_code == 404


# ---- who sees it


def test_the_two_and_the_supervisor_see_it_and_for_others_it_does_not_exist(world):
    made = make_appointment(world["case"], world["counselor"], about="canary")
    staff = [f"/clients/appointments/{made.pk}/{page}" for page in ("edit/", "cancel/", "appointment.ics")]
    own = [f"/my/sharing/appointments/{made.pk}/{page}" for page in ("move/", "cancel/", "appointment.ics")]

    opened = {
        name: {page for page in (*staff, *own) if signed_in(world[name]).get(page).status_code == 200}
        for name in ("client", "counselor", "boss", "colleague", "stranger", "other")
    }

    nobody = {key: set() for key in ("colleague", "stranger", "other")}
    assert opened == {"client": {*own}, "counselor": {*staff}, "boss": {*staff}} | nobody
    lists = {name for name in world if name != "case" and _lists_it(world[name], world["case"])}
    assert lists == {"client", "counselor", "boss"}
    for page in ("confirm/", "outcome/", "edit/", "cancel/"):
        for name in ("client", "colleague", "stranger"):
            assert signed_in(world[name]).post(f"/clients/appointments/{made.pk}/{page}").status_code == 404
    add = f"/clients/{world['case'].pk}/appointments/add/"
    assert {name: signed_in(world[name]).get(add).status_code for name in ("counselor", "boss", "colleague")} == {
        "counselor": 200,
        "boss": 404,
        "colleague": 404,
    }


def _lists_it(user, case):
    pages = ("/clients/appointments/", f"/clients/{case.pk}/appointments/", "/my/sharing/appointments/")
    return any("canary" in signed_in(user).get(page).content.decode() for page in pages)


@pytest.mark.parametrize("close", ["pause", "end", "hand over"])
def test_a_pause_an_end_and_a_handing_over_cancel_what_lies_ahead_and_tell_both(world, close):
    past = make_appointment(world["case"], world["counselor"], starts_in=-DAY)
    ahead = make_appointment(world["case"], world["counselor"])
    asked = make_appointment(world["case"], world["counselor"], starts_in=5 * DAY, state=State.REQUESTED)
    now = timezone.now()

    if close == "pause":
        pause(world["case"], now=now)
    elif close == "end":
        end(world["case"], world["client"], reason=CounselingRelationship.EndReason.CLIENT, now=now)
    else:
        reassign(world["case"], world["colleague"], actor=world["boss"], now=now)

    states = {each.pk: each.state for each in Appointment.objects.all()}
    assert states == {past.pk: "booked", ahead.pk: "canceled", asked.pk: "canceled"}
    assert titles(world["client"]).count("Canceled") == titles(world["counselor"]).count("Canceled") == 2
    assert signed_in(world["counselor"]).get(f"/clients/appointments/{past.pk}/cancel/").status_code == 404
    assert signed_in(world["client"]).get("/my/sharing/appointments/").context["past"]
    if close != "hand over":
        with pytest.raises(CannotBookError, match="paused or over"):
            book(appointment_of(world["case"], world["counselor"], now + DAY), actor=world["client"], now=now)
        with pytest.raises(CannotBookError):
            ask(appointment_of(world["case"], world["counselor"], now + DAY), now=now)
        with pytest.raises(CannotBookError):
            confirm(asked, actor=world["counselor"], now=now)


def test_the_secret_address_carries_time_and_place_without_names(world, client):
    feed = CalendarFeed.objects.create(owner=world["client"], token="a-secret-token")
    make_appointment(world["case"], world["counselor"], about="canary", place="Room 4")
    make_appointment(world["case"], world["counselor"], starts_in=4 * DAY, state=State.REQUESTED)
    gone = make_appointment(world["case"], world["counselor"], starts_in=6 * DAY)
    cancel(gone, actor=world["client"], now=timezone.now())

    text = client.get(feed.get_absolute_url()).content.decode()

    events = Calendar.from_ical(text).walk("VEVENT")
    assert [(str(each["SUMMARY"]), str(each["STATUS"])) for each in events] == [
        ("Appointment", "CONFIRMED"),
        ("Appointment", "CANCELLED"),
    ]
    assert events[0]["LOCATION"] == "Room 4"
    assert not any(word in text for word in ("Cas", "Kai", "canary", world["counselor"].email))


# ---- reminders


def test_both_are_reminded_at_six_the_evening_before_on_their_own_clock_and_once(world):
    world["client"].time_zone, world["counselor"].time_zone = "America/Los_Angeles", "America/New_York"
    world["client"].save()
    world["counselor"].save()
    day = timezone.localdate() + 5 * DAY
    starts = datetime.combine(day, time(14), tzinfo=world["counselor"].zone)
    made = make_appointment(world["case"], world["counselor"])
    Appointment.objects.update(starts_at=starts, ends_at=starts + HOUR)
    east = datetime.combine(day - DAY, time(18), tzinfo=world["counselor"].zone)

    sent = [send_reminders(at) for at in (east - timedelta(seconds=1), east, east + HOUR, east + 3 * HOUR, starts)]

    assert sent == [0, 1, 0, 1, 0]
    assert titles(world["client"]) == ["Appointment with Cas Counselor, tomorrow at 11"]
    cancel(made, actor=world["client"], now=east)
    Notification.objects.all().delete()
    assert send_reminders(east + 4 * HOUR) == 0


def test_nobody_is_reminded_of_a_counselor_who_is_no_longer_there(world):
    made = make_appointment(world["case"], world["counselor"], starts_in=HOUR)
    world["counselor"].team_memberships.get().end(on=timezone.localdate())

    assert send_reminders(made.starts_at - timedelta(minutes=5)) == 0


# ---- hours


def test_hours_are_ones_own_do_not_overlap_and_take_nothing_back(world):
    staff = signed_in(world["counselor"])
    hours = {"weekday": "1", "starts": "9:00", "ends": "12:00", "minutes": "30", "way": "here", "place": "Room 4"}
    staff.post("/clients/hours/", hours)
    window = AvailabilityWindow.objects.get()

    for wrong in ({"ends": "9:00"}, {"ends": "9:20"}, {"starts": "11:59", "ends": "13:00"}, {"starts": "x"}):
        page = staff.post("/clients/hours/", hours | wrong)
        assert page.status_code == 422
        assert "Room 4" in page.content.decode()
    staff.post("/clients/hours/", hours | {"starts": "12:00", "ends": "13:00"})
    assert AvailabilityWindow.objects.count() == 2
    staff.post(f"/clients/hours/{window.pk}/", hours | {"ends": "11:00"})
    window.refresh_from_db()
    assert window.ends == time(11)

    made = make_appointment(world["case"], world["counselor"])
    for name in ("colleague", "client"):
        assert signed_in(world[name]).post(f"/clients/hours/{window.pk}/delete/").status_code == 404
        assert signed_in(world[name]).get(f"/clients/hours/{window.pk}/").status_code == 404
    staff.post(f"/clients/hours/{window.pk}/delete/")
    made.refresh_from_db()
    assert (AvailabilityWindow.objects.count(), made.state) == (1, "booked")


# ---- one's own data


def test_the_download_has_ones_own_and_erasure_leaves_hours_without_words(world):
    make_window(world["counselor"], place="canary place")
    made = make_appointment(world["case"], world["counselor"], about="canary", place="canary place")
    part = PARTS["casework"]

    assert [row["about"] for row in part.export(world["client"])["appointments"]] == ["canary"]
    assert "canary" not in str(part.export(world["counselor"])["appointments_with_me"])
    assert part.export(world["other"])["appointments"] == []
    part.erase(world["client"])

    made.refresh_from_db()
    assert (made.state, made.about, made.place) == ("canceled", "", "")
    told = Notification.objects.get(user=world["counselor"])
    assert "Kai" not in told.title
    assert "someone who left" in told.title


def test_a_counselor_who_leaves_cancels_what_lies_ahead(world):
    make_window(world["counselor"])
    made = make_appointment(world["case"], world["counselor"], place="My phone")

    PARTS["casework"].erase(world["counselor"])

    made.refresh_from_db()
    assert (made.state, made.place) == ("canceled", "")
    assert titles(world["client"]) == ["Canceled"]
    assert not AvailabilityWindow.objects.exists()


# ---- lists


def test_lists_cost_the_same_for_one_and_for_many(world, django_assert_num_queries, django_assert_max_num_queries):
    pages = [
        (signed_in(world["counselor"]), "/clients/appointments/", 14),
        (signed_in(world["counselor"]), f"/clients/{world['case'].pk}/appointments/", 16),
        (signed_in(world["client"]), "/my/sharing/appointments/", 13),
    ]
    make_window(world["counselor"])
    for starts in (-3 * DAY, 3 * DAY):
        make_appointment(world["case"], world["counselor"], starts_in=starts)
    few = {}
    for browser, address, most in pages:
        browser.get(address)
        with django_assert_max_num_queries(most) as seen:
            browser.get(address)
        few[address] = len(seen.captured_queries)
    make_window(world["counselor"], starts=time(12), ends=time(17))
    now = timezone.now()
    Appointment.objects.bulk_create(
        appointment_of(world["case"], world["counselor"], now + n * 2 * HOUR, made_at=now) for n in range(-30, 30)
    )
    for browser, address, _most in pages:
        with django_assert_num_queries(few[address]):
            browser.get(address)
