"""Gives each clause its label: a logistic regression over its clues, then the likeliest path through the answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interviews.feedback import tables
from interviews.feedback.clues import Clues, clues_of
from interviews.feedback.result import Kind
from interviews.feedback.splitting import Clause

# "N": belongs to no part.
LABELS: Final = ("S", "T", "A", "R", "N")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A clause with its label, how likely each label is, and what it shows."""

    clause: Clause
    label: str
    chances: Mapping[str, float]
    clues: Clues


def labelled(text: str, clauses: Sequence[Clause], kind: Kind | None) -> list[Labelled]:
    """Label the clauses of an answer."""
    return labelled_with(tables.coefficients("labels"), text, clauses, kind)


def labelled_with(model: Mapping[str, Any], text: str, clauses: Sequence[Clause], kind: Kind | None) -> list[Labelled]:
    """The same by a given model, for training."""
    clues = clues_of(text, clauses, kind)
    chances = [chances_of(model["weights"], each.values) for each in clues]
    path = best_path(model, chances, [clause.join for clause in clauses])
    return [
        Labelled(clause, label, chance, each)
        for clause, label, chance, each in zip(clauses, path, chances, clues, strict=True)
    ]


def chances_of(weights: Mapping[str, Sequence[float]], values: Mapping[str, float]) -> dict[str, float]:
    """How likely each label is by the clues of the clause alone."""
    sums = [0.0] * len(LABELS)
    for name, value in values.items():
        for number, weight in enumerate(weights.get(name, ())):
            sums[number] += weight * value
    most = max(sums)
    powers = [math.exp(each - most) for each in sums]
    total = sum(powers)
    return {label: power / total for label, power in zip(LABELS, powers, strict=True)}


def best_path(model: Mapping[str, Any], chances: Sequence[Mapping[str, float]], joins: Sequence[str]) -> list[str]:
    """Viterbi: the likeliest labels, when some follow others more often than not."""
    if not chances:
        return []
    scores = {label: _log(chances[0][label]) + model["start"][label] for label in LABELS}
    back: list[dict[str, str]] = []
    for chance, join in zip(chances[1:], joins[1:], strict=True):
        steps = model["steps"][join]
        came = {label: max(LABELS, key=lambda one, to=label: scores[one] + steps[one][to]) for label in LABELS}  # type: ignore[misc]
        scores = {label: scores[came[label]] + steps[came[label]][label] + _log(chance[label]) for label in LABELS}
        back.append(came)
    path = [max(LABELS, key=lambda one: scores[one] + model["end"][one])]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _log(chance: float) -> float:
    return math.log(max(chance, 1e-9))
