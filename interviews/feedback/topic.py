"""Does the story answer this question? Softly: only what plainly sounds like something else is questioned."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interviews.feedback import leaning, meaning, sounds, tables, themes, verbs
from interviews.feedback.result import Competency, Kind, Question
from interviews.feedback.words import Word, words_of


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
    model: Mapping[str, float] = tables.coefficients("topic")[
        "weights" if meaning.has_vectors() else "weights_of_words"
    ]
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
    values |= sounds.clues_of(question.text, text)
    values |= leaning.clues_of(leaning.meant_by(asked, kind), words)
    values[f"kind_{kind}"] = 1.0
    _by_way(values, kind, words)
    return values


_GROUPS: Final[Mapping[Kind | None, str]] = {
    "situational": "ways",
    "knowledge": "ways",
    "about-you": "talk",
    "motivation": "talk",
    "weakness": "weakness",
    "strength": "strength",
}
_MOST_ACTS: Final = 6
_ACTS: Final[Mapping[str, tuple[str, ...]]] = {"did": ("i_did",), "would": ("i_would",), "am": ("i_is", "i_does")}
_HITS: Final[Mapping[str, tuple[tuple[str, ...], int]]] = {
    "wishes": (("wish", "link"), 4),
    "generic": (("generic",), 4),
    "time": (("time",), 1),
    "scene": (("scene",), 2),
    "learned": (("learned",), 1),
    "praise": (("praise",), 3),
}


def _by_way(values: dict[str, float], kind: Kind | None, words: Sequence[Word]) -> None:
    """How it is told: a story fits a question for a story, plans and wishes fit others."""
    group = _GROUPS.get(kind, "story")
    acts = Counter(f"{act.who}_{act.doing}" for act in verbs.acts_of(words))
    hits = Counter(name for name, _, _ in tables.phrases("clues").found(words))
    per_hundred = 100 / max(len(words), 1)
    for name, kinds in _ACTS.items():
        values[f"{group}:{name}"] = min(sum(acts[each] for each in kinds) * per_hundred, _MOST_ACTS) / _MOST_ACTS
    for name, (lists, most) in _HITS.items():
        values[f"{group}:{name}"] = min(sum(hits[each] for each in lists), most) / most


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


_EMPTY: Final = tables.words("common", "asking")


def _by_words(values: dict[str, float], question: Question, words: Sequence[Word]) -> None:
    asked = {sounds.stem(word.low) for word in words_of(question.text) if word.low not in _EMPTY}
    said = {sounds.stem(word.low) for word in words}
    values["same_words"] = min(len(asked & said), 3) / 3
    values["no_same_words"] = float(not asked & said)


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
