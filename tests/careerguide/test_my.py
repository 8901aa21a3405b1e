"""The signed-in person's page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from guides.models import Role
from tests.factories import (
    make_exam,
    make_goal,
    make_held,
    make_plan_step,
    make_role,
    make_saved_guide,
    make_state,
    make_state_requirement,
    make_target_role,
    make_user,
)
from tests.interviews.meetings import make_interview
from tests.jobsearch.factories import make_application, make_event, make_offer

pytestmark = pytest.mark.django_db


def test_an_empty_page_offers_the_guides_to_aim_for(as_seeker):
    role = make_role(title="Pharmacy technician")

    page = as_seeker.get("/my/").content.decode()

    assert "Which job are you heading for?" in page
    assert f"/guides/{role.slug}/target/" in page


def test_without_a_state_the_next_step_is_to_choose_one(as_seeker, seeker):
    make_target_role(seeker, state=None)

    assert "Tell us your state" in as_seeker.get("/my/").content.decode()


def test_another_job_can_be_chosen_later(as_seeker, seeker):
    make_target_role(seeker, role=make_role(slug="first"), state=None)
    make_role(slug="other")

    page = as_seeker.get("/my/").content.decode()

    assert "/guides/other/target/" in page and "/guides/first/target/" not in page


def test_with_a_state_the_next_step_is_its_rule(as_seeker, seeker):
    role, ohio = make_role(), make_state("OH")
    make_target_role(seeker, role=role, state=ohio)
    make_state_requirement(role=role, state=ohio)

    assert f"/guides/{role.slug}/states/oh/" in as_seeker.get("/my/").content.decode()


def test_in_a_state_whose_rule_is_not_known_the_next_step_is_the_way_in(as_seeker, seeker):
    make_target_role(seeker, state=make_state("OH"))

    assert "Read the steps in" in as_seeker.get("/my/").content.decode()


def test_only_one_s_own_saved_guides_are_listed(as_seeker, seeker):
    make_saved_guide(seeker, role=make_role(title="Mine"))
    make_saved_guide(make_user(), role=make_role(title="Somebody else's"))

    listed = [item.role.title for item in as_seeker.get("/my/").context["saved"]]

    assert listed == ["Mine"]


def test_a_guide_that_was_taken_back_is_not_shown(as_seeker, seeker):
    draft = make_role(status=Role.Status.DRAFT, title="Withdrawn")
    make_saved_guide(seeker, role=draft)
    make_target_role(seeker, role=draft)

    assert "Withdrawn" not in as_seeker.get("/my/").content.decode()


@pytest.mark.parametrize("guides", [1, 3])
def test_my_page_costs_the_same_at_any_length(as_seeker, seeker, guides, django_assert_max_num_queries):
    for _number in range(guides):
        make_saved_guide(seeker, role=make_role())

    with django_assert_max_num_queries(13):
        as_seeker.get("/my/")


@pytest.mark.parametrize("number", [1, 3, 30])
def test_what_is_held_and_planned_costs_the_same(as_seeker, seeker, number, django_assert_max_num_queries):
    for index in range(number):
        make_exam(held=make_held(holder=seeker, name=f"Course {index}", expires_on=date(2099, 1, 1)))
        make_plan_step(goal=make_goal(owner=seeker), due_on=date(2099, 1, 1))

    with django_assert_max_num_queries(14):
        as_seeker.get("/my/")


def test_what_is_ahead_stands_in_the_order_of_its_days(as_seeker, seeker):
    today = timezone.localdate()
    make_held(holder=seeker, name="Ends soon", expires_on=today + timedelta(days=20))
    make_held(holder=seeker, name="Ends far off", expires_on=today + timedelta(days=181))
    make_exam(held=make_held(holder=seeker, name="Exam"), at=timezone.now() + timedelta(days=10))
    make_plan_step(goal=make_goal(owner=seeker), title="Late", due_on=today - timedelta(days=1))
    make_plan_step(goal=make_goal(owner=seeker), title="Whenever")

    coming = as_seeker.get("/my/").context["coming"]

    assert [(thing.title, thing.is_late) for thing in coming] == [("Late", True), ("Exam", False), ("Ends soon", False)]


def test_what_is_due_in_a_job_search_stands_there_by_its_day(as_seeker, seeker):
    now, today = timezone.now(), timezone.localdate()
    make_application(
        owner=seeker, title="Late", employer="Hill", next_action="Write", next_on=today - timedelta(days=1)
    )
    make_application(owner=seeker, title="Soon", employer="", next_action="Call", next_on=today + timedelta(days=7))
    make_application(owner=seeker, title="Far", next_action="Wait", next_on=today + timedelta(days=8))
    make_application(owner=seeker, title="Over", stage="quiet", next_action="Rest", next_on=today)
    make_offer(owner=seeker, employer="Lake", answer_by_on=today + timedelta(days=6))
    make_interview(owner=seeker, employer="Hill", starts_at=now + timedelta(days=3))
    make_interview(owner=seeker, employer="Someday", starts_at=None)
    make_event(owner=seeker, title="Fair", starts_at=now + timedelta(days=4))
    make_event(owner=seeker, title="Gone", starts_at=now - timedelta(days=4))
    make_event(title="Somebody else’s", starts_at=now + timedelta(days=4))

    ahead = as_seeker.get("/my/").context["ahead"]

    assert [(one.title, one.is_late) for one in ahead] == [
        ("Write", True),
        ("Interview: Hill", False),
        ("Fair", False),
        ("Answer the offer", False),
        ("Call", False),
        ("Interview: Someday", False),
    ]
    assert (ahead[0].detail, ahead[4].detail, ahead[5].day) == ("Late, Hill", "Soon", None)


@pytest.mark.parametrize("rows", [1, 30])
def test_a_long_job_search_costs_the_page_no_more(as_seeker, seeker, rows, django_assert_max_num_queries):
    for _number in range(rows):
        make_application(owner=seeker, next_action="Call", next_on=timezone.localdate())
        make_event(owner=seeker, starts_at=timezone.now() + timedelta(days=1))
        make_interview(owner=seeker, starts_at=timezone.now() + timedelta(days=1))

    with django_assert_max_num_queries(13):
        page = as_seeker.get("/my/")

    assert len(page.context["ahead"]) == 3 * min(rows, 3)


def test_steps_that_are_done_are_counted_and_not_listed(as_seeker, seeker):
    goal = make_goal(owner=seeker)
    make_plan_step(goal=goal, done_on=timezone.localdate())
    step = make_plan_step(goal=goal, title="Ask for a transcript")

    answer = as_seeker.get("/my/")

    assert answer.context["to_do"] == [step]
    assert "1 of 2 steps done" in answer.content.decode()


def test_nothing_of_others_is_on_the_page(as_seeker):
    make_exam(held=make_held(name="Somebody else's"))
    make_plan_step(title="Not mine", due_on=timezone.localdate())

    page = as_seeker.get("/my/").content.decode()

    assert "Somebody else" not in page
    assert "Not mine" not in page


def test_the_interview_station_leads_strangers_to_the_questions_that_all_may_read(client):
    assert 'href="/interviews/"' in client.get("/guides/").content.decode()

    client.force_login(make_user())

    assert 'href="/my/practice/"' in client.get("/guides/").content.decode()
