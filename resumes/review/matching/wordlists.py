"""Reads the word lists of this package: lines of “name: words”, or of “name: pattern”."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def lines_of(file: str) -> tuple[str, ...]:
    """The lines that are no comments."""
    text = (_DATA / file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def entries_of(file: str) -> tuple[tuple[str, str], ...]:
    """What stands before and behind the first colon of each line."""
    return tuple((name, rest) for line in lines_of(file) for name, _, rest in [line.partition(": ")])


@cache
def words_in(file: str, name: str) -> frozenset[str]:
    """The words of all lines of the name."""
    return frozenset(word for found, rest in entries_of(file) if found == name for word in rest.split())


@cache
def phrases_in(file: str, name: str) -> frozenset[str]:
    """The lines of the name, each as a whole."""
    return frozenset(rest for found, rest in entries_of(file) if found == name)


def any_of(file: str, name: str) -> str:
    """One pattern that fits whatever a line of the name fits."""
    return "|".join(rest for found, rest in entries_of(file) if found == name)
