"""Finds the coefficients of the labels from marked answers; needs scikit-learn."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from interviews.feedback.clues import clues_of
from interviews.feedback.labelling import LABELS
from interviews.feedback.splitting import clauses_of
from training.clauses import gold_labels, unpunctuated
from training.marked import Marked

_ROUND = 3
# A clue that stands in fewer clauses is left out.
_OFTEN = 4
_OFTEN_SAID = 16
# How much the path counts beside the clues, and how many times each step is taken as seen before counting.
_WEIGHT_OF_PATH = 0.42
_SEEN = 0.5
# An outcome is claimed a little less readily than the counts say: steps taken last look like one to authors never seen.
_OF_OUTCOMES = 0.85


@cache
def _read(answer: Marked, *, bare: bool) -> tuple[list[dict[str, float]], list[str], list[str]]:
    """The clues, labels and joints of an answer; with `bare`, of the same words without punctuation."""
    text = unpunctuated(answer.text) if bare else answer.text
    clauses = clauses_of(text)
    clues = clues_of(text, clauses, answer.kind)
    return [each.values for each in clues], gold_labels(answer, clauses), [clause.join for clause in clauses]


def fit_labels(answers: Iterable[Marked], *, strength: float = 0.15) -> dict[str, Any]:
    """The weights of every clue for every label, and the steps from label to label."""
    rows: list[dict[str, float]] = []
    wanted: list[str] = []
    paths: list[tuple[list[str], list[str]]] = []
    weights: list[float] = []
    for answer in answers:
        for bare, weight in ((False, 1.0), (True, 0.4)):
            values, labels, joins = _read(answer, bare=bare)
            rows += values
            wanted += labels
            weights += [weight] * len(labels)
            paths.append((labels, joins))
    counted = Counter(name for row in rows for name in row).items()
    kept = {name for name, count in counted if count >= (_OFTEN_SAID if " " in name else _OFTEN)}
    shaper = DictVectorizer()
    table = shaper.fit_transform([{name: value for name, value in row.items() if name in kept} for row in rows])
    names = list(shaper.get_feature_names_out())
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    model.fit(table, wanted, sample_weight=weights)
    order = [list(model.classes_).index(label) for label in LABELS]
    found = {
        name: [round(float(model.coef_[row][column]), _ROUND) for row in order] for column, name in enumerate(names)
    }
    found["always"] = [round(found["always"][n] + float(model.intercept_[row]), _ROUND) for n, row in enumerate(order)]
    found["always"][LABELS.index("R")] += round(math.log(_OF_OUTCOMES), _ROUND)
    return {"weights": found} | _steps(paths, wanted)


def _steps(paths: Sequence[tuple[list[str], list[str]]], wanted: Sequence[str]) -> dict[str, Any]:
    """How much more often a label follows another than it stands at all, as logarithms."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    starts: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for labels, joins in paths:
        if not labels:
            continue
        starts[labels[0]] += 1
        ends[labels[-1]] += 1
        for one, other, join in zip(labels, labels[1:], joins[1:], strict=False):
            counts[join][one, other] += 1
    share = {label: (wanted.count(label) + 1) / (len(wanted) + len(LABELS)) for label in LABELS}

    def lift(count: float, total: float, label: str) -> float:
        return round(_WEIGHT_OF_PATH * math.log((count + _SEEN) / (total + _SEEN * len(LABELS)) / share[label]), _ROUND)

    return {
        "start": {label: lift(starts[label], sum(starts.values()), label) for label in LABELS},
        "end": {label: lift(ends[label], sum(ends.values()), label) for label in LABELS},
        "steps": {
            join: {
                one: {
                    other: lift(counts[join][one, other], sum(counts[join][one, each] for each in LABELS), other)
                    for other in LABELS
                }
                for one in LABELS
            }
            for join in ("stop", "comma", "flow")
        },
    }
