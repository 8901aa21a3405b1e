"""Ask the engine about an answer, and keep what it says."""

from collections.abc import Sequence
from typing import cast

from guides.models import Role
from guides.role_terms import one_a_line
from interviews.feedback import result
from interviews.feedback.carrying import to_plain
from interviews.feedback.coaching import coach
from interviews.feedback.skeletons import SKELETONS
from interviews.models import Answer, Competency, Feedback, Question


def listen(answer: Answer, text: str, *, duration_s: int | None = None) -> result.Feedback:
    """What the engine says about these words as an answer to the question, for the role of the session."""
    return coach(
        _asked(answer),
        text,
        duration_s=duration_s,
        competencies=[result.Competency(one.slug, one.name, tuple(one.prototypes)) for one in Competency.objects.all()],
        terms=_terms(answer.session.role),
    )


def keep_feedback(answer: Answer, heard: result.Feedback) -> Feedback:
    """Keep it with the answer; what an older engine said is replaced."""
    values = {
        "engine": heard.engine,
        "result": to_plain(heard),
        "badge": heard.badge,
        "quality": heard.quality,
        "next_step": heard.advice[0].code,
    }
    return Feedback.objects.update_or_create(answer=answer, defaults=values)[0]


def _asked(answer: Answer) -> result.Question:
    """The question as it was asked; what it is after comes from the bank, where it still stands there."""
    question: Question | None = answer.question
    kind = cast("result.Kind", answer.kind) if answer.kind in SKELETONS else None
    if question is None:
        return result.Question(answer.asked, kind)
    places = question.places.select_related("competency").order_by("position", "pk")
    slugs = tuple(place.competency.slug for place in places)
    return result.Question(answer.asked, kind, tuple(question.cue_phrases), slugs)


def _terms(role: Role | None) -> Sequence[result.Term]:
    return [result.Term(term.name, one_a_line(term.also)) for term in role.terms.all()] if role else []
