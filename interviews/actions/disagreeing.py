"""A person says that a note is not true; it is kept, so that editors see what misled the program."""

from interviews.models import Answer, Disagreement


def disagree(answer: Answer, *, code: str, quote: str) -> None:
    """Set the note aside; saying so twice changes nothing."""
    Disagreement.objects.get_or_create(
        answer=answer, code=code, quote=quote, defaults={"engine": answer.feedback.engine}
    )


def take_back(answer: Answer, *, code: str, quote: str) -> None:
    """The note stands again."""
    Disagreement.objects.filter(answer=answer, code=code, quote=quote).delete()
