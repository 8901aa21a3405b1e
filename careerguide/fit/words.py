"""The verdict on a job and its reasons, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careerguide.fit.pay_beside import PayBeside
from jobsearch.worth import AGAINST, Case, Reason, Verdict, Worth

_VERDICTS: Final = {
    Verdict.APPLY: (
        gettext_lazy("Yes, and take your time over it"),
        gettext_lazy("It fits what you can show. Send one careful application rather than five quick ones."),
    ),
    Verdict.MEND: (
        gettext_lazy("Yes, once your resume shows more"),
        gettext_lazy(
            "Half of what they require is there, or more. Close the gaps that you can close honestly, then apply."
        ),
    ),
    Verdict.ASK: (
        gettext_lazy("Ask before you apply"),
        gettext_lazy("One question decides. Call or write to them first; it costs less than an application."),
    ),
    Verdict.LEAVE: (
        gettext_lazy("Not now"),
        gettext_lazy(
            "Give your time to jobs that fit you better. If your heart is set on this one, apply all the same."
        ),
    ),
    Verdict.CLOSED: (
        gettext_lazy("The closing day has passed"),
        gettext_lazy("Call and ask whether they still take applications before you put work into it."),
    ),
    Verdict.UNKNOWN: (
        gettext_lazy("We cannot tell"),
        gettext_lazy("They require nothing that a resume can prove, as far as we read it. Ask them what matters most."),
    ),
}


@dataclass(frozen=True)
class ReasonShown:
    """One reason in words, and which way it speaks."""

    words: str
    is_against: bool


@dataclass(frozen=True)
class VerdictShown:
    """The verdict in words."""

    title: str
    words: str
    reasons: list[ReasonShown]


def verdict_shown(told: Worth, case: Case, beside: PayBeside | None) -> VerdictShown:
    """What to do, and why."""
    title, words = _VERDICTS[told.verdict]
    return VerdictShown(str(title), str(words), [*_reasons(told, case, beside)])


def _reasons(told: Worth, case: Case, beside: PayBeside | None) -> Iterator[ReasonShown]:
    for reason in told.reasons:
        words = _in_words(reason, case) or (_of_pay(reason, beside) if beside else "")
        if words:
            yield ReasonShown(words, reason in AGAINST)


def _in_words(reason: Reason, case: Case) -> str:
    tell = _WORDS.get(reason)
    return tell(case) if tell else ""


def _fit(case: Case) -> str:
    there = {"there": case.shown + case.in_part, "all": case.musts}
    one = "Of the %(all)d line they require, you can show %(there)d, wholly or in part."
    many = "Of the %(all)d lines they require, you can show %(there)d, wholly or in part."
    return ngettext(one, many, case.musts) % there


def _paper(case: Case) -> str:
    one = "They require a certification or license that you have not begun. Ask whether they take someone who earns it."
    many = (
        "They require %(count)d certifications or licenses that you have not begun. Ask whether they take someone who "
        "earns them."
    )
    return ngettext(one, many, case.papers) % {"count": case.papers}


def _closes(case: Case) -> str:
    return ngettext("It closes in %(days)d day.", "It closes in %(days)d days.", case.days_left or 0) % {
        "days": case.days_left
    }


def _closes_soon(case: Case) -> str:
    if not case.days_left:
        return _("It closes today: send what you have, or let it go.")
    return ngettext(
        "It closes in %(days)d day. Change the top of your resume alone, and send it.",
        "It closes in %(days)d days. Change the top of your resume alone, and send it.",
        case.days_left,
    ) % {"days": case.days_left}


def _closed(case: Case) -> str:
    days = -(case.days_left or 0)
    return ngettext("It closed yesterday.", "It closed %(days)d days ago.", days) % {"days": days}


def _desk_full(case: Case) -> str:
    return _("You have %(count)d others under way. Each of them needs a follow-up too.") % {"count": case.under_way}


def _desk_free(case: Case) -> str:
    if not case.under_way:
        return _("Nothing else is under way, so it gets all your care.")
    return ngettext(
        "You have %(count)d other under way: there is room for it.",
        "You have %(count)d others under way: there is room for it.",
        case.under_way,
    ) % {"count": case.under_way}


_WORDS: Final[dict[Reason, Callable[[Case], str]]] = {
    Reason.FITS: _fit,
    Reason.FITS_HALF: _fit,
    Reason.FITS_LITTLE: _fit,
    Reason.PAPER: _paper,
    Reason.CLOSES: _closes,
    Reason.CLOSES_SOON: _closes_soon,
    Reason.CLOSED: _closed,
    Reason.DESK_FULL: _desk_full,
    Reason.DESK_FREE: _desk_free,
}


def _of_pay(reason: Reason, beside: PayBeside) -> str:
    values = {"state": beside.state.name, "low": beside.low, "middle": beside.middle}
    if reason == Reason.PAY_UNDER:
        words = _(
            "It pays less than nine in ten earn in this work in %(state)s, %(low)s an hour. Ask how sure that is."
        )
    elif reason == Reason.PAY_LOW:
        words = _("It pays less than the middle in %(state)s, %(middle)s an hour. Most jobs for beginners do.")
    elif reason == Reason.PAY_HIGH:
        words = _("At its upper end it pays well above the middle in %(state)s, %(middle)s an hour.")
    else:
        words = _("At its upper end it pays about the middle in %(state)s or more: %(middle)s an hour.")
    return words % values
