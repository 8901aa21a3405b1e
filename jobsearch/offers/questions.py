"""Questions to ask before answering an offer. Those that its terms leave open come first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from jobsearch.models import Offer, OfferQuestion
from jobsearch.offers.terms import terms_of


@dataclass(frozen=True)
class Question:
    """One question of the list: what it is about, and the term that answers it; empty where none does."""

    key: str
    topic: StrOrPromise
    term: str
    text: StrOrPromise


_PAY, _HOURS, _SCHEDULE, _SETTING = _("Pay"), _("Hours"), _("Schedule"), _("Setting")
_WAY, _LEARNING, _GROWTH, _BENEFITS = _("Getting there"), _("Learning"), _("Growth"), _("Benefits")
_ANSWER = _("Your answer")

# The keys stay for ever, for answers are kept by them.
QUESTIONS: Final[Sequence[Question]] = (
    Question("pay", _PAY, "pay", _("What is the pay, and is it by the hour or by the year?")),
    Question("differential", _PAY, "", _("Is there extra pay for evenings, nights, weekends and holidays?")),
    Question("raise", _PAY, "", _("When is pay looked at again, and what decides a raise?")),
    Question("hours", _HOURS, "hours", _("How many hours a week am I sure to get?")),
    Question("slow", _HOURS, "", _("What happens to my hours when it is slow?")),
    Question("overtime", _HOURS, "", _("How often does overtime come, and may I say no to it?")),
    Question("shift", _SCHEDULE, "shift", _("Which shifts and weekends would I work?")),
    Question("posted", _SCHEDULE, "", _("How many days ahead is the schedule known, and how are shifts swapped?")),
    Question("holidays", _SCHEDULE, "", _("Who works on holidays, and how is that shared out?")),
    Question("setting", _SETTING, "setting", _("Where would I work, and could I be sent to another place?")),
    Question("team", _SETTING, "", _("How many people work beside me on a usual shift?")),
    Question("training", _SETTING, "", _("Who trains me, for how long, and is it paid?")),
    Question("commute", _WAY, "commute", _("At which address do I start, and is it always the same?")),
    Question("parking", _WAY, "", _("Is there parking or a bus pass, and who pays for it?")),
    Question("ce", _LEARNING, "ce_paid", _("Do you pay for continuing education, and may I do it in working hours?")),
    Question(
        "certification",
        _LEARNING,
        "certification_paid",
        _("Do you pay for the certification exam and for renewing it? Must I stay for some time in return?"),
    ),
    Question("growth", _GROWTH, "growth", _("What comes after this job here, and how did the last person get there?")),
    Question("review", _GROWTH, "", _("When do we first talk about how I am doing?")),
    Question("benefits", _BENEFITS, "benefits", _("Which benefits come with it, and from which day?")),
    Question("premium", _BENEFITS, "", _("What would I pay for the health plan each month?")),
    Question("leave", _BENEFITS, "", _("How many paid days off are there, and how do sick days work?")),
    Question("starts", _ANSWER, "starts_on", _("What would be my first day?")),
    Question("answer", _ANSWER, "answer_by_on", _("By when do you need my answer?")),
    Question("writing", _ANSWER, "", _("May I have the offer in writing?")),
)
OWN: Final = _("Your own")


@dataclass(frozen=True)
class Line:
    """A question as the page shows it: what the terms say, whether it was asked, and the answer."""

    name: str
    topic: StrOrPromise
    text: StrOrPromise
    told: str = ""
    asked_on: date | None = None
    answer: str = ""
    own: int | None = None


@dataclass(frozen=True)
class Part:
    """The questions that are open, those that the terms answer, or those that were asked."""

    key: str
    title: StrOrPromise
    lines: Sequence[Line]


def lines_of(offer: Offer, kept: Iterable[OfferQuestion]) -> list[Line]:
    """Every question of the list and of one's own, in the order of the list."""
    asked = [*kept]
    by_key = {question.key: question for question in asked if question.key}
    told = {term.key: term.text for term in terms_of(offer)}
    listed = [_listed(question, told.get(question.term, ""), by_key.get(question.key)) for question in QUESTIONS]
    return listed + [
        Line(f"own-{one.pk}", OWN, one.text, "", one.asked_on, one.answer, one.pk) for one in asked if not one.key
    ]


def parts_of(lines: Iterable[Line]) -> list[Part]:
    """What is still to be asked comes first; parts without a question are left out."""
    rows = [*lines]
    parts = [
        Part("open", _("Not in the terms yet"), [row for row in rows if not row.asked_on and not row.told]),
        Part("asked", _("Asked"), [row for row in rows if row.asked_on]),
        Part("told", _("In the terms already; ask to be sure"), [r for r in rows if not r.asked_on and r.told]),
    ]
    return [part for part in parts if part.lines]


def _listed(question: Question, told: str, kept: OfferQuestion | None) -> Line:
    asked_on, answer = (kept.asked_on, kept.answer) if kept else (None, "")
    return Line(question.key, question.topic, question.text, told, asked_on, answer)
