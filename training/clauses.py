"""Clauses with the labels that people gave, and text as a machine writes speech down; needs no library."""

from collections import Counter
from collections.abc import Sequence

from interviews.feedback.splitting import Clause
from training.marked import Marked


def gold_labels(answer: Marked, clauses: Sequence[Clause]) -> list[str]:
    """The label under which most of a clause stands."""
    return [_label(answer, clause) for clause in clauses]


def _label(answer: Marked, clause: Clause) -> str:
    shares: Counter[str] = Counter()
    for span in answer.spans:
        shares[span.label] += max(0, min(span.end, clause.end) - max(span.start, clause.start))
    label, covered = max(shares.items(), key=lambda item: item[1], default=("N", 0))
    return label if covered * 2 > clause.end - clause.start else "N"


def unpunctuated(text: str) -> str:
    """The text as a machine would write speech down, every letter in its place."""
    return "".join(" " if letter in '.,;:!?…—–"“”()' else letter for letter in text.lower())
