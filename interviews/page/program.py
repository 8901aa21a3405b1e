"""What the program can say beside a person's rating: words on the same five lines, and no number.

A person rates how good something is; the program only finds whether it is there. Neither is a scale of the other, so
nothing is converted: its words stand on the line they belong to.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from interviews.feedback.result import Feedback


def program_words(result: Feedback, untrue: Collection[str] = ()) -> dict[str, str]:
    """By dimension of the rubric; `untrue` are the codes of notes that the writer set aside."""
    codes = {note.code for note in result.advice}
    return {
        "on_question": _on_question(result, untrue),
        "one_event": _event(result, codes),
        "own_actions": _actions(result, codes),
        "outcome": _outcome(result),
        "delivery": _delivery(codes),
    }


def _on_question(result: Feedback, untrue: Collection[str]) -> str:
    if result.on_topic:
        return _("Seems to answer it")
    if "answer_the_question" in untrue:
        return _("We were not sure; you say that it does")
    return _("Reads like an answer to another question")


def _event(result: Feedback, codes: set[str]) -> str:
    if "give_specific_example" in codes:
        return _("No one event found")
    if result.kind in {"situational", "knowledge", "about-you", "motivation"} and not result.has["situation"]:
        return _("None found, and this kind of question can do without")
    return _("An event found") if result.has["situation"] else _("The event is hardly set out")


def _actions(result: Feedback, codes: set[str]) -> str:
    if not result.has["action"]:
        return _("No steps found")
    return _("Steps found, none clearly your own") if codes & {"add_own_action", "I_not_we"} else _("Steps found")


def _outcome(result: Feedback) -> str:
    if not result.has["result"]:
        return _("No outcome found")
    return _("An outcome with a measure") if result.quantified else _("An outcome without a measure")


def _delivery(codes: set[str]) -> str:
    if "shorten" in codes:
        return _("Long; it can’t hear you")
    if "expand" in codes:
        return _("Short; it can’t hear you")
    if "cut_fillers" in codes:
        return _("Many fillers; it can’t hear you")
    return _("Nothing noticed in the words; it can’t hear you")
