"""Roles side by side and state by state in a real browser: small, dark, by keyboard, without script, on paper."""

import pytest
from playwright.sync_api import Page, expect

from guides.models import Role
from tests.browser.conftest import LOOKS
from tests.factories import make_fact, make_projection, make_related_role, make_role, make_state, make_wage
from tests.factories import make_work_setting as make_setting
from tests.guides.test_page_detail import make_guide
from tests.guides.test_states import make_ruled_role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def roles() -> list[Role]:
    """Two guides with figures, facts and rules, and a third with little."""
    first = make_guide(rows=3)
    second = make_role(slug="aide", title="Aide", plural="Aides", onet_soc="29-1001.00", way_in="Learn at work")
    make_wage(soc="29-1001", year_median=38_000, year_p10=30_000)
    make_projection(soc="29-1001", openings=7)
    make_setting(role=second, name="Clinic", pace="Planned", hardest="Long afternoons")
    make_fact(key="aide/training.cost", label="Tuition", value="$900", role=second, confidence="low", note="Ask them.")
    make_related_role(role=first, target=second, why="Less counting.")
    make_role(slug="porter", title="Porter", plural="Porters", onet_soc="29-1002.00")
    return [first, second]


BOTH = "/guides/compare/?role=helper&role=aide&state=OH"


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
@pytest.mark.parametrize("address", [BOTH, f"{BOTH}&role=porter&role=no-such", "/guides/compare/"])
def test_the_comparison_is_accessible(roles, open_context, assert_accessible, size, colors, address):
    page = open_context(size=size, colors=colors).new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((item) => (item.open = true))")

    assert_accessible(page)


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
@pytest.mark.parametrize("end", ["?sort=pay&state=OH", "?certification=maybe", "oh/", "ut/"])
def test_state_pages_are_accessible(open_context, assert_accessible, size, colors, end):
    make_ruled_role()
    page = open_context(size=size, colors=colors).new_page()
    page.goto(f"/guides/helper/states/{end}")
    page.evaluate("document.querySelectorAll('details').forEach((item) => (item.open = true))")

    assert_accessible(page)


@pytest.mark.parametrize("address", [BOTH, "/guides/compare/", "/guides/helper/states/", "/guides/helper/states/oh/"])
def test_the_pages_fit_a_window_of_320_pixels(roles, phone, address):
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto(address)
    phone.evaluate("document.querySelectorAll('details').forEach((item) => (item.open = true))")

    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_someone_ticks_two_jobs_and_a_state_and_gets_an_address_to_send(roles, without_script):
    page: Page = without_script
    page.goto("/guides/compare/")
    page.get_by_label("Helper").check()
    page.get_by_label("Aide").check()
    page.get_by_label("My state").select_option("OH")
    page.get_by_role("button", name="Compare").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("side by side")
    assert page.url.endswith("/guides/compare/?role=aide&role=helper&state=OH")
    page.get_by_role("link", name="take out Aide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Helper, and which other?")


def test_by_keyboard_the_table_of_states_is_sorted_and_filtered(page):
    make_ruled_role()
    page.goto("/guides/helper/states/")
    heading = page.get_by_role("columnheader", name="Middle pay")
    heading.get_by_role("link").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("columnheader", name="Middle pay")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody th").first).to_have_text("Texas")
    page.get_by_role("link", name="Not required").focus()
    page.keyboard.press("Enter")
    expect(page.locator("tbody th")).to_have_text(["Ohio"])
    expect(page.get_by_role("columnheader", name="Middle pay")).to_have_attribute("aria-sort", "descending")


def test_on_a_phone_the_order_is_chosen_above_the_list(phone):
    make_ruled_role()
    phone.goto("/guides/helper/states/")
    phone.get_by_role("navigation", name="Order").get_by_role("link", name="Middle pay").click()

    expect(phone.locator("tbody th").first).to_have_text("Texas")
    expect(phone.locator("thead")).to_be_hidden()


def test_another_place_is_one_tap_away(without_script):
    make_ruled_role()
    make_state("OH")
    page: Page = without_script
    page.goto("/guides/helper/states/oh/")
    page.get_by_text("Choose another place").click()
    page.get_by_role("link", name="Texas", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Helper in Texas")


def test_on_paper_the_answers_stay_and_the_controls_go(roles, page):
    page.goto(BOTH)
    page.emulate_media(media="print")

    expect(page.locator("thead th").first).to_be_visible()
    expect(page.get_by_role("button", name="Compare")).to_be_hidden()
    expect(page.locator(".picked__out").first).to_be_hidden()
