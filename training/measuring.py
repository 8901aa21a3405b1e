"""The table of `design/interview-feedback.md`, 4.5: what the engine found beside what people say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from interviews.feedback.result import PART_OF, Feedback, Part, Place
from training.marked import Marked

_PARTS: Final[tuple[Part, ...]] = ("situation", "task", "action", "result")
_BEST: Final = 5
_TOP: Final = (4, 5)


@dataclass
class Case:
    """An answer, what the engine said, and what it said of the same words without punctuation."""

    answer: Marked
    feedback: Feedback
    bare: Feedback
    chance: float
    # The chances that questions about something else were given for this answer, and whether each was let pass.
    mismatched: list[tuple[float, bool]] = field(default_factory=list)
    # The same for its own question in other words.
    reworded: list[tuple[float, bool]] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    found: float
    floor: float
    goal: float
    upward: bool = True


def table(cases: Sequence[Case]) -> list[Row]:
    """All lines but the latency."""
    has = {part: _f1((c.answer.has(part), c.feedback.has[part]) for c in cases) for part in _PARTS}
    bare = {part: _f1((c.answer.has(part), c.bare.has[part]) for c in cases) for part in _PARTS}
    spans = _span_f1(cases)
    return [
        Row("has, macro F1", _mean(has.values()), 0.80, 0.88),
        *(
            Row(f"  has {part}", value, 0.80 if part == "result" else 0, 0.88 if part == "result" else 0)
            for part, value in has.items()
        ),
        Row("spans by letter, macro F1", _mean(spans.values()), 0.72, 0.80),
        *(
            Row(f"  span {label}", value, 0.75 if label == "R" else 0, 0.82 if label == "R" else 0)
            for label, value in spans.items()
        ),
        Row("loss without punctuation", _mean(has.values()) - _mean(bare.values()), 0.08, 0.04, upward=False),
        *_quality_rows(cases),
        *_topic_rows(cases),
        *_place_rows("filler", [(c.answer.fillers, c.feedback.fillers) for c in cases], 0.95, 0.97, 0.75, 0.85),
        *_place_rows("hedge", [(c.answer.hedges, c.feedback.hedges) for c in cases], 0, 0, 0, 0),
        Row("quantified F1", _f1((c.answer.quantified, c.feedback.quantified) for c in cases), 0.75, 0.85),
        Row("first advice exact", _mean(c.feedback.advice[0].code == c.answer.advice[0] for c in cases), 0.62, 0.75),
        Row("first advice among gold", _mean(c.feedback.advice[0].code in c.answer.advice for c in cases), 0.80, 0.90),
        Row(
            "worthless answers above draft",
            sum(c.answer.quality == 1 and c.feedback.badge != "draft" for c in cases),
            0,
            0,
            upward=False,
        ),
    ]


def _quality_rows(cases: Sequence[Case]) -> list[Row]:
    gold = [c.answer.quality for c in cases]
    found = [c.feedback.quality for c in cases]
    best = [c.feedback.quality for c in cases if c.answer.quality == _BEST]
    without = [c.feedback.quality for c in cases if c.answer.quality < _BEST and not c.answer.has("result")]
    return [
        Row("quality, Spearman", spearman(gold, found), 0.75, 0.82),
        Row("quality, QWK", kappa(gold, found), 0.68, 0.75),
        Row("AUC excellent vs no result", auc(best, without), 0.90, 0.95),
    ]


def _topic_rows(cases: Sequence[Case]) -> list[Row]:
    on = [c for c in cases if c.answer.on_topic]
    off = [c for c in cases if not c.answer.on_topic]
    pairs = [pair for c in cases for pair in c.mismatched]
    same = [pair for c in cases for pair in c.reworded]
    fits = [c.chance for c in on]
    passed = [float(c.feedback.on_topic) for c in on]
    return [
        Row("on topic, AUC", auc(fits, [c.chance for c in off]), 0.85, 0.92),
        Row("  by yes and no", auc(passed, [float(c.feedback.on_topic) for c in off]), 0, 0),
        Row("mismatched pairs, AUC", auc([c for c, _ in same] or fits, [c for c, _ in pairs]), 0.75, 0.85),
        Row("  by yes and no", auc([float(on) for _, on in same] or passed, [float(on) for _, on in pairs]), 0, 0),
        Row("on topic, yet questioned", 1 - _mean(passed), 0.07, 0.03, upward=False),
    ]


def _place_rows(name: str, pairs: Iterable[tuple[Sequence[Place], Sequence[Place]]], *aims: float) -> list[Row]:
    right = wrong = missed = 0
    for gold, found in pairs:
        hits = sum(any(_meet(one, other) for other in gold) for one in found)
        right, wrong = right + hits, wrong + len(found) - hits
        missed += sum(not any(_meet(one, other) for other in found) for one in gold)
    return [
        Row(f"{name} precision", right / (right + wrong or 1), aims[0], aims[1]),
        Row(f"{name} recall", right / (right + missed or 1), aims[2], aims[3]),
    ]


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _span_f1(cases: Sequence[Case]) -> dict[str, float]:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for case in cases:
        gold = _letters(case.answer.text, case.answer.spans)
        found = _letters(case.answer.text, case.feedback.spans)
        for one, other in zip(gold, found, strict=True):
            if one == other:
                right[one] += 1
            else:
                missed[one] += 1
                wrong[other] += 1
    return {label: 2 * right[label] / (2 * right[label] + wrong[label] + missed[label] or 1) for label in PART_OF}


def _letters(text: str, spans: Iterable[Any]) -> list[str]:
    letters = [""] * len(text)
    for span in spans:
        letters[span.start : span.end] = [span.label] * (span.end - span.start)
    return letters


def _f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    count = Counter(pairs)
    right = 2 * count[True, True]
    return right / (right + count[True, False] + count[False, True] or 1)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """How often one that should be higher is; equals count half."""
    if not high or not low:
        return float("nan")
    return sum((one > other) + (one == other) / 2 for one in high for other in low) / (len(high) * len(low))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation of ranks, equals sharing theirs."""
    a, b = _ranks(one), _ranks(other)
    mean = (len(a) + 1) / 2
    above = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    below = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    return above / below if below else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: ordered.index(value) for value in set(values)}
    count = Counter(values)
    return [first[value] + (count[value] + 1) / 2 for value in values]


def kappa(gold: Sequence[int], found: Sequence[int]) -> float:
    """Quadratic weighted kappa."""
    size = len(gold)
    seen: Mapping[int, int] = Counter(gold)
    said: Mapping[int, int] = Counter(found)
    apart = sum((one - other) ** 2 for one, other in zip(gold, found, strict=True)) / size
    chance = sum((one - other) ** 2 * seen[one] * said[other] for one in seen for other in said) / size**2
    return 1 - apart / chance if chance else 0.0


def printed(rows: Iterable[Row]) -> str:
    """The table as lines of text."""
    lines = [f"{'':36}{'found':>8}{'floor':>8}{'goal':>8}"]
    for row in rows:
        aimed = row.floor or row.goal or not row.upward
        reached = row.found >= row.goal if row.upward else row.found <= row.goal
        past = row.found >= row.floor if row.upward else row.found <= row.floor
        word = ("goal" if reached else "floor" if past else "BELOW") if aimed else ""
        aims = f"{row.floor:8.2f}{row.goal:8.2f}  {word}" if aimed else ""
        lines.append(f"{row.name:36}{row.found:8.3f}{aims}")
    return "\n".join(lines)
