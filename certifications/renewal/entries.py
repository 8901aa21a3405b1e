"""The values of one JSON object, each checked as it is taken out."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from certifications.renewal.rules import HUNDREDTH
from kit.said import Said, gettext_noop

NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
WHOLE = re.compile(r"-?[0-9]{1,12}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST = Decimal("9999.99")
MOST_TAGS = 50
LONGEST_TEXT = 200

Choice = TypeVar("Choice", bound=StrEnum)


class NumberText(str):
    """A number of a JSON text as it is written there, so that nothing is lost on the way to a Decimal."""

    __slots__ = ()


class ReadingError(ValueError):
    """A value that cannot be used, with the key that holds it."""

    def __init__(self, key: str, text: str, **values: object) -> None:
        self.key = key
        self.said = Said(text, values)
        super().__init__(f"{key}: {self.said}" if key else str(self.said))


class Entry:
    """One JSON object and where it stands. Keys that nobody knows are refused at once."""

    def __init__(self, data: object, at: str, known: Collection[str]) -> None:
        self._at = at
        if not isinstance(data, Mapping):
            raise ReadingError(at, gettext_noop("this must be an object in curly brackets"))
        self._data = data
        for key in data:
            if key not in known:
                raise self.error(legible(str(key)), gettext_noop("this key is not known"))

    def error(self, key: str, text: str, **values: object) -> ReadingError:
        """An error to raise, about one key of the object."""
        return ReadingError(self._path(key), text, **values)

    def required(self, key: str) -> object:
        """The value of a key that must be there."""
        if key not in self._data:
            raise self.error(key, gettext_noop("this is missing"))
        return self._data[key]

    def parts(self, key: str, most: int, *, required: bool = False) -> Iterator[tuple[object, str]]:
        """The members of a list, each with where it stands; a list that is left out is empty."""
        members = self.required(key) if required else self._data.get(key, [])
        if not isinstance(members, list):
            raise self.error(key, gettext_noop("this must be a list in square brackets"))
        if len(members) > most:
            raise self.error(key, gettext_noop("this list is too long: at most %(most)s"), most=most)
        at = self._path(key)
        return ((member, f"{at}[{number}]") for number, member in enumerate(members))

    def text(self, key: str, usual: str | None = None, *, may_be_empty: bool = False) -> str:
        """A short text of characters that can be printed."""
        value = self.required(key) if usual is None else self._data.get(key, usual)
        return _text(value, self._path(key), may_be_empty=may_be_empty)

    def tags(self, key: str) -> frozenset[str]:
        """A list of tags."""
        members = self.parts(key, MOST_TAGS)
        return frozenset(_text(member, at) for member, at in members)

    def flag(self, key: str, usual: bool) -> bool:
        """True or false."""
        value = self._data.get(key, usual)
        if not isinstance(value, bool):
            raise self.error(key, gettext_noop("this must be true or false"))
        return value

    def choice(self, key: str, choices: type[Choice], usual: Choice) -> Choice:
        """One of a few words."""
        value = self._data.get(key, usual)
        if not isinstance(value, str) or value not in {*choices}:
            raise self.error(key, gettext_noop("this must be one of: %(words)s"), words=(*choices,))
        return choices(value)

    def day(self, key: str) -> date:
        """A day as 2026-06-30."""
        value = self.required(key)
        if not isinstance(value, str) or not DAY.fullmatch(value):
            raise self.error(key, gettext_noop("this must be a day, written as 2026-06-30"))
        if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
            raise self.error(
                key, gettext_noop("the year must lie between %(first)s and %(last)s"), first=FIRST_YEAR, last=LAST_YEAR
            )
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise self.error(key, gettext_noop("there is no such day in the calendar")) from error

    def whole(self, key: str, usual: int, least: int, most: int) -> int:
        """A whole number within limits."""
        value = self._data.get(key, usual)
        if isinstance(value, (int, NumberText)) and not isinstance(value, bool) and WHOLE.fullmatch(str(value)):
            number = int(value)
            if least <= number <= most:
                return number
        raise self.error(
            key, gettext_noop("this must be a whole number from %(least)s to %(most)s"), least=least, most=most
        )

    def hours(self, key: str, usual: Decimal | None = None) -> Decimal:
        """Hours with up to two decimals."""
        if usual is not None and key not in self._data:
            return usual
        hours = self._number(key)
        if hours != hours.quantize(HUNDREDTH):
            raise self.error(key, gettext_noop("hours have at most two decimals"))
        return hours

    def hours_or_none(self, key: str) -> Decimal | None:
        """Hours, or null for none."""
        return None if self._data.get(key) is None else self.hours(key)

    def rate(self, key: str) -> Decimal | None:
        """Hours a month, or null."""
        return None if self._data.get(key) is None else self._number(key)

    def step(self, key: str) -> Decimal | None:
        """Hours to round up to, more than none; or null."""
        hours = self.hours_or_none(key)
        if hours is not None and not hours:
            raise self.error(key, gettext_noop("this must be more than 0"))
        return hours

    def quantity(self, key: str) -> Decimal:
        """An amount in any unit, more than none."""
        amount = self._number(key)
        if not amount:
            raise self.error(key, gettext_noop("this must be more than 0"))
        return amount

    def factors(self, key: str, usual: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
        """What each unit is worth in hours."""
        if key not in self._data:
            return usual
        value = self._data[key]
        at = self._path(key)
        if not isinstance(value, Mapping) or len(value) > MOST_TAGS:
            raise ReadingError(at, gettext_noop("this must be an object in curly brackets"))
        factors = Entry(value, at, value.keys())
        return {unit: factors.quantity(unit) for unit in value}

    def _path(self, key: str) -> str:
        return f"{self._at}.{key}" if self._at else key

    def _number(self, key: str) -> Decimal:
        value = self.required(key)
        if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
            raise self.error(key, gettext_noop("this must be a number, such as “1.5”"))
        text = str(value).strip()
        if not NUMBER.fullmatch(text):
            raise self.error(key, gettext_noop("this must be a number, such as “1.5”, with a point and no letters"))
        number = Decimal(text)
        if number < 0:
            raise self.error(key, gettext_noop("this must not be less than 0"))
        if number > MOST:
            raise self.error(key, gettext_noop("this is too much: at most %(most)s"), most=MOST)
        return abs(number)


def _text(value: object, at: str, *, may_be_empty: bool = False) -> str:
    if not isinstance(value, str) or isinstance(value, NumberText):
        raise ReadingError(at, gettext_noop("this must be a text in quotes"))
    if not may_be_empty and not value.strip():
        raise ReadingError(at, gettext_noop("this must not be empty"))
    if len(value) > LONGEST_TEXT or not value.isprintable():
        raise ReadingError(at, gettext_noop("this must be at most %(most)s printable characters"), most=LONGEST_TEXT)
    return value


def legible(key: str) -> str:
    """A key as it can be printed, and not too long."""
    return json.dumps(key[:LONGEST_TEXT])[1:-1]
