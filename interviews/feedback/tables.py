"""The word lists and coefficients that the engine reads with, from `data/`."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from interviews.feedback.words import Phrases
from kit.plain_yaml import load_yaml

_DATA: Final = Path(__file__).parent / "data"


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of one file: names, and phrases set apart by commas."""
    read: dict[str, str] = load_yaml((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return {
        key: tuple(" ".join(part.split()) for part in text.split(",") if part.strip()) for key, text in read.items()
    }


@cache
def phrases(name: str) -> Phrases:
    """The lists of one file, ready to be looked for."""
    return Phrases(dict(lists(name)))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """One list of single words."""
    return frozenset(lists(file)[name])


@lru_cache(maxsize=20_000)
def is_among(low: str, file: str, name: str) -> bool:
    """Does one list hold the word, or the beginning of it with a star?"""
    return any(low.startswith(one[:-1]) if one.endswith("*") else low == one for one in lists(file)[name])


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of one file by name; of each list, any may fit."""
    read: dict[str, list[str]] = load_yaml((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return {key: re.compile("|".join(f"(?:{each})" for each in rows), re.IGNORECASE) for key, rows in read.items()}


_coefficients: dict[str, dict[str, Any]] = {}


def coefficients(name: str) -> dict[str, Any]:
    """What training has found."""
    if name not in _coefficients:
        _coefficients[name] = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
    return _coefficients[name]


def use(name: str, found: dict[str, Any]) -> None:
    """Read with other coefficients from now on: training tries them."""
    _coefficients[name] = found


def write(name: str, found: dict[str, Any]) -> None:
    """Keep what training has found."""
    text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False)
    (_DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
