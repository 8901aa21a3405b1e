"""Goals of the week: what counts, how it is said, and whose they are."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from plans.actions import begin_first_pair, did, undid
from plans.models import MOST_WEEKLY_GOALS, Doing, WeeklyGoal, WeeklyTick
from plans.week import Week, weekly_rows
from tests.factories import make_user

pytestmark = pytest.mark.django_db

MONDAY = date(2027, 1, 11)
LIST = "/my/plan/"


def make_weekly(owner: User, **fields: object) -> WeeklyGoal:
    """A weekly goal."""
    return WeeklyGoal.objects.create(**{"owner": owner, "title": "Apply", "begun_on": MONDAY, **fields})


@pytest.mark.parametrize(("ahead", "left"), [(0, 7), (5, 2), (6, 1)])
def test_the_week_begins_on_monday(ahead, left):
    week = Week(MONDAY + timedelta(days=ahead))

    assert (week.first, week.last, week.days_left) == (MONDAY, date(2027, 1, 17), left)


def test_deeds_of_the_week_and_marks_by_hand_count(seeker):
    goal = make_weekly(seeker, doing=Doing.APPLIED, times=3)
    for key, days in (("before", -1), ("first", 0), ("last", 6), ("after", 7)):
        did(seeker, Doing.APPLIED, key, on=MONDAY + timedelta(days=days))
        goal.ticks.create(on=MONDAY + timedelta(days=days))
    did(make_user(), Doing.APPLIED, "another's", on=MONDAY)
    did(seeker, Doing.IN_TOUCH, "another kind", on=MONDAY)

    (full,) = weekly_rows(seeker, Week(MONDAY))
    undid(seeker, Doing.APPLIED, "first")
    undid(seeker, Doing.APPLIED, "last")
    (less,) = weekly_rows(seeker, Week(MONDAY))

    assert [(row.count, row.is_reached) for row in (full, less)] == [(4, True), (2, False)]


def test_the_suggested_pair_is_begun_once(as_seeker, seeker):
    assert "Begin with this pair" in as_seeker.get(LIST).content.decode()

    for _time in range(2):
        as_seeker.post("/my/plan/weekly/begin/")

    assert WeeklyGoal.objects.owned_by(seeker).count() == 2
    assert not begin_first_pair(seeker, on=MONDAY)
    assert "0 of 3" in as_seeker.get("/my/").content.decode()


def test_a_fifth_is_refused_with_its_words_kept(as_seeker, seeker):
    fields = {"title": "Learn", "times": 1, "doing": "", "quality": ""}

    answers = [as_seeker.post("/my/plan/weekly/add/", fields) for _time in range(MOST_WEEKLY_GOALS + 1)]

    assert [answer.status_code for answer in answers] == [302] * 4 + [200]
    assert "End one first" in answers[-1].content.decode()
    assert answers[-1].context["form"]["title"].value() == "Learn"


@pytest.mark.parametrize("fields", [{"title": "", "times": 1}, {"title": "a", "times": 0}, {"title": "a", "times": 51}])
def test_what_cannot_be_is_refused(as_seeker, fields):
    assert as_seeker.post("/my/plan/weekly/add/", fields).context["form"].errors
    assert not WeeklyGoal.objects.exists()


def test_counted_by_hand_undone_and_ended(as_seeker, seeker):
    goal = make_weekly(seeker, times=1)

    as_seeker.post(reverse("plans:weekly_tick", args=[goal.pk]), {"note": "Called the lab"})
    page = as_seeker.get(LIST).content.decode()
    tick = WeeklyTick.objects.get()
    as_seeker.post(reverse("plans:weekly_untick", args=[tick.pk]))
    as_seeker.post(reverse("plans:weekly_end", args=[goal.pk]))

    goal.refresh_from_db()
    assert "Called the lab" in page
    assert "1 of 1, reached" in page
    assert (WeeklyTick.objects.count(), goal.ended_on) == (0, timezone.localdate())


def test_another_person_s_are_not_there(as_seeker):
    goal = make_weekly(make_user())
    tick = goal.ticks.create(on=MONDAY)

    for name, pk in (("edit", goal.pk), ("end", goal.pk), ("tick", goal.pk), ("untick", tick.pk)):
        assert as_seeker.post(reverse(f"plans:weekly_{name}", args=[pk]), {"note": "x"}).status_code == 404
