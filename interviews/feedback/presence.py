"""Is a part there? Only if a listener could retell it: “It all worked out” is an ending that says nothing."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from interviews.feedback import measures, tables
from interviews.feedback.labelling import Labelled
from interviews.feedback.result import PART_OF, Kind, Label, Part

_WAYS: Final = frozenset({"situational", "knowledge"})
_TALK: Final = frozenset({"about-you", "motivation", "strength", "weakness"})
_EVEN: Final = 0.5


def has_parts(labelled: Sequence[Labelled], kind: Kind | None) -> dict[Part, bool]:
    """Each part, and whether it can be retold."""
    models: Mapping[str, Mapping[str, float]] = tables.coefficients("presence")
    return {part: _is_there(models[part], labelled, label, kind) for label, part in PART_OF.items()}


def _is_there(model: Mapping[str, float], labelled: Sequence[Labelled], label: Label, kind: Kind | None) -> bool:
    clues = clues_of(labelled, label, kind)
    if clues is None:
        return False
    total = sum(model.get(name, 0.0) * value for name, value in clues.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) >= _EVEN


def clues_of(labelled: Sequence[Labelled], label: Label, kind: Kind | None) -> dict[str, float] | None:
    """What speaks for it; None where nothing has the label."""
    own = [each for each in labelled if each.label == label]
    if not own:
        return None
    words = [word for each in own for word in each.clause.words]
    vague = tables.words("vague", "words")
    told = sum(word.low not in vague and word.low.split("'")[0] not in vague for word in words)
    group = "ways" if kind in _WAYS else "talk" if kind in _TALK else "story"
    values = {
        "always": 1.0,
        "best": max(each.chances[label] for each in own),
        "sum": min(sum(each.chances[label] for each in own), 3.0) / 3,
        "words": min(len(words), 30) / 30,
        "told": min(told, 8) / 8,
        "nothing_told": float(told < 2),  # noqa: PLR2004
        "little_told": float(told < 4),  # noqa: PLR2004
        "measure": float(any(measures.is_measure(each.clause.words) for each in own)),
        "last": float(labelled[-1].label == label),
        "only_steps": float(all("i_did" in each.clues.values for each in own)),
        group: 1.0,
        "short_answer": float(sum(len(each.clause.words) for each in labelled) < 40),  # noqa: PLR2004
        "other_parts": len({each.label for each in labelled} - {"N", label}) / 3,
    }
    for clue in ("reaction", "outcome", "learned", "quote", "they_did", "duty", "generic", "i_would", "we_did"):
        values[clue] = float(any(each.clues.values.get(clue) for each in own))
    return values
