"""Search in a real browser: answers while typing, by keyboard, and without script."""

import pytest
from playwright.sync_api import expect

from guides.models import Section
from guides.search import index
from tests.browser.conftest import LOOKS
from tests.factories import make_credential, make_role, make_section, make_term, make_title, make_wage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def guide(live_server):
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", lead="Fills orders at a counter.")
    make_title(role=role, title="pharm tech")
    make_section(role=role, kind=Section.Kind.PAY, slug="pay", title="Pay", body="Technicians earn by the hour.")
    make_section(role=role, slug="work", title="What you would do", body="You count pills on a tray.")
    make_credential(roles=(role,), name="Certified Pill Counter", abbreviation="CPC", is_entry=True)
    make_wage(year_median=45_750)
    index.put_role(role)
    index.put_term(make_term(slug="pill", term="Pill count", definition="How many pills are left."))
    return role


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name")


def test_answers_stand_under_the_field_while_typing_and_leave_on_escape(page):
    page.goto("/")

    page.locator("#ask input[name=q]").press_sequentially("pharmcy tec")

    expect(page.locator("[data-answers] a").first).to_contain_text("Pharmacy technician")
    expect(page.locator("#ask [data-status]")).to_contain_text("we found one guide")
    page.keyboard.press("Escape")
    expect(page.locator("[data-answers] a")).to_have_count(0)
    expect(page.locator("#ask input[name=q]")).to_have_value("pharmcy tec")


def test_arrows_lead_into_the_answers_and_back(page):
    page.goto("/")
    page.locator("#ask input[name=q]").fill("count pills")
    page.wait_for_selector("[data-answers] a")

    page.keyboard.press("ArrowDown")
    assert focused(page) == "Pharmacy technician"
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("What you would do")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")

    assert focused(page) == "q"


def test_the_search_page_follows_without_a_step_in_the_history(page):
    page.goto("/guides/search/")
    before = page.evaluate("history.length")

    page.locator("input[name=q]").fill("count pills")
    page.wait_for_selector("#found mark")

    expect(page).to_have_url("/guides/search/?q=count+pills")
    assert page.evaluate("history.length") == before
    page.locator("input[name=q]").fill("")
    page.wait_for_selector("text=Ask in your own words")
    expect(page).to_have_url("/guides/search/")


def test_search_works_without_script(without_script):
    without_script.goto("/")

    without_script.locator("#ask input[name=q]").fill("pharm tech")
    without_script.keyboard.press("Enter")

    without_script.wait_for_url("**/guides/search/?q=pharm+tech")
    assert without_script.locator("#best").inner_text() == "Pharmacy technician"


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
@pytest.mark.parametrize("question", ["", "count pills", "phlegm tectonic"])
def test_every_answer_is_accessible(open_context, assert_accessible, size, colors, question):
    page = open_context(size=size, colors=colors).new_page()

    page.goto(f"/guides/search/?q={question}")

    assert_accessible(page)


def test_answers_under_the_field_are_accessible(phone, assert_accessible):
    phone.goto("/")
    phone.locator("#ask input[name=q]").fill("count pills")
    phone.wait_for_selector("[data-answers] a")

    assert_accessible(phone)
