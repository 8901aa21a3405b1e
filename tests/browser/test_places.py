"""The directory of places to go in a real browser: chosen by keyboard without script, and every page for everyone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS
from tests.factories import make_resource, make_role, make_section, make_state, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def guild(live_server):
    role = make_role(slug="helper", title="Helper")
    make_section(role=role)
    ohio, today = make_state("OH"), timezone.localdate()
    long = "https://example.org/a-very-long-address/" + "without-a-single-space-" * 8
    last_year = today - timedelta(days=365)
    make_resource(name="Board of Ohio", role=role, state=ohio, kind="official", url=long, review_by=last_year)
    make_resource(name="Openings", kind="job-board", cost="Free to search", checked_on=today, confidence="high")
    return make_resource(
        name="Guild of helpers", key="guild", role=role, url="https://example.org/", sources="Its page"
    )


def test_a_place_is_found_by_state_and_put_on_the_plan_without_script(without_script, sign_in_page, guild):
    page = without_script
    sign_in_page(page, make_user(email="pat@example.org"))

    page.goto("/places/")
    page.get_by_label("State", exact=True).select_option("Ohio")
    page.get_by_label("Job", exact=True).select_option("Helper")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Helper in Ohio: where to look")
    page.get_by_role("listitem").filter(has_text="Board of Ohio").get_by_role("button").click()

    expect(page.get_by_role("status")).to_contain_text("“Board of Ohio” is a step on your plan.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Helper in Ohio: where to look")


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_reads_well_for_everyone(open_context, sign_in_page, assert_accessible, guild, size, colors):
    page = open_context(size=size, colors=colors).new_page()

    paths = ["/places/", "/places/?state=OH&role=helper", "/places/?state=zz&kind=education", "/places/guild/"]
    for path in [*paths, "/guides/helper/?state=OH", "/guides/helper/states/oh/"]:
        page.goto(path)
        assert_accessible(page)
    sign_in_page(page, make_user(email="pat@example.org"))
    page.goto("/places/?state=OH")
    assert_accessible(page)
