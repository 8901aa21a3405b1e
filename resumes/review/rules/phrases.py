"""Phrases that say nothing, and text that templates leave behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from resumes.review import tables
from resumes.review.finding import Kind, Severity


@dataclass(frozen=True)
class Phrase:
    """A pattern, how much it matters, what the message says of it, and what to do instead."""

    pattern: re.Pattern[str]
    severity: Severity
    says: str
    instead: str


@cache
def phrases(kind: Kind) -> tuple[Phrase, ...]:
    """The phrases that say nothing in any document, and for a letter those of letters."""
    wanted = {"any", "letter"} if kind == "cover-letter" else {"any"}
    return tuple(phrase for where, phrase in _all() if where in wanted)


def _all() -> Iterator[tuple[str, Phrase]]:
    """A line "== where | severity | says | instead" begins each group of patterns.

    A space in a pattern stands for any white space, so that a phrase over two lines is found.
    """
    where, severity, says, instead = "", "could", "", ""
    for line in tables.lines("rules/phrases"):
        if line.startswith("== "):
            where, severity, says, instead = line.removeprefix("== ").split(" | ")
            continue
        pattern = re.compile(rf"(?<![\w-])(?:{line})(?![\w-])".replace(" ", r"\s+"), re.IGNORECASE)
        yield where, Phrase(pattern, _severity(severity), says, instead)


def _severity(word: str) -> Severity:
    found: Severity = next(severity for severity in get_args(Severity) if severity == word)
    return found


@cache
def leftovers() -> tuple[re.Pattern[str], ...]:
    """Text that templates leave behind; where a pattern has a group, the group is what is left over."""
    return tuple(re.compile(line, re.MULTILINE) for line in tables.lines("rules/leftovers"))
