"""Versions of rules: begun as a copy, tried on ledgers, published, frozen, ended."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from certifications.actions.publishing_rules import (
    NotReadyError,
    begin_version,
    ended_by,
    find_troubles,
    publish_version,
)
from certifications.actions.trying_rules import try_version
from certifications.models import RenewalRuleVersion
from certifications.models.rule import FrozenVersionError
from tests.factories import (
    make_credential,
    make_credit,
    make_held,
    make_role,
    make_rule,
    make_rule_version,
    make_source,
    make_state,
    make_user,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = date(2026, 6, 1)
LAST_DAY = date(2026, 12, 31)


def make_draft(rule, **fields):
    """A draft with all that publishing asks for."""
    ready = {
        "number": 2,
        "in_force_from": date(2026, 7, 1),
        "published_at": None,
        "body": {"total": "20"},
        "summary": "Twenty hours.",
        "source": make_source(),
        "checked_on": date(2026, 5, 1),
        "review_by": date(2027, 5, 1),
    }
    return make_rule_version(rule=rule, **{**ready, **fields})


@pytest.fixture
def rule():
    rule = make_rule()
    make_rule_version(rule=rule, number=1, in_force_from=date(2020, 1, 1), body={"total": "10"})
    return rule


def first_of(rule):
    return rule.versions.get(number=1)


# ---- publishing


def test_a_draft_is_a_copy_of_the_last_version(rule):
    RenewalRuleVersion.objects.filter(rule=rule).update(review_by=date(2027, 1, 1))

    draft = begin_version(rule, on=TODAY)

    assert (draft.number, draft.in_force_from, draft.body) == (2, TODAY, {"total": "10"})
    assert (draft.is_published, draft.checked_on) == (False, None)


def test_a_draft_begins_after_a_version_that_is_still_to_come(rule):
    make_rule_version(rule=rule, number=2, in_force_from=TODAY)

    assert begin_version(rule, on=TODAY).in_force_from == TODAY + timedelta(days=1)


def test_publishing_ends_the_version_before(rule, editor):
    draft = make_draft(rule)

    publish_version(draft, by=editor, at=NOW)

    draft.refresh_from_db()
    assert (draft.published_at, draft.published_by) == (NOW, editor)
    assert first_of(rule).in_force_until == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("begins", "ends", "is_refused"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), False),
        (date(2019, 1, 1), date(2020, 1, 1), True),
        (date(2019, 1, 1), None, True),
        (date(2020, 1, 1), None, True),
        (date(2020, 1, 2), None, False),
    ],
)
def test_two_rules_are_never_in_force(rule, editor, begins, ends, is_refused):
    draft = make_draft(rule, in_force_from=begins, in_force_until=ends)
    sentence = f"Two rules would be in force: “{first_of(rule)}” is published for 1 January 2020 and later."

    if is_refused:
        with pytest.raises(NotReadyError) as refused:
            publish_version(draft, by=editor, at=NOW)
        assert refused.value.troubles == [sentence]
        assert first_of(rule).in_force_until is None
    else:
        publish_version(draft, by=editor, at=NOW)

    draft.refresh_from_db()
    assert draft.is_published is not is_refused


def test_another_rule_for_the_same_credential_is_in_the_way(rule, editor):
    other = make_rule(credential=rule.credential)
    draft = make_draft(other, number=1)

    with pytest.raises(NotReadyError, match="Two rules would be in force"):
        publish_version(draft, by=editor, at=NOW)


def test_a_rule_of_another_state_is_not_in_the_way(editor):
    role = make_role()
    ohio = make_rule(role=role, state=make_state("OH"))
    make_rule_version(rule=ohio)
    texas = make_draft(make_rule(role=role, state=make_state("TX")), number=1)

    publish_version(texas, by=editor, at=NOW)

    assert first_of(ohio).in_force_until is None


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ({"source": None}, "Name the source."),
        ({"summary": " "}, "Write the rule in plain words: people read those first."),
        ({"checked_on": None}, "Give the day on which it was checked against the source."),
        ({"review_by": None}, "Give the day by which it is to be checked again."),
        (
            {"confidence": "low"},
            "Find a better source first: nobody's hours are counted by a rule that we are not sure of.",
        ),
        ({"body": {"totals": 3}}, "rule.totals: this key is not known."),
        (
            {"anchor": "fixed", "anchor_month": 6, "anchor_day": 30, "body": {"cycle_months": 18}},
            "Cycles that end on a fixed day of such years last 12 months, or a multiple of it.",
        ),
    ],
)
def test_what_is_missing_is_said_before_it_is_published(rule, fields, trouble):
    draft = make_draft(rule, **fields)

    assert find_troubles(draft) == [trouble]


def test_a_draft_that_lacks_nothing_has_no_troubles(rule):
    draft = make_draft(rule, anchor="birth-month")

    assert find_troubles(draft) == []
    assert ended_by(draft) == first_of(rule)


def test_nothing_is_published_twice(rule, editor):
    with pytest.raises(NotReadyError, match="published already"):
        publish_version(first_of(rule), by=editor, at=NOW)


# ---- frozen


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("body", {"total": "1"}),
        ("in_force_from", date(2021, 1, 1)),
        ("renewal_fee", Decimal(1)),
        ("anchor", "end-of-month"),
        ("summary", "Other words."),
        ("source_words", "Elsewhere"),
        ("published_at", None),
        ("number", 7),
    ],
)
def test_the_database_refuses_to_change_a_published_version(rule, name, value):
    with pytest.raises(IntegrityError, match="A published version of a rule does not change"), transaction.atomic():
        rule.versions.update(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"), [("checked_on", TODAY), ("review_by", None), ("confidence", "high"), ("published_by", None)]
)
def test_when_a_version_was_checked_may_change(rule, name, value):
    rule.versions.update(**{name: value})

    assert getattr(first_of(rule), name) == value


def test_a_draft_may_change(rule):
    draft = make_draft(rule)

    RenewalRuleVersion.objects.filter(pk=draft.pk).update(body={"total": "1"})

    draft.refresh_from_db()
    assert draft.body == {"total": "1"}


def test_a_version_ends_once(rule):
    version = first_of(rule)
    version.end(on=TODAY)

    with pytest.raises(FrozenVersionError, match="ended already"):
        version.end(on=LAST_DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        rule.versions.update(in_force_until=None)


def test_a_published_version_cannot_be_deleted(rule):
    with pytest.raises(FrozenVersionError):
        first_of(rule).delete()
    with pytest.raises(ProtectedError):
        rule.credential.delete()

    assert rule.versions.count() == 1


def test_a_person_who_published_may_leave(rule, editor):
    draft = make_draft(rule)
    publish_version(draft, by=editor, at=NOW)

    editor.delete()

    draft.refresh_from_db()
    assert (draft.is_published, draft.published_by) == (True, None)


# ---- tried on ledgers


def make_ledger(rule, hours, *, ends_on=LAST_DAY, **fields):
    """Somebody who holds the credential until a day, with so many hours in the cycle."""
    holder = make_user()
    held = make_held(
        holder=holder,
        credential=rule.credential,
        expires_on=ends_on,
        earned_on=ends_on - timedelta(days=1000),
        **fields,
    )
    if hours:
        make_credit(owner=holder, serves=[held], quantity=Decimal(hours))
    return held


def test_a_trial_says_what_would_change_and_writes_nothing(rule):
    loses, gains_nothing = make_ledger(rule, 12), make_ledger(rule, 4)
    stays = make_ledger(rule, 30)
    draft = make_draft(rule)

    trial = try_version(draft, today=TODAY)

    assert (trial.cycles, trial.people, trial.governed, trial.changed) == (3, 3, 3, 2)
    assert (trial.losing, trial.gaining, trial.more_to_go, trial.less_to_go) == (1, 0, 2, 0)
    assert trial.hours == (Decimal(6), Decimal(24))
    assert [change.held for change in trial.changes] == [loses.pk, gains_nothing.pk]
    assert stays.pk not in {change.held for change in trial.changes}
    assert (trial.ends, trial.ends_on) == (first_of(rule), date(2026, 6, 30))
    assert first_of(rule).in_force_until is None
    assert not RenewalRuleVersion.objects.get(pk=draft.pk).is_published


def test_a_milder_version_completes_cycles(rule):
    make_ledger(rule, 6)

    trial = try_version(make_draft(rule, body={"total": "5"}), today=TODAY)

    assert (trial.gaining, trial.losing, trial.less_to_go) == (1, 0, 1)


@pytest.mark.parametrize(("ends_on", "governed"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1)])
def test_a_version_governs_cycles_whose_last_day_lies_in_its_time(rule, ends_on, governed):
    make_ledger(rule, 12, ends_on=ends_on)

    trial = try_version(make_draft(rule), today=TODAY)

    assert (trial.cycles, trial.governed, trial.changed) == (1, governed, governed)


def test_a_first_version_counts_what_no_rule_counted():
    rule = make_rule()
    make_ledger(rule, 12)

    trial = try_version(make_draft(rule, number=1, in_force_from=date(2020, 1, 1)), today=TODAY)

    assert (trial.cycles, trial.changed, trial.ends) == (1, 1, None)
    assert trial.changes[0].before is None


def test_people_with_another_credential_are_left_out(rule):
    make_held(credential=make_credential(), expires_on=LAST_DAY)

    assert try_version(make_draft(rule), today=TODAY).cycles == 0


def test_a_state_rule_is_tried_on_those_of_the_state():
    role, ohio = make_role(), make_state("OH")
    make_held(name="Ohio registration", role=role, state=ohio, expires_on=LAST_DAY)
    make_held(name="Texas registration", role=role, state=make_state("TX"), expires_on=LAST_DAY)
    rule = make_rule(role=role, state=ohio)

    trial = try_version(make_draft(rule, number=1), today=TODAY)

    assert (trial.cycles, trial.people) == (1, 1)


@pytest.mark.parametrize("people", [1, 5])
def test_a_trial_costs_the_same_number_of_queries(rule, people):
    for _number in range(people):
        make_ledger(rule, 12)
    draft = make_draft(rule)

    with CaptureQueriesContext(connection) as queries:
        try_version(draft, today=TODAY)

    assert len(queries) == 8
