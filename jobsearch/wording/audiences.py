"""Whom one introduces oneself to: what they want to hear, how long they listen, and the words that it begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kit.said import gettext_noop as _


@dataclass(frozen=True)
class Audience:
    """Listeners of one sort. As in messages, what only the speaker can know stays a blank."""

    purpose: str
    tone: str
    # What they say to you, for practice.
    opening: str
    who: str
    proof: str
    seeking: str
    question: str
    # Seconds.
    least: int = 15
    most: int = 30
    # They do not know the field, nor its abbreviations.
    is_outside: bool = False


_PROOF: Final = "%(proof)s"

AUDIENCES: Final[Mapping[str, Audience]] = {
    "fair": Audience(
        _("They meet many people today, standing and in noise. One thing should stay with them after you are gone."),
        _("Say your name first and slowly. Hand over the resume at the end, with the question."),
        _("At a job fair, someone behind the table looks up: “Hello. What brings you to us?”"),
        _("Hello, I am %(me)s, %(standing)s"),
        _PROOF,
        _("I am looking for work as %(role)s, and I came to you because [[what you know of this employer]]"),
        _("What do you look for in someone who begins with you?"),
    ),
    "recruiter": Audience(
        _("They match people with openings. Give them what they sort by: the job, the place, the hours, the papers."),
        _("Be exact and brief; they take notes. What does not fit, say now."),
        _("A recruiter calls: “I have a minute. Tell me about yourself.”"),
        _("My name is %(me)s, and I am %(standing)s"),
        _PROOF,
        _("I am looking for work as %(role)s in %(place)s, [[hours or shift]], and I can start [[when]]"),
        _("Which of your openings come closest, and what do you need from me for them?"),
    ),
    "colleague": Audience(
        _("They do the work and know its bad days. They help the curious, and tire of people who ask for jobs."),
        _("Use the words of the trade. Ask about their way, and let them talk."),
        _("At a meetup, someone who does the work turns to you: “And what do you do?”"),
        _("I am %(me)s, %(standing)s"),
        _PROOF,
        _("I want to work as %(role)s and would like to know what it is like from someone who does it"),
        _("How did you get into it, and what would you do first in my place?"),
    ),
    "friend": Audience(
        _("They like you and do not know the field. They can pass your name on, if they can say what you look for."),
        _("No abbreviations, no terms of the trade. One sentence that they can repeat to someone else."),
        _("A friend of the family asks: “So what are you up to these days?”"),
        _("I am [[what you do now, in everyday words]], and I want to work as %(role)s"),
        _PROOF,
        _("I am looking for a first place in %(place)s, [[in a store, a hospital, a clinic]]"),
        _("Whom do you know who works in such a place, and may I say that you sent me?"),
        least=10,
        most=25,
        is_outside=True,
    ),
}
