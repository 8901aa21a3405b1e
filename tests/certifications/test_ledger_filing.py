"""Renewals that were filed: frozen as they counted, taken back, carried over, reinstated."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import RestrictedError

from certifications.actions.filing import FilingError, begin_reinstating, file_renewal, stop_reinstating, take_back
from certifications.actions.ledger import (
    FrozenError,
    OverlapError,
    delete_credit,
    keep_credit,
    put_towards,
    set_cycle,
)
from certifications.ledger.sheets import sheet_of
from certifications.models import CreditAllocation, RenewalCycle
from certifications.personal_data import erase
from tests.certifications.courses import ENDS, STARTS, TODAY, fill, make_ruled, make_version, put
from tests.factories import make_held

pytestmark = pytest.mark.django_db

NEXT = date(2028, 6, 30)


@pytest.fixture
def held(seeker):
    return make_ruled(seeker)


def test_filing_freezes_how_each_course_counted(held):
    fill(held)
    put(held, 6, "P")

    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    found = CreditAllocation.objects.filter(cycle=row).values_list("credit__quantity", "counted", "reason")
    assert sorted(found) == [(1, 1, ""), (1, 1, ""), (6, 5, ""), (20, 20, "")]
    assert row.result["counted"] == "27.00"
    assert row.rule_version == sheet_of(held, as_of=TODAY).period.governing.version
    assert (row.starts_on, row.ends_on, row.filed_on) == (STARTS, ENDS, TODAY)


def test_filing_opens_the_next_cycle_with_the_hours_carried_over(held):
    fill(held)

    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    held.refresh_from_db()
    following = held.cycles.open().get()
    assert (following.starts_on, following.ends_on, following.carry_in) == (date(2026, 7, 1), NEXT, 2)
    assert held.expires_on == NEXT
    assert sheet_of(held, as_of=date(2026, 8, 1)).counted.outcome.counted == 2


def test_courses_of_another_cycle_or_a_later_day_stay_free(held):
    before = put(held, 2, completed_on=date(2024, 6, 30))
    later = put(held, 2, completed_on=date(2026, 3, 2))
    filed = put(held, 2)

    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    assert [one.credit for one in row.allocations.all()] == [filed]
    assert not before.allocations.exists()
    assert not later.allocations.exists()


def test_a_version_published_later_changes_nothing_that_was_filed(held):
    fill(held)
    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    make_version(held, body={"total": 100})

    row.refresh_from_db()

    assert row.result["required"] == "20.00"


def test_a_filed_course_can_neither_be_changed_nor_deleted(held):
    credit = put(held, 2, title="Old course")
    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    credit.quantity = Decimal(9)
    with pytest.raises(FrozenError, match="filed with a renewal"):
        keep_credit(credit, [held])
    with pytest.raises(FrozenError):
        delete_credit(credit)
    with pytest.raises(RestrictedError):
        credit.delete()


def test_a_filed_course_can_still_be_put_towards_another_credential(seeker, held):
    credit = put(held, 2)
    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    other = make_ruled(seeker)

    put_towards(credit, [other])

    assert {*credit.serves.all()} == {held, other}
    assert sheet_of(other, as_of=TODAY).counted.outcome.counted == 2


def test_the_latest_filing_can_be_taken_back(held):
    credits_ = fill(held)
    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    take_back(row)

    held.refresh_from_db()
    assert held.expires_on == ENDS
    assert [cycle.is_filed for cycle in held.cycles.all()] == [False]
    assert not CreditAllocation.objects.exists()
    keep_credit(credits_[0], [held])


def test_an_earlier_filing_stays(held):
    first = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    file_renewal(held, filed_on=date(2028, 5, 1), next_ends_on=date(2030, 6, 30))

    with pytest.raises(FilingError, match="Only the latest"):
        take_back(first)


def test_a_filing_taken_back_twice_is_refused_the_second_time(held):
    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    take_back(RenewalCycle.objects.get(pk=row.pk))

    with pytest.raises(FilingError):
        take_back(row)


@pytest.mark.parametrize(
    ("filed_on", "next_ends_on", "words"),
    [
        (date(2022, 6, 30), NEXT, "You earned it on 1 July 2022"),
        (date(2024, 6, 30), NEXT, "The cycle began on"),
        (TODAY, date(2026, 7, 1), "The new last day must come after 1 July 2026"),
        (date(2026, 7, 1), NEXT, "It had lapsed by that day"),
        (date(2027, 7, 1), NEXT, "could no longer be renewed"),
    ],
)
def test_a_renewal_that_cannot_be_filed_says_why_and_changes_nothing(seeker, held, filed_on, next_ends_on, words):
    RenewalCycle.objects.create(held=held, starts_on=STARTS, ends_on=ENDS)
    put(held, 2)

    with pytest.raises(FilingError, match=words):
        file_renewal(held, filed_on=filed_on, next_ends_on=next_ends_on)

    assert [cycle.is_filed for cycle in held.cycles.all()] == [False]
    assert not CreditAllocation.objects.exists()


def test_it_can_be_filed_on_its_last_day(held):
    assert file_renewal(held, filed_on=ENDS, next_ends_on=NEXT).filed_on == ENDS


def test_while_the_rule_is_being_mended_nothing_is_filed(held):
    make_version(held)
    RenewalCycle.objects.create(held=held, starts_on=STARTS, ends_on=ENDS)

    with pytest.raises(FilingError, match="being mended"):
        file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)


def test_without_a_rule_the_courses_are_filed_uncounted(seeker):
    held = make_held(holder=seeker, name="BLS", earned_on=date(2022, 7, 1))
    set_cycle(held, None, starts_on=STARTS, ends_on=ENDS, is_first=False, carry_in=Decimal(0))
    inside, outside = put(held, 4), put(held, 4, completed_on=date(2024, 1, 1))

    row = file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    assert [(one.credit, one.counted, one.reason) for one in row.allocations.all()] == [(inside, 0, "no_rule")]
    assert row.result is None
    assert not outside.allocations.exists()


# Reinstatement


def test_reinstatement_asks_for_its_own_hours_and_takes_those_done_since(held):
    put(held, 18, "T")
    put(held, 2, "law", completed_on=date(2026, 8, 1))
    today = date(2026, 9, 1)
    before = sheet_of(held, as_of=today).counted.outcome

    begin_reinstating(held, today=today)

    outcome = sheet_of(held, as_of=today).counted.outcome
    assert (before.counted, outcome.counted) == (18, 20)
    assert (outcome.asked.minimums[0].hours, outcome.progress.is_complete) == (2, True)


def test_after_reinstatement_the_next_cycle_begins_that_day(held):
    today = date(2026, 9, 1)
    begin_reinstating(held, today=today)

    file_renewal(held, filed_on=today, next_ends_on=NEXT)

    assert held.cycles.open().get().starts_on == today


@pytest.mark.parametrize("today", [ENDS, date(2027, 7, 1)])
def test_only_what_has_lapsed_can_be_reinstated(held, today):
    with pytest.raises(FilingError, match="only after it has lapsed"):
        begin_reinstating(held, today=today)


def test_reinstating_can_be_stopped(held):
    row = begin_reinstating(held, today=date(2026, 7, 1))

    stop_reinstating(row)

    assert not sheet_of(held, as_of=date(2026, 7, 1)).period.cycle.reinstating


# Cycles set by hand


def test_a_cycle_set_by_hand_moves_the_last_day_too(seeker):
    held = make_held(holder=seeker, name="BLS", earned_on=date(2022, 7, 1))

    set_cycle(held, None, starts_on=STARTS, ends_on=ENDS, is_first=False, carry_in=Decimal(0))

    held.refresh_from_db()
    assert held.expires_on == ENDS


@pytest.mark.parametrize("starts_on", [date(2026, 6, 30), date(2024, 7, 1)])
def test_a_cycle_that_overlaps_a_filed_one_is_refused(held, starts_on):
    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    row = held.cycles.open().get()

    with pytest.raises(OverlapError, match="overlap the cycle from 1 July 2024 to 30 June 2026"):
        set_cycle(held, row, starts_on=starts_on, ends_on=NEXT, is_first=False, carry_in=Decimal(0))


def test_a_cycle_may_begin_the_day_after_a_filed_one(held):
    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)
    row = held.cycles.open().get()

    set_cycle(held, row, starts_on=date(2026, 7, 1), ends_on=NEXT, is_first=False, carry_in=Decimal(0))

    assert held.cycles.count() == 2


def test_a_person_with_filed_renewals_can_still_leave(seeker, held):
    fill(held)
    file_renewal(held, filed_on=TODAY, next_ends_on=NEXT)

    erase(seeker)

    assert not RenewalCycle.objects.exists()
    assert not CreditAllocation.objects.exists()
