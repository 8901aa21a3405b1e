"""An exam with questions, for tests of practice."""

from decimal import Decimal

from django.utils import timezone

from certifications.models import PracticeQuestion, PracticeSession
from guides.models import Credential
from tests.factories import make_credential, make_outline, make_practice_question

RIGHT, WRONG = "1", "0"


def make_exam_bank(*, first: int = 6, second: int = 4, items: int = 10, minutes: int | None = 20) -> Credential:
    """An exam of two parts, 60 and 40 per cent, with that many questions on each."""
    credential = make_credential(slug="helper-exam", name="Certified Helper")
    make_outline(
        credential=credential, domains=[("Safety", Decimal(60)), ("Law", Decimal(40))], items=items, minutes=minutes
    )
    for domain, number in (("safety", first), ("law", second)):
        for _ in range(number):
            make_practice_question(places=[(credential, domain)])
    return credential


def make_round(owner, credential: Credential, *, number: int | None = None, **fields) -> PracticeSession:
    """A round with questions of the exam, in the order of their slugs."""
    session = PracticeSession.objects.create(
        owner=owner, credential=credential, **({"started_at": timezone.now()} | fields)
    )
    questions = PracticeQuestion.objects.of_credential(credential).prefetch_related("places")
    for position, question in enumerate(questions[:number], start=1):
        session.attempts.create(question=question, position=position, domain=question.places.all()[0].domain)
    return session
