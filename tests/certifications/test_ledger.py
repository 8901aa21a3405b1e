"""The ledger: which cycle is open, which version counts it, and what each course counts for."""

from datetime import date
from decimal import Decimal

import pytest

from certifications.ledger.guidance import heading, lead, next_step
from certifications.ledger.lapse import lapse_of
from certifications.ledger.left_out import better_without
from certifications.ledger.periods import WhyNone
from certifications.ledger.ruling import Trouble
from certifications.ledger.sheets import ledger_of, sheet_of
from certifications.ledger.what_if import what_if
from certifications.models import HeldCredential, RenewalCycle
from certifications.renewal.status import Status
from tests.certifications.courses import BODY, ENDS, STARTS, TODAY, fill, make_ruled, make_version, put
from tests.factories import make_credit, make_evidence, make_held, make_role, make_rule, make_rule_version, make_state

pytestmark = pytest.mark.django_db


def days_of(period):
    return (period.cycle.starts_on, period.cycle.ends_on)


@pytest.fixture
def held(seeker):
    return make_ruled(seeker)


@pytest.fixture
def crowded(seeker):
    """Two caps of five hours are full, and ten of twenty hours are to go."""
    caps = [{"tag": "P", "hours": 5}, {"tag": "college", "hours": 5}]
    held = make_ruled(seeker, body={"total": 20, "minimums": [{"tag": "law", "hours": 1}], "caps": caps})
    put(held, 5, "P")
    put(held, 5, "college")
    return held


# Which cycle


def test_the_last_day_that_is_printed_ends_the_cycle(held):
    period = sheet_of(held, as_of=TODAY).period

    assert days_of(period) == (STARTS, ENDS)
    assert not period.cycle.is_first


def test_a_printed_day_beats_the_day_that_the_rule_gives(seeker):
    held = make_ruled(seeker, expires_on=date(2026, 8, 31))

    assert days_of(sheet_of(held, as_of=TODAY).period) == (date(2024, 9, 1), date(2026, 8, 31))


def test_without_a_printed_day_the_rule_gives_the_cycle(seeker):
    held = make_ruled(seeker, expires_on=None)

    assert days_of(sheet_of(held, as_of=TODAY).period) == (STARTS, ENDS)


def test_the_cycle_that_begins_when_it_was_earned_is_the_first(seeker):
    held = make_ruled(seeker, earned_on=STARTS)

    assert sheet_of(held, as_of=TODAY).period.cycle.is_first


def test_after_the_last_day_the_cycle_that_ended_stays_open_until_it_is_filed(held):
    assert days_of(sheet_of(held, as_of=date(2026, 12, 1)).period) == (STARTS, ENDS)


def test_a_cycle_kept_as_a_row_wins_and_follows_a_corrected_last_day(held):
    RenewalCycle.objects.create(held=held, starts_on=date(2025, 1, 1), ends_on=ENDS)
    held.last_until(date(2026, 7, 15))

    period = sheet_of(held, as_of=TODAY).period

    assert days_of(period) == (date(2025, 1, 1), date(2026, 7, 15))
    assert not period.is_renewed_elsewhere


def test_a_last_day_two_years_later_is_a_renewal_and_not_a_correction(held):
    RenewalCycle.objects.create(held=held, starts_on=STARTS, ends_on=ENDS)
    held.last_until(date(2028, 6, 30))

    sheet = sheet_of(held, as_of=TODAY)

    assert days_of(sheet.period) == (STARTS, ENDS)
    assert "you must have renewed it" in next_step(sheet).words


def test_what_is_not_held_yet_has_no_cycle(seeker):
    sheet = sheet_of(make_held(holder=seeker), as_of=TODAY)

    assert sheet.period.why_none == WhyNone.NOT_HELD
    assert "You do not hold it yet" in lead(sheet)


def test_a_month_of_birth_that_is_missing_is_asked_for(seeker):
    held = make_held(holder=seeker, earned_on=date(2022, 7, 1))
    make_version(held, anchor="birth-month")

    sheet = sheet_of(held, as_of=TODAY)

    assert sheet.period.why_none == WhyNone.BIRTH_MONTH
    assert next_step(sheet).url.endswith("/edit/")


def test_with_a_printed_day_the_month_of_birth_is_not_needed(seeker):
    held = make_held(holder=seeker, earned_on=date(2022, 7, 1), expires_on=ENDS)
    make_version(held, anchor="birth-month")

    assert days_of(sheet_of(held, as_of=TODAY).period) == (STARTS, ENDS)


# Which version


def test_the_version_in_force_on_the_last_day_governs(seeker):
    held = make_held(holder=seeker, earned_on=date(2022, 7, 1), expires_on=ENDS)
    rule = make_rule(credential=held.credential)
    make_rule_version(rule=rule, in_force_until=date(2026, 6, 29), body={"total": 10})
    make_rule_version(rule=rule, number=2, in_force_from=ENDS, body={"total": 30})

    assert sheet_of(held, as_of=TODAY).counted.outcome.asked.total == 30


def test_a_state_rule_counts_what_a_state_issued(seeker):
    role, state = make_role(), make_state("TX")
    held = make_held(holder=seeker, name="License", role=role, state=state, earned_on=date(2022, 7, 1), expires_on=ENDS)
    make_rule_version(rule=make_rule(role=role, state=state), body={"total": 12})

    assert sheet_of(held, as_of=TODAY).counted.outcome.asked.total == 12


def test_no_version_in_force_is_said_and_the_hours_are_kept(seeker):
    held = make_held(holder=seeker, earned_on=date(2022, 7, 1), expires_on=ENDS)
    make_version(held, in_force_from=date(2030, 1, 1))
    put(held, 2)

    sheet = sheet_of(held, as_of=TODAY)

    assert sheet.period.ruling.trouble == Trouble.NO_VERSION
    assert lead(sheet) == "Our rule for it is being mended, so nothing is counted today. Your hours are kept."
    assert sheet.rows[0].sentence == "Kept. It is counted as soon as our rule is mended."


def test_two_versions_in_force_are_never_guessed_between(held):
    make_version(held)

    sheet = sheet_of(held, as_of=TODAY)

    assert sheet.period.ruling.trouble == Trouble.TWO_VERSIONS
    assert sheet.counted is None


def test_where_no_rule_is_known_the_hours_are_listed_and_that_is_said(seeker):
    held = make_held(holder=seeker, name="BLS", earned_on=date(2025, 1, 1))
    put(held, 4)

    sheet = sheet_of(held, as_of=TODAY)

    assert heading(sheet) == "BLS: 1 course kept"
    assert "We know no rule for it" in lead(sheet)
    assert sheet.rows[0].sentence == "Kept. We know no rule to count it by."


# What counts


def test_progress_is_told_in_bars_with_numbers(held):
    put(held, "10.5", "T")
    put(held, 1, "T", "law")
    put(held, 6, "P")

    sheet = sheet_of(held, as_of=TODAY)

    assert [(bar.label, bar.words, bar.width) for bar in sheet.bars] == [
        ("All hours", "16.5 of 20 h", "82.5%"),
        ("Pharmacy law (ACPE topic 03)", "1 of 1 h", "100.0%"),
        ("Patient or medication safety (ACPE topic 05)", "0 of 1 h", "0.0%"),
        ("Technicians (number ends in T)", "11.5 of 15 h", "76.7%"),
        ("Pharmacists (number ends in P)", "5 of 5 h", "100.0%"),
    ]
    assert lead(sheet) == (
        "You have 16.5 of 20 hours. Still short: Patient or medication safety 1 h; Technicians 3.5 h. "
        "The cycle ends on 30 June 2026: 121 days left."
    )


@pytest.mark.parametrize(
    ("tags", "fields", "sentence"),
    [
        (["T", "law"], {}, "Counts in full: 2 h in the total and for Pharmacy law; Technicians."),
        (["in_service"], {}, "Does not count: this rule leaves out what is marked In-service training at work."),
        (
            [],
            {"completed_on": date(2024, 6, 30)},
            "Does not count in this cycle: it was done on 30 June 2024, and the cycle runs from 1 July 2024 to 30 June 2026.",
        ),
        ([], {"completed_on": STARTS}, "Counts in full: 2 h in the total."),
        ([], {"completed_on": TODAY}, "Counts in full: 2 h in the total."),
        ([], {"completed_on": date(2026, 3, 2)}, "Does not count yet: 2 March 2026 comes after 1 March 2026."),
        ([], {"is_rejected": True}, "Does not count: it was rejected."),
    ],
)
def test_every_course_says_where_it_counts_or_why_not(held, tags, fields, sentence):
    put(held, 2, *tags, **fields)

    assert [row.sentence for row in sheet_of(held, as_of=TODAY).rows] == [sentence]


def test_a_unit_that_the_rule_does_not_know_is_said_and_breaks_nothing(seeker):
    held = make_ruled(seeker, body=BODY | {"unit_hours": {"hour": "1"}})
    put(held, 1, unit="ceu")
    put(held, 2)

    sheet = sheet_of(held, as_of=TODAY)

    assert sheet.counted.outcome.counted == 2
    assert {row.sentence for row in sheet.rows} >= {
        "Does not count: this rule does not say how many hours one of these is. Enter it in hours."
    }


def test_a_rule_that_wants_the_certificate_counts_a_course_once_its_file_is_there(seeker):
    held = make_ruled(seeker, body=BODY | {"needs_evidence": True})
    credit = put(held, 2)
    without = sheet_of(held, as_of=TODAY).counted.outcome.counted

    make_evidence(credit=credit)

    assert (without, sheet_of(held, as_of=TODAY).counted.outcome.counted) == (0, 2)


def test_one_course_counts_for_several_credentials(seeker, held):
    other = make_ruled(seeker, body={"total": 10})
    credit = put(held, 2)
    credit.serves.add(other)

    ledger = ledger_of(seeker, today=TODAY)

    assert {place.held: place.row.counted for place in ledger.places(credit)} == {held: 2, other: 2}


def test_a_course_put_towards_nothing_is_still_on_the_list(seeker, held):
    credit = make_credit(owner=seeker)

    ledger = ledger_of(seeker, today=TODAY)

    assert ledger.credits == [credit]
    assert ledger.places(credit) == []


def test_another_persons_courses_never_count(seeker, held):
    make_credit(serves=[held])
    stranger_ledger = ledger_of(seeker, today=TODAY)

    assert stranger_ledger.credits == []


# What if


def test_a_course_that_is_only_thought_of_changes_the_numbers_and_nothing_else(held):
    put(held, 15, "T")
    sheet = sheet_of(held, as_of=TODAY)

    found = what_if(sheet, hours=Decimal(2), tags=frozenset({"law"}), on=TODAY)

    assert found.summary == "It would bring you from 5 hours to go to 3 hours."
    assert found.changes[1].gain == "+2 h"
    assert sheet_of(held, as_of=TODAY).counted.outcome.counted == 15


def test_a_course_that_would_raise_the_hours_to_go_is_advised_against(crowded):
    sheet = sheet_of(crowded, as_of=TODAY)

    found = what_if(sheet, hours=Decimal(1), tags=frozenset({"law", "P", "college"}), on=TODAY)

    assert found.summary.startswith("It would take you from 10 hours to go to 11 hours: ")
    assert "do not put it towards this credential" in found.summary
    assert better_without(sheet) is None


def test_a_course_that_keeps_others_from_counting_is_named(crowded):
    course = put(crowded, 1, "law", "P", "college", title="Law at college")

    found = better_without(sheet_of(crowded, as_of=TODAY))

    assert found.credit == course
    assert "“Law at college” takes room" in found.words
    assert found.words.endswith("and you have 10 hours to go, not 11 hours.")


def test_when_all_hours_are_there_another_course_changes_nothing(held):
    fill(held)

    found = what_if(sheet_of(held, as_of=TODAY), hours=Decimal(2), tags=frozenset({"T"}), on=TODAY)

    assert found.summary == "All hours are there already, and stay so."


def test_a_course_that_changes_nothing_is_told_so(held):
    found = what_if(sheet_of(held, as_of=TODAY), hours=Decimal(2), tags=frozenset({"in_service"}), on=TODAY)

    assert found.summary == "It would leave you where you are: 20 hours to go."
    assert "leaves out" in found.sentence


def test_a_course_thought_of_for_a_later_day_counts_on_that_day(held):
    sheet = sheet_of(held, as_of=TODAY)

    inside = what_if(sheet, hours=Decimal(2), tags=frozenset(), on=ENDS)
    outside = what_if(sheet, hours=Decimal(2), tags=frozenset(), on=date(2026, 7, 1))

    assert (inside.to_go_then, outside.to_go_then) == (18, 20)


# After the last day


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (ENDS, Status.ACTIVE),
        (date(2026, 7, 1), Status.LAPSED),
        (date(2027, 6, 30), Status.LAPSED),
        (date(2027, 7, 1), Status.EXPIRED),
    ],
)
def test_lapse_and_reinstatement_have_their_last_days(held, today, status):
    assert lapse_of(sheet_of(held, as_of=today).period, today=today).status == status


def test_what_a_lapse_costs_and_takes_is_told_with_its_days(held):
    lapse = lapse_of(sheet_of(held, as_of=TODAY).period, today=TODAY)

    assert lapse.sentences == [
        "Renewing late costs $25 more.",
        "After 30 June 2026 it has lapsed, and can be reinstated through 30 June 2027.",
        "Reinstatement takes 20 hours, and among them at least: Pharmacy law: 2 hours. It costs $95.",
        "From 1 July 2027 on it cannot be brought back by this rule: you would start over.",
    ]


def test_a_cost_that_we_do_not_know_is_said_to_be_unknown(seeker):
    held = make_held(holder=seeker, earned_on=date(2022, 7, 1), expires_on=ENDS)
    make_version(held, late_fee=None, reinstatement_fee=None, body=BODY | {"grace_days": 30})

    sentences = lapse_of(sheet_of(held, as_of=TODAY).period, today=TODAY).sentences

    assert sentences[0] == (
        "After 30 June 2026 you can still renew through 30 July 2026. What that costs is not known to us."
    )
    assert sentences[2].endswith("What it costs is not known to us.")


@pytest.mark.parametrize(("grace", "day"), [(0, "1 July 2026"), (30, "31 July 2026")])
def test_a_rule_without_reinstatement_sends_nobody_back_to_the_start(seeker, grace, day):
    held = make_ruled(seeker, body=BODY | {"grace_days": grace, "reinstate_months": 0})

    sheet = sheet_of(held, as_of=date(2026, 9, 1))

    words = f"From {day} on this rule names no way to bring it back: ask whoever issued it."
    assert lapse_of(sheet.period, today=sheet.today).sentences[-1] == words
    assert sheet.standing.sentence.endswith("The rule names no way to bring it back now: ask whoever issued it.")


def test_once_it_has_expired_no_more_courses_are_asked_for(held):
    step = next_step(sheet_of(held, as_of=date(2027, 7, 1)))

    assert step.words == "If you renewed it in time, file that renewal here. If not, look at what starting over takes."
    assert next_step(sheet_of(held, as_of=TODAY)).button == "Add a course"


def test_the_heading_says_first_what_matters_most(held):
    fill(held)

    headings = [heading(sheet_of(held, as_of=day)).partition(": ")[2] for day in (TODAY, date(2026, 7, 1))]

    assert headings == ["all hours are there", "lapsed on 30 June 2026"]


@pytest.mark.parametrize("courses", [3, 300])
def test_the_ledger_costs_the_same_queries_at_any_length(seeker, held, courses, django_assert_num_queries):
    other = make_ruled(seeker)
    for number in range(courses):
        put(held, 1, "T", completed_on=date(2025, 1 + number % 12, 1 + number % 28)).serves.add(other)

    with django_assert_num_queries(7):
        ledger = ledger_of(seeker, today=TODAY)

    assert len(ledger.credits) == courses
    assert all(isinstance(sheet.held, HeldCredential) for sheet in ledger.sheets)


def test_what_reinstatement_takes_is_what_is_counted_then(seeker):
    body = {"total": 20, "first_cycle": "exempt"}
    held = make_ruled(seeker, body=body, earned_on=STARTS)

    lapse = lapse_of(sheet_of(held, as_of=date(2026, 7, 1)).period, today=date(2026, 7, 1))

    assert lapse.sentences[2] == "Reinstatement asks for no hours in this cycle. It costs $95."
