"""A spoken answer in a real browser, with a microphone that beeps."""

import pytest
from playwright.sync_api import expect

from interviews.models import Recording
from tests.factories import make_user
from tests.interviews.factories import make_answer

pytestmark = pytest.mark.django_db(transaction=True)

# How long the player says that it is, once it knows.
LENGTH = """(audio) => new Promise((resolve, reject) => {
    const look = () => audio.duration < 60 && resolve(audio.duration);
    audio.addEventListener("durationchange", look);
    setTimeout(() => reject(`${audio.duration} ${audio.readyState} ${audio.error?.message}`), 5000);
    look();
})"""

MOVES = "(audio) => new Promise((resolve) => (audio.ontimeupdate = () => audio.currentTime && resolve(true)))"


@pytest.fixture
def speaker():
    return make_user(email="speaker@example.org")


@pytest.fixture
def answer(speaker):
    return make_answer(speaker, asked="Tell me about a mistake.")


@pytest.fixture
def at_answer(page, sign_in_page, speaker, answer):
    sign_in_page(page, speaker)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(answer.get_absolute_url())
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def record(page, first="Record"):
    if first == "Record":
        page.get_by_text("Say it aloud").click()
    press(page, first)
    expect(page.locator("[data-recorder] [data-time]")).to_have_text("0:01")
    press(page, "Stop")
    expect(page.get_by_text("Where should it stay?")).to_be_visible()


def plays(page):
    return 0.5 < page.locator("audio").evaluate(LENGTH) < 20


def test_kept_on_the_server_it_plays_after_a_reload_until_it_is_deleted(at_answer, answer):
    page = at_answer
    record(page)
    assert plays(page)
    page.get_by_label("Your answer").focus()
    page.keyboard.press("F4")
    page.keyboard.press("F4")
    press(page, "Privately on the server")
    expect(page.get_by_text("This recording is on the server.")).to_be_visible()
    with page.expect_response(lambda reply: reply.url.endswith("/save/")):
        pass

    kept = Recording.objects.get()
    answer.refresh_from_db()
    assert (kept.answer, kept.media_type, kept.filler_taps) == (answer, "audio/webm", 2)
    assert (answer.is_spoken, answer.duration_s) == (True, kept.duration_s)

    page.reload()
    assert plays(page)
    expect(page.locator("[data-taps]")).to_have_text("2 fillers")
    page.get_by_label("Your answer").press("Escape")
    assert page.locator("audio").evaluate(MOVES)

    page.get_by_role("link", name="Delete the recording").click()
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()
    assert not Recording.objects.exists()


def test_kept_in_the_browser_it_stays_there_alone(at_answer, open_context, sign_in_page, speaker, answer):
    page = at_answer
    record(page)
    press(page, "Only in this browser")
    expect(page.get_by_text("This recording is only in this browser.")).to_be_visible()

    page.reload()
    assert plays(page)
    assert not Recording.objects.exists()
    other = open_context().new_page()
    sign_in_page(other, speaker)
    other.goto(answer.get_absolute_url())
    expect(other.locator("audio")).to_be_hidden()

    page.get_by_text("Recordings in this browser", exact=True).click()
    expect(page.locator("[data-kept-here] li")).to_contain_text("Tell me about a mistake.")
    press(page, "Delete all recordings in this browser")
    expect(page.locator("[data-kept-here]")).to_be_hidden()
    expect(page.locator("audio")).to_be_hidden()


def test_what_cannot_be_kept_now_is_still_there(at_answer, complaints):
    page = at_answer
    cookies = page.context.cookies()
    said = page.locator("[data-said]")
    record(page)

    page.context.set_offline(True)
    press(page, "Privately on the server")
    expect(said).to_contain_text("The server did not answer.")
    page.context.set_offline(False)
    page.context.clear_cookies(name="sessionid")
    press(page, "Privately on the server")
    expect(said).to_contain_text("You are signed out.")
    page.context.add_cookies(cookies)
    press(page, "Privately on the server")
    expect(page.get_by_text("This recording is on the server.")).to_be_visible()

    press(page, "Record it anew")
    press(page, "Discard it")
    expect(page.get_by_text("This recording is on the server.")).to_be_visible()
    assert Recording.objects.exists()
    complaints.clear()


def test_a_pause_stops_the_clock_and_fifteen_minutes_the_recording(at_answer):
    page = at_answer
    page.get_by_text("Say it aloud").click()
    page.locator("[data-about]").evaluate("about => (about.dataset.limit = 2)")
    press(page, "Record")
    press(page, "Pause")
    expect(page.locator("[data-said]")).to_have_text("Paused. Nothing is recorded now.")
    press(page, "Go on")
    expect(page.locator("[data-said]")).to_contain_text("15 minutes are the most, so the recording stopped here.")
    press(page, "Discard it")
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [("NotAllowedError", "This site may not use the microphone."), ("NotFoundError", "No microphone was found.")],
)
def test_without_a_microphone_a_sentence_says_what_to_do(at_answer, trouble, words):
    page = at_answer
    page.evaluate(
        "(name) => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', name) } }", trouble
    )
    page.get_by_text("Say it aloud").click()
    press(page, "Record")

    expect(page.locator("[data-said]")).to_contain_text(words)
    expect(page.get_by_label("Your answer")).to_be_visible()


def test_without_script_an_answer_is_written(without_script, sign_in_page, speaker, answer):
    page = without_script
    sign_in_page(page, speaker)
    page.goto(answer.get_absolute_url())
    page.get_by_text("Say it aloud").click()

    expect(page.get_by_role("button", name="Record", exact=True)).to_be_hidden()
    expect(page.get_by_label("I said this aloud")).to_be_visible()


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), [("phone", "dark"), ("desk", "light")])
def test_the_recorder_is_accessible(open_context, sign_in_page, speaker, answer, assert_accessible, size, colors):
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, speaker)
    page.goto(answer.get_absolute_url())
    record(page)

    assert_accessible(page)
