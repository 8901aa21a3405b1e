"""What was asked in an interview goes into the person's questions, once."""

import secrets
from collections.abc import Iterable

from django.db import transaction

from interviews.feedback.kinds import kind_of
from interviews.models import AskedQuestion, Interview, Question
from interviews.preparing.wording import closest


@transaction.atomic
def keep_asked(interview: Interview, texts: Iterable[str]) -> list[AskedQuestion]:
    """Each leads to the question that asks the same, of the bank or one's own; where there is none, to a new one."""
    mine = Question.objects.open_to(interview.owner).for_role(interview.role)
    known = [(question, question.text) for question in mine | Question.objects.owned_by(interview.owner)]
    place = interview.asked.count()
    kept = []
    for text in texts:
        question = closest(text, known)
        if question is None:
            question = _own(interview, text)
            known.append((question, text))
        asked, is_new = AskedQuestion.objects.get_or_create(
            interview=interview, question=question, defaults={"text": text, "position": place}
        )
        place += is_new
        kept.append(asked)
    return kept


@transaction.atomic
def keep_as_own(asked: AskedQuestion) -> None:
    """It asks something else than the question of the bank that it led to: from now on it leads to one's own."""
    if asked.question.owner_id is None:
        asked.question = _own(asked.interview, asked.text)
        asked.save(update_fields=["question"])


def _own(interview: Interview, text: str) -> Question:
    question = Question(
        slug=f"own-{interview.owner_id}-{secrets.token_hex(6)}",
        kind=kind_of(text) or Question.Kind.BEHAVIOURAL,
        text=text,
        role=interview.role,
        owner=interview.owner,
    )
    # The history is for editors; nobody else sees a person's own questions.
    question.skip_history_when_saving = True  # type: ignore[attr-defined]
    question.save()
    return question
