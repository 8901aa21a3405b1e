"""The question bank in a real browser: small and dark, large and light, without script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS
from tests.factories import make_competency, make_interview_question, make_role, make_section

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def helper():
    role = make_role(slug="helper", title="Helper of everybody", plural="Helpers")
    make_section(role=role, slug="interview", kind="interview", title="Interview")
    accuracy = make_competency(slug="accuracy", name="Accuracy and checking of everything there is")
    make_interview_question(role=role, kind="knowledge", text="How do you check a label?", competencies=[accuracy])
    make_interview_question(role=role, text="Tell me about a slip.", competencies=[accuracy, make_competency()])
    make_interview_question(role=None, competencies=[accuracy])


@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_bank_is_accessible(helper, open_context, assert_accessible, size, colors):
    page = open_context(size=size, colors=colors).new_page()
    for address in ("/interviews/", "/interviews/helper/?competency=accuracy"):
        page.goto(address)
        for closed in page.locator(".bank__one").all():
            closed.locator("summary").click()

        assert_accessible(page)


def test_a_narrow_window_holds_the_bank_without_script(helper, without_script: Page):
    without_script.set_viewport_size({"width": 320, "height": 700})
    without_script.goto("/interviews/helper/")

    without_script.get_by_text("What it asks about").click()
    without_script.get_by_role("link", name="Accuracy and checking").click()
    without_script.get_by_text("How do you check a label?", exact=True).click()

    expect(without_script.locator(".bank__one[open]").get_by_text("Name the day.")).to_be_visible()
    assert without_script.evaluate("document.documentElement.scrollWidth") == 320
