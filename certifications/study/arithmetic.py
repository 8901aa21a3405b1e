"""Works out the calculation behind a practice question, such as `500 * 2 / 100`, and nothing else."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from kit.said import Said, gettext_noop

LONGEST: Final = 200
_TOKEN: Final = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<sign>[-+*/()]))", re.ASCII)
_FIRST_NUMBER: Final = re.compile(r"[-−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)", re.ASCII)
_END: Final = ""


class FormulaError(ValueError):
    """A calculation that cannot be read or has no result; `said` is the sentence to translate and show."""

    def __init__(self, text: str, **values: object) -> None:
        self.said = Said(text, values)
        super().__init__(str(self.said))


def result_of(formula: str) -> Fraction:
    """The exact result of numbers, + - * / and parentheses."""
    signs = _signs(formula)
    total, rest = _sum(signs)
    if rest != [_END]:
        raise FormulaError(gettext_noop("“%(part)s” does not belong there."), part=rest[0])
    return total


def agrees(formula: str, answer: str) -> bool:
    """Whether the first number of an answer is the result, rounded to the places that the answer shows."""
    found = _FIRST_NUMBER.search(answer)
    if not found:
        return False
    shown = Decimal(found[0].replace(",", "").replace("−", "-"))
    result = result_of(formula)
    places = max(-int(shown.as_tuple().exponent), 0)
    exact = Decimal(result.numerator) / Decimal(result.denominator)
    return shown == exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _signs(formula: str) -> list[str]:
    if len(formula) > LONGEST:
        raise FormulaError(gettext_noop("A calculation has at most %(longest)s characters."), longest=LONGEST)
    signs, place, text = [], 0, formula.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if not found:
            raise FormulaError(gettext_noop("“%(part)s” cannot be read."), part=text[place:].strip()[:20])
        signs.append(found["number"] or found["sign"])
        place = found.end()
    return [*signs, _END]


def _sum(signs: list[str]) -> tuple[Fraction, list[str]]:
    total, rest = _product(signs)
    while rest[0] in {"+", "-"}:
        sign = rest[0]
        term, rest = _product(rest[1:])
        total = total + term if sign == "+" else total - term
    return total, rest


def _product(signs: list[str]) -> tuple[Fraction, list[str]]:
    total, rest = _single(signs)
    while rest[0] in {"*", "/"}:
        sign = rest[0]
        factor, rest = _single(rest[1:])
        if sign == "/" and not factor:
            raise FormulaError(gettext_noop("Nothing can be divided by zero."))
        total = total * factor if sign == "*" else total / factor
    return total, rest


def _single(signs: list[str]) -> tuple[Fraction, list[str]]:
    first, rest = signs[0], signs[1:]
    if first == "-":
        value, rest = _single(rest)
        return -value, rest
    if first == "(":
        value, rest = _sum(rest)
        if rest[0] != ")":
            raise FormulaError(gettext_noop("A parenthesis is not closed."))
        return value, rest[1:]
    if first in {_END, "+", "*", "/", ")"}:
        raise FormulaError(gettext_noop("A number is missing."))
    return Fraction(first), rest
