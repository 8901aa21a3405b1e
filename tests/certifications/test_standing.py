"""How a credential stands, from considered to expired."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from certifications.holding.governing import Rulebook
from certifications.holding.shown import show
from certifications.holding.standing import Code, standing_of
from certifications.holding.timeline import timeline_of
from tests.factories import make_credential, make_held, make_role, make_rule, make_rule_version, make_state

pytestmark = pytest.mark.django_db

END = date(2026, 6, 30)


@pytest.fixture
def ruled():
    """A held credential whose rule has ten days of grace and a year to reinstate."""
    rule = make_rule()
    make_rule_version(rule=rule, body={"grace_days": 10, "reinstate_months": 12, "cycle_months": 24})
    return make_held(credential=rule.credential, earned_on=date(2024, 7, 1), expires_on=END)


def code_on(held, day):
    return standing_of(held, Rulebook([held]).governing(held, held.expires_on or day), today=day).code


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 3, 31), Code.ACTIVE),  # 91 days before
        (date(2026, 4, 1), Code.SOON),  # 90 days before
        (END, Code.SOON),
        (date(2026, 7, 1), Code.GRACE),
        (date(2026, 7, 10), Code.GRACE),
        (date(2026, 7, 11), Code.LAPSED),
        (date(2027, 6, 30), Code.LAPSED),
        (date(2027, 7, 1), Code.EXPIRED),
    ],
)
def test_it_follows_the_days_and_the_rule(ruled, day, code):
    assert code_on(ruled, day) == code


@pytest.mark.parametrize(("day", "code"), [(END, Code.SOON), (END + timedelta(days=1), Code.ENDED)])
def test_without_a_rule_only_the_last_day_is_known(day, code):
    assert code_on(make_held(expires_on=END), day) == code


def test_two_rules_in_force_are_no_rule(ruled):
    rule = ruled.credential.renewal_rules.get()
    make_rule_version(rule=rule, number=2)

    assert code_on(ruled, END + timedelta(days=1)) == Code.ENDED


def test_a_version_that_is_not_published_does_not_count():
    rule = make_rule()
    make_rule_version(rule=rule, body={"grace_days": 10}, published_at=None)
    held = make_held(credential=rule.credential, expires_on=END)

    assert code_on(held, END + timedelta(days=1)) == Code.ENDED


def test_the_state_s_rule_governs_what_a_state_issued():
    role, ohio = make_role(), make_state("OH")
    make_rule_version(rule=make_rule(role=role, state=ohio), body={"grace_days": 5})
    held = make_held(name="Registration", role=role, state=ohio, expires_on=END)

    assert code_on(held, END + timedelta(days=5)) == Code.GRACE


@pytest.mark.parametrize("stage", ["considering", "preparing", "applied", "given-up"])
def test_before_and_after_holding_it_the_stage_says_all(stage):
    assert code_on(make_held(stage=stage), END) == stage


def test_one_without_a_last_day_is_in_force():
    assert code_on(make_held(earned_on=date(2020, 1, 1)), END) == Code.ENDLESS


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (END - timedelta(days=2), "Valid through 30 June 2026: 2 days left. Renew it in good time."),
        (END - timedelta(days=1), "Valid through 30 June 2026: 1 day left. Renew it in good time."),
        (END, "Valid through 30 June 2026: today is its last day. Renew it in good time."),
    ],
)
def test_the_days_are_told_in_words(day, words):
    assert standing_of(make_held(expires_on=END), None, today=day).sentence == words


def test_rules_of_many_are_found_in_one_query(django_assert_num_queries):
    helds = []
    for _number in range(3):
        rule = make_rule()
        make_rule_version(rule=rule)
        helds.append(make_held(credential=rule.credential, expires_on=END))

    with django_assert_num_queries(1):
        rules = Rulebook(helds)
        found = [rules.governing(held, END) for held in helds]

    assert None not in found


def test_where_nothing_can_have_a_rule_none_is_asked_for(django_assert_num_queries):
    held = make_held(name="First aid", expires_on=END)

    with django_assert_num_queries(0):
        found = Rulebook([held]).governing(held, END)

    assert found is None


# ---- the strip


def test_the_strip_begins_with_the_present_cycle(ruled):
    row = show(ruled, today=date(2025, 7, 1), now=timezone.now())

    assert (row.timeline.starts_on, row.timeline.ends_on) == (date(2024, 7, 1), END)
    assert row.timeline.done == row.timeline.now
    assert row.timeline.end == "100.00%"


def test_past_the_last_day_the_strip_goes_on_to_the_end_of_reinstatement(ruled):
    strip = show(ruled, today=date(2026, 9, 1), now=timezone.now()).timeline

    assert strip.is_over
    assert strip.done == strip.end
    assert float(strip.end.rstrip("%")) + float(strip.late_width.rstrip("%")) == pytest.approx(100, abs=0.02)


def test_without_a_rule_the_strip_goes_on_to_today():
    strip = show(
        make_held(earned_on=date(2026, 1, 1), expires_on=END), today=date(2026, 12, 29), now=timezone.now()
    ).timeline

    assert strip.now == "100.00%"
    assert strip.end == strip.done == "49.72%"


@pytest.mark.parametrize(
    "held",
    [{"stage": "preparing"}, {"earned_on": date(2020, 1, 1)}],
)
def test_what_has_no_end_has_no_strip(held):
    held = make_held(**held)

    standing = standing_of(held, None, today=END)

    assert timeline_of(held, standing, None, today=END) is None


def test_a_credential_of_one_day_has_a_strip():
    held = make_held(credential=make_credential(), earned_on=END, expires_on=END)

    strip = show(held, today=END, now=timezone.now()).timeline

    assert strip.words == "From 30 June 2026 to 30 June 2026. Today, 30 June 2026."
