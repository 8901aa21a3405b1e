"""The questions that a person's session may ask, as the choice needs them."""

from django.db.models import Max, Prefetch
from django.db.models.functions import Coalesce

from accounts.models import User
from guides.models import Role
from interviews.choosing import Candidate
from interviews.models import Answer, Question, QuestionCompetency


def candidates_for(user: User, role: Role | None) -> list[Candidate]:
    """The bank's general ones and those of the role, and the person's own, each with when it was last practised."""
    answered = Answer.objects.owned_by(user).exclude(question=None).order_by().values("question_id")
    last = dict(answered.annotate(at=Max(Coalesce("given_at", "skipped_at"))).values_list("question_id", "at"))
    places = QuestionCompetency.objects.select_related("competency").order_by("position", "pk")
    questions = Question.objects.open_to(user).for_role(role).prefetch_related(Prefetch("places", places))
    return [
        Candidate(
            one.pk,
            one.kind,
            tuple(place.competency.slug for place in one.places.all()),
            is_of_role=one.role_id is not None,
            is_own=one.owner_id is not None,
            length=len(one.text),
            practised_at=last.get(one.pk),
        )
        for one in questions
    ]
