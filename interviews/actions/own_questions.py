"""A person's own questions."""

import secrets
from collections.abc import Sequence

from django.db import transaction

from interviews.models import Competency, Question, QuestionCompetency


@transaction.atomic
def keep_question(question: Question, about: Sequence[Competency]) -> Question:
    """Save it with what it asks about, the first thing first."""
    # Nobody reads it: a person's own question is found by its number.
    question.slug = question.slug or f"own-{secrets.token_hex(12)}"
    question.save()
    question.places.all().delete()
    QuestionCompetency.objects.bulk_create(
        QuestionCompetency(question=question, competency=one, position=position) for position, one in enumerate(about)
    )
    return question
