"""What the demonstration's seeker practised: answers with feedback, a story, and an interview in three days."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

from accounts.models import User
from guides.models import Role
from interviews.actions.drafting import Draft
from interviews.actions.giving import give
from interviews.actions.repeating import repeat, repeat_before
from interviews.actions.retrying import try_again
from interviews.actions.starting import begin_with
from interviews.actions.telling import keep_story
from interviews.models import Answer, Interview, PracticeSession, Question, Rating, Story
from interviews.stories import parts_of

_TEXTS: Final = Path(__file__).parent / "demo_interview"
_ERROR, _WAIT = "pt-caught-an-error", "pt-upset-wait"
_TEN: Final = time(10)


def write_interviews(seeker: User, role: Role, *, now: datetime) -> None:
    """Yesterday's practice, and the interview it was for; nothing is practised where the bank is not loaded."""
    _plan(seeker, role, now)
    bank = {question.slug: question for question in Question.objects.bank().filter(slug__in=[_ERROR, _WAIT])}
    if len(bank) == len({_ERROR, _WAIT}):
        _practise(seeker, role, [bank[_ERROR], bank[_WAIT]], at=now - timedelta(days=1))
    repeat_before(seeker, now=now)


def _plan(seeker: User, role: Role, now: datetime) -> None:
    day = now.astimezone(seeker.zone).date() + timedelta(days=3)
    Interview.objects.create(
        owner=seeker,
        employer="Sample Pharmacy (made up for the demonstration)",
        job_title="Pharmacy technician trainee",
        role=role,
        starts_at=datetime.combine(day, _TEN, seeker.zone),
        travel_minutes=25,
        place="100 Sample Street, Columbus, OH",
        people="Pat Sample",
    )


def _practise(seeker: User, role: Role, questions: list[Question], *, at: datetime) -> None:
    begun = PracticeSession(occasion=PracticeSession.Occasion.ROLE, role=role, started_at=at)
    error, wait = begin_with(begun, questions, owner=seeker).answers.order_by("position")
    first = give(error, Draft(_read("error_first")), now=at + timedelta(minutes=4))
    _rate(first, (4, 3, 3, 2, 3), at=at + timedelta(minutes=5))
    second = try_again(first, text=_read("error_second"), now=at + timedelta(minutes=12))
    _rate(second, (5, 5, 4, 4, 4), at=at + timedelta(minutes=13))
    _rate(
        give(wait, Draft(_read("wait")), now=at + timedelta(minutes=20)), (4, 4, 4, 3, 3), at=at + timedelta(minutes=21)
    )
    story = Story(owner=seeker, **parts_of(second) | {"title": "Two bags on one hook"})
    keep_story(story, error.question.competencies.all() if error.question else [], told_in=second)
    for question in questions:
        repeat(question, owner=seeker, now=at)


def _rate(answer: Answer, steps: tuple[int, ...], *, at: datetime) -> None:
    values = dict(zip(Rating.DIMENSIONS, steps, strict=True))
    Rating.objects.create(answer=answer, rater=Rating.Rater.SELF, author=answer.session.owner, made_at=at, **values)


def _read(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text().strip()
