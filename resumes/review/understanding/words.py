"""The lists of words, read once from `data/`."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def _lines(name: str) -> list[str]:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Every word of a list, in small letters."""
    return frozenset(word for line in _lines(name) for word in line.casefold().split() if word[0] != "[")


@cache
def parts(name: str) -> dict[str, tuple[str, ...]]:
    """A list with parts: the name of each part, and its lines."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in _lines(name):
        if line[0] == "[" and line[-1] == "]":
            lines = found.setdefault(line[1:-1], [])
        else:
            lines.append(line)
    return {part: tuple(its) for part, its in found.items()}


@cache
def group(name: str, part: str) -> frozenset[str]:
    """Every word of one part of a list."""
    return frozenset(" ".join(parts(name)[part]).split())


@cache
def expressions(name: str) -> tuple[re.Pattern[str], ...]:
    """A list of expressions, one a line."""
    return tuple(re.compile(line, re.IGNORECASE) for line in _lines(name))


@cache
def keywords(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Lines such as "education: school academic", in their order."""
    split = (line.partition(":") for line in _lines(name))
    return tuple((kind, frozenset(rest.split())) for kind, _, rest in split)


# Words that are seen less than about once in a million others.
_RARE_BELOW = 3.34


def is_rare(word: str) -> bool:
    """Whether a word is hardly ever written in English; names mostly are."""
    return _frequency(word) < _RARE_BELOW


@cache
def _frequency(word: str) -> float:
    # It loads its list when it is first asked, and is not needed before.
    from wordfreq import zipf_frequency  # noqa: PLC0415

    return float(zipf_frequency(word, "en"))
