"""How near texts are in meaning, by word vectors; machines without them read by words alone."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from interviews.feedback import tables
from kit import vectors

_MOST_LETTERS: Final = 8_000


def has_vectors() -> bool:
    """Are there word vectors on this machine?"""
    return vectors.model() is not None


def clues_of(question: str, neighbours: Mapping[int, float], text: str) -> dict[str, float]:
    """How near an answer is to its question, and to what answers to questions like it sound like."""
    if not has_vectors() or not text.strip() or not question.strip():
        return {}
    bank = _bank()
    answer = _centred(_embedded([text[:_MOST_LETTERS]]), bank["middle"])[0]
    asked = _centred(_embedded([question]), bank["middle_question"])[0]
    found = {"means_question": 3 * float(answer @ asked)}
    if neighbours:
        cues = sum(weight * bank["cues"][number] for number, weight in neighbours.items())
        near = bank["cues"] @ answer
        own = float(cues @ answer) / (float(cues @ cues) ** 0.5 or 1.0)
        found |= {"means_cues": 3 * own, "means_others": 3 * float((near > own).mean())}
    return found


def nearness_of_questions(question: str) -> list[float] | None:
    """How near each question of the bank is to this one; None where there are no vectors."""
    if not has_vectors() or not question.strip():
        return None
    bank = _bank()
    asked = _centred(_embedded([question]), bank["middle_question"])[0]
    return [float(value) for value in bank["questions"] @ asked]


def middle_of(texts: Sequence[str]) -> list[float]:
    """What many answers have in common, which tells nothing about any of them; nothing where there are no vectors."""
    return [round(float(value), 4) for value in _embedded(texts).mean(axis=0)] if has_vectors() else []


def forget() -> None:
    """Read the bank anew: training changes it."""
    _bank.cache_clear()


@cache
def _bank() -> dict[str, Any]:
    known = tables.coefficients("sounds")
    questions, cues = _embedded(known["questions"]), _embedded(known["cues"])
    middle_question = questions.mean(axis=0)
    return {
        "middle": _embedded(["a"])[0] * 0 + known["middle"],
        "middle_question": middle_question,
        "questions": _centred(questions, middle_question),
        "cues": _centred(cues, cues.mean(axis=0)),
    }


def _embedded(texts: Sequence[str]) -> Any:
    readable = [text[:_MOST_LETTERS].encode("utf-8", "replace").decode() for text in texts]
    return vectors.model().embed(readable, norm=True)


def _centred(rows: Any, middle: Any) -> Any:
    moved = rows - middle
    lengths = (moved * moved).sum(axis=1, keepdims=True) ** 0.5
    return moved / (lengths + 1e-9)
