"""The job search in a real browser: a card moves by keyboard, and every page reads well."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from jobsearch.actions import move
from jobsearch.models import Application, OfferQuestion
from tests.browser.conftest import LOOKS
from tests.factories import make_resource, make_role, make_user, make_wage
from tests.jobsearch.factories import make_alert, make_application, make_offer
from tests.resumes.makers import make_document

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def test_a_card_is_moved_by_keyboard_alone(page, sign_in_page, pat):
    application = make_application(owner=pat, title="Night technician", on=timezone.localdate())
    sign_in_page(page, pat)

    page.goto("/my/jobs/board/")
    select = page.get_by_role("combobox").first
    select.focus()
    select.select_option("preparing")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").first).to_contain_text("moved to “Preparing”")
    application.refresh_from_db()
    assert application.stage == Application.Stage.PREPARING


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_job_search_is_accessible(open_context, sign_in_page, assert_accessible, pat, size, colors):
    today = timezone.localdate()
    silent = make_application(owner=pat, stage="applied", source="network", on=today - timedelta(days=12))
    fitting = make_application(owner=pat, musts="Customer service\nCPhT\nTeamwork", nices="Epic Willow", on=today)
    make_document(pat)
    move(make_application(owner=pat, stage="applied", on=today), "interview", on=today)
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, pat)

    places = ["", "board/", f"{silent.pk}/", "add/", f"{silent.pk}/edit/", f"{silent.pk}/delete/", f"{fitting.pk}/fit/"]
    for place in [*places, f"log/?first={today - timedelta(days=20)}&last={today}", "log/new/", "numbers/"]:
        page.goto(f"/my/jobs/{place}")
        assert_accessible(page)
    page.goto("/my/jobs/import/")
    assert_accessible(page)
    table = b'title,stage,link\nClerk,Nowhere,no link\n"Torn,,\nNight technician,Saved,\n'
    page.locator("input[type=file]").set_input_files([{"name": "jobs.csv", "mimeType": "text/csv", "buffer": table}])
    page.get_by_role("button", name="Look it through").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 rows need a change")
    assert_accessible(page)
    make_wage(), make_resource(kind="job-board")
    role = make_role(onet_soc="29-2052.00")
    application = make_application(owner=pat, stage="offer", role=role, on=today)
    offer = make_offer(application=application, pay=20, answer_by_on=today + timedelta(days=5))
    OfferQuestion.objects.create(offer=offer, text="Is there a locker?", asked_on=today, answer="Yes, one each.")
    for place in ["", "edit/", "questions/", "pay/", "answer/"]:
        page.goto(f"{offer.get_absolute_url()}{place}")
        assert_accessible(page)
    alerts = [make_alert(owner=pat, set_up_on=day) for day in (None, today - timedelta(days=9))]
    for place in ["", "add/", f"{alerts[1].pk}/edit/", f"{alerts[1].pk}/delete/"]:
        page.goto(f"/my/alerts/{place}")
        assert_accessible(page)
    page.goto(f"{offer.get_absolute_url()}answer/")
    move(offer.application, "accepted", on=today)
    page.reload()
    assert_accessible(page)
