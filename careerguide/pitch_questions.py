"""An introduction as a question of one's own: someone asks for it, in the interview room."""

from django.utils.translation import gettext as _

from guides.models import Role
from interviews.actions.own_questions import keep_question
from interviews.models import Question
from jobsearch.actions.pitches import checked_pitch
from jobsearch.models import Pitch

_LONGEST_TIP = 800


def ask_for(pitch: Pitch, *, role: Role | None) -> Question:
    """The question that asks for it, made once and brought up to date with the wording."""
    slug, check = f"introduction-{pitch.pk}", checked_pitch(pitch)
    known = Question.objects.owned_by(pitch.owner).filter(slug=slug).first()
    question = known or Question(owner=pitch.owner, slug=slug, kind=Question.Kind.ABOUT_YOU, role=role)
    question.text = _(check.audience.opening)
    question.looking_for = f"{_(check.audience.purpose)} {_(check.audience.tone)}"
    question.tip = (_("What you wrote: %(text)s") % {"text": check.text})[:_LONGEST_TIP]
    return keep_question(question, [])
