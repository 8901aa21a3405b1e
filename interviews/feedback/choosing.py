"""Chooses the one next step: weighed as people choose it, and never against what stands in the answer."""

from collections.abc import Mapping, Sequence
from typing import Final

from interviews.feedback import needs, quality, tables, warnings
from interviews.feedback.needs import Reading

# What only a story needs.
_OF_STORIES: Final = frozenset(
    {"add_result", "state_task", "quantify_result", "add_own_action", "I_not_we", "trim_setup"}
)
_FEW: Final = 2
_FAIR: Final = 3
_SHORT: Final = 100
_LONG: Final = 140


def advice_of(reading: Reading) -> list[str]:
    """The codes of the advice, the one next step first."""
    needed = needs.needs_of(reading)
    first = next((code for code in ranked(reading) if can_be_first(code, reading)), needed[0])
    return [first, *(code for code in needed if code not in {first, "keep"})]


def ranked(reading: Reading) -> list[str]:
    """All codes, the likeliest first."""
    model = tables.coefficients("advice")
    codes: Sequence[str] = model["codes"]
    weights: Mapping[str, Sequence[float]] = model["weights"]
    sums = [0.0] * len(codes)
    for name, value in clues_of(reading).items():
        for number, weight in enumerate(weights.get(name, ())):
            sums[number] += weight * value
    return [codes[number] for number in sorted(range(len(codes)), key=lambda number: -sums[number])]


def can_be_first(code: str, reading: Reading) -> bool:
    """May this be said first about this answer?"""
    facts = reading.facts
    if (code == "answer_the_question") == reading.on_topic or (code in _OF_STORIES and not reading.is_story):
        return False
    allowed = {
        "keep": reading.quality >= _FAIR and (facts.has["action"] or not reading.is_story),
        "positive_tone": bool(warnings.blames(facts.text)),
        "cut_fillers": len(facts.fillers) > _FEW,
        "cut_hedges": len(facts.hedges) >= _FEW,
        "expand": len(facts.words) < _SHORT,
        "shorten": len(facts.words) > _LONG,
        "quantify_result": bool(facts.under("R")),
        "I_not_we": len(facts.we) > 1,
        "trim_setup": bool(facts.under("S") or facts.under("T")),
    }
    return allowed.get(code, True)


def clues_of(reading: Reading) -> dict[str, float]:
    """What speaks for one advice or another."""
    facts = reading.facts
    values = quality.clues_of(facts, on_topic=reading.on_topic)
    for code in needs.all_needs(reading):
        values[f"needs_{code}"] = 1.0
    words = len(facts.words)
    values |= {
        f"quality_{reading.quality}": 1.0,
        f"kind_{facts.kind}": 1.0,
        "story": float(reading.is_story),
        "words": min(words, 300) / 300,
        "a_line": float(words < 25),  # noqa: PLR2004
        "two_lines": float(words < 45),  # noqa: PLR2004
        "over_200": float(words > 200),  # noqa: PLR2004
        "setup_over_half": float(reading.setup > 0.5),  # noqa: PLR2004
        "setup_far_over_half": float(reading.setup > 0.65),  # noqa: PLR2004
        "we": min(len(facts.we), 6) / 6,
        "team_steps": min(len(facts.team_steps), 4) / 4,
        "blames": float(bool(warnings.blames(facts.text))),
        "thin_result": float(bool(facts.under("R")) and not facts.has["result"]),
        "learned": float(facts.count("learned") > 0),
        "ready_unmeasured": float(reading.quality > _FAIR and facts.has["result"] and not facts.quantified),
        "ready_no_task": float(reading.quality > _FAIR and not facts.has["task"]),
    }
    _ending(values, reading)
    return values


def _ending(values: dict[str, float], reading: Reading) -> None:
    tail = [each for each in reading.facts.labelled[-3:] if each.label == "N"]
    values["ends_in_no_part"] = float(bool(tail))
    values["ends_in_frame"] = float(any("frame" in each.clues.values for each in tail))
    values["ends_in_question"] = float(any("question" in each.clues.values for each in tail))
