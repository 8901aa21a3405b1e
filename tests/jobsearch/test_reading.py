"""What is read from an ad: pay, hours and closing day; what is uncertain stays empty."""

from datetime import date
from decimal import Decimal

import pytest

from jobsearch.reading import Job, Pay, are_same, closing_of, hours_of, pay_of

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("words", "low", "high", "per"),
    [
        ("Pay: $18-22/hr", 18, 22, "hour"),
        ("$18.50 – $22.00 per hour", "18.50", 22, "hour"),
        ("USD 42k–48k a year", 42_000, 48_000, "year"),
        ("up to $25/hour", None, 25, "hour"),
        ("Pay $20+ per hour", 20, None, "hour"),
        ("$19/hr + $1.50/hr night differential", 19, 19, "hour"),
        ("401k match, $19 an hour plus $2,000 sign-on bonus", 19, 19, "hour"),
        ("Salario: $17 a $20 por hora", 17, 20, "hour"),
        ("Pay: $18.00 - $22.00", 18, 22, ""),
        ("17.25/hr, paid weekly", "17.25", "17.25", "hour"),
        ("18.00 - 21.50 per hour", 18, "21.50", "hour"),
    ],
)
def test_pay(words, low, high, per):
    ends = [None if end is None else Decimal(end).quantize(Decimal("0.01")) for end in (low, high)]
    assert pay_of(words).value == Pay(*ends, per)


@pytest.mark.parametrize(
    "words",
    [
        "Sign-on bonus $2,000",
        "Shift differential: $2.50/hr",
        "401(k) with a match of $500",
        "Pay: $18/hr\nPay: $25/hr",
        "40 per hour",
        "12.5 hours a week",
    ],
)
def test_other_money_and_pay_that_differs_is_none(words):
    assert pay_of(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Apply by Dec 5, 2026", date(2026, 12, 5)),
        ("closes 12/05/2026", date(2026, 12, 5)),
        ("Open & closing dates: 11/20/2026 to 12/04/2026", date(2026, 12, 4)),
        ("Deadline: November 29", TODAY),
        ("Deadline: November 28", date(2027, 11, 28)),
        ("Send your resume to the office manager by December 18.", date(2026, 12, 18)),
        ("Bring your resume by our counter, open until 6", None),
        ("Open until filled", None),
        ("Closing in two weeks", None),
        ("Apply by 2/30/2027", None),
    ],
)
def test_closing_day(words, day):
    found = closing_of(words, today=TODAY)
    assert (found.value if found else None) == day


def test_hours_are_those_of_the_job():
    assert hours_of("Full time, 40 hours per week, nights").value == "Full time, 40 hours per week, nights"
    assert hours_of("Night shift differential. Full-time employees are eligible for benefits.") is None


def test_a_copy_is_the_same_job_and_another_store_or_shift_is_not():
    text = " ".join(f"word{number}" for number in range(60))
    one = Job("Pharmacy technician", "Hill Pharmacy", "Columbus, OH", text)
    assert are_same(one, Job("Pharmacy Technician", "Hill Pharmacy, Inc.", "Columbus, OH", text + " share this job"))
    assert not are_same(one, Job("Pharmacy technician", "Hill Pharmacy", "Dayton, OH", text + " also"))
    assert not are_same(one, Job("Pharmacy technician, nights", "Hill Pharmacy", "Columbus, OH", text + " also"))
