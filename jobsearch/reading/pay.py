"""What an ad says of the pay: a range, one end of it, or one figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jobsearch.reading.words import Found, quoted, sentences

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
_SIGN = r"(?:US\s?)?\$\s*|USD\s*"
_UNITS = {
    "hour": r"hours?|hrs?|hourly|hora|h",
    "week": r"weeks?|wks?|weekly|semana",
    "month": r"months?|mos?|monthly|mes",
    "year": r"years?|yrs?|yearly|annually|annum|annual|año",
}
_ANY_UNIT = "|".join(_UNITS.values())
_PER = (
    rf"(?:\s*\+(?!\s*[$\d]))?\s*(?:USD\s*)?(?:(?:/|\b(?:per|an?|each|por|la|al|a la)\b)\s*(?P<{{0}}>{_ANY_UNIT})\b|"
    r"(?P<{0}_ly>hourly|weekly|monthly|yearly|annually)\b)?"
)
_RANGE = re.compile(
    rf"(?P<from>(?:{_SIGN})?)(?P<low>{_NUMBER})(?P<k>\s?k\b)?{_PER.format('unit')}"
    rf"(?:\s*(?:-|–|—|−|\bto\b|\band\b|\bthrough\b|"
    rf"\ba\b)\s*(?P<to>(?:{_SIGN})?)(?P<high>{_NUMBER})(?P<k2>\s?k\b)?{_PER.format('unit2')})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:pay|salary|wages?|compensation|rate|earn|hourly|salario|pago|sueldo|paga|base)\b", re.IGNORECASE
)
_UNIT_BEFORE = re.compile(
    r"\b(?P<unit>hourly|weekly|monthly|yearly|annual(?:ly)?|per (?:hour|year|week|month))\b", re.IGNORECASE
)
# Money that is no pay for the work: it stands beside the figure, before the next comma.
_OTHER_MONEY = re.compile(
    r"\b(?:bonus(?:es)?|sign[- ]?on|signing|401|403|differentials?|diff|tuition|reimburse\w*|assistance|"
    r"referral|relocation|stipend|"
    r"allowance|per diem|insurance|coverage|match(?:ing)?|discounts?|revenue|sales|million|billion|fees?|"
    r"fines?|scholarships?|"
    r"deductible|premiums?|extra|additional|more|on top|retention|gift|raise|uniforms?|bono)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[,;()|]|\.\s|\s\+\s|\bplus\b|\band\b|\bwith\b|\bmás\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:up to|as much as|maximum(?: of)?|max|hasta)\W*$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|starting(?: (?:at|from|pay|rate|wage|salary))*(?: of| is)?|starts? (?:at|from)|begin(?:s|"
    r"ning) at|at least|minimum(?: of)?|desde)\W*$",
    re.IGNORECASE,
)
_REACH = 45
# What is paid for work lies between these; other figures are something else.
_LIKELY = {"hour": (5, 250), "week": (150, 10_000), "month": (600, 40_000), "year": (8_000, 500_000)}
_THOUSAND = 1000


@dataclass(frozen=True)
class Pay:
    """From and to; one end where the ad names one. `per` is empty where it does not say for what."""

    low: Decimal | None
    high: Decimal | None
    per: str = ""


@dataclass(frozen=True)
class _Figure:
    pay: Pay
    is_labelled: bool
    quote: str


def pay_of(text: str) -> Found[Pay] | None:
    """The pay; nothing where the ad names several that differ, or none."""
    figures = [figure for sentence in sentences(text) for figure in _figures(sentence)]
    for chosen in (
        [one for one in figures if one.is_labelled and one.pay.per],
        [one for one in figures if one.pay.per],
        figures,
    ):
        if chosen:
            first = chosen[0]
            differing = {one.pay for one in chosen if one.pay.per == first.pay.per}
            return None if len(differing) > 1 else Found(first.pay, first.quote)
    return None


def _figures(sentence: str) -> Iterator[_Figure]:
    found = [match for match in _RANGE.finditer(sentence) if _is_money(match)]
    for place, match in enumerate(found):
        begin = found[place - 1].end() if place else 0
        end = found[place + 1].start() if place + 1 < len(found) else len(sentence)
        before, behind = sentence[begin : match.start()], sentence[match.end() : end]
        if _is_other_money(before, behind):
            continue
        is_labelled = bool(_LABEL.search(before))
        pay = _pay(match, before, behind)
        if pay and (pay.per or is_labelled):
            yield _Figure(pay, is_labelled, quoted(sentence, match.start()))


def _is_money(match: re.Match[str]) -> bool:
    # Without a sign, "17.25/hr" is still pay: cents, and an hour they are for.
    has_cents = "." in match["low"] or "." in (match["high"] or "")
    return bool(match["from"] or match["to"]) or (has_cents and _unit_of(match) == "hour")


def _is_other_money(before: str, behind: str) -> bool:
    near = _EDGE.split(before)[-1][-_REACH:], _EDGE.split(behind)[0][:_REACH]
    return any(_OTHER_MONEY.search(words) for words in near)


def _pay(match: re.Match[str], before: str, behind: str) -> Pay | None:
    per = _unit_of(match) or _unit_before(before)
    thousand = bool(match["k"] or match["k2"])
    first = _amount(match["low"], is_thousand=thousand)
    second = _amount(match["high"], is_thousand=thousand) if match["high"] else None
    if not _are_likely(per, first, second) or (second is not None and second < first):
        return None
    if second is None and _UP_TO.search(before):
        return Pay(None, first, per)
    if second is None and (
        _FROM.search(before) or re.match(r"\+|\s*(?:and up|or more|y más)", behind) or "+" in match[0]
    ):
        return Pay(first, None, per)
    return Pay(first, first if second is None else second, per)


def _unit_of(match: re.Match[str]) -> str:
    told = match["unit2"] or match["unit2_ly"] or match["unit"] or match["unit_ly"] or ""
    return _unit(told)


def _unit_before(before: str) -> str:
    told = [*_UNIT_BEFORE.finditer(before)]
    return _unit(told[-1]["unit"].removeprefix("per ").removeprefix("Per ")) if told else ""


def _unit(word: str) -> str:
    return next((unit for unit, words in _UNITS.items() if re.fullmatch(words, word, re.IGNORECASE)), "")


def _amount(digits: str, *, is_thousand: bool) -> Decimal:
    amount = Decimal(digits.replace(",", ""))
    return (amount * _THOUSAND if is_thousand and amount < _THOUSAND else amount).quantize(Decimal("0.01"))


def _are_likely(per: str, *amounts: Decimal | None) -> bool:
    spans = [_LIKELY[per]] if per else [_LIKELY["hour"], _LIKELY["year"]]
    told = [amount for amount in amounts if amount is not None]
    return any(all(low <= amount <= high for amount in told) for low, high in spans)
