"""People in a real browser: cards brought without script, someone written down by keyboard, every page for everyone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from jobsearch.models import Contact, Interaction
from tests.browser.conftest import LOOKS
from tests.factories import make_user
from tests.jobsearch.factories import make_application, make_contact

pytestmark = pytest.mark.django_db(transaction=True)
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ana Ortiz
EMAIL:ana@example.org
END:VCARD
BEGIN:VCARD
FN:Bo Lee
torn
END:VCARD
BEGIN:VCARD
FN:Cy Known
END:VCARD
"""


@pytest.fixture
def pat(live_server):
    return make_user(email="pat@example.org", name="Pat")


def test_cards_are_put_right_and_kept_without_script(without_script, sign_in_page, pat, tmp_path):
    make_contact(owner=pat, name="Cy Known")
    page, file = without_script, tmp_path / "people.vcf"
    file.write_text(CARDS)
    sign_in_page(page, pat)

    page.goto("/my/contacts/import/")
    page.get_by_label("The file with address cards").set_input_files(file)
    page.get_by_role("button", name="Look it through").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 person is ready")
    damaged = page.get_by_label("The damaged cards")
    damaged.fill(damaged.input_value().replace("torn", "TEL:555-0100"))
    page.get_by_role("button", name="Look them through again").click()
    page.get_by_role("button", name="Keep 2 people").click()

    expect(page.get_by_role("link", name="Bo Lee")).to_be_visible()
    assert Contact.objects.owned_by(pat).count() == 3


def test_someone_is_noted_by_keyboard(page, sign_in_page, pat):
    contact = make_contact(owner=pat)
    sign_in_page(page, pat)

    page.goto(contact.get_absolute_url())
    page.get_by_label("How you were in touch").focus()
    page.keyboard.type("Phone")
    page.get_by_label("What it was about").focus()
    page.keyboard.type("The night shift")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_text("The night shift")).to_be_visible()
    expect(page.get_by_text("Thank them while it is fresh")).to_be_visible()


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_reads_well_for_everyone(open_context, sign_in_page, assert_accessible, pat, tmp_path, size, colors):
    today = timezone.localdate()
    contact = make_contact(
        owner=pat, name="A" + "long" * 25, email="a" * 60 + "@example.org", referral="asked", referral_on=today
    )
    make_contact(owner=pat, name="Cy Known", met_on=today - timedelta(90))
    contact.applications.add(make_application(owner=pat))
    Interaction.objects.create(contact=contact, on=today, kind="met", text="word" * 80)
    page, file = open_context(size=size, colors=colors).new_page(), tmp_path / "people.vcf"
    file.write_text(CARDS)
    sign_in_page(page, pat)

    own = contact.get_absolute_url()
    for place in ["/my/contacts/", own, f"{own}edit/"]:
        page.goto(place)
        assert_accessible(page)
    page.goto("/my/contacts/import/")
    page.get_by_label("The file with address cards").set_input_files(file)
    page.get_by_role("button", name="Look it through").click()
    assert_accessible(page)
