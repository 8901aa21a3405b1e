"""Occupations in a real browser: looked through by keyboard, read on a phone, and without script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS
from tests.factories import make_occupation, make_projection, make_release, make_role, make_wage
from tests.guides.test_occupation import make_profile

pytestmark = pytest.mark.django_db(transaction=True)
PROFILE = "/occupations/29-2052.00/"


@pytest.fixture
def occupations() -> None:
    """One occupation with everything, a guide about it, and a page and a bit of others."""
    make_release(kind="wages", version="May 2025")
    make_profile(rows=3, realistic="5.10", social="4.20", conventional="6.90")
    make_wage()
    make_projection(entry_education="High school diploma or equivalent", training="Apprenticeship")
    make_role(title="Pharmacy technician", onet_soc="29-2052.00")
    for number in range(60):
        make_occupation(title=f"Job {number:03d}", code=f"51-{number:04d}.00")


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details:not(.filter)').forEach((item) => (item.open = true))")


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_occupations_are_accessible(occupations, open_context, assert_accessible, size, colors):
    page = open_context(size=size, colors=colors).new_page()

    for address in (PROFILE, f"{PROFILE}?state=OH", "/occupations/", "/occupations/?field=29", "/occupations/?pay=35"):
        page.goto(address)
        open_all(page)
        assert_accessible(page)
    page.goto("/occupations/")
    page.locator(".filter summary").first.click()
    assert_accessible(page)


def test_a_filter_is_chosen_and_taken_off_by_keyboard(occupations, page):
    page.goto("/occupations/")
    filters = page.locator(".filter")

    filters.first.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/occupations/?field=11*")
    expect(page.locator("#list")).to_have_text("3 fit")

    page.locator(".chips a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/occupations/*#list")
    expect(page.locator("#list")).to_have_text("All of them")


def test_someone_without_script_finds_an_occupation_and_its_guide(occupations, without_script):
    without_script.goto("/occupations/")

    without_script.locator(".fields a", has_text="Health: treating").click()
    without_script.wait_for_url("**/occupations/?field=29*")
    without_script.locator("table a", has_text="Pharmacy Technicians").click()
    expect(without_script.locator("h1")).to_have_text("Pharmacy Technicians")
    without_script.locator(".flag a").click()

    expect(without_script.locator("h1")).to_have_text("Pharmacy technician")


def test_the_state_changes_the_pay_in_its_place(occupations, page):
    page.goto(PROFILE)

    page.locator("#state-first-menu").select_option("OH")
    page.locator(".switch button").click()

    expect(page.locator("#glance")).to_contain_text("Middle pay in Ohio")
    expect(page.locator("#pay")).to_contain_text("In Ohio half earn more")


def test_the_list_comes_back_to_its_filters_after_choosing_a_state(occupations, without_script):
    without_script.goto("/occupations/?field=29")

    without_script.locator("#state-first-menu").select_option("OH")
    without_script.locator(".switch button").click()

    without_script.wait_for_url("**/occupations/?field=29*")
    expect(without_script.locator("main table")).to_contain_text("$40,000")
