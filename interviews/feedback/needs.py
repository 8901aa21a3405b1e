"""What an answer needs, in the order of need: what is missing comes before what could be better said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from interviews.feedback import warnings
from interviews.feedback.facts import Facts

_WAYS: Final = frozenset({"situational", "knowledge"})
_TALK: Final = frozenset({"about-you", "motivation"})
_A_LINE_OR_TWO: Final = 40
_RAMBLING: Final = 300
# Above these, setting up takes more of a story than all the rest.
_LONG_SETUP: Final = 0.5
_VERY_LONG_SETUP: Final = 0.65
_FILLERS_A_MINUTE: Final = 5
_FILLERS_A_HUNDRED: Final = 3.5
_HEDGES_A_HUNDRED: Final = 2.4
_FEWEST_STEPS: Final = 2
_PROPER_LENGTH: Final = 60


@dataclass(frozen=True)
class Reading:
    """An answer with what has been decided about it."""

    facts: Facts
    on_topic: bool
    quality: int
    terms_known: int = 0
    terms_used: int = 0

    @property
    def is_way(self) -> bool:
        """Is it asked how something is or would be done?"""
        return self.facts.kind in _WAYS

    @property
    def is_talk(self) -> bool:
        """Is it asked who somebody is and why they came?"""
        return self.facts.kind in _TALK

    @property
    def is_story(self) -> bool:
        """Is it asked for something that happened?"""
        return not self.is_way and not self.is_talk

    @property
    def setup(self) -> float:
        """The share of situation and task in what belongs to a part."""
        shares = self.facts.shares
        told = sum(shares[label] for label in "STAR")
        return (shares["S"] + shares["T"]) / told if told else 0.0


Need = Callable[[Reading], bool]


def _off_topic(reading: Reading) -> bool:
    return not reading.on_topic


def _no_event(reading: Reading) -> bool:
    facts = reading.facts
    if reading.is_talk:
        return reading.quality <= 2 and not facts.under("A") and not facts.under("S") and bool(facts.places("praise"))  # noqa: PLR2004
    if reading.is_way:
        return len(facts.under("A")) < _FEWEST_STEPS
    if not facts.has["action"] and not facts.has["situation"]:
        return True
    told = sum(facts.shares[label] for label in "STAR")
    return told < 0.35 * len(facts.words) and not facts.has["result"]


def _no_own_step(reading: Reading) -> bool:
    facts = reading.facts
    return reading.is_story and not facts.own_steps and not _mostly_we(reading)


def _mostly_we(reading: Reading) -> bool:
    facts = reading.facts
    return reading.is_story and not facts.own_steps and len(facts.we) >= 4  # noqa: PLR2004


def _no_result(reading: Reading) -> bool:
    return reading.is_story and not reading.facts.has["result"] and reading.facts.kind != "strength"


def _a_line_or_two(reading: Reading) -> bool:
    return len(reading.facts.words) < _A_LINE_OR_TWO


def _rambling(reading: Reading) -> bool:
    return len(reading.facts.words) > _RAMBLING


def _long_setup(reading: Reading) -> bool:
    return reading.is_story and reading.setup > _LONG_SETUP and len(reading.facts.words) >= _PROPER_LENGTH


def _very_long_setup(reading: Reading) -> bool:
    return (
        reading.is_story
        and reading.setup > _VERY_LONG_SETUP
        and len(reading.facts.words) >= _PROPER_LENGTH
        and bool(reading.facts.own_steps)
    )


def _no_task(reading: Reading) -> bool:
    return reading.facts.kind == "behavioural" and not reading.facts.has["task"]


def _unmeasured(reading: Reading) -> bool:
    return reading.is_story and reading.facts.has["result"] and not reading.facts.quantified


def _no_link(reading: Reading) -> bool:
    facts = reading.facts
    return reading.is_talk and not (facts.count("wish") or facts.count("link") > 1)


def _no_learning(reading: Reading) -> bool:
    facts = reading.facts
    about_mistake = facts.kind == "weakness" or bool(facts.places("problem"))
    return facts.kind == "weakness" and about_mistake and not facts.count("learned") and not facts.has["result"]


def _few_terms(reading: Reading) -> bool:
    return bool(reading.terms_known) and not reading.terms_used and len(reading.facts.words) >= _PROPER_LENGTH


def _blames(reading: Reading) -> bool:
    return bool(warnings.blames(reading.facts.text))


def many_fillers(facts: Facts) -> bool:
    """More than listeners forgive."""
    count = len(facts.fillers)
    if facts.duration_s and facts.duration_s > 0:
        return count > 2 and count / facts.duration_s * 60 > _FILLERS_A_MINUTE  # noqa: PLR2004
    return count > 2 and facts.per_hundred(count) > _FILLERS_A_HUNDRED  # noqa: PLR2004


def _many_fillers(reading: Reading) -> bool:
    return many_fillers(reading.facts)


def _many_hedges(reading: Reading) -> bool:
    facts = reading.facts
    return len(facts.hedges) > 2 and facts.per_hundred(len(facts.hedges)) > _HEDGES_A_HUNDRED  # noqa: PLR2004


def _trails_off(reading: Reading) -> bool:
    tail = [each for each in reading.facts.labelled[-3:] if each.label == "N"]
    return any("frame" in each.clues.values for each in tail) and any(
        each.clues.values.get("question") for each in tail
    )


_IN_ORDER: Final[tuple[tuple[str, Need], ...]] = (
    ("answer_the_question", _off_topic),
    ("give_specific_example", _no_event),
    ("I_not_we", _mostly_we),
    ("add_own_action", _no_own_step),
    ("trim_setup", _very_long_setup),
    ("add_result", _no_result),
    ("expand", _a_line_or_two),
    ("shorten", _rambling),
    ("trim_setup", _long_setup),
    ("tie_to_role", _no_link),
    ("positive_tone", _blames),
    ("add_learning", _no_learning),
    ("cut_fillers", _many_fillers),
    ("cut_hedges", _many_hedges),
    ("end_cleanly", _trails_off),
    ("quantify_result", _unmeasured),
    ("state_task", _no_task),
    ("name_terms", _few_terms),
)
# Nothing of these is major: where only they are missing, what is there can be kept.
_MINOR: Final = frozenset({"state_task", "name_terms"})
_READY: Final = 5


def needs_of(reading: Reading) -> list[str]:
    """The codes that apply, the most needed first; "keep" first where nothing major is missing."""
    found = all_needs(reading)
    major = [code for code in found if code not in _MINOR]
    if not major and (not found or reading.quality >= _READY):
        return ["keep", *found]
    return found


def all_needs(reading: Reading) -> list[str]:
    """The codes of all that is missing, the most needed first."""
    return list(dict.fromkeys(code for code, holds in _IN_ORDER if holds(reading)))
