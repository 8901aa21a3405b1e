"""Rules by which nobody's hours can be counted are shown to editors."""

from datetime import date

import pytest

from certifications.ledger.troubles import rule_troubles
from tests.factories import make_credential, make_role, make_rule, make_rule_version, make_state

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)


def words():
    return [trouble.words for trouble in rule_troubles(TODAY)]


def test_a_rule_in_order_is_no_trouble():
    rule = make_rule()
    make_rule_version(rule=rule, in_force_until=date(2026, 6, 30))
    make_rule_version(rule=rule, number=2, in_force_from=date(2026, 7, 1))

    assert words() == []


def test_two_versions_at_a_time_are_shown():
    credential = make_credential()
    make_rule_version(rule=make_rule(credential=credential, name="Old"))
    make_rule_version(rule=make_rule(credential=credential, name="New"), in_force_from=date(2026, 7, 1))

    assert words() == [
        "From 1 July 2026 on, “Old, version 1” is in force at the same time, so hours are not counted.",
    ]


def test_two_versions_of_days_gone_by_are_no_trouble_any_more():
    credential = make_credential()
    make_rule_version(rule=make_rule(credential=credential), in_force_until=date(2026, 2, 28))
    make_rule_version(rule=make_rule(credential=credential))

    assert words() == []


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2026, 6, 30), ["1 July 2026"]), (date(2029, 2, 27), ["28 February 2029"]), (date(2029, 3, 1), [])],
)
def test_days_without_a_version_are_shown_as_far_ahead_as_open_cycles_reach(until, expected):
    make_rule_version(in_force_until=until)

    assert words() == [
        f"On {day} no version is in force, so hours of cycles that end then are not counted." for day in expected
    ]


def test_a_gap_between_two_versions_is_shown():
    rule = make_rule()
    make_rule_version(rule=rule, in_force_until=date(2026, 6, 30))
    make_rule_version(rule=rule, number=2, in_force_from=date(2026, 7, 2))

    assert "On 1 July 2026 no version is in force" in words()[0]


def test_rules_of_two_states_do_not_disturb_each_other():
    role = make_role()
    for usps in ("OH", "TX"):
        make_rule_version(rule=make_rule(role=role, state=make_state(usps)))

    assert words() == []


def test_a_body_that_cannot_be_read_is_shown():
    make_rule_version(body={"totle": 20})

    assert words() == ["It cannot be read: rule.totle: this key is not known"]


def test_drafts_are_no_trouble():
    make_rule_version(published_at=None, in_force_until=date(2026, 6, 30))

    assert words() == []


def test_editors_see_the_troubles_in_their_queue(as_admin):
    credential = make_credential()
    for _number in range(2):
        make_rule_version(rule=make_rule(credential=credential))

    page = as_admin.get("/admin/certifications/due/").content.decode()

    assert "Rules that cannot count" in page
    assert "is in force at the same time" in page
