"""After an interview: how it went, the notes, and the steps on the plan that go with them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from interviews.actions.asking import keep_asked
from interviews.actions.keeping import goal_key
from interviews.models import Debrief, Interview, NoteToEmployer
from interviews.models.interview import MOST_FOLLOW_UPS, SILENT
from interviews.preparing.silence import first_follow_up_on
from plans.actions import did, finish_step, put_goal, put_step, reach_goal, undid
from plans.models import Doing, Goal, Step

# A step has room for a name of this length and a few words.
_LONGEST = 120
# The one step for thanks where nobody wrote down whom they met.
_THANKS = "thanks"


@transaction.atomic
def write_debrief(debrief: Debrief, *, people: str, asked: Sequence[str]) -> None:
    """Keep how it went: it took place, its questions can be practiced, thanks and follow-up are on the plan."""
    interview = debrief.interview
    # Sent twice in one moment it stays one debrief.
    Interview.objects.select_for_update(of=("self",)).get(pk=interview.pk)
    if debrief._state.adding:
        debrief.pk = Debrief.objects.filter(interview=interview).values_list("pk", flat=True).first()
        debrief._state.adding = debrief.pk is None
    debrief.save()
    interview.state, interview.people = Interview.State.DONE, people
    interview.save(update_fields=["state", "people"])
    keep_asked(interview, asked)
    known = {note.to.lower() for note in interview.employer_notes.thanks()}
    for name in interview.people_names:
        if name.lower() not in known:
            begin_note(NoteToEmployer(interview=interview, to=name[:80]))
    _put_on_plan(interview, debrief)
    if interview.starts_at:
        on, title = interview.starts_at.astimezone(interview.owner.zone).date(), interview.employer
        did(interview.owner, Doing.INTERVIEW_HELD, f"interview:{interview.pk}", on=on, title=title)


def begin_note(note: NoteToEmployer) -> NoteToEmployer:
    """Keep a new note, signed with the writer's name as far as it is known."""
    note.signed = note.signed or note.interview.owner.name
    note.save()
    goal = Goal.objects.owned_by(note.interview.owner).filter(key=goal_key(note.interview)).first()
    if goal and note.is_thanks and not goal.steps.filter(key=_THANKS).exists():
        _put_thanks(goal, note)
    return note


@transaction.atomic
def send(note: NoteToEmployer, *, body: str, at: datetime) -> None:
    """The writer sent it: its step is done, and after a first follow-up the second is on the plan."""
    if note.is_sent:
        return
    note.mark_sent(body=body, at=at)
    interview, on = note.interview, at.astimezone(note.interview.owner.zone).date()
    did(interview.owner, _doing(note), f"note:{note.pk}", on=on, title=note.to or interview.employer)
    if note.is_thanks:
        for key in (_THANKS, _key(note)):
            finish_step(interview.owner, goal_key=goal_key(interview), key=key, on=on)
        return
    sent = interview.employer_notes.follow_ups().sent().count()
    finish_step(interview.owner, goal_key=goal_key(interview), key=_follow_up_key(sent), on=on)
    goal = Goal.objects.owned_by(interview.owner).filter(key=goal_key(interview)).first()
    if goal and sent < MOST_FOLLOW_UPS:
        _put_follow_up(goal, interview, number=sent + 1, on=on + SILENT)


@transaction.atomic
def take_back(note: NoteToEmployer) -> None:
    """It did not go out after all; its step is open again."""
    note.mark_unsent()
    undid(note.interview.owner, _doing(note), f"note:{note.pk}")
    keys = [_key(note)] if note.is_thanks else [_follow_up_key(1), _follow_up_key(2)]
    steps = Step.objects.owned_by(note.interview.owner).filter(goal__key=goal_key(note.interview), key__in=keys)
    steps.update(done_on=None)


@transaction.atomic
def drop_note(note: NoteToEmployer) -> None:
    """Delete a note, and its step unless that is done."""
    steps = Step.objects.owned_by(note.interview.owner).filter(goal__key=goal_key(note.interview), key=_key(note))
    steps.open().delete()
    steps.update(link="")
    note.delete()


@transaction.atomic
def hear(debrief: Debrief, *, on: date) -> None:
    """They got in touch: nothing is to be followed up any more."""
    debrief.heard_on = on
    debrief.save(update_fields=["heard_on"])
    interview, keys = debrief.interview, [_follow_up_key(1), _follow_up_key(2)]
    reach_goal(interview.owner, goal_key=goal_key(interview), keys=keys, on=on)


def _put_on_plan(interview: Interview, debrief: Debrief) -> None:
    title = _("Interview at %(employer)s") % {"employer": interview.employer[:_LONGEST]}
    goal = put_goal(interview.owner, key=goal_key(interview), title=title, link=interview.get_absolute_url())
    notes = [*interview.employer_notes.thanks()]
    for note in notes:
        _put_thanks(goal, note)
    if not notes:
        words = _("Thank-you note to %(whom)s") % {"whom": interview.employer[:_LONGEST]}
        place = reverse("interviews:thanks", args=[interview.pk])
        put_step(goal, key=_THANKS, title=words, due_on=_thank_on(interview), link=place)
    on = first_follow_up_on(interview, debrief, zone=interview.owner.zone)
    if debrief.heard_on is None and on:
        _put_follow_up(goal, interview, number=1, on=on)


def _put_thanks(goal: Goal, note: NoteToEmployer) -> None:
    words = _("Thank-you note to %(whom)s") % {"whom": note.to}
    on = _thank_on(note.interview)
    step = put_step(goal, key=_key(note), title=words, due_on=on, link=note.get_absolute_url())
    if note.sent_at and step.done_on is None:
        step.finish(on=note.sent_at.astimezone(note.interview.owner.zone).date())


def _put_follow_up(goal: Goal, interview: Interview, *, number: int, on: date) -> None:
    words = _("Follow up with %(employer)s") % {"employer": interview.employer[:_LONGEST]}
    place = reverse("interviews:follow_up", args=[interview.pk])
    put_step(goal, key=_follow_up_key(number), title=words, due_on=on, link=place)


def _thank_on(interview: Interview) -> date | None:
    """The day on which a note should be out, where the writer lives."""
    return interview.thank_by and interview.thank_by.astimezone(interview.owner.zone).date()


def _doing(note: NoteToEmployer) -> Doing:
    return Doing.THANKS_SENT if note.is_thanks else Doing.FOLLOWED_UP


def _key(note: NoteToEmployer) -> str:
    return f"note-{note.pk}"


def _follow_up_key(number: int) -> str:
    return f"follow-up-{number}"
