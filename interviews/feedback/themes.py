"""What questions are about, and whether a story sounds like it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from interviews.feedback.words import Phrases, Word, words_of
from kit.plain_yaml import load_yaml

_FILE: Final = Path(__file__).parent / "data" / "themes.yaml"


@dataclass(frozen=True)
class Theme:
    """One thing that interview questions are about."""

    name: str
    strict: bool
    near: tuple[str, ...]
    competencies: tuple[str, ...]


@cache
def _read() -> tuple[dict[str, Theme], Phrases, Phrases]:
    rows: dict[str, dict[str, str]] = load_yaml(_FILE.read_text(encoding="utf-8"))
    themes = {
        name: Theme(name, bool(row.get("strict")), tuple(row["near"].split()), tuple(row["competencies"].split()))
        for name, row in rows.items()
    }
    asks = {name: _phrases(row["asks"]) for name, row in rows.items()}
    shows = {name: _phrases(row["shows"]) for name, row in rows.items()}
    return themes, Phrases(asks), Phrases(shows)


def _phrases(text: str) -> list[str]:
    return list(dict.fromkeys(" ".join(part.split()) for part in text.split(",") if part.strip()))


def themes() -> Mapping[str, Theme]:
    """All themes by name."""
    return _read()[0]


def asked(question: str) -> list[str]:
    """The themes of a question, the one with most of its words first."""
    words = words_of(question)
    count: Counter[str] = Counter()
    for name, first, last in _read()[1].found(words):
        count[name] += 1 + (last - first - 1) * 2
    return [name for name, _ in count.most_common()]


def shown(words: Sequence[Word]) -> dict[str, int]:
    """How many different things in an answer belong to each theme."""
    kinds: dict[str, set[str]] = {}
    for name, first, last in _read()[2].found(words):
        kinds.setdefault(name, set()).add(" ".join(word.low for word in words[first:last]))
    return {name: len(each) for name, each in kinds.items()}
