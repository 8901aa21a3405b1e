"""Reads the fees of a credential out of its facts, and those of a state out of its facts and rules."""

import re
from collections.abc import Mapping
from decimal import Decimal

from certifications.catalogue.cost import MONTHS_A_YEAR, Amount, Fee, Fees
from certifications.models import RenewalRuleVersion
from guides.models import Fact

EXAM_FEE, RENEWAL_FEE, RENEWAL_YEARS = "exam.fee", "renewal.fee", "renewal.years"
# The cycle of a rule that does not say how long it is: the engine's own default.
_CYCLE_MONTHS = 24

_RANGE = re.compile(r"\$(\d[\d,]*(?:\.\d\d)?) to \$(\d[\d,]*(?:\.\d\d)?)")
# How often a fee is paid, where that is not with each renewal: “USD a year”, “USD every 3 years”.
_EVERY = re.compile(r"^USD (?:a|every (\d+)) years?$")


def amount_of(fact: Fact | None) -> Amount | None:
    """Dollars that a fact states: a range where its words give one, else its number."""
    if fact is None:
        return None
    if found := _RANGE.search(fact.value):
        low, high = (Decimal(words.replace(",", "")) for words in found.groups())
        return Amount(low, high)
    return Amount(fact.number, fact.number) if fact.number is not None else None


def months_of(fact: Fact | None) -> int | None:
    """Months between two renewals, from a fact in years; 0 for what never runs out."""
    return int(fact.number * MONTHS_A_YEAR) if fact is not None and fact.number is not None else None


def paid_every(fact: Fact | None) -> int | None:
    """Months between two payments, where the fee's unit says so."""
    found = _EVERY.match(fact.unit) if fact is not None else None
    return int(found[1] or 1) * MONTHS_A_YEAR if found else None


def fees_of(
    facts: Mapping[str, Fact],
    *,
    state_facts: tuple[Fact | None, Fact | None] = (None, None),
    state_rule: RenewalRuleVersion | None = None,
    with_state: bool = False,
    asks_nothing: bool = False,
) -> Fees:
    """The fees of a credential, with the state's where one was chosen; facts by the part of their key after the slash.

    `state_facts` are what registering costs first and again; `asks_nothing` means that the state hands nothing out.
    """
    fee, years = facts.get(RENEWAL_FEE), facts.get(RENEWAL_YEARS)
    every = paid_every(fee)
    renewal = Fee(amount_of(fee), months_of(years) if every is None else every)
    if asks_nothing:
        nothing = Amount(Decimal(0), Decimal(0))
        return Fees(amount_of(facts.get(EXAM_FEE)), renewal, nothing, Fee(nothing, 0), with_state=with_state)
    first, again = state_facts
    return Fees(
        amount_of(facts.get(EXAM_FEE)),
        renewal,
        amount_of(first),
        _of_rule(state_rule) if again is None else Fee(amount_of(again), paid_every(again)),
        with_state=with_state,
    )


def _of_rule(rule: RenewalRuleVersion | None) -> Fee:
    if rule is None:
        return Fee(None, None)
    fee = None if rule.renewal_fee is None else Amount(rule.renewal_fee, rule.renewal_fee)
    return Fee(fee, int(rule.body.get("cycle_months", _CYCLE_MONTHS)))
