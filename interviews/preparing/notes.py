"""A note to an employer, made of parts: the draft with its gaps, and what is to be said about length and tone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.models import Debrief, Interview, NoteToEmployer

SHORTEST: Final = 60
LONGEST: Final = 150
# What people and programs put where something is still to be filled in.
_GAP: Final = re.compile(r"\[[^\]\n]*\]|_{2,}|\{[^}\n]*\}|<[^>@\n]*>|\bX{3,}\b|\.{4,}")
_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BEGGING: Final = re.compile(
    r"\b(?:beg|begging|desperate(?:ly)?|dying to|(?:really |badly |so )need (?:this|the|a) (?:job|position|work)"
    r"|do anything|give me (?:a|the|one|this) chance|last chance|sorry (?:to|for) (?:bother|disturb)\w*"
    r"|not bothering you|please,? please)\b",
    re.IGNORECASE,
)
_PAY: Final = re.compile(
    r"\b(?:salary|wages?|compensation|bonus(?:es)?|pto|vacation days|hourly rate|per hour|benefits package"
    r"|pay(?! attention)|paid(?! attention))\b|\$\s?\d",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A stretch of the note; a gap is shown as a blank."""

    text: str
    is_gap: bool


@dataclass(frozen=True)
class Letter:
    """The note as it stands, and what is to be said about it."""

    text: str
    subject: str
    gaps: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it may leave the house."""
        return not self.gaps

    @property
    def words(self) -> int:
        """How long it is."""
        return len(_WORD.findall(self.text))

    @property
    def paragraphs(self) -> list[list[Piece]]:
        """The text as it is shown, gaps marked."""
        return [[*_pieces(part)] for part in self.text.split("\n\n")]

    @property
    def mail(self) -> str:
        """Opens the person's own mail program with the note in it."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.text)}"


def letter(note: NoteToEmployer, others: Iterable[NoteToEmployer], debrief: Debrief | None) -> Letter:
    """The writer's own wording where there is one, else the draft of the parts; others are those to the same house."""
    others = [other for other in others if other.pk != note.pk]
    text = note.body or draft(note, others, debrief)
    gaps = [_named(gap) for gap in _GAP.findall(text)]
    if note.body and not note.point:
        gaps.append(_point_gap())
    return Letter(text, _subject(note.interview), tuple(dict.fromkeys(gaps)), tuple(_remarks(text, note, others)))


def draft(note: NoteToEmployer, others: Iterable[NoteToEmployer], debrief: Debrief | None) -> str:
    """What the parts make; where one is missing, a gap."""
    values = _values(note)
    if note.is_thanks:
        # Those who sit together compare: every second note reads differently.
        is_other = sum(1 for other in others if other.is_thanks and other.pk < note.pk) % 2
        return _other_thanks(values) if is_other else _thanks(values)
    earlier = [other for other in others if not other.is_thanks and other.sent_at]
    return _second_follow_up(values, earlier[0]) if earlier else _follow_up(values, debrief)


def _values(note: NoteToEmployer) -> dict[str, str]:
    interview = note.interview
    at = interview.starts_at and timezone.localtime(interview.starts_at)
    job = _as_a_word(interview.what)
    return {
        "to": note.to,
        "name": note.signed or f"[{_('your name')}]",
        "point": _inside(note.point) or f"[{_point_gap()}]",
        "tie": _inside(note.tie),
        "employer": interview.employer,
        "job": _("the %(job)s position at %(employer)s") % {"job": job, "employer": interview.employer}
        if job
        else _("the position at %(employer)s") % {"employer": interview.employer},
        "weekday": date_format(at, "l") if at else f"[{_('the day you met')}]",
        "day": date_format(at, "j F") if at else f"[{_('the day you met')}]",
    }


def _thanks(values: dict[str, str]) -> str:
    values["tie"] = values["tie"] or f"[{_tie_gap()}]"
    return (
        _(
            "Dear %(to)s,\n\n"
            "Thank you for taking the time on %(weekday)s to talk with me about %(job)s.\n\n"
            "What stayed with me most is what you told me about %(point)s. It gave me a clear picture of how your team "
            "works. To that I would bring %(tie)s. I would be glad to put it to use with you.\n\n"
            "If there is anything else that you would like to know, I am happy to answer it. I look forward to hearing "
            "from you.\n\n"
            "Kind regards,\n%(name)s"
        )
        % values
    )


def _other_thanks(values: dict[str, str]) -> str:
    values["tie"] = values["tie"] or f"[{_tie_gap()}]"
    return (
        _(
            "Dear %(to)s,\n\n"
            "It was good to meet you on %(weekday)s. After our talk about %(point)s I can picture a shift with your "
            "team much better, and I want to be part of it.\n\n"
            "For %(job)s I would bring %(tie)s. The rest I would gladly learn from the people who do it every day.\n\n"
            "Thank you for your time and for your open answers. Please let me know if I can send you anything else.\n\n"
            "Kind regards,\n%(name)s"
        )
        % values
    )


def _follow_up(values: dict[str, str], debrief: Debrief | None) -> str:
    values["since"] = _since(values)
    if debrief and debrief.hear_by_on:
        named = date_format(debrief.hear_by_on, "j F")
        values["ask"] = _("You had named %(day)s, so I would like to ask how it stands.") % {"day": named}
    else:
        values["ask"] = _("I would like to ask how it stands, and when you expect to decide.")
    return (
        _(
            "Dear %(to)s,\n\n"
            "We met on %(day)s about %(job)s, and I enjoyed our talk, most of all about %(point)s.\n\n"
            "%(ask)s I am still very interested in the work and in your team.%(since)s\n\n"
            "If you need anything else from me, such as a certificate or a reference, I will send it the same day. "
            "Thank you for your time.\n\n"
            "Kind regards,\n%(name)s"
        )
        % values
    )


def _second_follow_up(values: dict[str, str], first: NoteToEmployer) -> str:
    values["since"] = _since(values)
    values["wrote"] = date_format(timezone.localtime(first.sent_at), "j F")
    return (
        _(
            "Dear %(to)s,\n\n"
            "I wrote to you on %(wrote)s about %(job)s, and I know that hiring often takes longer than planned. I am "
            "still interested, and I still think of what you said about %(point)s.%(since)s\n\n"
            "If the place is filled, I would be glad to hear that too, and to be kept in mind for the next one. Thank "
            "you for your time, and all the best to you and the team.\n\n"
            "Kind regards,\n%(name)s"
        )
        % values
    )


def _since(values: dict[str, str]) -> str:
    """What is new since the interview, where there is something."""
    return " " + _("Since we met, %(news)s.") % {"news": values["tie"]} if values["tie"] else ""


def _subject(interview: Interview) -> str:
    job = _as_a_word(interview.what)
    return _("Our talk about the %(job)s position") % {"job": job} if job else _("Our talk about the position")


def _remarks(text: str, note: NoteToEmployer, others: Iterable[NoteToEmployer]) -> Iterable[str]:
    count = len(_WORD.findall(text))
    if count < SHORTEST:
        words = ngettext("It has %(count)d word.", "It has %(count)d words.", count) % {"count": count}
        yield words + " " + _("Under 60 it looks dashed off: say a little more about what you talked about.")
    if count > LONGEST:
        words = ngettext("It has %(count)d word.", "It has %(count)d words.", count) % {"count": count}
        yield words + " " + _("Over 150 people skim. Keep the one thing that only you can say.")
    if found := _BEGGING.search(text):
        yield _("“%(words)s” asks for mercy. Say what you would do for them instead.") % {"words": found[0]}
    if found := _PAY.search(text):
        yield _("“%(words)s” is about pay. That belongs to the day they offer you the job.") % {"words": found[0]}
    if text.count("!") > 1:
        yield _("One exclamation mark is plenty; a full stop is calmer.")
    thanks = [other for other in others if other.is_thanks] if note.is_thanks else []
    if note.point and any(_same(other.point, note.point) for other in thanks):
        yield _("Another note of yours names the same point. People compare: choose another for one of them.")


def _pieces(text: str) -> Iterable[Piece]:
    end = 0
    for found in _GAP.finditer(text):
        yield Piece(text[end : found.start()], is_gap=False)
        yield Piece(_named(found[0]), is_gap=True)
        end = found.end()
    yield Piece(text[end:], is_gap=False)


def _named(gap: str) -> str:
    """What is missing there, where the gap says it."""
    return gap.strip("[]{}<>_ .") or _("something is missing")


def _point_gap() -> str:
    return _("what you talked about")


def _tie_gap() -> str:
    return _("what you would bring to it")


def _inside(part: str) -> str:
    """A part as it stands inside a sentence."""
    return part.strip().rstrip(".;,")


def _as_a_word(title: str) -> str:
    """A job title as it stands inside a sentence: small, unless it is written in capitals further on."""
    return title[:1].lower() + title[1:] if title[1:] == title[1:].lower() else title


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.lower()) == _WORD.findall(other.lower())
