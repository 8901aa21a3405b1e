"""The sentences of the advice: warm, about the words that stand there, with the exact spot."""

from collections.abc import Callable, Mapping
from typing import Final

from interviews.feedback import manner
from interviews.feedback.needs import Reading
from interviews.feedback.pointing import note, place_of, quote
from interviews.feedback.result import Note, Place
from kit.said import Said
from kit.said import gettext_noop as _


def _answer_the_question(reading: Reading) -> Note:
    return note(
        reading,
        "answer_the_question",
        Said(_("This sounds like the answer to another question. Which moment of yours is closest to what was asked?")),
        _("We compare what the question is about with what the answer tells. We can be wrong; you decide."),
        [place_of(each) for each in reading.facts.labelled[:1]],
    )


def _give_specific_example(reading: Reading) -> Note:
    facts = reading.facts
    claims = [
        each for each in facts.labelled if each.label == "N" and ({"generic", "praise"} & each.clues.values.keys())
    ]
    spot = [place_of(each) for each in (claims or facts.labelled)[:1]]
    if reading.is_way:
        said = Said(
            _(
                "You say what matters; a listener still wants to see you do it. What is the first thing "
                "you would do, and then?"
            )
        )
    elif spot:
        said = Said(
            _("“%(words)s” is true of many people. Name one day when it was true of you."),
            {"words": quote(facts.said(spot[0]))},
        )
    else:
        said = Said(_("Name one day when this happened to you."))
    return note(
        reading,
        "give_specific_example",
        said,
        _("We look for one event: a time, a place, a person, and what was done. Claims and habits are not one."),
        spot,
    )


def _add_own_action(reading: Reading) -> Note:
    facts = reading.facts
    places = [place_of(each) for each in facts.under("A") or facts.under("S")[-1:]]
    if facts.has["situation"]:
        said = Said(_("I can see what was going on, but not yet what you did. What was your first step?"))
    elif reading.is_way:
        said = Said(_("Say what you would do yourself, step by step, beginning with the first thing."))
    else:
        said = Said(_("I can’t find a step that you took. What did you do first, and then?"))
    return note(
        reading,
        "add_own_action",
        said,
        _("We look for steps that begin with “I”: I asked, I checked, I called."),
        places[:3],
    )


def _i_not_we(reading: Reading) -> Note:
    facts = reading.facts
    return note(
        reading,
        "I_not_we",
        Said(
            _("You say “we” %(count)s times and I can’t find a step that was yours. Which one did you do?"),
            {"count": len(facts.we)},
        ),
        _("We count “we” only where no step begins with “I”. A team story is fine once your part shows."),
        facts.we[:6],
    )


def _add_result(reading: Reading) -> Note:
    facts = reading.facts
    thin = facts.under("R")
    last = (thin or facts.under("A") or list(facts.labelled))[-1:]
    spot = [place_of(each) for each in last]
    if thin:
        said = Said(
            _(
                "“%(words)s” is a start. What could someone have seen or heard? A word they said, a "
                "number, what is different now."
            ),
            {"words": quote(facts.said(spot[0]))},
        )
    elif spot:
        said = Said(
            _("After “%(words)s” I want to know how it ended. What happened then, and what did people say?"),
            {"words": quote(facts.said(spot[0]))},
        )
    else:
        said = Said(_("How did it end?"))
    return note(
        reading, "add_result", said, _("We look for how it ended: what changed, what somebody said, or a number."), spot
    )


def _expand(reading: Reading) -> Note:
    facts = reading.facts
    if reading.is_way:
        text = _(
            "This is %(count)s words, about %(seconds)s seconds. There is room for each step and the check at the end."
        )
    elif reading.is_talk:
        text = _(
            "This is %(count)s words, about %(seconds)s seconds. There is room for your past and for why this job."
        )
    else:
        text = _("This is %(count)s words, about %(seconds)s seconds. There is room for what you did and how it ended.")
    return note(
        reading,
        "expand",
        Said(text, {"count": len(facts.words), "seconds": max(1, round(len(facts.words) / 2.3))}),
        _("Answers of one to two minutes, about 120 to 300 words, leave room for the whole of it."),
        [place_of(each) for each in facts.labelled[:1]],
    )


def _shorten(reading: Reading) -> Note:
    facts = reading.facts
    loose = max(
        (each for each in facts.labelled if each.label in "NS"), key=lambda each: len(each.clause.words), default=None
    )
    return note(
        reading,
        "shorten",
        Said(
            _("This is %(count)s words, well over two minutes. What could go without anyone missing it?"),
            {"count": len(facts.words)},
        ),
        _("Listeners drift after about two minutes, or 300 words."),
        [place_of(loose)] if loose else [],
    )


def _trim_setup(reading: Reading) -> Note:
    facts = reading.facts
    setup = [each for each in facts.labelled if each.label in "ST"]
    steps = facts.under("A")
    return note(
        reading,
        "trim_setup",
        Said(
            _(
                "%(setup)s words set the scene and %(steps)s say what you did. Keep the two details that "
                "matter and get to “%(words)s” sooner."
            ),
            {
                "setup": facts.shares["S"] + facts.shares["T"],
                "steps": facts.shares["A"],
                "words": quote(facts.said(place_of(steps[0]))) if steps else "…",
            },
        ),
        _("We compare the words of situation and task with the rest; your steps should take the most room."),
        [Place(setup[0].clause.start, setup[-1].clause.end)]
        if setup and setup[0].clause.start < setup[-1].clause.end
        else [],
    )


def _state_task(reading: Reading) -> Note:
    facts = reading.facts
    steps = facts.under("A")[:1]
    return note(
        reading,
        "state_task",
        Said(_("Say in one sentence what was yours to do, just before your first step.")),
        _("We look for what was asked of you or what you had to reach: “it was my job to”, “I had to”."),
        [place_of(each) for each in steps],
    )


def _quantify_result(reading: Reading) -> Note:
    facts = reading.facts
    results = facts.under("R")
    spot = [place_of(each) for each in results[-1:]]
    words = quote(facts.said(spot[0])) if spot else ""
    return note(
        reading,
        "quantify_result",
        Said(
            _("“%(words)s” is a good ending. Can you put a number on it: how many, how long, before and after?"),
            {"words": words},
        ),
        _("We look for a number, a before-and-after or a measured change in the outcome."),
        spot,
    )


def _tie_to_role(reading: Reading) -> Note:
    last = [place_of(each) for each in reading.facts.labelled[-1:]]
    return note(
        reading,
        "tie_to_role",
        Said(_("I know more about you now. Add one sentence that leads to this job: why here, and why now?")),
        _("We look for a link to the job: what draws you to it, and what you would bring."),
        last,
    )


def _add_learning(reading: Reading) -> Note:
    last = [place_of(each) for each in reading.facts.labelled[-1:]]
    return note(
        reading,
        "add_learning",
        Said(_("You tell it honestly. What do you do differently since then?")),
        _("After a mistake or a weakness we look for what changed: a new habit, a check, a rule of yours."),
        last,
    )


_WRITERS: Final[Mapping[str, Callable[[Reading], Note]]] = {
    "answer_the_question": _answer_the_question,
    "give_specific_example": _give_specific_example,
    "add_own_action": _add_own_action,
    "I_not_we": _i_not_we,
    "add_result": _add_result,
    "expand": _expand,
    "shorten": _shorten,
    "trim_setup": _trim_setup,
    "state_task": _state_task,
    "quantify_result": _quantify_result,
    "tie_to_role": _tie_to_role,
    "add_learning": _add_learning,
    "name_terms": manner.name_terms,
    "positive_tone": manner.positive_tone,
    "cut_fillers": manner.cut_fillers,
    "cut_hedges": manner.cut_hedges,
    "end_cleanly": manner.end_cleanly,
    "keep": manner.keep,
}


def note_of(code: str, reading: Reading) -> Note:
    """The note for one need."""
    return _WRITERS[code](reading)
