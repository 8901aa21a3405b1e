"""Grammar: what a checker called Harper finds with the rules we trust, and what patterns of our own find without it.

Harper is young and has one maintainer. This module alone knows it, holds its lock (it is not made for two threads), and
does without it where it cannot be loaded.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from resumes.review import tables
from resumes.review.language import patterns

_LOCK = threading.Lock()
MOST_CHARACTERS = 20_000  # About 3,000 words, half a second; no resume is longer, and the lock makes others wait.


@dataclass(frozen=True)
class Fault:
    """Words that break a rule of grammar, and what could stand there; no suggestion where only a person can tell."""

    start: int
    end: int
    suggestion: str = ""


def warm() -> None:
    """Load the checker."""
    _linter()


def faults(passages: list[str]) -> list[list[Fault]]:
    """The faults of each passage, without overlaps, our own patterns before Harper's."""
    own = [[Fault(*found) for found in patterns.faults(passage)] for passage in passages]
    theirs = _by_harper(passages)
    return [_apart([*mine, *more]) for mine, more in zip(own, theirs, strict=True)]


def _apart(found: list[Fault]) -> list[Fault]:
    kept: list[Fault] = []
    for fault in found:
        if all(fault.end <= other.start or fault.start >= other.end for other in kept):
            kept.append(fault)
    return sorted(kept, key=lambda fault: fault.start)


def _by_harper(passages: list[str]) -> list[list[Fault]]:
    """All passages in one go, each a paragraph of its own."""
    found: list[list[Fault]] = [[] for _ in passages]
    linter = _linter()
    if linter is None:
        return found
    starts = list(_starts(passages))
    text = "\n\n".join(passages)[:MOST_CHARACTERS]
    with _LOCK:
        lints = linter.lint(text, language=_plain_text())
    for lint in lints:
        number = max(index for index, start in enumerate(starts) if start <= lint.span.start)
        begins, ends = lint.span.start - starts[number], lint.span.end - starts[number]
        if ends <= len(passages[number]) and not _is_in_name(passages[number], begins, ends):
            suggestions = [suggestion.replacement_text for suggestion in lint.suggestions]
            found[number].append(Fault(begins, ends, suggestions[0] if len(set(suggestions)) == 1 else ""))
    return found


def _is_in_name(passage: str, start: int, end: int) -> bool:
    """Whether they are capitals inside a line, or follow a numeral, as in "Technician I has"."""
    words = passage[start:end].split()
    if passage[:start].endswith(" I "):
        return patterns.is_behind_name(passage, start - 2)
    return start > 0 and bool(words) and all(word[0].isupper() for word in words)


def _starts(passages: list[str]) -> Iterator[int]:
    at = 0
    for passage in passages:
        yield at
        at += len(passage) + 2


@cache
def _plain_text() -> Any:
    from harper import Language  # noqa: PLC0415 -- loads a library that a review can do without

    return Language.PLAINTEXT


@cache
def _linter() -> Any:
    """The checker with nothing but our rules; None where it cannot be loaded."""
    try:
        from harper import Linter  # noqa: PLC0415 -- loads a library that a review can do without
    except ImportError:
        return None
    trusted = tables.words("language/harper_rules")
    linter = Linter()
    linter.set_lint_config({name: name in trusted for name in linter.get_lint_config()})
    return linter
