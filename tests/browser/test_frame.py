"""The frame around every page, in a real browser: keyboard, phone, dark, and without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS
from tests.factories import make_role, make_section

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/", "/guides/", "/guides/search/", "/guides/glossary/", "/about/facts/", "/accounts/login/", "/no-such-page/"]


@pytest.fixture
def guide():
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician")
    make_section(role=role, slug="work", title="What you would do")
    return role


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_kind_of_page_is_accessible(open_context, assert_accessible, complaints, guide, size, colors):
    page = open_context(size=size, colors=colors).new_page()

    for address in PAGES:
        page.goto(address)
        assert_accessible(page)
        if address == "/no-such-page/":
            complaints.clear()  # the browser itself notes the 404


def test_the_first_tab_stop_skips_to_the_page(page):
    page.goto("/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_the_menu_opens_and_leads_on_by_keyboard(phone, guide):
    phone.goto("/")
    menu = phone.locator("details.menu > summary")

    menu.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("details.menu")).to_have_attribute("open", "")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")

    phone.wait_for_url("**/guides/")


def test_focus_can_be_seen_on_every_stop_of_the_frame(page):
    page.goto("/")

    unseen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none' }"
        )
        if not shown:
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))

    assert unseen == []


def test_pages_work_without_script(without_script, guide):
    without_script.goto("/")

    without_script.locator("details.menu > summary").click()
    without_script.locator("details.menu a", has_text="Explore").click()
    without_script.wait_for_url("**/guides/")
    without_script.locator("main a", has_text="Pharmacy technician").first.click()

    expect(without_script.locator("h1")).to_contain_text("Pharmacy technician")


def test_targets_in_the_frame_are_big_enough_for_a_thumb(phone):
    phone.goto("/")

    small = phone.evaluate(
        "() => [...document.querySelectorAll('.head a, .head summary')].filter(e => e.offsetParent)"
        ".map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 24 || box.width < 24).map(([words]) => words)"
    )

    assert small == []
