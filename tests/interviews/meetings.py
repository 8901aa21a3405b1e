"""Real interviews for tests: each function fills in what the test is not about."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from interviews.models import Debrief, Interview, NoteToEmployer, Question
from jobsearch.models import Application, Posting
from tests.factories import make_user

_number = count(1)
# A Tuesday, ten in the morning in New York.
TEN = datetime(2027, 3, 2, 15, tzinfo=UTC)


def make_interview(**fields: Any) -> Interview:
    """One in a week, at the employer's place, unless said otherwise."""
    fields.setdefault("employer", "Hill Pharmacy")
    fields.setdefault("starts_at", timezone.now() + timedelta(days=7))
    return Interview.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)


def make_past_interview(*, hours: int = 1, **fields: Any) -> Interview:
    """One that ended so many hours ago."""
    minutes = fields.setdefault("minutes", 45)
    return make_interview(starts_at=timezone.now() - timedelta(hours=hours, minutes=minutes), **fields)


def make_debrief(interview: Interview, **fields: Any) -> Debrief:
    """Written down, so that the interview took place."""
    interview.state = Interview.State.DONE
    interview.save()
    fields.setdefault("made_at", timezone.now())
    return Debrief.objects.create(interview=interview, **fields)


def make_note(interview: Interview, **fields: Any) -> NoteToEmployer:
    """A note of thanks without a gap."""
    parts = {
        "to": f"Ms. Ortiz {next(_number)}",
        "point": f"how the night shift hands over open orders, part {next(_number)}",
        "tie": "two years of closing shifts in a busy store, where the sheet for the morning was mine",
        "signed": "Sam Seeker",
    }
    return NoteToEmployer.objects.create(interview=interview, **(parts | fields))


def make_bank_question(**fields: Any) -> Question:
    number = next(_number)
    fields.setdefault("slug", f"bank-{number}")
    fields.setdefault("kind", Question.Kind.BEHAVIOURAL)
    fields.setdefault("text", f"Tell me about a time when you handled case {number}.")
    return Question.objects.create(**fields)


def make_application(owner: Any, **fields: Any) -> Application:
    """A saved ad with its application."""
    fields = {"title": "Pharmacy technician", "employer": "Hill Pharmacy", "place": "Akron, OH", "text": "…", **fields}
    return Application.objects.create(owner=owner, posting=Posting.objects.create(owner=owner, **fields))
