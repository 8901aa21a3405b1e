"""The guide in a real browser: contents that follow, a state changed in place, notes a tap away, without script too."""

import re

import pytest
from playwright.sync_api import Page, expect

from guides.models import Role
from tests.browser.conftest import LOOKS
from tests.factories import make_fact, make_section, make_source, make_term
from tests.guides.test_page_detail import make_guide

pytestmark = pytest.mark.django_db(transaction=True)
GUIDE = "/guides/helper/"


@pytest.fixture
def guide() -> Role:
    """A guide with every block, and two long parts around them."""
    role = make_guide(rows=3)
    source = make_source(key="survey", title="Survey of helpers")
    make_fact(key="fee.exam", value="$129", source=source)
    make_term(slug="sig", term="Sig", definition="The short directions.")
    long = "\n\n".join("Words of a paragraph that goes on for a while. " * 6 for _ in range(12))
    make_section(role=role, slug="first", title="First part", position=0, body=f"{long}\n\n### Inside\n\n{long}")
    make_section(
        role=role, slug="last", title="Last part", position=9999, body=f"It costs {{{{ fact:fee.exam }}}}. {long}"
    )
    return role


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
@pytest.mark.parametrize("query", ["", "?state=OH"])
def test_the_guide_is_accessible(guide, open_context, assert_accessible, size, colors, query):
    page = open_context(size=size, colors=colors).new_page()
    page.goto(f"{GUIDE}{query}")
    page.evaluate("document.querySelectorAll('details').forEach((item) => (item.open = true))")

    assert_accessible(page)


def test_the_guide_fits_a_window_of_320_pixels(guide, phone):
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto(f"{GUIDE}?state=OH")
    phone.evaluate("document.querySelectorAll('details').forEach((item) => (item.open = true))")

    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_contents_at_a_desk_mark_the_part_that_is_read(guide, page):
    page.goto(GUIDE)
    current = page.locator(".toc--side [aria-current=location]")

    page.locator("#first").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#last').scrollIntoView()")

    expect(current).to_have_text("Last part")


def test_on_a_phone_a_bar_says_where_one_is_and_leads_on(guide, phone):
    phone.goto(GUIDE)
    phone.evaluate("document.querySelector('#first').scrollIntoView()")
    bar = phone.locator("[data-contents]")
    expect(bar).to_contain_text("First part")

    bar.locator("summary").click()
    bar.get_by_role("link", name="Last part").click()

    expect(bar.locator("details")).not_to_have_attribute("open", "")
    expect(bar.locator("summary")).to_contain_text("Last part")
    expect(phone).to_have_url(re.compile(r"#last$"))
    top = phone.locator("#last h2").bounding_box()["y"]
    assert top > bar.bounding_box()["height"]


def test_escape_closes_the_contents_and_gives_the_focus_back(guide, phone):
    phone.goto(GUIDE)
    summary = phone.locator("[data-contents] summary")
    summary.focus()
    phone.keyboard.press("Enter")

    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")

    expect(phone.locator("[data-contents] details")).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_a_state_is_changed_in_place_by_the_keyboard(guide, page):
    page.goto(GUIDE)
    menu = page.get_by_label("My state").first
    menu.focus()
    before = menu.bounding_box()["y"]

    menu.select_option("TX")
    expect(page.locator(".figs")).to_contain_text("Middle pay in the U.S.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".figs")).to_contain_text("Middle pay in Texas")
    expect(page.locator("[data-status]")).to_have_text("Texas")
    expect(page.get_by_label("My state").first).to_be_focused()
    assert abs(page.get_by_label("My state").first.bounding_box()["y"] - before) < 2
    assert page.url.endswith(GUIDE)


def test_a_state_chosen_with_a_pointer_needs_no_button(guide, page):
    page.goto(GUIDE)
    menu = page.get_by_label("My state").first

    menu.dispatch_event("pointerdown")
    menu.select_option("TX")

    expect(page.locator(".figs")).to_contain_text("Middle pay in Texas")


def test_a_state_chosen_at_the_rule_shows_the_rule_there(guide, page):
    page.goto(GUIDE)
    menu = page.locator("#state-again-menu")

    menu.dispatch_event("pointerdown")
    menu.select_option("OH")

    expect(page.get_by_text("Ohio asks you to register").first).to_be_visible()
    expect(page.locator("#all")).to_be_focused()


def test_a_state_can_be_changed_without_script(guide, without_script):
    page: Page = without_script
    page.goto(GUIDE)

    page.get_by_label("My state").first.select_option("TX")
    page.get_by_role("button", name="Show").first.click()

    expect(page.locator(".figs")).to_contain_text("Middle pay in Texas")
    expect(page).to_have_url(re.compile(r"#my-state$"))


def test_contents_and_the_way_back_work_without_script(guide, without_script):
    without_script.goto(f"{GUIDE}#last")

    without_script.locator(".toc-back a").click()
    without_script.locator("#contents summary").click()
    without_script.locator("#contents").get_by_role("link", name="First part").click()

    expect(without_script).to_have_url(re.compile(r"#first$"))
    expect(without_script.get_by_role("button", name="Print")).to_be_hidden()


def test_a_source_is_one_tap_from_its_figure(guide, phone):
    phone.goto(GUIDE)

    phone.get_by_role("link", name="$129").click()

    expect(phone.locator("li:target")).to_contain_text("Survey of helpers")
    expect(phone.locator("li:target")).to_be_in_viewport()


def test_the_link_of_a_heading_is_there_for_the_keyboard(guide, page):
    page.goto(GUIDE)
    link = page.get_by_role("link", name="Link to this part: Inside")

    link.focus()

    expect(link).to_be_focused()
    assert link.evaluate("(item) => getComputedStyle(item).opacity") == "1"


def test_printing_leaves_out_what_cannot_be_pressed_on_paper(guide, page):
    page.goto(GUIDE)

    page.emulate_media(media="print")

    for name in (".toc--side", ".switch", "#feedback", ".head"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Last part")).to_be_visible()
    expect(page.locator(".note--source").first).to_be_visible()
