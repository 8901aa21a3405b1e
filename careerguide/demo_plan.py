"""The plan of the demonstration's seeker: a goal under way, goals of the week, and what was reached."""

from datetime import date, timedelta
from typing import Final

from accounts.models import User
from guides.models import Resource, Role
from jobsearch.models import SearchActivity
from plans.actions import begin_first_pair, put_place, use_template
from plans.models import Achievement, Doing, Goal, PlanTemplate, Step
from plans.places import Where

# The step, its place, by how many days from today, and for those done already: how many days ago.
_STEPS: Final = (
    ("Finish the training course", "my-ce", -30, 33),
    ("Choose a day for the exam", "my-certifications", -10, 12),
    ("Take two practice tests", "study", 12, None),
    ("Sit the exam", "my-certifications", 30, None),
)

_READY: Final = "retail-to-hospital"
# Places to go that became steps.
_LOOKED_UP: Final = ("aapt", "board-of-pharmacy-oh")


def write_plan(seeker: User, role: Role, *, today: date) -> None:
    """What a plan looks like after three months."""
    where = Where.of(role)
    goal = Goal.objects.create(owner=seeker, title="Become certified", due_on=today + timedelta(days=30))
    for position, (title, place, due_in, done_ago) in enumerate(_STEPS):
        Step.objects.create(
            goal=goal,
            title=title,
            link=where.url(place),
            due_on=today + timedelta(days=due_in),
            done_on=None if done_ago is None else today - timedelta(days=done_ago),
            position=position,
            **_counted(title, today),
        )
    _take_ready_plan(seeker, where, today)
    for looked_up in Resource.objects.filter(key__in=_LOOKED_UP):
        put_place(seeker, looked_up)
    begin_first_pair(seeker, on=today - timedelta(days=60))
    _reach(seeker, today)
    SearchActivity.objects.create(
        owner=seeker,
        on=today - timedelta(days=40),
        kind=SearchActivity.Kind.CENTER,
        employer="Sample City career center",
        whom="Front desk",
        result="Signed up for the workshop on interviews",
    )


def _take_ready_plan(seeker: User, where: Where, today: date) -> None:
    """A plan of the job, begun three weeks ago on a Monday, with what was done since ticked off."""
    template = PlanTemplate.objects.published().filter(slug=_READY).first()
    if template is None:
        return
    starts_on = today - timedelta(days=21 + today.weekday())
    goal = use_template(seeker, template, where, starts_on=starts_on, today=today)
    if goal:
        by_hand = goal.steps.filter(doing="", due_on__lt=today)
        for step in by_hand:
            step.finish(on=step.due_on or today)


def _counted(title: str, today: date) -> dict[str, object]:
    """The practice tests are seen by the app."""
    if title != "Take two practice tests":
        return {}
    return {"doing": Doing.EXAM_PRACTICED, "times": 2, "counts_from": today - timedelta(days=12)}


def _reach(seeker: User, today: date) -> None:
    Achievement.objects.create(
        owner=seeker,
        on=today - timedelta(days=21),
        kind=Achievement.Kind.PRAISE,
        title="My manager asked me to train the new colleague at the counter",
        text="Showed her the till and the returns in two shifts; she worked alone on the third.",
        to_thank="My shift manager",
        seen_on=today,
    )
