"""Name, state and time zone."""

import re

import pytest
from django.urls import reverse

from tests.factories import make_state

pytestmark = pytest.mark.django_db

PROFILE = "/my/profile/"


def test_the_profile_is_saved_and_the_pages_follow(as_seeker, seeker):
    make_state("OH")

    answer = as_seeker.post(PROFILE, {"name": "  Sam  ", "state": "OH", "time_zone": "America/Chicago"})

    seeker.refresh_from_db()
    assert answer.url == reverse("my_profile")
    assert (seeker.name, seeker.state, seeker.time_zone) == ("Sam", "OH", "America/Chicago")
    assert as_seeker.session["time_zone"] == "America/Chicago"
    assert as_seeker.session["state"] == "OH"


def test_all_of_it_may_stay_empty(as_seeker, seeker):
    as_seeker.post(PROFILE, {"name": "", "state": "", "time_zone": ""})

    seeker.refresh_from_db()
    assert (seeker.name, seeker.state, seeker.time_zone) == ("", "", "")


def test_common_zones_come_first_and_every_zone_is_there(as_seeker):
    page = as_seeker.get(PROFILE).content.decode()

    zones = re.findall(r'<option value="([A-Z][^"]*/[^"]+)"', page)
    assert zones[0] == "America/New_York"
    assert {"Europe/Berlin", "America/Indiana/Knox", "Asia/Kolkata"} <= set(zones)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "America/New_York\x00", "x" * 10_000])
def test_a_zone_that_is_none_is_refused(as_seeker, seeker, zone):
    answer = as_seeker.post(PROFILE, {"name": "Sam", "state": "", "time_zone": zone})

    seeker.refresh_from_db()
    assert answer.status_code == 200
    assert seeker.time_zone == ""


@pytest.mark.parametrize(("length", "saved"), [(120, True), (121, False)])
def test_the_longest_name(as_seeker, seeker, length, saved):
    as_seeker.post(PROFILE, {"name": "n" * length, "state": "", "time_zone": ""})

    seeker.refresh_from_db()
    assert (len(seeker.name) == length) is saved


def test_other_fields_of_the_account_cannot_be_set_here(as_seeker, seeker):
    as_seeker.post(PROFILE, {"name": "Sam", "is_staff": "on", "is_superuser": "on", "email": "boss@example.org"})

    seeker.refresh_from_db()
    assert (seeker.is_staff, seeker.is_superuser, seeker.email) == (False, False, "seeker@example.org")


def test_times_are_shown_in_the_clock_of_the_profile(as_seeker, seeker):
    as_seeker.post(PROFILE, {"name": "Sam", "state": "", "time_zone": "Pacific/Honolulu"})

    page = as_seeker.get(PROFILE).content.decode()

    assert '<option value="Pacific/Honolulu" selected>' in page
