"""A real interview, in a real browser: findings kept as they are typed, and a note that cannot leave with a gap in it."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import NoteToEmployer, PreparationItem, QuestionToAsk, Worksheet
from tests.browser.conftest import LOOKS
from tests.factories import make_role, make_user, make_work_setting
from tests.interviews.meetings import make_bank_question, make_debrief, make_interview, make_note, make_past_interview

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def test_a_finding_is_kept_when_its_field_is_left(page, sign_in_page, pat):
    interview = make_interview(owner=pat)
    sign_in_page(page, pat)

    page.goto(f"/my/interviews/{interview.pk}/research/")
    page.get_by_role("textbox", name="What is new there").fill("They open a second site.")
    page.get_by_role("textbox", name="Why you fit").fill("I closed alone for a year.")
    page.get_by_role("heading", level=1).click()

    expect(page.locator("[data-keep-status=news]")).to_have_text("Saved")
    expect(page.locator("[data-keep-status=why_fit]")).to_have_text("Saved")
    sheet = Worksheet.objects.get()
    assert (sheet.news, sheet.why_fit) == ("They open a second site.", "I closed alone for a year.")


def test_a_note_is_copied_once_its_gaps_are_filled(page, sign_in_page, pat):
    note = make_note(make_past_interview(owner=pat), to="Ms. Ortiz", point="", tie="")
    sign_in_page(page, pat)

    page.goto(note.get_absolute_url())
    expect(page.get_by_role("button", name="Copy the note")).to_be_disabled()
    expect(page.get_by_role("button", name="Copy the note")).to_have_accessible_description(re.compile("It has 2 gaps"))
    page.get_by_label("We talked about …").fill("the new robot in the back")
    page.get_by_label("I would bring …").fill("two years of closing shifts")
    page.get_by_role("button", name="Put it into the note").click()
    page.get_by_role("button", name="Copy the note").click()
    expect(page.locator("[data-copy-status]")).not_to_be_empty()
    page.get_by_role("button", name="I sent it").click()

    expect(page.get_by_role("status").first).to_contain_text("Marked as sent")
    assert "the new robot in the back" in NoteToEmployer.objects.get().body


def test_without_script_the_text_is_there_to_be_marked_only_when_it_is_whole(without_script, sign_in_page, pat):
    page, interview = without_script, make_past_interview(owner=pat)
    gap, whole = make_note(interview, tie=""), make_note(interview)
    sign_in_page(page, pat)

    page.goto(gap.get_absolute_url())
    expect(page.get_by_role("textbox", name="The note")).to_have_count(0)
    page.goto(whole.get_absolute_url())
    expect(page.get_by_role("textbox", name="The note")).to_have_value(re.compile("Dear Ms. Ortiz"))
    page.goto(f"/my/interviews/{interview.pk}/research/")
    page.get_by_role("textbox", name="What they stand for").fill("Calm")
    page.get_by_role("button", name=re.compile("Save.*What they stand for")).click()

    expect(page.get_by_role("textbox", name="What they stand for")).to_have_value("Calm")


@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_reads_well_for_everyone(open_context, sign_in_page, assert_accessible, pat, size, colors):
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician")
    make_work_setting(role=role, pace="Steady")
    make_bank_question(role=role)
    coming = make_interview(owner=pat, role=role, travel_minutes=20, place="https://example.org/" + "long" * 40)
    PreparationItem.objects.create(interview=coming, text="Bus pass", done_at=timezone.now())
    for text in ("Who trains me?", "How do weekends rotate?"):
        QuestionToAsk.objects.create(interview=coming, text=text)
    past = make_past_interview(owner=pat, role=role, hours=24 * 9)
    make_debrief(past)
    gap = make_note(past, point="")
    make_note(past, sent_at=timezone.now())
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)

    ahead, after = f"/my/interviews/{coming.pk}/", f"/my/interviews/{past.pk}/"
    before = [f"{ahead}{name}" for name in ("", "research/", "questions/", "warm-up/")]
    for place in [*before, f"{after}follow-up/", gap.get_absolute_url()]:
        page.goto(place)
        assert_accessible(page)
