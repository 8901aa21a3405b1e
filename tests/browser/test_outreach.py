"""The message workshop in a real browser: nothing is copied while a blank is open."""

import pytest
from playwright.sync_api import expect

from jobsearch.models import Message
from tests.browser.conftest import LOOKS
from tests.factories import make_user
from tests.jobsearch.factories import make_application, make_contact, make_pitch
from tests.resumes.makers import make_document

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def test_a_message_is_copied_and_marked_once_its_blanks_are_filled(page, sign_in_page, pat):
    contact = make_contact(owner=pat, name="Ana Ortiz")
    sign_in_page(page, pat)

    page.goto(f"/my/outreach/new/?kind=introduction&contact={contact.pk}")
    page.get_by_role("button", name="Begin with a draft").press("Enter")
    expect(page.get_by_role("button", name="Copy the message")).to_be_disabled()
    text = "Dear Ana Ortiz, I am a student of the pharmacy course in town and would like to hear how you began. " * 4
    page.get_by_role("textbox", name="Message").fill(text)
    page.get_by_role("textbox", name="Subject").fill("A question about your work")
    page.get_by_role("button", name="Keep and check it").press("Enter")
    page.get_by_role("button", name="Copy the message").press("Enter")
    expect(page.locator("[data-copy-status]")).not_to_be_empty()
    page.get_by_role("button", name="I sent it").press("Enter")

    expect(page.get_by_role("status").first).to_contain_text("Marked as sent")
    assert Message.objects.get().used_on


def test_an_introduction_is_begun_filled_in_and_practiced(page, sign_in_page, pat):
    sign_in_page(page, pat)

    page.goto("/my/outreach/introductions/")
    page.get_by_role("link", name="Write an introduction").press("Enter")
    page.get_by_role("radio", name="An employer at a job fair").check()
    page.get_by_role("button", name="Begin with a draft").press("Enter")
    expect(page.get_by_role("heading", name="Fill in the blanks")).to_be_visible()
    expect(page.get_by_role("button", name="Practice it")).to_have_count(0)
    page.get_by_role("textbox", name="Who you are").fill("I am Pat, a student")
    page.get_by_role("textbox", name="What you have done").fill("I sold 9 cars, asap")
    page.get_by_role("textbox", name="What you look for").fill("I look for work as a clerk")
    page.get_by_role("button", name="Keep and measure it").press("Enter")
    page.get_by_role("link", name="remark 1").press("Enter")
    expect(page.locator("#n1")).to_contain_text("puts pressure on them")
    page.get_by_role("button", name="Practice it").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("What brings you to us?")


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_workshop_is_accessible(open_context, sign_in_page, assert_accessible, pat, size, colors):
    contact, application = make_contact(owner=pat), make_application(owner=pat, stage="applied")
    facts = {"owner": pat, "contact": contact, "application": application, "to": "Ana"}
    gap = Message.objects.create(kind="referral", text="Dear Ana, [[what you ask for]]", **facts)
    whole = Message.objects.create(kind="thanks", text="Dear Ana, thank you so much!!! Answer me asap.", **facts)
    open_pitch, pitch = make_pitch(owner=pat, who="I am [[who]]"), make_pitch(owner=pat, proof="I am reliable asap")
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)

    places = ["", "new/?kind=stay", f"{gap.pk}/", f"{whole.pk}/", f"{gap.pk}/delete/"]
    make_document(pat)
    places += ["profile/", "profile/texts/", "introductions/", "introductions/new/", f"introductions/{pitch.pk}/lines/"]
    places += [f"introductions/{own.pk}/" for own in (open_pitch, pitch)]
    for place in [f"/my/outreach/{end}" for end in places] + [contact.get_absolute_url(), "/my/contacts/"]:
        page.goto(place)
        assert_accessible(page)
