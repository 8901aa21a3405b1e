"""The rules that come with the application: sourced, dated, readable, and right in the worked examples."""

import json
from datetime import date
from decimal import Decimal

import pytest

from certifications.content_files import CONTENT, read_certifications
from certifications.content_files.entries import RenewalRuleEntry, RuleVersionEntry
from certifications.marks import LABELS
from certifications.renewal.outcome import explain
from certifications.renewal.reading import read_rule
from certifications.renewal.rules import Credit, Cycle, Rule
from certifications.renewal.versions import version_for
from guides.content_files import files_below


@pytest.fixture(scope="module")
def folder():
    return read_certifications(files_below(CONTENT)).require()


@pytest.fixture(scope="module")
def versions(folder):
    return folder.of(RuleVersionEntry)


def rule_on(versions, slug: str, day: date) -> Rule:
    return read_rule(json.loads(version_for([entry for entry in versions if entry.rule == slug], day).body))


def test_issuers_and_at_least_eight_states_have_rules(folder):
    rules = folder.of(RenewalRuleEntry)

    assert {"ptcb-cpht", "ptcb-cpht-adv", "nha-cpht"} <= {rule.credential for rule in rules}
    assert len({rule.state for rule in rules if rule.role == "pharmacy-technician"}) >= 8


def test_every_version_says_where_it_is_from_and_when_it_was_checked(versions):
    lacking = [
        entry.ident
        for entry in versions
        if not (entry.published and entry.summary and entry.source and entry.source_words and entry.checked_on)
        or entry.confidence == "low"
        or (entry.in_force_until is None and entry.review_by is None)
    ]

    assert lacking == []


def test_every_mark_that_a_rule_asks_for_can_be_put_on_a_credit(versions):
    rules = [read_rule(json.loads(entry.body)) for entry in versions]
    asked = {part.tag for rule in rules for part in (*rule.minimums, *rule.short_minimums, *rule.reinstate_minimums)}
    limited = {cap.tag for rule in rules for cap in rule.caps} | {tag for rule in rules for tag in rule.excluded_tags}

    assert asked | limited <= {*LABELS}


def test_a_full_ledger_renews_the_cpht(versions):
    done = [
        Credit("a", date(2024, 9, 10), Decimal(12), tags=frozenset({"T"})),
        Credit("b", date(2025, 3, 1), Decimal(4), tags=frozenset({"T", "law"})),
        Credit("c", date(2025, 9, 1), Decimal("2.5"), tags=frozenset({"T", "safety"})),
        Credit("d", date(2026, 6, 30), Decimal("1.5"), tags=frozenset({"P"})),
    ]
    day = date(2026, 6, 30)

    outcome = explain(rule_on(versions, "ptcb-cpht", day), Cycle(date(2024, 7, 1), day), done, day)

    assert (outcome.counted, outcome.progress.is_complete) == (Decimal(20), True)


def test_ten_credits_at_nha_are_twenty_hours(versions):
    day = date(2026, 6, 30)
    tags = frozenset({"law", "safety"})
    done = [Credit("a", day, Decimal(10), unit="nha_credit", tags=tags)]

    outcome = explain(rule_on(versions, "nha-cpht", day), Cycle(date(2024, 7, 1), day), done, day)

    assert (outcome.counted, outcome.progress.is_complete) == (Decimal(20), True)


@pytest.mark.parametrize(
    ("ends_on", "asked", "law"),
    [(date(2024, 6, 20), Decimal("9.96"), Decimal(2)), (date(2024, 6, 21), Decimal(0), None)],
)
def test_arizona_asks_a_first_cycle_for_its_share_and_later_for_nothing(versions, ends_on, asked, law):
    cycle = Cycle(ends_on.replace(year=2023, day=ends_on.day + 1), ends_on, is_first=True)

    outcome = explain(rule_on(versions, "pharmacy-technician-az", ends_on), cycle, [], ends_on)

    assert outcome.asked.total == asked
    assert outcome.progress.short.get("law") == law


def test_hours_left_over_are_used_in_the_next_year_in_south_carolina(versions):
    day = date(2027, 6, 30)
    done = [Credit("a", date(2027, 1, 1), Decimal(13))]

    outcome = explain(rule_on(versions, "pharmacy-technician-sc", day), Cycle(date(2026, 7, 1), day), done, day)

    assert outcome.carry_out == Decimal(3)
