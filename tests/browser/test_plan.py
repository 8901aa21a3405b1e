"""Ready plans in a real browser: by keyboard alone, without script, and readable for all."""

import pytest
from playwright.sync_api import expect

from plans.models import Doing, Goal
from tests.browser.conftest import LOOKS
from tests.factories import make_plan_template, make_role, make_template_step, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pat(live_server):
    role = make_role(slug="helper", title="Helper")
    template = make_plan_template(slug="become", title="Become a helper", role=role, weeks=4)
    make_template_step(template=template, title="Read the guide", place="guide", hint="The hard parts too.")
    make_template_step(template=template, title="Save two", week=2, doing=Doing.POSTING_SAVED, times=2)
    return make_user(email="pat@example.org", name="Pat")


@pytest.mark.parametrize("script", [True, False])
def test_a_ready_plan_is_taken_and_moved_by_keyboard_alone(open_context, sign_in_page, pat, script):
    page = open_context(script=script).new_page()
    sign_in_page(page, pat)

    page.goto("/guides/helper/plans/")
    page.get_by_text("Week by week").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The hard parts too.")).to_be_visible()
    page.goto("/my/plan/templates/become/")
    page.get_by_role("button", name="Put it on my plan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Become a helper")).to_be_visible()
    goal = Goal.objects.get()
    before = goal.due_on
    page.get_by_role("link", name="Move the days").focus()
    page.keyboard.press("Enter")
    page.get_by_label("How many weeks later?").focus()
    page.keyboard.type("2")
    page.get_by_role("button", name="Move them").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").first).to_contain_text("2 steps have a new day")
    goal.refresh_from_db()
    assert (goal.due_on - before).days == 14


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_ready_plans_are_accessible(open_context, sign_in_page, assert_accessible, pat, size, colors):
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)

    for place in ("/guides/helper/plans/", "/my/plan/templates/", "/my/plan/templates/become/"):
        page.goto(place)
        assert_accessible(page)
    page.get_by_role("button", name="Put it on my plan").click()
    assert_accessible(page)
    page.get_by_role("link", name="Move the days").click()
    assert_accessible(page)
