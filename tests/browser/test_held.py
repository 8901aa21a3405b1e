"""What a person holds, in a real browser: from an empty list to a shared link that is taken back."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from certifications.models import CalendarFeed, HeldCredential, ShareLink
from tests.browser.conftest import LOOKS
from tests.factories import (
    make_credential,
    make_evidence,
    make_exam,
    make_feed,
    make_goal,
    make_held,
    make_plan_step,
    make_rule,
    make_rule_version,
    make_share_link,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)

PDF: FilePayload = {"name": "certificate.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\na certificate"}
PAGE: FilePayload = {
    "name": "certificate.pdf",
    "mimeType": "application/pdf",
    "buffer": b"<html>not a certificate</html>",
}


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def add_one(page: Page) -> None:
    page.goto("/my/certifications/")
    page.get_by_role("link", name="Add a certification").click()
    page.get_by_label("Credential").select_option("cpht")
    page.get_by_role("button", name="Go on with this one").click()
    page.get_by_label("I hold it").check()
    page.get_by_label("Number").fill("30100457")
    page.get_by_label("Earned on").fill("2025-04-01")
    page.get_by_label("Valid through").fill("2099-03-31")
    page.get_by_role("button", name="Add it to my list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CPhT, PTCB")


def keep_file(page: Page) -> None:
    page.get_by_role("link", name="Keep a certificate here").click()
    page.get_by_label("The certificate").set_input_files(PAGE)
    page.get_by_role("button", name="Keep this file").click()
    expect(page.get_by_role("alert")).to_contain_text("This is no PDF, PNG, JPEG or HEIC file inside")
    page.get_by_label("The certificate").set_input_files(PDF)
    page.get_by_role("button", name="Keep this file").click()
    expect(page.get_by_role("link", name="certificate.pdf", exact=True)).to_be_visible()


def share(page: Page) -> str:
    page.get_by_role("link", name="Make a link").click()
    page.get_by_label("For whom").fill("Store manager")
    page.get_by_label("The number").check()
    page.get_by_label("A week").check()
    page.get_by_role("button", name="Make the link").click()
    return page.get_by_label("Address for Store manager").input_value()


def path_of(address: str) -> str:
    return re.sub(r"^https?://[^/]+", "", address)


@pytest.mark.parametrize("script", [True, False])
def test_from_an_empty_list_to_a_link_that_is_taken_back(open_context, sign_in_page, pat, script):
    make_credential(slug="cpht", name="Certified Pharmacy Technician", abbreviation="CPhT", issuer="PTCB")
    page = open_context(script=script).new_page()
    stranger = open_context(script=script).new_page()
    sign_in_page(page, pat)

    add_one(page)
    keep_file(page)
    place = path_of(share(page))
    stranger.goto(place)
    expect(stranger.get_by_text("30100457")).to_be_visible()
    expect(stranger.get_by_text("Reported by the holder")).to_be_visible()
    expect(stranger.get_by_text("1 April 2025")).to_have_count(0)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("taken back", exact=True)).to_be_visible()

    assert stranger.request.get(place).status == 404
    assert ShareLink.objects.get().revoked_at is not None


def test_the_downloaded_file_is_the_one_that_was_kept(page, sign_in_page, pat):
    held = make_held(holder=pat, name="First aid")
    make_evidence(held=held, name="Pat’s scan.pdf")
    sign_in_page(page, pat)

    page.goto(held.get_absolute_url())
    with page.expect_download() as download:
        page.get_by_role("link", name="Pat’s scan.pdf", exact=True).click()

    assert download.value.suggested_filename == "Pat’s scan.pdf"
    assert download.value.path().read_bytes() == b"%PDF-1.7 a certificate"


def test_an_exam_is_booked_and_its_days_are_counted(page, sign_in_page, pat):
    held = make_held(holder=pat, name="First aid", stage="preparing")
    sign_in_page(page, pat)
    page.goto(held.get_absolute_url())

    page.get_by_role("link", name="Add an exam").click()
    page.get_by_label("Day").fill((timezone.localdate() + timedelta(days=10)).isoformat())
    page.get_by_label("Hour").fill("09:30")
    page.get_by_role("button", name="Write down the exam").click()

    expect(page.locator(".flag")).to_contain_text("Your exam is in 10 days")
    assert HeldCredential.objects.get().stage == "applied"


def test_the_calendar_address_is_made_and_switched_off(page, sign_in_page, pat):
    sign_in_page(page, pat)
    page.goto("/my/certifications/calendar/")

    page.get_by_role("button", name="Make my address").click()
    expect(page.get_by_label("Address")).to_have_value(re.compile(r"/certifications/calendar/[\w-]+\.ics$"))
    page.get_by_role("button", name="Switch it off").click()
    expect(page.get_by_role("button", name="Make my address")).to_be_visible()

    assert not CalendarFeed.objects.exists()


def test_a_plan_is_worked_off_by_keyboard(page, sign_in_page, pat):
    sign_in_page(page, pat)
    page.goto("/my/plan/")

    page.get_by_role("link", name="Add a goal").press("Enter")
    page.get_by_label("What do you want to reach?").fill("Pass the exam")
    page.keyboard.press("Enter")
    page.get_by_label("What is the next small thing to do?").fill("Book the exam")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Mark as done: Book the exam").press("Enter")

    expect(page.get_by_role("button", name="Not done after all: Book the exam")).to_be_visible()


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_reads_well_for_everyone(open_context, sign_in_page, assert_accessible, pat, size, colors):
    rule = make_rule(credential=make_credential(abbreviation="CPhT", issuer="PTCB"))
    make_rule_version(rule=rule, body={"cycle_months": 24, "grace_days": 10})
    lapsed = make_held(holder=pat, credential=rule.credential, expires_on=timezone.localdate() - timedelta(days=40))
    make_evidence(held=lapsed)
    make_held(holder=pat, name="First aid", expires_on=date(2099, 3, 31), number="30100457")
    applied = make_held(holder=pat, name="Pharmacy technician", stage="applied")
    exam = make_exam(held=applied, place="Test center, 12 Main Street")
    link = make_share_link(held=lapsed, shown=["holder", "number", "status"])
    make_feed(owner=pat)
    step = make_plan_step(goal=make_goal(owner=pat), due_on=timezone.localdate())
    make_plan_step(goal=step.goal, done_on=timezone.localdate())
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)

    for path in (
        *("/my/", "/my/certifications/", "/my/certifications/add/", "/my/certifications/add/?name=", "/my/plan/"),
        *(f"/my/certifications/add/?credential={make_credential().slug}", "/my/certifications/calendar/"),
        *(lapsed.get_absolute_url(), applied.get_absolute_url(), link.get_absolute_url()),
        *(f"{lapsed.get_absolute_url()}{tail}/" for tail in ("edit", "delete", "files/add", "exams/add", "links/add")),
        *(f"/my/certifications/exams/{exam.pk}/edit/", f"/my/certifications/exams/{exam.pk}/cancel/"),
        *("/my/plan/add/", f"/my/plan/{step.goal_id}/delete/", f"/my/plan/steps/{step.pk}/edit/"),
    ):
        page.goto(path)
        assert_accessible(page)


@pytest.mark.looks
def test_empty_pages_read_well_for_everyone(phone, sign_in_page, assert_accessible, pat):
    sign_in_page(phone, pat)

    for path in ("/my/", "/my/certifications/", "/my/certifications/calendar/", "/my/plan/"):
        phone.goto(path)
        assert_accessible(phone)
