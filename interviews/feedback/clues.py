"""What a clause shows: named features, each of which a person can check against the words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from interviews.feedback import tables, verbs
from interviews.feedback.result import Kind, Place
from interviews.feedback.splitting import Clause

_NUMBER_WORDS: Final = tables.words("common", "numbers") | {"half", "twice", "zero"}
_FIRST: Final = frozenset({"so", "then", "and", "but"})
_LISTS: Final = [
    "duty",
    "outcome",
    "reaction",
    "learned",
    "time",
    "place",
    "scene",
    "problem",
    "generic",
    "praise",
    "frame",
    "modal",
    "order",
    "link",
    "wish",
    "team",
    "third",
    "vague",
    "before_after",
]
# In these the story may be missing altogether, and steps are said in the present.
_WAYS: Final = frozenset({"situational", "knowledge"})
_TALK: Final = frozenset({"about-you", "motivation", "strength", "weakness"})
_QUOTE: Final = re.compile(r"[\"“”]")
_LONG: Final = 12
_MOST_WORDS: Final = 60
_OF_A_WORD: Final = 0.5


@dataclass
class Clues:
    """The features of one clause, and the words that gave each."""

    values: dict[str, float]
    because: dict[str, list[Place]] = field(default_factory=dict)


def clues_of(text: str, clauses: Sequence[Clause], kind: Kind | None) -> list[Clues]:
    """The clues of every clause, those of its neighbours among them."""
    own = [_alone(text, clause) for clause in clauses]
    total = sum(len(clause.words) for clause in clauses) or 1
    steps = [number for number, clues in enumerate(own) if _is_step(clues.values)]
    done = 0
    for number, (clause, clues) in enumerate(zip(clauses, own, strict=True)):
        _standing(clues.values, number, len(own), (done + len(clause.words) / 2) / total)
        _among_steps(clues.values, number, steps)
        _of_kind(clues.values, kind)
        done += len(clause.words)
    _of_neighbours(own)
    if own:
        _opening(own[0].values)
        _lead(clauses, own)
    return own


def _alone(text: str, clause: Clause) -> Clues:
    clues = Clues({"always": 1.0})
    _hits(clause, clues)
    _acts(clause, clues)
    _form(text, clause, clues)
    _own_words(clause, clues)
    return clues


def _hits(clause: Clause, clues: Clues) -> None:
    for name, first, last in tables.phrases("clues").found(clause.words):
        clues.because.setdefault(name, []).append(Place(clause.words[first].start, clause.words[last - 1].end))
    for name in _LISTS:
        count = len(clues.because.get(name, ()))
        if count:
            clues.values[name] = 1.0
        if count > 1:
            clues.values[f"{name}+"] = 1.0


def _acts(clause: Clause, clues: Clues) -> None:
    words = clause.words
    acts = list(verbs.acts_of(words))
    for act in acts:
        name = f"{act.who}_{act.doing}"
        clues.values[name] = 1.0
        clues.because.setdefault(name, []).append(Place(words[act.subject].start, words[act.verb].end))
    if acts:
        clues.values[f"starts_{acts[0].who}_{acts[0].doing}"] = 1.0
    elif any(verbs.is_past(word.low) for word in words):
        clues.values["past_of_another"] = 1.0
    head = next((word for word in words if word.low not in _FIRST), words[0])
    if verbs.is_past(head.low):
        clues.values["starts_with_past"] = 1.0
        clues.because["starts_with_past"] = [Place(head.start, head.end)]
    past = sum(verbs.is_past(word.low) for word in words)
    clues.values["past_verbs"] = min(past, 4) / 4
    if head.low in tables.words("verbs", "do") and not verbs.is_past(head.low):
        clues.values["starts_with_do"] = 1.0


def _form(text: str, clause: Clause, clues: Clues) -> None:
    values = clues.values
    count = len(clause.words)
    values["length"] = min(count, 40) / 40
    values["short"] = float(count <= 5)  # noqa: PLR2004
    values["long"] = float(count > _LONG)
    numbers = [word for word in clause.words if word.low[0].isdigit() or word.low in _NUMBER_WORDS]
    if numbers:
        values["number"] = 1.0
        clues.because["number"] = [Place(word.start, word.end) for word in numbers]
    said = text[clause.start : clause.end]
    if _QUOTE.search(said):
        values["quote"] = 1.0
    if said.rstrip().endswith("?"):
        values["question"] = 1.0
    lows = {word.low for word in clause.words}
    if lows & {"not", "no", "never", "without"} or any(low.endswith("n't") for low in lows):
        values["negation"] = 1.0
    for pronoun in ("me", "us", "my"):
        if pronoun in lows:
            values[pronoun] = 1.0
    if not any(name.startswith(("i_", "we_", "they_")) for name in values):
        values["nobody"] = 1.0
    values[f"join_{clause.join}"] = 1.0
    values[f"opens_{clause.words[0].low}" if clause.words[0].low in _FIRST else "opens_other"] = 1.0


def _own_words(clause: Clause, clues: Clues) -> None:
    """The words themselves, of which training keeps the frequent ones; each counts less than another clue."""
    lows = [word.low for word in clause.words[:_MOST_WORDS]]
    for low in lows:
        clues.values[f"word {low}"] = _OF_A_WORD
    clues.values[f"opens {lows[0]}"] = _OF_A_WORD
    clues.values[f"opens {' '.join(lows[:2])}"] = _OF_A_WORD


def _is_step(values: Mapping[str, float]) -> bool:
    return any(name in values for name in ("i_did", "we_did", "i_would", "starts_with_past"))


def _standing(values: dict[str, float], number: int, count: int, share: float) -> None:
    values["place"] = share
    values["early"] = max(0.0, 1 - share * 3)
    values["late"] = max(0.0, 1 - (1 - share) * 3)
    values["first"] = float(number == 0)
    values["last"] = float(number == count - 1)
    values["second"] = float(number == 1)
    values["only"] = float(count <= 2)  # noqa: PLR2004


def _among_steps(values: dict[str, float], number: int, steps: Sequence[int]) -> None:
    values["before_steps"] = float(bool(steps) and number < steps[0])
    values["after_steps"] = float(bool(steps) and number > steps[-1])
    values["no_steps"] = float(not steps)
    values["steps_behind"] = min(sum(step < number for step in steps), 4) / 4
    values["steps_ahead"] = min(sum(step > number for step in steps), 4) / 4


_OPENING: Final = (
    "outcome",
    "reaction",
    "number",
    "learned",
    "scene",
    "time",
    "they_did",
    "i_did",
    "place",
    "next:scene",
    "next:time",
)


def _opening(values: dict[str, float]) -> None:
    """Some stories begin with how they ended; the scene comes behind."""
    for name in _OPENING:
        if name in values:
            values[f"first:{name}"] = 1.0


_LATER_WORDS: Final = frozenset({"now", "anymore", "since", "than", "still", "instead", "today", "ended"})


def _lead(clauses: Sequence[Clause], own: Sequence[Clues]) -> None:
    """The first sentence may tell the end: what is so today, or better than before, with the scene behind it."""
    behind = next((number for number, clause in enumerate(clauses) if number and clause.join == "stop"), 0)
    if not behind:
        return
    sets_scene = frozenset(own[behind].values) & _SCENE
    lead = {word.low for clause in clauses[:behind] for word in clause.words}
    for clues in own[:behind]:
        values = clues.values
        values["lead"] = 1.0
        values |= {f"lead:{name}": 1.0 for name in _LEADING if name in values}
        values |= {f"lead:behind:{name}": 1.0 for name in sets_scene}
        if lead & _LATER_WORDS:
            values["lead:later"] = 1.0
            if sets_scene:
                values["lead:later:scene"] = 1.0
        if not any(values.get(name) for name in ("time", "scene", "i_was")):
            values["lead:no_scene"] = 1.0


_SCENE: Final = frozenset({"time", "scene", "place", "before_after", "opens before", "opens when"})
_LEADING: Final = ("outcome", "reaction", "number", "they_does", "i_does", "they_is", "nobody", "negation", "they_did")


def _of_kind(values: dict[str, float], kind: Kind | None) -> None:
    group = "ways" if kind in _WAYS else "talk" if kind in _TALK else ""
    if not group:
        return
    values[group] = 1.0
    for name in ("i_would", "i_does", "i_did", "i_is", "i_was", "generic", "order", "nobody", "modal", "link", "time"):
        if name in values:
            values[f"{group}:{name}"] = 1.0


_NEIGHBOURLY: Final = (
    "i_did",
    "we_did",
    "i_would",
    "duty",
    "outcome",
    "reaction",
    "scene",
    "generic",
    "they_did",
    "time",
    "nobody",
)


def _of_neighbours(own: Sequence[Clues]) -> None:
    kept = [frozenset(clues.values) for clues in own]
    for (number, one), (_, _other) in pairwise(enumerate(own)):
        for name in _NEIGHBOURLY:
            if name in kept[number + 1]:
                one.values[f"next:{name}"] = 1.0
            if name in kept[number]:
                own[number + 1].values[f"before:{name}"] = 1.0
