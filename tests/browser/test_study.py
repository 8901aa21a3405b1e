"""Practice, a mock exam and cards in a real browser: by keyboard, without script, in all looks."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS
from tests.certifications.rounds import make_exam_bank, make_round
from tests.factories import make_card, make_drug, make_held, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def learner():
    """Someone who prepares for an exam of five questions, with a card that is due."""
    user = make_user(name="Sam Seeker")
    make_held(holder=user, credential=make_exam_bank(first=3, second=2, items=5, minutes=10), stage="preparing")
    make_card(user, key=make_drug(slug="metformin", generic="Metformin", brand="Glucophage").slug)
    return user


def test_a_mock_exam_from_its_start_to_its_results(learner, page: Page, sign_in_page):
    sign_in_page(page, learner)
    page.goto("/my/study/mock/helper-exam/")
    expect(page.get_by_text("5 questions, 10 minutes")).to_be_visible()
    page.get_by_role("button", name="Start the clock").click()

    expect(page.get_by_role("heading", name="Question 1 of 5")).to_be_visible()
    clock = page.locator("[data-clock]")
    expect(clock).to_have_text(re.compile(r"^\d:\d\d$"))
    expect(clock).not_to_have_text(clock.inner_text())
    page.get_by_label("Ask the pharmacist").check()
    page.get_by_role("button", name="Flag to look again").click()
    expect(page.get_by_role("button", name="Flagged: take the flag away")).to_be_visible()
    expect(page.get_by_label("Ask the pharmacist")).to_be_checked()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("heading", name="Question 2 of 5")).to_be_visible()
    page.get_by_label("Guess").check()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("heading", name="Question 3 of 5")).to_be_visible()
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", name="Question 2 of 5")).to_be_visible()
    expect(page.get_by_label("Guess")).to_be_checked()
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", name="3 questions are still open")).to_be_visible()
    page.get_by_role("button", name="Finish and see how it went").click()

    expect(page.get_by_role("heading", name="1 of 5 right")).to_be_visible()
    page.get_by_role("link", name="Flagged").click()
    expect(page.locator(".reviewed")).to_have_count(1)


def test_practice_and_cards_work_without_script(learner, without_script: Page, sign_in_page):
    page = without_script
    sign_in_page(page, learner)
    page.goto("/my/study/")
    page.get_by_role("link", name="Practice").first.click()
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Wait").check()
    page.get_by_role("button", name="Check my answer").click()

    expect(page.get_by_role("heading", name="Not this one")).to_be_visible()
    expect(page.get_by_text("The pharmacist decides.")).to_be_visible()

    page.goto("/my/study/cards/")
    expect(page.get_by_role("heading", name="2 cards are due")).to_be_visible()
    page.get_by_text("Turn the card").click()
    page.get_by_role("button", name="Easily").click()
    expect(page.get_by_role("heading", name="1 card is due")).to_be_visible()


def test_a_question_is_answered_with_the_keyboard_alone(learner, page: Page, sign_in_page):
    session = make_round(learner, learner.held_credentials.get().credential)
    sign_in_page(page, learner)
    page.goto(session.get_absolute_url())

    page.locator("input[name=chosen]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Right")).to_be_visible()
    expect(page.locator(".verdict")).to_be_focused()


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_pages_are_accessible(learner, open_context, sign_in_page, assert_accessible, size, colors):
    credential = learner.held_credentials.get().credential
    told, mock, done = (make_round(learner, credential, mode=mode) for mode in ("practice", "mock", "mock"))
    told.attempts.filter(position=1).update(chosen=0, is_correct=False, answered_at=told.started_at, is_flagged=True)
    done.attempts.update(chosen=1, is_correct=True, answered_at=told.started_at)
    done.finished_at = told.started_at
    done.save()
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, learner)
    places = [
        "",
        "practice/helper-exam/",
        "mock/helper-exam/",
        "cards/",
        f"rounds/{told.pk}/1/",
        f"rounds/{told.pk}/2/",
    ]
    places += [f"rounds/{mock.pk}/1/", f"rounds/{mock.pk}/finish/", f"rounds/{done.pk}/?show=all"]

    for place in places:
        page.goto(f"/my/study/{place}")
        page.evaluate("document.querySelectorAll('main details').forEach((item) => (item.open = true))")
        assert_accessible(page)
