"""The questions of the bank as values, from the files they are kept in; for whoever has no database at hand."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process

from interviews.feedback.result import Competency, Question
from kit.plain_yaml import load_yaml

_HERE: Final = Path(__file__).parent / "content"
# Below this, two questions are different ones.
_THE_SAME: Final = 92.0
_LONGEST: Final = 600


def _rows() -> Iterator[dict[str, Any]]:
    for file in sorted((_HERE / "questions").glob("*.yaml")):
        yield from load_yaml(file.read_text(encoding="utf-8"))


@cache
def _questions() -> dict[str, Question]:
    return {
        _plain(row["text"]): Question(row["text"], row["kind"], tuple(row["cue_phrases"]), tuple(row["competencies"]))
        for row in _rows()
    }


def question_like(text: str) -> Question | None:
    """The question of the bank that is the same but for a word; None where there is none."""
    plain = _plain(text[:_LONGEST])
    if not plain:
        return None
    exact = _questions().get(plain)
    if exact is not None:
        return exact
    near = process.extractOne(plain, _questions().keys(), scorer=fuzz.ratio, score_cutoff=_THE_SAME)
    return _questions()[near[0]] if near else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".?! ")


@cache
def competencies() -> tuple[Competency, ...]:
    """All competencies, in their order."""
    rows = load_yaml((_HERE / "competencies.yaml").read_text(encoding="utf-8"))
    return tuple(Competency(row["slug"], row["name"], tuple(row["prototypes"])) for row in rows)
