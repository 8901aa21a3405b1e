"""What is good about an answer, with the very words."""

from collections.abc import Iterator
from typing import Final

from interviews.feedback import measures
from interviews.feedback.facts import Facts
from interviews.feedback.labelling import Labelled
from interviews.feedback.pointing import place_of, quote
from interviews.feedback.result import Note
from kit.said import Said
from kit.said import gettext_noop as _

_SEVERAL: Final = 2


def strength_of(facts: Facts) -> Note | None:
    """The best thing found; None where nothing can be kept yet."""
    return next(_found(facts), None)


def _found(facts: Facts) -> Iterator[Note]:
    yield from _in_the_outcome(facts)
    own = facts.own_steps
    if own:
        rule = (
            _("Two or more steps that begin with “I”.") if len(own) >= _SEVERAL else _("A step that begins with “I”.")
        )
        yield _note(facts, "strength_own_steps", _("“%(words)s” shows what you yourself did."), rule, _richest(own))
    if facts.has["result"]:
        rule = _("An outcome that a listener could retell.")
        yield _note(facts, "strength_result", _("You say how it ended: “%(words)s”."), rule, facts.under("R")[-1])
    for each in facts.under("S"):
        if {"time", "place", "number"} & each.clues.because.keys():
            rule = _("A time, a place or a number in the situation.")
            yield _note(facts, "strength_scene", _("“%(words)s” puts the listener there at once."), rule, each)


def _in_the_outcome(facts: Facts) -> Iterator[Note]:
    for each in facts.under("R"):
        if measures.is_measure(each.clause.words):
            rule = _("An outcome with a number or a before-and-after.")
            yield _note(facts, "strength_number", _("“%(words)s” is an outcome that people remember."), rule, each)
    for each in facts.under("R"):
        if each.clues.values.get("quote") or "reaction" in each.clues.values:
            rule = _("An outcome in the words or the face of another person.")
            yield _note(facts, "strength_reaction", _("“%(words)s” lets somebody else speak for you."), rule, each)


def _richest(steps: list[Labelled]) -> Labelled:
    return max(steps, key=lambda each: min(len(each.clause.words), 20))


def _note(facts: Facts, code: str, said: str, rule: str, each: Labelled) -> Note:
    place = place_of(each)
    words = quote(facts.said(place))
    return Note(code, Said(said, {"words": words}), Said(rule), (place,), (words,))
