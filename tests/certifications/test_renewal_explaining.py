"""What a person is told of each credit."""

from datetime import date

import pytest

from certifications.renewal.explaining import about_line, about_requirement
from certifications.renewal.rules import FirstCycle
from kit.said import plain
from tests.certifications.ledgers import counted, make_credit, make_minimum, make_rule

RULE = make_rule(
    minimums=(make_minimum("law", "2"),),
    caps={"P": "2.5"},
    excluded_tags=frozenset({"in_service"}),
    needs_evidence=True,
)


def told(*credits_, as_of=date(2026, 6, 30)):
    outcome = counted(RULE, *credits_, as_of=as_of)
    return [str(about_line(outcome, line)) for line in outcome.lines]


@pytest.mark.parametrize(
    ("credit", "words"),
    [
        (make_credit("a", "1.5", "law"), "Counts in full: 1.5 h in the total and for law."),
        (make_credit("a", "10", "T"), "Counts in full: 10 h in the total."),
        (
            make_credit("a", "3", "P"),
            "Counts in part: 2.5 of 3 h, in the total. More is not allowed: P (2.5 h).",
        ),
        (
            make_credit("a", "3", "P", "law"),
            "Counts in part: 2.5 of 3 h, in the total and for law. More is not allowed: P (2.5 h).",
        ),
        (make_credit("a", rejected=True), "Does not count: it was rejected."),
        (
            make_credit("a", on=date(2024, 6, 30)),
            (
                "Does not count in this cycle: it was done on 30 June 2024, "
                "and the cycle runs from 1 July 2024 to 30 June 2026."
            ),
        ),
        (make_credit("a", "1", "in_service"), "Does not count: this rule leaves out what is marked in_service."),
        (make_credit("a", evidence=False), "Does not count yet: this rule wants the certificate as a file. Add it."),
        (make_credit("a", "0.004"), "Does not count: it comes to less than 0.01 h."),
    ],
)
def test_each_credit_is_told_where_it_counts_or_why_not(credit, words):
    assert told(credit) == [words]


def test_a_credit_to_come_is_told_when():
    assert told(make_credit("a", on=date(2025, 1, 2)), as_of=date(2025, 1, 1)) == [
        "Does not count yet: 2 January 2025 comes after 1 January 2025."
    ]


def test_a_repeated_activity_and_a_full_cap_are_told():
    again = make_credit("b", "2.5", "P", activity_id="X1", on=date(2025, 2, 1))
    late = make_credit("c", "1", "P", on=date(2025, 3, 1))

    assert told(make_credit("a", "2.5", "P", activity_id="x1"), again, late)[1:] == [
        "Does not count: activity X1 counts once in a cycle, and another entry stands for it.",
        "Does not count: as many hours as this rule lets count are there already: P (2.5 h).",
    ]


@pytest.mark.parametrize(
    ("kind", "months", "words"),
    [
        (FirstCycle.FULL, 7, "20 h in this cycle, in full."),
        (FirstCycle.EXEMPT, 7, "2 h: a first cycle asks only for the minimums that it keeps."),
        (FirstCycle.PRORATED, 7, "5.83 h: a first cycle asks for its share, and this one has 7 months."),
        (FirstCycle.THRESHOLD, 7, "0 h: a first cycle of less than 12 months asks for the short list."),
        (FirstCycle.THRESHOLD, 12, "20 h in this cycle, in full."),
    ],
)
def test_it_is_told_why_the_total_is_what_it_is(kind, months, words):
    starts_on = date(2025, 12, 1) if months == 7 else date(2025, 7, 1)
    rule = make_rule(minimums=(make_minimum("law", "2"),), first_cycle=kind)

    assert str(about_requirement(counted(rule, is_first=True, starts_on=starts_on))) == words


def test_a_sentence_can_be_read_in_another_language_and_with_names_for_tags():
    outcome = counted(RULE, make_credit("a", "1", "law"))
    names = {("law",): "Recht"}

    said = about_line(outcome, outcome.lines[0]).read(
        lambda _text: "Zählt: %(counted)s Stunden für %(serves)s.", lambda value: names.get(value) or plain(value)
    )

    assert said == "Zählt: 1 Stunden für Recht."
