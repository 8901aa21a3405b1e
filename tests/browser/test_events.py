"""Events in a real browser: one is added and said to be over without script, its list is ticked by keyboard, every page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from jobsearch.models import Event
from tests.browser.conftest import LOOKS
from tests.factories import make_user
from tests.jobsearch.factories import make_contact, make_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def test_an_event_is_added_canceled_and_taken_back_without_script(without_script, sign_in_page, pat):
    page = without_script
    sign_in_page(page, pat)

    page.goto("/my/events/add/")
    page.get_by_label("Name", exact=False).first.fill("Spring fair")
    page.get_by_role("button", name="Save the event").click()
    page.get_by_role("button", name="It is canceled").click()
    expect(page.get_by_text("Canceled", exact=True)).to_be_visible()
    page.get_by_role("button", name="Still to come").click()

    expect(page.get_by_text("Canceled", exact=True)).to_have_count(0)
    assert Event.objects.get().is_planned


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_reads_well_for_everyone(open_context, sign_in_page, assert_accessible, pat, size, colors):
    now = timezone.now()
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)
    page.goto("/my/events/")
    assert_accessible(page)
    coming = make_event(owner=pat, title="F" + "air" * 40, starts_at=now + timedelta(days=3), employers="word" * 60)
    over = make_event(owner=pat, starts_at=now - timedelta(days=2), place="https://example.org/" + "room" * 40)
    off = make_event(owner=pat, state="cancelled", starts_at=now + timedelta(days=9))
    make_contact(owner=pat, met_at=over)

    item = coming.items.first()
    own = [event.get_absolute_url() for event in (coming, over, off)]
    for path in [
        "/my/events/",
        "/my/events/add/",
        *own,
        f"{own[0]}edit/",
        f"{own[0]}delete/",
        f"/my/events/items/{item.pk}/",
    ]:
        page.goto(path)
        assert_accessible(page)
