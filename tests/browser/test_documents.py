"""A person's documents in a real browser: from a file to a better version, an ad, a letter, and files for sending."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from resumes.export.content import content_of
from resumes.export.docx import docx
from resumes.export.pdf import pdf
from resumes.export.styles import STYLES
from resumes.models import Document, ReviewComment, Version
from resumes.review import reading
from resumes.review.understanding import understand
from tests.browser.conftest import LOOKS
from tests.factories import make_membership, make_role, make_role_term, make_user
from tests.resumes.makers import AD, RESUME, make_document, make_mentor_link, make_posting, make_request, newest

pytestmark = pytest.mark.django_db(transaction=True)

WEAK = "Responsible for customers at pick-up and the drive-through"
BETTER = "Served 60 customers a shift at pick-up and the drive-through"
LETTER = {
    "To whom?": "Ms. Ortiz",
    "Who are you, and which job do you want?": "I am applying for the pharmacy technician job at Harbor Pharmacy.",
    "Why them?": "Your team taught me to count when I was a volunteer.",
    "The first thing they ask for": "You ask for insurance claims. I called insurers about rejected claims every day.",
    "The second thing they ask for": "You ask for customer service. I served 60 customers a shift.",
    "What comes next?": "I can start on 1 December and would like to talk.",
}


@cache
def as_file(ending: str) -> bytes:
    """The resume as a file, made as this site makes files for sending."""
    document = reading.read_text(RESUME)
    content = content_of(document, understand(document, "resume"))
    look = STYLES["plain"]
    return docx(content, look, title="Resume") if ending == "docx" else pdf(content, look, title="", is_letter=False)


@pytest.fixture
def person():
    return make_user(name="Sam Rivera")


@pytest.fixture
def send(tmp_path: Path):
    """Sends the resume as a file, from a list without documents."""

    def sent(page: Page, ending: str) -> None:
        file = tmp_path / f"sam_rivera.{ending}"
        file.write_bytes(as_file(ending))
        page.goto("/my/documents/")
        page.get_by_role("link", name="Review my resume").click()
        page.get_by_label("A file").set_input_files(file)
        page.get_by_role("button", name="Review it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("sam rivera")

    return sent


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def change_line(page: Page, was: str, line: str) -> None:
    """Change the one line beside its note."""
    place = page.locator(".sheet li", has_text=was)
    place.get_by_text("Change this line").click()
    place.get_by_label("The line").fill(line)
    with page.expect_navigation():
        place.get_by_role("button", name="Save and review again").click()


def hold_against_the_ad(page: Page) -> None:
    page.get_by_role("link", name="Tailor to an ad").click()
    page.get_by_label("Paste the ad").fill(AD)
    press(page, "Hold it against this ad")
    expect(page.get_by_role("heading", name="Against the ad:")).to_contain_text("found")


def go_to_a_note_and_back(page: Page) -> None:
    """By keyboard alone."""
    mark = page.locator("a.mk").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(mark.get_attribute("href") or "")
    expect(note).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(note.locator("a.finding__n")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{mark.get_attribute('id')}")


def test_a_resume_gets_better_is_held_against_an_ad_and_goes_out(page, person, send, sign_in_page, tmp_path):
    sign_in_page(page, person)
    send(page, "pdf")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("to make next")

    go_to_a_note_and_back(page)

    # Three changes: one set aside, one line, and the whole text.
    before = newest(Document.objects.get()).review
    press(page, "Not for me")
    expect(page.get_by_text("1 note dealt with or set aside")).to_be_visible()
    change_line(page, "Responsible for", BETTER)
    page.get_by_role("link", name="Edit and review again").click()
    text = page.get_by_label("Your text")
    text.fill(text.input_value().replace("Recieved", "Received"))
    press(page, "Save and review again")
    better = newest(Document.objects.get())
    assert (better.number, BETTER in better.text, "Received" in better.text) == (3, True, True)
    assert better.review.finding_count < before.finding_count
    assert better.review.score > before.score

    page.get_by_role("link", name="Compare").click()
    page.get_by_label("Earlier version").select_option("1")
    press(page, "Compare")
    expect(page.locator("ins", has_text="Received")).to_be_visible()
    expect(page.locator("del", has_text="Responsible")).to_be_visible()

    # For one ad, with a letter.
    page.goto(better.get_absolute_url())
    hold_against_the_ad(page)
    page.get_by_role("link", name="Draft the letter for this ad").click()
    expect(page.get_by_role("heading", name="What they ask for, and your lines that show it")).to_be_visible()
    for label, words in LETTER.items():
        page.get_by_label(label).fill(words)
    press(page, "Put it together and review it")
    assert "Dear Ms. Ortiz,\n" in newest(Document.objects.get(kind="cover-letter")).text

    # Out as Word and as JSON Resume, and back.
    page.goto(f"{better.get_absolute_url()}export/")
    for form, ending in (("DOCX", "docx"), ("JSON Resume", "json")):
        page.get_by_label(form).check()
        with page.expect_download() as got:
            page.get_by_role("button", name="Download").click()
        got.value.save_as(tmp_path / f"out.{ending}")
    back = reading.read((tmp_path / "out.docx").read_bytes(), "out.docx").text
    assert (BETTER in back, "Received deliveries" in back) == (True, True)
    page.goto("/my/documents/import/")
    page.get_by_label("JSON Resume file").set_input_files(tmp_path / "out.json")
    press(page, "Bring it in")
    assert BETTER in Version.objects.get(origin="import").text


def test_the_same_without_script_on_a_phone(without_script, person, send, sign_in_page):
    sign_in_page(without_script, person)
    send(without_script, "docx")

    without_script.locator("a.mk").first.click()
    assert "#n" in without_script.url
    press(without_script, "Not for me")
    change_line(without_script, "Recieved", "Received deliveries and checked them against invoices")
    hold_against_the_ad(without_script)

    assert newest(Document.objects.get()).number == 3


def test_a_mentor_comments_on_marked_words_and_the_writer_deals_with_it(page, open_context, person, sign_in_page):
    document = make_document(person)
    sign_in_page(page, person)
    page.goto(newest(document).get_absolute_url())
    page.get_by_role("link", name="Make a link for someone").click()
    page.get_by_label("For whom").fill("My old manager")
    press(page, "Make the link")
    address = page.get_by_label("Address for My old manager").input_value()

    mentor = open_context(size="phone").new_page()
    mentor.goto(address[address.index("/my/") :])
    line = mentor.locator(".sheet li", has_text="about 120 orders")
    line.locator(".ln").evaluate(
        """line => { const at = line.firstChild.textContent.indexOf("about 120 orders");
        getSelection().setBaseAndExtent(line.firstChild, at, line.firstChild, at + 16) }"""
    )
    line.get_by_text("Comment: “about 120 orders”").click()
    line.get_by_label("Your name").fill("Max Mentor")
    line.get_by_label("Your comment").fill("I counted them: it was 150.")
    line.get_by_role("button", name="Add the comment").click()
    expect(mentor.get_by_text("I counted them: it was 150.")).to_be_visible()

    page.reload()
    expect(page.locator("a.mk--person")).to_contain_text("about 120 orders")
    page.get_by_role("button", name="Dealt with").click()
    expect(page.locator("a.mk--person")).to_have_count(0)
    assert ReviewComment.objects.get().quote == "about 120 orders"
    assert ReviewComment.objects.get().resolved_at


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_documents_are_accessible(open_context, person, sign_in_page, assert_accessible, complaints, size, colors):
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, person)
    page.goto("/my/documents/")
    assert_accessible(page)
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", status="published")
    make_role_term(role=role, name="HIPAA", is_required=True)
    counselor = make_user()
    make_membership(user=counselor, role="counselor")
    document = make_document(person, role=role)
    posting = make_posting(person)
    asked, link = make_request(document, of=counselor), make_mentor_link(document)
    ReviewComment.objects.create(version=newest(document), link=link, author_name="Max", body="Shorter", quote="")
    busy = Document.objects.create(owner=person, title="Busy").versions.create(number=1, file="x.pdf", origin="upload")
    busy.keep_trouble(code="busy", message="Other documents are being read.", at=timezone.now() - timedelta(minutes=1))
    one, numbered = f"/my/documents/{document.pk}/", newest(document).get_absolute_url()
    page.goto(f"{numbered}text/")
    page.get_by_label("Your text").fill(RESUME.replace("Recieved", "Received"))
    press(page, "Save and review again")

    for path in [
        *("/my/documents/", "/my/documents/add/", numbered, busy.get_absolute_url()),
        f"{one}compare/?old=1&new=2",
        *(f"{numbered}{name}/" for name in ("text", "tailor", "export", "ask", "link")),
        f"/my/documents/letter/?posting={posting.pk}&resume={document.pk}",
        link.get_absolute_url(),
    ]:
        page.goto(path)
        assert_accessible(page)

    page.goto(one)
    page.get_by_text("Change this line").first.click()
    page.locator("input[name=was]").first.evaluate("field => field.value = 'Other words'")
    with page.expect_response(lambda answer: answer.status == 409):
        page.get_by_role("button", name="Save and review again").first.click()
    assert_accessible(page)
    complaints.clear()  # the answer 409 is one

    other = open_context(size=size, colors=colors).new_page()
    sign_in_page(other, counselor)
    other.goto(asked.get_absolute_url())
    assert_accessible(other)
