"""What a second try did better than the first, and what is still open."""

from collections.abc import Iterator
from typing import Final

from interviews.feedback.result import Feedback, Part
from kit.said import Said
from kit.said import gettext_noop as _

_GAINED: Final[tuple[tuple[Part, str], ...]] = (
    ("result", _("You now say how it ended.")),
    ("action", _("Your own steps show now.")),
    ("task", _("It is clear now what was yours to do.")),
    ("situation", _("The listener knows now where you were.")),
)
_LOST: Final[tuple[tuple[Part, str], ...]] = (
    ("result", _("The ending went missing this time.")),
    ("action", _("Your own steps show less than before.")),
)
_OPEN: Final = {
    "answer_the_question": _("Still open: an answer to this very question."),
    "give_specific_example": _("Still open: one event in place of what is usually so."),
    "add_own_action": _("Still open: a step of your own."),
    "I_not_we": _("Still open: a step of your own among all the “we”."),
    "add_result": _("Still open: how it ended."),
    "expand": _("Still open: it is short."),
    "shorten": _("Still open: it is long."),
    "trim_setup": _("Still open: a shorter way in."),
    "state_task": _("Still open: what was yours to do."),
    "quantify_result": _("Still open: a number for the outcome."),
    "tie_to_role": _("Still open: the link to this job."),
    "add_learning": _("Still open: what you do differently since then."),
    "name_terms": _("Still open: a word or two of the trade."),
    "positive_tone": _("Still open: the tone toward others."),
    "cut_fillers": _("Still open: the fillers."),
    "cut_hedges": _("Still open: words that make it smaller."),
    "end_cleanly": _("Still open: a clean end."),
}
_FEWER: Final = 2
_ENOUGH: Final = 120
_TOO_MANY: Final = 300


def compare(before: Feedback, after: Feedback) -> tuple[Said, ...]:
    """What got better, then what was lost, then what is still open; at least one sentence."""
    if after.limit in {"empty", "one-word", "not-english"}:
        return (Said(_("There is too little here to compare.")),)
    said = (*_better(before, after), *_worse(before, after), *_open(before, after))
    return said or (Said(_("Both tries have the same parts. Say the better one aloud.")),)


def _better(before: Feedback, after: Feedback) -> Iterator[Said]:
    if after.on_topic and not before.on_topic:
        yield Said(_("This one answers the question."))
    for part, sentence in _GAINED:
        if after.has[part] and not before.has[part]:
            yield Said(sentence)
    if after.quantified and not before.quantified:
        yield Said(_("The outcome has a measure now."))
    yield from _better_said(before, after)


def _better_said(before: Feedback, after: Feedback) -> Iterator[Said]:
    fewer = len(before.fillers) - len(after.fillers)
    if fewer >= _FEWER:
        yield Said(
            _("Fillers went from %(before)s to %(after)s."),
            {"before": len(before.fillers), "after": len(after.fillers)},
        )
    if before.words < _ENOUGH // 2 <= after.words <= _TOO_MANY or before.words > _TOO_MANY >= after.words:
        yield Said(
            _("The length went from %(before)s to %(after)s words, which is a good size."),
            {"before": before.words, "after": after.words},
        )
    fixed = {note.code for note in before.advice} - {note.code for note in after.advice}
    if "trim_setup" in fixed:
        yield Said(_("You get to your own steps sooner."))
    if "I_not_we" in fixed and after.has["action"] and before.has["action"]:
        yield Said(_("Your own part stands out from the “we”."))


def _worse(before: Feedback, after: Feedback) -> Iterator[Said]:
    if before.on_topic and not after.on_topic:
        yield Said(_("This one sounds like the answer to another question."))
    for part, sentence in _LOST:
        if before.has[part] and not after.has[part]:
            yield Said(sentence)


def _open(before: Feedback, after: Feedback) -> Iterator[Said]:
    first = after.advice[0].code
    if first in _OPEN and any(note.code == first for note in before.advice):
        yield Said(_OPEN[first])
