"""Finds the coefficients that tell whether an answer belongs to its question."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from interviews.feedback import tables, themes, topic
from interviews.feedback.result import Question
from interviews.feedback.words import words_of
from training.marked import Marked

_ROUND = 3
_PAIRS = 4


def usual(answers: Sequence[Marked]) -> dict[str, float]:
    """How much of each theme an answer holds that is about something else."""
    total: defaultdict[str, float] = defaultdict(float)
    for answer in answers:
        words = words_of(answer.text)
        size = (len(words) + 20) ** 0.5
        for name, count in themes.shown(words).items():
            total[name] += count / size
    return {name: round(total[name] / len(answers) + 0.05, _ROUND) for name in themes.themes()}


def mismatches(answers: Sequence[Marked], seed: int = 7) -> Iterator[tuple[Marked, str]]:
    """Answers paired with questions about something else."""
    chance = random.Random(seed)
    told = [answer for answer in answers if answer.on_topic and answer.quality > 1]
    for answer in told:
        own = _themes(answer.question)
        others = [each for each in told if each.kind == "behavioural" and not own & _themes(each.question)]
        for other in chance.sample(others, min(_PAIRS, len(others))):
            yield answer, other.question


def _themes(question: str) -> set[str]:
    asked = themes.asked(question)
    return set(asked) | {near for name in asked for near in themes.themes()[name].near}


def fit_topic(answers: Sequence[Marked]) -> dict[str, Any]:
    """The weights of what speaks for and against."""
    found: dict[str, Any] = {"usual": usual(answers), "weights": {}}
    tables.use("topic", found)
    rows, wanted, weights = [], [], []
    for answer in answers:
        rows.append(_clues(answer, answer.question))
        wanted.append(answer.on_topic)
        weights.append(1.0 if answer.on_topic else 4.0)
    for answer, question in mismatches(answers):
        rows.append(_clues(answer, question, changed=True))
        wanted.append(False)
        weights.append(1.2 / _PAIRS)
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit(table, wanted, sample_weight=weights)
    found["weights"] = {name: round(float(weight), _ROUND) for name, weight in zip(names, model.coef_[0], strict=True)}
    found["weights"]["always"] = round(found["weights"]["always"] + float(model.intercept_[0]), _ROUND)
    return found


def _clues(answer: Marked, question: str, *, changed: bool = False) -> dict[str, float]:
    kind = "behavioural" if changed else answer.kind
    return topic.clues_of(Question(question, kind), kind, answer.text, words_of(answer.text))
