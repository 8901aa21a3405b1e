"""Writing an answer in a real browser: kept as it is typed, by two pages at once, without script, in all looks."""

import re

import pytest
from playwright.sync_api import Page, expect

from interviews.actions.drafting import Draft
from interviews.actions.giving import give
from tests.browser.conftest import LOOKS
from tests.factories import make_user
from tests.interviews.factories import NOON, make_answer, make_question, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def speaker():
    return make_user(name="Sam Seeker")


@pytest.fixture
def answer(speaker):
    question = make_question(about=("accuracy",), looking_for="Your own part.", tip="Name the day.")
    return make_answer(speaker, question=question)


def test_a_draft_is_kept_as_it_is_typed_and_two_pages_do_not_overwrite_each_other(
    answer, speaker, page: Page, sign_in_page, complaints
):
    sign_in_page(page, speaker)
    page.goto(answer.get_absolute_url())
    box, status = page.get_by_label("Your answer"), page.locator("[data-draft-status]")

    box.fill("It was a Monday.")
    expect(page.get_by_text("4 words")).to_be_visible()
    expect(status).to_have_text(re.compile(r"^Saved at"))
    page.reload()
    expect(box).to_have_value("It was a Monday.")

    other = page.context.new_page()
    other.goto(answer.get_absolute_url())
    other.get_by_label("Your answer").fill("It was a Tuesday.")
    expect(other.locator("[data-draft-status]")).to_have_text(re.compile(r"^Saved at"))
    box.fill("It was a Monday after a storm.")
    expect(status).to_contain_text("changed on another page")
    page.get_by_role("button", name="Look at both texts").click()
    expect(page.get_by_text("It was a Tuesday.")).to_be_visible()
    expect(box).to_have_value("It was a Monday after a storm.")
    page.get_by_role("button", name="Save for later").click()
    expect(page.get_by_text("Saved. You can close the page")).to_be_visible()
    other.reload()
    expect(other.get_by_label("Your answer")).to_have_value("It was a Monday after a storm.")
    # The browser itself notes that the two saves were refused.
    complaints[:] = [words for words in complaints if "409" not in words]


def test_without_script_an_answer_is_written_in_parts_and_handed_in(
    answer, speaker, without_script: Page, sign_in_page
):
    page = without_script
    sign_in_page(page, speaker)
    page.goto(answer.get_absolute_url())

    page.get_by_text("Rather write it in 4 parts").click()
    page.get_by_label("Action").fill("I counted again and told the pharmacist.")
    page.get_by_label("Situation").fill("The line was long.")
    page.get_by_role("button", name="Put the parts together").click()
    box = page.get_by_label("Your answer")
    expect(box).to_have_value("The line was long.\n\nI counted again and told the pharmacist.")
    page.get_by_role("button", name="Get feedback").click()

    answer.refresh_from_db()
    assert answer.is_given


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_pages_are_accessible(answer, speaker, open_context, sign_in_page, assert_accessible, size, colors):
    done = give(make_answer(speaker), Draft("The line was long. I counted again. Nobody had to wait."), now=NOON)
    done.leave_unrated(at=NOON)
    story = make_story(speaker, shows=("accuracy",))
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, speaker)

    page.goto("/my/practice/")
    assert_accessible(page)
    page.goto(answer.get_absolute_url())
    page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")
    assert_accessible(page)
    for address in ("/my/practice/start/", done.session.get_absolute_url(), story.get_absolute_url()):
        page.goto(address)
        assert_accessible(page)
