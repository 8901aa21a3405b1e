"""Takes a text apart into the JSON values that it holds: one, or one after the other."""

import json
import re
from collections.abc import Iterator

from certifications.renewal.entries import NumberText, ReadingError, legible
from kit.said import gettext_noop

BLANK = re.compile(r"[ \t\r\n]*")


def _once_a_key(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; a key that stands in it twice would hide a value, and is refused."""
    entry: dict[str, object] = {}
    for key, value in pairs:
        if key in entry:
            raise ReadingError(legible(key), gettext_noop("this key stands in one object twice"))
        entry[key] = value
    return entry


DECODER = json.JSONDecoder(
    parse_float=NumberText, parse_int=NumberText, parse_constant=NumberText, object_pairs_hook=_once_a_key
)


class JSONTextError(ValueError):
    """The text is no JSON from some line on."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(f"line {line}: {reason}")


class Values:
    """The values of a text in order; `line` is where the one asked for last begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.line = 1

    def __iter__(self) -> Iterator[object]:
        before, at = 0, self._skip(0)
        while at < len(self._text):
            self.line += self._text.count("\n", before, at)
            before = at
            value, at = self._value(at)
            yield value
            at = self._skip(at)

    def _skip(self, at: int) -> int:
        blank = BLANK.match(self._text, at)
        return blank.end() if blank else at

    def _value(self, at: int) -> tuple[object, int]:
        try:
            return DECODER.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            raise JSONTextError(error.lineno, f"{error.msg}, column {error.colno}") from error
        except RecursionError as error:
            raise JSONTextError(self.line, "too many brackets within each other") from error
