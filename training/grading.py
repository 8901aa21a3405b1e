"""Finds the coefficients of quality, from what the parts of the answers are found to be."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import Ridge

from interviews.feedback import quality
from interviews.feedback.facts import Facts
from training.marked import Marked

_ROUND = 3
Read = tuple[Marked, Facts, bool]


def fit_quality(read: Sequence[Read]) -> dict[str, Any]:
    """Weights of the parts, and the points at which the next quality begins."""
    rows = [quality.clues_of(facts, on_topic=on_topic) for _, facts, on_topic in read]
    wanted = np.array([answer.quality for answer, _, _ in read], dtype=float)
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = Ridge(alpha=2.0)
    model.fit(table, wanted)
    weights = {name: round(float(weight), _ROUND) for name, weight in zip(names, model.coef_, strict=True)}
    weights["always"] = round(weights["always"] + float(model.intercept_), _ROUND)
    points = np.array([quality.points_of(weights, row) for row in rows])
    return {"weights": weights, "cuts": _cuts(points, wanted)}


def _cuts(points: np.ndarray[Any, Any], wanted: np.ndarray[Any, Any]) -> list[float]:
    """The cuts that leave the least squared error, each found with the others in place."""
    cuts = [1.5, 2.5, 3.5, 4.5]
    for _ in range(3):
        for number in range(4):
            low = cuts[number - 1] + 0.1 if number else 0.5
            high = cuts[number + 1] - 0.1 if number < 3 else 5.5  # noqa: PLR2004
            tries = np.arange(low, high, 0.05)
            errors = [_error(points, wanted, [*cuts[:number], float(cut), *cuts[number + 1 :]]) for cut in tries]
            cuts[number] = round(float(tries[int(np.argmin(errors))]), _ROUND)
    return cuts


def _error(points: np.ndarray[Any, Any], wanted: np.ndarray[Any, Any], cuts: list[float]) -> float:
    found = 1 + sum((points >= cut).astype(float) for cut in cuts)
    # A little of the distance to the plain cuts, so that few answers do not pull them far.
    stray = sum((cut - plain) ** 2 for cut, plain in zip(cuts, (1.5, 2.5, 3.5, 4.5), strict=True))
    return float(np.mean((found - wanted) ** 2)) + 0.05 * stray
