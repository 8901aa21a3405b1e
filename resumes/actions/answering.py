"""What a writer says to a finding."""

from resumes.models import Document, FindingAnswer


def answer_finding(document: Document, *, key: str, answer: str) -> FindingAnswer:
    """Remember it for this version and later ones; the last word counts."""
    kept, _made = FindingAnswer.objects.update_or_create(document=document, key=key, defaults={"answer": answer})
    return kept


def take_answer_back(document: Document, *, key: str) -> None:
    """The finding stands again."""
    FindingAnswer.objects.filter(document=document, key=key).delete()
