"""What a session comes to: one strength, two or three next steps, what to practise next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interviews.feedback.carrying import from_plain
from interviews.feedback.result import CODES, Note
from interviews.models import Answer, Competency, Feedback, QuestionCompetency
from interviews.page.saying import say
from interviews.turns import Turns

_MOST_STEPS = 3
_ENOUGH_STEPS = 2


@dataclass(frozen=True)
class Remark:
    """One sentence, and the answers it is about."""

    code: str
    said: str
    answers: Sequence[Answer]


@dataclass(frozen=True)
class Summary:
    """A session in a few sentences."""

    ready: int
    total: int
    unrated: Sequence[Answer]
    strength: Remark | None
    steps: Sequence[Remark]
    practise_next: Competency | None


@dataclass(frozen=True)
class _Read:
    answer: Answer
    quality: int
    strength: Note | None
    advice: Sequence[Note]


def sum_up(turns: Turns) -> Summary | None:
    """The last try at each question, together; nothing where no answer was handed in."""
    given = [row.given for row in turns.rows if row.given]
    if not given:
        return None
    shown = [row.feedback for row in turns.rows if row.feedback]
    read = [_read(feedback) for feedback in shown]
    weak = [feedback for feedback in shown if feedback.badge != Feedback.Badge.READY]
    return Summary(
        ready=len(shown) - len(weak),
        total=len(given),
        unrated=[row.given for row in turns.rows if row.given and not row.is_rated],
        strength=_strength(read),
        steps=_steps(read),
        practise_next=_weakest(weak),
    )


def _read(feedback: Feedback) -> _Read:
    result = from_plain(feedback.result)
    return _Read(feedback.answer, feedback.quality, result.strength, result.advice)


def _strength(read: Iterable[_Read]) -> Remark | None:
    """That of the best answer."""
    best = max((one for one in read if one.strength), key=lambda one: one.quality, default=None)
    if best is None or best.strength is None:
        return None
    return Remark(best.strength.code, say(best.strength.said), [best.answer])


def _steps(read: Sequence[_Read]) -> list[Remark]:
    """What most answers need first; where that is one thing, what they need second as well."""
    first = _gathered((one.answer, note) for one in read for note in one.advice[:1])
    second = _gathered((one.answer, note) for one in read for note in one.advice[1:])
    known = {remark.code for remark in first}
    more = [remark for remark in second if remark.code not in known]
    return [*first, *more[: max(0, _ENOUGH_STEPS - len(first))]][:_MOST_STEPS]


def _gathered(notes: Iterable[tuple[Answer, Note]]) -> list[Remark]:
    """Notes of one kind together: what is said most often first, then by need."""
    found: dict[str, list[tuple[Answer, Note]]] = {}
    for answer, note in notes:
        if note.code != "keep":
            found.setdefault(note.code, []).append((answer, note))
    codes = sorted(found, key=lambda code: (-len(found[code]), CODES.index(code) if code in CODES else len(CODES)))
    return [Remark(code, say(found[code][0][1].said), [answer for answer, _note in found[code]]) for code in codes]


def _weakest(weak: Sequence[Feedback]) -> Competency | None:
    """What the weakest answers were about."""
    quality = {one.answer.question_id: one.quality for one in weak if one.answer.question_id}
    places = QuestionCompetency.objects.filter(question__in=quality).select_related("competency")
    # Of the weakest answer what its question asks about first.
    place = min(places, key=lambda one: (quality[one.question_id], one.position, one.pk), default=None)
    return place.competency if place else None
