"""Finds which words speak for which theme or kind, from answers to questions about it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import Ridge

from interviews.feedback import leaning, themes
from interviews.feedback.words import words_of
from training.marked import Marked

_ROUND = 3
_OFTEN = 5
_STRENGTH = 30.0
# A story about one theme speaks a little for those near it.
_NEAR = 0.4


def fit_leaning(answers: Sequence[Marked]) -> dict[str, Any]:
    """The weight of each word for each name, so that none is stronger or more common than another."""
    told = [
        (leaning.values_of(words_of(answer.text)), meant)
        for answer in answers
        if answer.on_topic and answer.quality > 1 and (meant := _meant(answer))
    ]
    count = Counter(name for row, _ in told for name in row)
    names = sorted(name for name, times in count.items() if times >= _OFTEN)
    table = np.array([[row.get(name, 0.0) for name in names] for row, _ in told])
    model = Ridge(alpha=_STRENGTH)
    model.fit(table, np.array([_wanted(meant) for _, meant in told]))
    found = model.predict(table)
    spread = found.std(axis=0) + 1e-6
    weights, always = model.coef_.T / spread, (model.intercept_ - found.mean(axis=0)) / spread
    return {
        "names": list(leaning.names()),
        "always": [round(float(value), _ROUND) for value in always],
        "weights": {
            name: [round(float(value), _ROUND) for value in row] for name, row in zip(names, weights, strict=True)
        },
    }


def _meant(answer: Marked) -> Sequence[str]:
    return leaning.meant_by(themes.asked(answer.question), answer.kind)


def _wanted(meant: Sequence[str]) -> list[float]:
    return [sum(_kinship(name, one) for one in meant) / len(meant) for name in leaning.names()]


def _kinship(name: str, other: str) -> float:
    if name == other:
        return 1.0
    return _NEAR if name in leaning.near(other) or other in leaning.near(name) else 0.0
