"""The catalogue of credentials in a real browser: small, dark, by keyboard, without script."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from guides.models import Credential
from tests.browser.conftest import LOOKS
from tests.factories import (
    make_credential,
    make_fact,
    make_outline,
    make_pathway,
    make_resource,
    make_role,
    make_source,
    make_state,
    make_state_requirement,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def letters() -> list[Credential]:
    """Two certifications for one job: one known well, one with doubts; and a certificate for later."""
    role = make_role(slug="helper", title="Helper", plural="Helpers")
    issuer = "Board of Helpers and Their Friends Across the Whole Country"
    first = make_credential(
        roles=(role,), slug="one", abbreviation="CPH", issuer=issuer, exam="HEX", is_entry=True, summary="The older."
    )
    second = make_credential(roles=(role,), slug="two", abbreviation="CPH", issuer="Second board", is_entry=True)
    make_credential(roles=(role,), slug="later", kind="certificate", name="A course")
    for credential, fee, confidence in ((first, "$129", "high"), (second, "$125 to $139", "low")):
        key = f"{credential.slug}/exam.fee"
        make_fact(key=key, label="Exam fee", value=fee, unit="USD", confidence=confidence, credential=credential)
    make_fact(key="one/eligibility", label="Who may apply", value="a program, or 500 hours of work", credential=first)
    make_pathway(credential=first, name="By a program", conditions=[("program", "finished a program")])
    make_pathway(credential=first, name="By work", conditions=[("work", "500 hours of work"), ("card", "a CPR card")])
    today = timezone.localdate()
    parts = [("Medications and everything about them", 62.5), ("Law", 37.5)]
    make_outline(credential=first, in_force_until=today, domains=parts, items=90, source=make_source(kind="official"))
    make_outline(credential=first, in_force_from=today + timedelta(days=1), domains=parts, confidence="low")
    make_resource(role=role, kind="directory", name="Directory of programs", url="https://example.org/")
    make_state_requirement(role=role, state=make_state("OH", name="Ohio"), national="yes")
    return [first, second]


PAGES = [
    "/certifications/?state=OH",
    "/certifications/?kind=licence&role=helper",
    "/certifications/one/?state=OH",
    "/certifications/one/?check=yes&have=work",
    "/certifications/later/",
    "/certifications/compare/",
    "/certifications/compare/?c=one&c=two&state=OH&years=10&c=nothing",
]


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
@pytest.mark.parametrize("address", PAGES)
def test_the_catalogue_is_accessible(letters, open_context, assert_accessible, size, colors, address):
    page = open_context(size=size, colors=colors).new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('main details:not(.filter)').forEach((item) => (item.open = true))")

    assert_accessible(page)


@pytest.mark.parametrize("address", PAGES)
def test_the_catalogue_fits_a_window_of_320_pixels(letters, phone, address):
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto(address)
    phone.evaluate("document.querySelectorAll('main details:not(.filter)').forEach((item) => (item.open = true))")

    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_check_works_without_script_and_its_address_can_be_shared(letters, without_script):
    without_script.goto("/certifications/one/")
    without_script.get_by_label("500 hours of work").check()
    without_script.get_by_role("button", name="See which way is open").click()

    expect(without_script.locator("#answer")).to_contain_text("On the nearest, 1 thing is missing")
    assert "have=work" in without_script.url

    without_script.get_by_label("a CPR card").check()
    without_script.get_by_role("button", name="See which way is open").click()

    expect(without_script.locator("#answer")).to_contain_text("A way is open to you: By work")


def test_the_check_is_answered_by_keyboard(letters, phone):
    phone.goto("/certifications/one/")
    phone.get_by_label("finished a program").focus()
    phone.keyboard.press("Space")
    phone.get_by_role("button", name="See which way is open").focus()
    phone.keyboard.press("Enter")

    expect(phone.locator("#answer")).to_contain_text("A way is open to you: By a program")


def test_credentials_are_chosen_and_set_side_by_side(letters, phone):
    choose(phone, "one", "two")

    expect(phone.locator("h1")).to_contain_text("side by side")
    expect(phone.locator("#cost")).to_contain_text("Over 6 years")


def choose(page: Page, *slugs: str) -> None:
    page.goto("/certifications/compare/")
    for slug in slugs:
        page.locator(f"input[name=c][value={slug}]").check()
    page.get_by_label("Cost over").select_option("6")
    page.get_by_role("button", name="Compare").click()
