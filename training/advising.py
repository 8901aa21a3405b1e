"""Finds the coefficients of the first advice and of what can be retold."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from interviews.feedback import choosing, presence
from interviews.feedback.labelling import Labelled
from interviews.feedback.needs import Reading
from interviews.feedback.result import PART_OF
from training.marked import Marked

_ROUND = 3
# What people name second and third counts a little too.
_LATER = 0.2
_NAMED = 3


def fit_advice(read: Sequence[tuple[Marked, Reading]]) -> dict[str, Any]:
    """Weights of each clue for each code."""
    rows, wanted, weights = [], [], []
    for answer, reading in read:
        clues = choosing.clues_of(reading)
        for place, code in enumerate(answer.advice[:_NAMED]):
            rows.append(clues)
            wanted.append(code)
            weights.append(_LATER if place else 1.0)
    names = sorted({name for row in rows for name in row})
    model = LogisticRegression(C=3.0, max_iter=600, tol=1e-3)
    model.fit(_table(rows, names), wanted, sample_weight=weights)
    found = {name: [round(float(value), _ROUND) for value in model.coef_[:, n]] for n, name in enumerate(names)}
    found["always"] = [
        round(one + float(other), _ROUND) for one, other in zip(found["always"], model.intercept_, strict=True)
    ]
    return {"codes": [str(code) for code in model.classes_], "weights": found}


def fit_presence(read: Sequence[tuple[Marked, Sequence[Labelled]]]) -> dict[str, Any]:
    """For each part the weights of what speaks for its being there."""
    found: dict[str, Any] = {}
    for label, part in PART_OF.items():
        pairs = [(presence.clues_of(labelled, label, answer.kind), answer.has(part)) for answer, labelled in read]
        known = [(clues, has) for clues, has in pairs if clues is not None]
        names = sorted({name for clues, _ in known for name in clues})
        model = LogisticRegression(C=0.5, max_iter=600, tol=1e-3)
        model.fit(_table([clues for clues, _ in known], names), [has for _, has in known])
        weights = {name: round(float(value), _ROUND) for name, value in zip(names, model.coef_[0], strict=True)}
        weights["always"] = round(weights["always"] + float(model.intercept_[0]), _ROUND)
        found[part] = weights
    return found


def _table(rows: Sequence[dict[str, float]], names: Sequence[str]) -> np.ndarray[Any, Any]:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])
