"""The word lists and coefficients that the engine reads with, from `data/`."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from interviews.feedback.words import Phrases

_DATA: Final = Path(__file__).parent / "data"


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of one file: names, and phrases set apart by commas."""
    read: dict[str, str] = yaml.safe_load((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return {key: tuple(" ".join(part.split()) for part in text.split(",") if part.strip()) for key, text in read.items()}


@cache
def phrases(name: str) -> Phrases:
    """The lists of one file, ready to be looked for."""
    return Phrases(dict(lists(name)))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """One list of single words."""
    return frozenset(lists(file)[name])


@cache
def coefficients(name: str) -> dict[str, Any]:
    """What training has found."""
    read: dict[str, Any] = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
    return read
