"""Keep an interview, begin a round from the one before, tick things off, put questions in order."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from interviews.models import Interview, PreparationItem, QuestionToAsk, Worksheet
from interviews.preparing.research import FIELDS
from interviews.preparing.usual import by_key
from jobsearch import actions
from jobsearch.models import Application

# Silence ends with an invitation.
_BEFORE = (
    *Application.BEFORE_APPLYING,
    Application.Stage.APPLIED,
    Application.Stage.SCREENING,
    Application.Stage.QUIET,
)


@transaction.atomic
def keep_interview(interview: Interview, *, today: date) -> bool:
    """Keep it; whether its application came to the stage of interviews by it. Moving on stays with the person."""
    interview.save()
    application = interview.application
    if application is None or interview.is_cancelled or application.stage not in _BEFORE:
        return False
    day = interview.starts_at.astimezone(interview.owner.zone).date() if interview.starts_at else today
    # One that is written down afterwards came to that stage on its day, and never before what the log has.
    on = max(min(day, today), application.last_on or day)
    actions.move(application, Application.Stage.INTERVIEW, on=min(on, today), note=_("An interview was written down."))
    return True


@transaction.atomic
def begin_round(interview: Interview, *, after: Interview, today: date) -> bool:
    """Keep a next round, with what was found out and what was not asked yet; whether its application moved."""
    has_moved = keep_interview(interview, today=today)
    known = Worksheet.objects.filter(interview=after).first()
    if known:
        Worksheet.objects.create(interview=interview, **model_to_dict(known, fields=FIELDS))
    QuestionToAsk.objects.bulk_create(
        QuestionToAsk(interview=interview, text=question.text, position=place)
        for place, question in enumerate(after.to_ask.filter(heard=""))
    )
    return has_moved


def keep_research(interview: Interview, found: dict[str, str]) -> None:
    """Keep these fields of the worksheet, and leave the others alone: two may be sent in the same moment."""
    if found:
        Worksheet.objects.update_or_create(interview=interview, defaults=found)


def tick(interview: Interview, key: str, *, done: bool, at: datetime) -> None:
    """A usual thing is seen to, or not after all; its row is made with the first tick."""
    usual = by_key(key)
    if usual is None:
        return
    moment = at if done else None
    PreparationItem.objects.update_or_create(
        interview=interview,
        key=key,
        defaults={"done_at": moment},
        create_defaults={"done_at": moment, "text": usual.text},
    )


def add_to_ask(interview: Interview, text: str) -> None:
    """Put a question at the end of the list, once."""
    QuestionToAsk.objects.get_or_create(interview=interview, text=text, defaults={"position": next_place(interview)})


def next_place(interview: Interview) -> int:
    """The place after the last question."""
    last: int | None = interview.to_ask.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def move(question: QuestionToAsk, *, up: bool) -> None:
    """One place up or down; at the end of the list nothing happens."""
    rows = [*QuestionToAsk.objects.filter(interview=question.interview_id).select_for_update()]
    place = rows.index(question)
    other = place + (-1 if up else 1)
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for position, row in enumerate(rows):
        row.position = position
    QuestionToAsk.objects.bulk_update(rows, ["position"])
