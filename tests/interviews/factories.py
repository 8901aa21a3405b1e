"""Rows of interviews for tests: each function fills in what the test is not about."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from accounts.models import User
from interviews.models import (
    Answer,
    Competency,
    Feedback,
    Interview,
    PracticeSession,
    Question,
    QuestionCard,
    QuestionCompetency,
    Story,
)
from tests.factories import make_user

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
_number = count(1)


def make_competency(slug: str = "accuracy", **fields: Any) -> Competency:
    """The competency of that name, made once."""
    defaults = {"name": slug.capitalize(), "description": "Getting it right.", **fields}
    return Competency.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_question(*, about: tuple[str, ...] = (), **fields: Any) -> Question:
    """A question of the bank about these competencies, the main one first."""
    number = next(_number)
    defaults = {"slug": f"question-{number}", "kind": "behavioural", "text": f"Tell me about time {number}."}
    question = Question.objects.create(**defaults | fields)
    QuestionCompetency.objects.bulk_create(
        QuestionCompetency(question=question, competency=make_competency(slug), position=position)
        for position, slug in enumerate(about)
    )
    return question


def make_session(owner: User | None = None, **fields: Any) -> PracticeSession:
    defaults = {"owner": owner or make_user(), "occasion": "quick", "started_at": NOON}
    return PracticeSession.objects.create(**defaults | fields)


def make_answer(owner: User | None = None, **fields: Any) -> Answer:
    """A draft, in a session of its own unless one is given."""
    fields.setdefault("session", None)
    fields["session"] = fields["session"] or make_session(owner)
    if "question" not in fields:
        fields["question"] = make_question()
    question = fields["question"]
    defaults = {
        "asked": question.text if question else "Why us?",
        "kind": question.kind if question else "motivation",
        "position": 1,
    }
    return Answer.objects.create(**defaults | fields)


def make_given(
    owner: User | None = None, *, badge: str = "draft", next_step: str = "add_result", **fields: Any
) -> Answer:
    """An answer that was handed in, with its feedback, which its speaker went on to without a rating."""
    defaults = {"text": "I counted again.", "given_at": NOON, "unrated_at": NOON}
    answer = make_answer(owner, **defaults | fields)
    quality = {"draft": 2, "getting-there": 3, "interview-ready": 4}[badge]
    Feedback.objects.create(answer=answer, engine="1", result={}, badge=badge, quality=quality, next_step=next_step)
    return answer


def make_story(owner: User | None = None, *, shows: tuple[str, ...] = (), **fields: Any) -> Story:
    defaults = {"owner": owner or make_user(), "title": f"Story {next(_number)}", "action": "I called the doctor."}
    story = Story.objects.create(**defaults | fields)
    story.competencies.set([make_competency(slug) for slug in shows])
    return story


def make_interview(owner: User | None = None, **fields: Any) -> Interview:
    """One that is to take place, without a day yet."""
    return Interview.objects.create(**{"owner": owner or make_user(), "employer": "Corner Drug"} | fields)


def make_question_card(owner: User, **fields: Any) -> QuestionCard:
    defaults = {"question": fields.pop("question", None) or make_question(), "due_at": NOON}
    return QuestionCard.objects.create(owner=owner, **defaults | fields)
