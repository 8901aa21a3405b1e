"""Feedback in a real browser: rated, read, called untrue, tried again; a mentor's comment; how it all looks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from interviews.models import Answer, Disagreement, MentorLink, ReviewComment, ReviewRequest
from tests.browser.conftest import LOOKS
from tests.factories import make_membership, make_user
from tests.interviews.factories import make_answer, make_question, make_session
from tests.interviews.heard import TEXT, but, make_heard, note, rated

pytestmark = pytest.mark.django_db(transaction=True)
BETTER = f"{TEXT} Since then I read each label twice. We had no wrong label in 6 months, and the pharmacist thanked me."


@pytest.fixture
def person():
    return make_user(name="Sam Rivera")


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def test_an_answer_is_rated_read_and_told_better_without_script(without_script, person, sign_in_page):
    page = without_script
    answer = make_heard(person, unrated_at=None)
    sign_in_page(page, person)

    page.goto(answer.get_absolute_url())
    for name in ("Answers the question", "One specific event", "Own actions and reasons", "Outcome and learning"):
        page.get_by_role("group", name=name).get_by_role("radio").nth(2).check()
    press(page, "Rate it, and see the feedback")
    expect(page.get_by_role("alert")).to_contain_text("Delivery and length")
    page.get_by_role("group", name="Delivery and length").get_by_role("radio").nth(3).check()
    press(page, "Rate it, and see the feedback")

    step = page.get_by_role("region", name="One thing to do next")
    expect(step).to_contain_text("Say how it ended.")
    step.get_by_role("link", name="Show the place of note").click()
    expect(page.locator("mark", has_text="It all worked out.")).to_be_in_viewport()
    step.get_by_text("Why do you say this?").click()
    step.get_by_role("button", name="Not true").click()
    expect(step).to_contain_text("Which step was yours?")
    assert Disagreement.objects.get().quote == "It all worked out."

    page.get_by_label("Try it again").fill(BETTER)
    press(page, "Get feedback")
    press(page, "Go on without rating")
    expect(page.get_by_role("region", name="Since your last try")).to_be_visible()
    assert Answer.objects.get(attempt=2).feedback.result["has"]["result"]


def test_a_mentor_rates_and_comments_on_marked_words(page, open_context, person, sign_in_page):
    answer = make_heard(person)
    sign_in_page(page, person)
    page.goto(answer.get_absolute_url())
    page.get_by_role("link", name="Make a link for someone").click()
    page.get_by_label("For whom").fill("My old manager")
    press(page, "Make the link")
    address = page.get_by_label("Address for My old manager").input_value()

    mentor = open_context(size="phone").new_page()
    mentor.goto(address[address.index("/my/") :])
    line = mentor.locator(".para", has_text="the label was wrong")
    line.locator(".ln").evaluate(
        """line => { const at = line.firstChild.textContent.indexOf("the label");
        getSelection().setBaseAndExtent(line.firstChild, at, line.firstChild, at + 9) }"""
    )
    line.get_by_text("Comment: “the label”").click()
    line.get_by_label("Your name").fill("Max Mentor")
    line.get_by_label("Your comment").fill("Say which one.")
    press(mentor, "Add the comment")
    for group in mentor.get_by_role("region", name="Rate it").get_by_role("group").all():
        group.get_by_role("radio").nth(4).check()
    press(mentor, "Keep my rating")

    page.reload()
    expect(page.get_by_role("region", name="What people said")).to_contain_text("Say which one.")
    expect(page.get_by_role("cell", name="Answers what was asked, soon and in full.")).to_be_visible()
    assert ReviewComment.objects.get().quote == "the label"


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_feedback_is_accessible(open_context, person, sign_in_page, assert_accessible, size, colors):
    counselor = make_user()
    make_membership(user=counselor, role="counselor")
    warned = but(warnings=(note("privacy", "You name a patient.", "It was a Monday"),), words_a_minute=150)
    session, question = make_session(person), make_question(follow_ups=["And then?"], looking_for="Calm.")
    make_heard(session=session, question=question)
    answer = make_heard(session=session, question=question, attempt=2, heard=warned)
    unrated = make_heard(session=session, position=2, unrated_at=None)
    link = MentorLink.objects.create(answer=answer, label="May", expires_at=timezone.now() + timedelta(days=1))
    asked = ReviewRequest.objects.create(answer=answer, asked_by=person, asked_of=counselor)
    ReviewComment.objects.create(answer=answer, link=link, author_name="Max", body="Good.", quote="It", start=0, end=2)
    rated(answer, rater="mentor", link=link, author_name="Max")
    rated(answer)
    Disagreement.objects.create(answer=answer, code="I_not_we", quote="We um checked", engine="1")
    sitting = make_session(person, occasion="together")
    told, still = (make_answer(session=sitting, question=question, position=number) for number in (1, 2))
    rated(told, rater="partner", author_name="Pat")
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, person)
    here, room = answer.get_absolute_url(), f"/my/practice/together/{sitting.pk}/"

    # What has colors or columns of its own; the rest once, on the phone.
    paths = [here, f"{here}?marks=words", unrated.get_absolute_url(), link.get_absolute_url(), f"{room}sheet/"]
    if size == "phone":
        paths += [f"{here}?marks=notes", *(f"/my/practice/answers/{answer.pk}/{name}/" for name in ("ask", "link"))]
        paths += ["/my/practice/together/", room, f"/my/practice/together/answers/{still.pk}/"]
    for path in paths:
        page.goto(path)
        page.evaluate("for (const more of document.querySelectorAll('main details')) more.open = true")
        assert_accessible(page)
    if size == "phone":
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(here)
        assert_accessible(page)

    other = open_context(size=size, colors=colors).new_page()
    sign_in_page(other, counselor)
    for path in ("/my/practice/requests/", asked.get_absolute_url()):
        other.goto(path)
        assert_accessible(other)
