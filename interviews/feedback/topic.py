"""Does the story answer this question? Softly: only what plainly sounds like something else is questioned."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interviews.feedback import meaning, tables, themes
from interviews.feedback.result import Competency, Kind, Question
from interviews.feedback.words import Word, words_of

_TOLD: Final = frozenset({"behavioural", "weakness", "strength"})


@dataclass(frozen=True)
class Topic:
    """How likely the answer belongs to the question, and what it sounds like otherwise."""

    chance: float
    resembles: str | None
    clues: Mapping[str, float]


def topic_of(
    question: Question, kind: Kind | None, text: str, words: Sequence[Word], competencies: Sequence[Competency] = ()
) -> Topic:
    """Hold an answer against its question."""
    clues = clues_of(question, kind, text, words)
    model: Mapping[str, float] = tables.coefficients("topic")["weights"]
    total = sum(model.get(name, 0.0) * value for name, value in clues.items())
    return Topic(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), _resembles(question, words, competencies), clues)


def clues_of(question: Question, kind: Kind | None, text: str, words: Sequence[Word]) -> dict[str, float]:
    """What speaks for and against it."""
    asked = themes.asked(question.text)
    shown = themes.shown(words)
    size = math.sqrt(len(words) + 20)
    scores = {name: count / size for name, count in shown.items()}
    values = {"always": 1.0, "length": min(len(words), 200) / 200}
    _by_theme(values, asked, scores)
    _by_words(values, question, words)
    values["like_question"] = meaning.likeness(question.text, text)
    if kind not in _TOLD:
        values["other_kind"] = 1.0
    values[f"kind_{kind}"] = 1.0
    return values


def _by_theme(values: dict[str, float], asked: Sequence[str], scores: Mapping[str, float]) -> None:
    known = themes.themes()
    values["no_theme"] = float(not asked)
    if not asked:
        return
    near = {other for name in asked for other in known[name].near}
    own = max(scores.get(name, 0.0) for name in asked)
    values["own"] = own
    values["near"] = max((scores.get(name, 0.0) for name in near), default=0.0)
    rest = [score / _usual(name) for name, score in scores.items() if name not in asked and name not in near]
    best = max((scores.get(name, 0.0) / _usual(name) for name in asked), default=0.0)
    values["own_for_theme"] = best
    values["behind"] = max(rest, default=0.0) - best
    values["rank"] = sum(each > best for each in rest) / len(known)
    strict = [name for name in asked if known[name].strict]
    if strict:
        held = max(scores.get(name, 0.0) / _usual(name) for name in strict)
        values["strict"] = 1.0
        values["strict_own"] = held
        values["strict_none"] = float(held == 0)
        values["strict_little"] = float(held < 0.5)  # noqa: PLR2004


def _usual(name: str) -> float:
    usual: Mapping[str, float] = tables.coefficients("topic")["usual"]
    return usual.get(name, 0.5)


_EMPTY: Final = frozenset(
    [
        "tell",
        "me",
        "about",
        "a",
        "time",
        "you",
        "when",
        "the",
        "and",
        "how",
        "did",
        "do",
        "what",
        "would",
        "your",
        "of",
        "to",
        "in",
        "at",
        "on",
        "for",
        "with",
        "had",
        "have",
        "an",
        "it",
        "or",
        "is",
        "are",
        "was",
        "were",
        "that",
        "this",
        "describe",
        "give",
        "example",
        "situation",
        "handled",
        "dealt",
        "deal",
        "work",
        "one",
        "can",
        "us",
        "who",
        "someone",
        "something",
    ]
)


def _by_words(values: dict[str, float], question: Question, words: Sequence[Word]) -> None:
    asked = {_stem(word.low) for word in words_of(question.text) if word.low not in _EMPTY}
    said = {_stem(word.low) for word in words}
    values["same_words"] = min(len(asked & said), 3) / 3
    values["no_same_words"] = float(not asked & said)
    cues = [[_stem(word.low) for word in words_of(cue) if word.low not in _EMPTY] for cue in question.cue_phrases]
    if cues:
        held = [sum(word in said for word in cue) / len(cue) for cue in cues if cue]
        values["cues"] = sum(held) / max(len(held), 1)


def _stem(low: str) -> str:
    for tail in ("ing", "ed", "es", "s", "ly"):
        if low.endswith(tail) and len(low) - len(tail) > 3:  # noqa: PLR2004
            return low[: -len(tail)]
    return low


def _resembles(question: Question, words: Sequence[Word], competencies: Sequence[Competency]) -> str | None:
    """The competency that the answer sounds most like."""
    shown = themes.shown(words)
    known = themes.themes()
    asked = set(themes.asked(question.text))
    allowed = {each.slug for each in competencies} or None
    ranked = sorted(shown, key=lambda name: shown[name] / _usual(name), reverse=True)
    for name in ranked:
        slugs = [slug for slug in known[name].competencies if allowed is None or slug in allowed]
        if name not in asked and slugs and slugs[0] not in question.competencies:
            return slugs[0]
    return None
