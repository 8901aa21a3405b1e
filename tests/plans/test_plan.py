"""A person's plan: goals and steps of their own, and those that other parts of the app put there."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from plans.actions import did, finish_step, put_goal, put_step
from plans.models import Doing, Goal, Step
from tests.factories import make_goal, make_plan_step

pytestmark = pytest.mark.django_db

LIST = "/my/plan/"


# ---- one's own


def test_an_empty_plan_teaches_how_to_begin(as_seeker):
    page = as_seeker.get(LIST).content.decode()

    assert "Start with one thing you want to reach" in page
    assert "/my/plan/add/" in page


def test_a_goal_is_added_and_its_first_step_asked_for(as_seeker, seeker):
    answer = as_seeker.post("/my/plan/add/", {"title": "Pass the exam", "due_on": "2027-01-12"})

    goal = Goal.objects.get()
    assert answer.url == f"/my/plan/{goal.pk}/steps/add/"
    assert (goal.owner, goal.title, goal.due_on, goal.key) == (seeker, "Pass the exam", date(2027, 1, 12), "")


def test_steps_stand_in_the_order_in_which_they_were_added(as_seeker, seeker):
    goal = make_goal(owner=seeker)

    for title in ("First", "Second", "Third"):
        as_seeker.post(f"/my/plan/{goal.pk}/steps/add/", {"title": title})

    assert list(goal.steps.values_list("title", flat=True)) == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"title": ""}, "title", "Write what"),
        ({"title": "   "}, "title", "Write what"),
        ({"title": "x" * 201}, "title", "Ensure this value has at most"),
        ({"title": "Fine", "due_on": "1800-01-01"}, "due_on", "Write a day from 1 January 1950"),
        ({"title": "Fine", "due_on": "9999-12-31"}, "due_on", "Write a day from 1 January 1950"),
        ({"title": "Fine", "due_on": "next week"}, "due_on", "Write a whole date, such as"),
    ],
)
@pytest.mark.parametrize("place", ["goal", "step"])
def test_what_cannot_be_is_told_and_nothing_is_saved(as_seeker, seeker, place, fields, name, words):
    goal = make_goal(owner=seeker)
    address = "/my/plan/add/" if place == "goal" else f"/my/plan/{goal.pk}/steps/add/"

    answer = as_seeker.post(address, fields)

    assert answer.context["form"].errors[name][0].startswith(words)
    assert (Goal.objects.count(), Step.objects.count()) == (1, 0)


def test_a_goal_and_a_step_are_changed(as_seeker, seeker):
    step = make_plan_step(goal=make_goal(owner=seeker))

    as_seeker.post(f"/my/plan/{step.goal_id}/edit/", {"title": "Another goal"})
    as_seeker.post(f"/my/plan/steps/{step.pk}/edit/", {"title": "Another step", "due_on": "2027-01-12"})

    step.refresh_from_db()
    assert (step.goal.title, step.title, step.due_on) == ("Another goal", "Another step", date(2027, 1, 12))


def test_done_and_not_done_after_all(as_seeker, seeker):
    step = make_plan_step(goal=make_goal(owner=seeker))
    found = []

    for name in ("step_finish", "step_reopen"):
        as_seeker.post(reverse(f"plans:{name}", args=[step.pk]))
        step.refresh_from_db()
        found.append(step.done_on)

    assert found == [timezone.localdate(), None]


def test_a_goal_that_is_reached_stands_apart_and_comes_back(as_seeker, seeker):
    goal = make_goal(owner=seeker)

    as_seeker.post(reverse("plans:finish", args=[goal.pk]))
    reached = as_seeker.get(LIST).context["reached"]
    as_seeker.post(reverse("plans:reopen", args=[goal.pk]))

    assert reached == [goal]
    assert [shown.goal for shown in as_seeker.get(LIST).context["open_goals"]] == [goal]


def test_deleting_a_goal_asks_first_and_takes_its_steps(as_seeker, seeker):
    goal = make_plan_step(goal=make_goal(owner=seeker)).goal

    asked = as_seeker.get(f"/my/plan/{goal.pk}/delete/").content.decode()
    assert "Its 1 step goes with it" in asked
    as_seeker.post(f"/my/plan/{goal.pk}/delete/")

    assert (Goal.objects.count(), Step.objects.count()) == (0, 0)


def test_a_step_is_taken_off(as_seeker, seeker):
    step = make_plan_step(goal=make_goal(owner=seeker))

    as_seeker.post(f"/my/plan/steps/{step.pk}/delete/")

    assert not Step.objects.exists()


@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False)])
def test_a_step_is_late_from_the_day_after(as_seeker, seeker, days, is_late):
    make_plan_step(goal=make_goal(owner=seeker), due_on=timezone.localdate() + timedelta(days=days))

    assert ('d-block late"' in as_seeker.get(LIST).content.decode()) is is_late


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_plan_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_max_num_queries):
    goal = make_goal(owner=seeker)
    Step.objects.bulk_create(Step(goal=goal, title=f"Step {index}", position=index) for index in range(number))

    with django_assert_max_num_queries(8):
        page = as_seeker.get(LIST).content.decode()

    assert page.count('class="todo') == number * 2


@pytest.mark.parametrize("goals", [1, 3, 30])
def test_many_goals_cost_the_same(as_seeker, seeker, goals, django_assert_max_num_queries):
    for _index in range(goals):
        make_plan_step(goal=make_goal(owner=seeker))

    with django_assert_max_num_queries(8):
        as_seeker.get(LIST)


# ---- whose it is

GOAL_PAGES = ["edit", "delete", "finish", "reopen", "step_add"]
STEP_PAGES = ["step_edit", "step_delete", "step_finish", "step_reopen"]


@pytest.mark.parametrize("name", GOAL_PAGES + STEP_PAGES)
def test_another_person_s_plan_is_not_there(as_seeker, name):
    step = make_plan_step()
    address = reverse(f"plans:{name}", args=[step.pk if name in STEP_PAGES else step.goal_id])

    assert as_seeker.post(address, {"title": "Mine now"}).status_code == 404
    assert as_seeker.get(address).status_code in {404, 405}
    step.refresh_from_db()
    assert step.done_on is None
    assert "Mine" not in step.title + step.goal.title


def test_only_one_s_own_goals_are_listed(as_seeker, seeker):
    mine = make_goal(owner=seeker)
    make_goal()

    assert [shown.goal for shown in as_seeker.get(LIST).context["open_goals"]] == [mine]


# ---- put there by other parts of the app


def test_a_goal_with_a_key_is_made_once_and_its_day_follows(seeker):
    first = put_goal(seeker, key="held:1", title="Earn it", due_on=date(2027, 1, 12), link="/my/")
    again = put_goal(seeker, key="held:1", title="Earn it", due_on=date(2027, 2, 1), link="/my/plan/")

    again.refresh_from_db()
    assert first == again
    assert (again.due_on, again.link) == (date(2027, 2, 1), "/my/plan/")


def test_the_person_s_own_words_stay(seeker):
    goal = put_goal(seeker, key="held:1", title="Earn it")
    goal.title = "My big dream"
    goal.save()

    assert put_goal(seeker, key="held:1", title="Earn it").title == "My big dream"


def test_a_step_with_a_key_is_made_once_after_the_others(seeker):
    goal = make_goal(owner=seeker)
    make_plan_step(goal=goal, position=4)

    step = put_step(goal, key="book", title="Book the exam")
    again = put_step(goal, key="book", title="Book the exam", due_on=date(2027, 1, 12))

    assert (step, step.position, again.due_on) == (again, 5, date(2027, 1, 12))
    assert goal.steps.count() == 2


def test_what_is_done_is_left_alone(seeker):
    step = put_step(make_goal(owner=seeker), key="book", title="Book the exam", due_on=date(2027, 1, 12))
    step.finish(on=date(2027, 1, 2))

    put_step(step.goal, key="book", title="Book the exam", due_on=date(2027, 3, 1))

    step.refresh_from_db()
    assert (step.due_on, step.done_on) == (date(2027, 1, 12), date(2027, 1, 2))


def test_a_part_of_the_app_can_tick_its_own_step_off(seeker):
    goal = put_goal(seeker, key="held:1", title="Earn it")
    step = put_step(goal, key="book", title="Book the exam")

    finish_step(seeker, goal_key="held:1", key="book", on=date(2027, 1, 2))
    finish_step(seeker, goal_key="held:1", key="nothing", on=date(2027, 1, 2))

    step.refresh_from_db()
    assert step.done_on == date(2027, 1, 2)


@pytest.mark.parametrize("link", ["https://evil.example/", "javascript:alert(1)", "evil"])
def test_a_place_outside_the_app_is_refused_by_the_database(seeker, link):
    with pytest.raises(IntegrityError), transaction.atomic():
        put_goal(seeker, key="x", title="Go", link=link)


# ---- done by doing


def test_a_step_of_ones_own_leads_to_where_it_is_done_and_is_ticked_off_there(as_seeker, seeker):
    goal, today = make_goal(owner=seeker), timezone.localdate()

    as_seeker.post(f"/my/plan/{goal.pk}/steps/add/", {"title": "Two more", "doing": "applied", "times": "2"})
    did(seeker, Doing.APPLIED, "application:0", on=today - timedelta(days=1))
    did(seeker, Doing.APPLIED, "application:1", on=today)
    page = as_seeker.get(LIST).content.decode()
    did(seeker, Doing.APPLIED, "application:2", on=today)

    step = goal.steps.get()
    assert "1 of 2 so far" in page
    assert (step.link, step.counts_from, step.done_on) == ("/my/jobs/", today, today)


def test_a_step_can_go_back_to_being_ticked_off_by_hand(as_seeker, seeker):
    step = make_plan_step(goal=make_goal(owner=seeker), doing="applied", counts_from=date(2027, 1, 1), link="/my/jobs/")

    as_seeker.post(f"/my/plan/steps/{step.pk}/edit/", {"title": "By hand", "doing": "", "times": ""})

    step.refresh_from_db()
    assert (step.doing, step.times, step.counts_from, step.link) == ("", 1, None, "/my/jobs/")


@pytest.mark.parametrize(("times", "fits"), [("0", False), ("1", True), ("100", True), ("101", False), ("few", False)])
def test_a_step_counts_from_one_to_a_hundred(as_seeker, seeker, times, fits):
    goal = make_goal(owner=seeker)

    as_seeker.post(f"/my/plan/{goal.pk}/steps/add/", {"title": "Apply", "doing": "applied", "times": times})

    assert goal.steps.exists() == fits


def test_changed_words_leave_the_count_where_it_was(as_seeker, seeker):
    begun = date(2027, 1, 1)
    step = make_plan_step(goal=make_goal(owner=seeker), doing="applied", times=5, counts_from=begun, link="/my/jobs/7/")

    as_seeker.post(f"/my/plan/steps/{step.pk}/edit/", {"title": "Other words", "doing": "applied", "times": "4"})

    step.refresh_from_db()
    assert (step.times, step.counts_from, step.link) == (4, begun, "/my/jobs/7/")


@pytest.mark.parametrize(
    ("number", "done", "expected"), [(7, 2, (0, 7, 0)), (8, 0, (0, 5, 3)), (8, 3, (3, 5, 0)), (12, 12, (12, 0, 0))]
)
def test_of_a_long_goal_what_is_next_stands_open_and_the_rest_is_folded(as_seeker, seeker, number, done, expected):
    goal = make_goal(owner=seeker)
    for place in range(number):
        make_plan_step(goal=goal, position=place, done_on=date(2027, 1, 1) if place < done else None)

    row = as_seeker.get(LIST).context["open_goals"][0]

    assert tuple(len(part) for part in (row.done, row.first, row.later)) == expected
    assert (row.number, row.number_done) == (number, done)


def test_steps_say_why_and_how_and_where_they_stand(as_seeker, seeker):
    make_plan_step(goal=make_goal(owner=seeker), title="Ask", hint="On a quiet afternoon.", link="/my/contacts/")

    page = as_seeker.get(LIST).content.decode()

    assert "On a quiet afternoon." in page
    assert '<a href="/my/contacts/">Ask</a>' in page
