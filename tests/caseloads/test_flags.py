"""Flags state facts: raised by dates and counts, both sides of each limit, and cleared when they no longer hold."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from caseloads.actions.consenting import withdraw
from caseloads.actions.flagging import raise_flags
from caseloads.actions.relating import pause
from caseloads.flags import holding, working_days_after
from caseloads.models import Appointment, RiskFlag
from resumes.models import Document, ReviewRequest, Version
from tests.caseloads.cases import make_case, make_member, make_supervisor, make_team
from tests.factories import make_held, make_user

pytestmark = pytest.mark.django_db
NOON = time(12)


def at(day):
    return timezone.make_aware(datetime.combine(day, NOON))


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("start", "late_on"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday
        (date(2026, 11, 26), date(2026, 12, 1)),  # Thursday: Friday, Monday, Tuesday
        (date(2026, 11, 28), date(2026, 12, 2)),  # Saturday
    ],
)
def test_working_days_leave_out_weekends(start, late_on):
    assert working_days_after(start, 3) == late_on


@pytest.mark.parametrize(("days", "holds"), [(30, False), (31, True)])
def test_no_contact_is_counted_from_the_last_one_or_the_beginning(days, holds):
    today = timezone.localdate()
    last, never = make_case(), make_case()
    type(last).objects.filter(pk=last.pk).update(last_contact_on=today - timedelta(days=days))
    begun = timezone.now() - timedelta(days=days)
    type(never).objects.filter(pk=never.pk).update(started_at=begun, asked_at=begun)

    found = holding(today)

    assert ((last.pk, "no-contact") in found, (never.pk, "no-contact") in found) == (holds, holds)
    assert set(found.values()) == ({today} if holds else set())


@pytest.mark.parametrize(("asked", "holds"), [(date(2026, 11, 19), True), (date(2026, 11, 20), False)])
def test_a_review_waits_too_long_after_three_working_days(asked, holds):
    case = make_case()
    version = Version.objects.create(document=Document.objects.create(owner=case.client, title="Resume"), number=1)
    request = ReviewRequest.objects.create(version=version, asked_by=case.client)
    ReviewRequest.objects.filter(pk=request.pk).update(asked_at=at(asked))

    found = holding(date(2026, 11, 25))  # Wednesday

    assert ((case.pk, "review") in found) == holds
    request.claim(make_user(), at=timezone.now())
    assert (case.pk, "review") not in holding(date(2026, 12, 25))


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_credential_that_ends_counts_only_where_it_may_be_seen(days, holds):
    today = timezone.localdate()
    case, closed = make_case(scopes=["certifications"]), make_case(scopes=["documents"])
    for one in (case, closed):
        make_held(holder=one.client, name="x", expires_on=today + timedelta(days=days))

    found = holding(today)

    assert ((case.pk, "credential") in found) == holds
    assert (closed.pk, "credential") not in found


def test_a_flag_is_raised_once_and_cleared_when_its_rule_no_longer_holds():
    case, now = make_case(scopes=["certifications"]), timezone.now()
    make_held(holder=case.client, name="x", expires_on=timezone.localdate() + timedelta(days=9))

    assert (raise_flags(now), raise_flags(now)) == (1, 0)
    withdraw(case, ["certifications"], now=now)
    assert raise_flags(now) == 1

    assert [flag.cleared_at is None for flag in RiskFlag.objects.all()] == [False]


def test_needs_me_holds_what_nobody_has_noted():
    team = make_team()
    counselor, other = make_member(team), make_member(make_team())
    case = make_case(counselor, client=make_user(name="Kai"))
    type(case).objects.filter(pk=case.pk).update(last_contact_on=timezone.localdate() - timedelta(days=40))
    raise_flags(timezone.now())
    flag, browser = RiskFlag.objects.get(), signed_in(counselor)

    assert "No contact for 30 days" in browser.get(f"/clients/{case.pk}/").content.decode()
    assert [each.client.name for each in browser.get("/clients/?needs=any").context["cases"]] == ["Kai"]
    assert signed_in(other).post(f"/clients/flags/{flag.pk}/note/").status_code == 404
    browser.post(f"/clients/flags/{flag.pk}/note/")

    assert browser.get("/clients/?needs=any").context["cases"] == []
    assert len(browser.get("/clients/?needs=no-contact").context["cases"]) == 1
    pause(case, now=timezone.now())
    assert signed_in(make_supervisor(team)).post(f"/clients/flags/{flag.pk}/note/").status_code == 404


def test_raising_costs_the_same_for_one_client_and_for_ten(django_assert_num_queries):
    make_case(scopes=["certifications"])
    raise_flags(timezone.now())
    with django_assert_num_queries(10) as few:
        raise_flags(timezone.now())
    for _n in range(9):
        make_case(scopes=["certifications"])
    with django_assert_num_queries(len(few.captured_queries)):
        raise_flags(timezone.now())


@pytest.mark.parametrize(
    ("states", "holds"),
    [(["no_show"], False), (["no_show", "no_show"], True), (["no_show", "done", "no_show"], False), (["no_show", "no_show", "done"], False)],
)  # fmt: skip
def test_two_missed_running_hold_until_one_takes_place(states, holds):
    counselor = make_member(make_team())
    case, now = make_case(counselor), timezone.now()
    for number, state in enumerate(states):
        start = now - timedelta(days=9 - number)
        Appointment.objects.create(
            relationship=case,
            counselor=counselor,
            starts_at=start,
            ends_at=start + timedelta(minutes=30),
            zone="America/New_York",
            made_at=start,
            state=state,
        )

    assert ((case.pk, "missed") in holding(timezone.localdate())) == holds
