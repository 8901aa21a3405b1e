"""A person's continuing education in a real browser: a month of it written down, thought over, filed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from certifications.models import CECredit, HeldCredential
from tests.browser.conftest import LOOKS
from tests.certifications.courses import BODY, make_ruled, put
from tests.factories import make_credential, make_held, make_user

pytestmark = pytest.mark.django_db(transaction=True)

# What someone does in a month: title, hours, number, marks besides those of the number.
MONTH = [
    ("Pharmacy law update", "1", "0798-9999-26-001-L03-T", []),
    ("Vaccine storage", "2", "0798-9999-26-002-H06-T", []),
    ("Opioid safety", "3.5", "0798-9999-26-003-H05-P", []),
    ("Blood thinners in practice", "2", "0798-9999-26-004-H01-P", []),
    ("Lunch lecture", "1", "", ["In-service training at work"]),
    ("Sterile compounding, a whole week", "13.5", "", ["Technicians (number ends in T)"]),
]


@pytest.fixture
def held():
    """A certification whose cycle ends in two months."""
    today = timezone.localdate()
    return make_ruled(
        make_user(name="Sam Seeker"),
        body=BODY,
        credential=make_credential(abbreviation="CPhT", issuer="PTCB"),
        earned_on=today - timedelta(days=2000),
        expires_on=today + timedelta(days=60),
    )


def add(page: Page, title: str, hours: str, number: str, marks: list[str], day: str) -> None:
    page.goto("/my/ce/")
    page.get_by_role("link", name="Add a course", exact=True).click()
    page.get_by_label("Title of the course").fill(title)
    page.get_by_label("Completed on").fill(day)
    page.get_by_label("How much").fill(hours)
    page.get_by_label("Activity number").fill(number)
    for mark in marks:
        page.get_by_label(mark).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Add the course").click()


def test_a_month_is_written_down_and_the_renewal_filed(page, held: HeldCredential, sign_in_page):
    today = timezone.localdate()
    sign_in_page(page, held.holder)

    for number, (title, hours, uan, marks) in enumerate(MONTH):
        add(page, title, hours, uan, marks, (today - timedelta(days=30 - 5 * number)).isoformat())

    expect(page.get_by_role("heading", level=1)).to_have_text("CPhT, PTCB: all hours are there")
    expect(page.get_by_text("21.5 of 20 h", exact=True)).to_be_visible()
    expect(page.get_by_role("row", name="Blood thinners in practice")).to_contain_text("partly")
    expect(page.get_by_role("row", name="Lunch lecture")).to_contain_text("this rule leaves out")
    page.get_by_role("link", name="File the renewal", exact=True).click()
    page.get_by_role("button", name="File the renewal").click()
    expect(page.get_by_text("All hours were there.")).to_be_visible()
    page.get_by_role("link", name="CPhT, PTCB").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CPhT, PTCB: 18.5 hours to go")
    assert CECredit.objects.filter(allocations__isnull=False).count() == len(MONTH)


def test_what_was_typed_wrong_is_said_and_kept(phone, held, sign_in_page):
    sign_in_page(phone, held.holder)

    add(phone, "Law", "two", "", [], timezone.localdate().isoformat())

    expect(phone.get_by_role("alert")).to_contain_text("Hours must be a number, such as 1.5.")
    expect(phone.get_by_label("How much")).to_have_value("two")
    expect(phone.get_by_label("Title of the course")).to_have_value("Law")


def test_a_course_is_thought_over_before_it_is_paid_for(without_script, held, sign_in_page):
    sign_in_page(without_script, held.holder)
    without_script.goto(f"/my/ce/{held.pk}/")

    without_script.get_by_label("How many hours?").fill("2")
    without_script.get_by_label("Pharmacy law").check()
    without_script.get_by_role("button", name="Show what it would change").click()

    expect(without_script.get_by_text("It would bring you from 20 hours to go to 18 hours.")).to_be_visible()
    assert not CECredit.objects.exists()


def test_a_table_is_looked_through_and_kept_without_script(without_script, held, sign_in_page, tmp_path):
    sign_in_page(without_script, held.holder)
    table = tmp_path / "courses.csv"
    table.write_text('Date,Title,Hours,Marks\n11/3/2026,"Law, again",1,T; law\n2026-11-04,Safety,2,safety\n')

    without_script.goto("/my/ce/import/")
    without_script.get_by_label("The CSV file").set_input_files(table)
    without_script.get_by_role("button", name="Look it through").click()
    expect(without_script.get_by_role("heading", level=1)).to_have_text("2 courses are ready")
    without_script.get_by_role("button", name="Keep 2 courses").click()

    expect(without_script.get_by_role("link", name="Law, again")).to_be_visible()
    assert CECredit.objects.filter(serves=held).count() == 2


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_ledger_is_accessible(open_context, held, sign_in_page, assert_accessible, size, colors):
    page = open_context(size=size, colors=colors).new_page()
    day = timezone.localdate()
    credit = put(held, 2, "T", "law", completed_on=day, title="A course with a rather long title that wraps")
    put(held, 6, "P", completed_on=day)
    lapsed = make_ruled(held.holder, earned_on=day - timedelta(days=2000), expires_on=day - timedelta(days=9))
    make_held(holder=held.holder, name="BLS, by the local hospital and its friends", earned_on=day)
    sign_in_page(page, held.holder)

    for path in [
        "",
        "add/",
        "import/",
        f"{held.pk}/",
        f"{lapsed.pk}/",
        f"{held.pk}/what-if/?hours=2&tags=law",
        f"{held.pk}/what-if/?hours=two",
        f"{held.pk}/cycle/",
        f"{held.pk}/file/",
        f"courses/{credit.pk}/",
        f"courses/{credit.pk}/ask/",
        f"courses/{credit.pk}/delete/",
    ]:
        page.goto(f"/my/ce/{path}")
        assert_accessible(page)
