"""What is done to a held credential in several rows at once."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.actions.files import remove_files
from certifications.models import EvidenceFile, ExamAppointment, HeldCredential
from guides.models import TargetRole
from plans.actions import did, finish_step, leave_to_owner, put_goal, put_step, reach_goal, undid
from plans.models import Doing, Goal

# A goal has room for a name of this length and a few words.
_LONGEST = 140
_BEFORE_EXAM = {HeldCredential.Stage.CONSIDERING, HeldCredential.Stage.PREPARING}
_NOT_YET = {*_BEFORE_EXAM, HeldCredential.Stage.APPLIED}
# The steps of the goal.
_TO_EARN = {"rule", "eligible", "book", "study", "pass", "record"}


@transaction.atomic
def let_go(held: HeldCredential) -> None:
    """Delete a credential with its exams, links, cycles and files. CE credits and the goal stay with their person."""
    remove_files(EvidenceFile.objects.filter(held=held))
    gone = [held.get_absolute_url(), reverse("study:plan", args=[held.pk])]
    leave_to_owner(held.holder, goal_key=_goal_key(held), gone=gone)
    held.delete()


@transaction.atomic
def book_exam(exam: ExamAppointment, *, today: date) -> ExamAppointment:
    """Keep an exam's day; who was only preparing has now booked it, and its step on the plan is done."""
    exam.save()
    finish_step(exam.held.holder, goal_key=_goal_key(exam.held), key="book", on=today)
    if exam.held.stage in _BEFORE_EXAM:
        exam.held.move_to(HeldCredential.Stage.APPLIED)
    return exam


@transaction.atomic
def reach(held: HeldCredential, *, on: date) -> None:
    """Whoever holds a credential has reached the goal of earning it, but for what is not written down yet."""
    key = f"held:{held.pk}"
    if held.stage in _NOT_YET:
        undid(held.holder, Doing.CREDENTIAL_EARNED, key)
    if held.is_held:
        did(held.holder, Doing.CREDENTIAL_EARNED, key, on=held.earned_on or on, title=held.title)
        known = _TO_EARN if held.expires_on or held.number else _TO_EARN - {"record"}
        reach_goal(held.holder, goal_key=_goal_key(held), keys=known, on=on)


@transaction.atomic
def put_on_plan(held: HeldCredential) -> Goal:
    """A goal for the credential with the usual steps, each leading to its place; asking again changes nothing."""
    place = held.get_absolute_url()
    title = _("Earn %(name)s") % {"name": held.title[:_LONGEST]}
    goal = put_goal(held.holder, key=_goal_key(held), title=title, link=place)
    for key, title, link in _steps(held, place):
        put_step(goal, key=key, title=title, link=link)
    return goal


def _goal_key(held: HeldCredential) -> str:
    return f"held:{held.pk}"


def _steps(held: HeldCredential, place: str) -> list[tuple[str, str, str]]:
    """Key, words and place of each step, in their order."""
    catalogue = reverse("certifications:detail", args=[held.credential.slug]) if held.credential else place
    return [
        ("rule", _("Read what my state asks"), _rule_place(held)),
        ("eligible", _("Check that I may apply"), catalogue),
        ("book", _("Book the exam"), reverse("held:exam_add", args=[held.pk])),
        ("study", _("Study for it, week by week"), reverse("study:plan", args=[held.pk])),
        ("pass", _("Pass the exam"), place),
        ("record", _("Write down the number and the last day"), reverse("held:edit", args=[held.pk])),
    ]


def _rule_place(held: HeldCredential) -> str:
    """Where the rule of the person's state stands, as near as we know."""
    if held.role and held.state_id:
        return reverse("guides:state", args=[held.role.slug, held.state_id])
    target = TargetRole.objects.owned_by(held.holder).select_related("role").first()
    if target and target.state_id:
        return reverse("guides:state", args=[target.role.slug, target.state_id])
    role = held.credential.roles.first() if held.credential else None
    return reverse("guides:states", args=[role.slug]) if role else reverse("guides:list")
