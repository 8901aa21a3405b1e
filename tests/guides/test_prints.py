"""Files that leave the site: the one-page PDF, and pictures beside links."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest
from django.urls import reverse

from guides.models import Role
from guides.page import guide_page
from guides.page.essentials import essentials
from kit import typeset
from tests.factories import (
    make_credential,
    make_fact,
    make_occupation,
    make_projection,
    make_resource,
    make_role,
    make_section,
    make_state,
    make_state_requirement,
    make_step,
    make_wage,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
SHEET = Path("guides/print/essentials.typ")


@pytest.fixture
def role():
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", onet_soc="29-2052.00")
    make_section(role=role, body="{{ show:steps }}")
    return role


def values(role, state=None):
    return essentials(guide_page(role, state=state, today=TODAY))


@pytest.mark.parametrize("name", ["guides:essentials", "guides:card"])
@pytest.mark.parametrize(
    ("status", "answer"), [(Role.Status.PUBLISHED, HTTPStatus.OK), (Role.Status.DRAFT, HTTPStatus.NOT_FOUND)]
)
def test_only_published_guides_leave_the_site(client, role, name, status, answer):
    Role.objects.filter(pk=role.pk).update(status=status)

    assert client.get(reverse(name, args=[role.slug])).status_code == answer


def test_the_sheet_is_a_pdf_named_for_the_guide_and_kept_by_nobody(client, role):
    response = client.get(reverse("guides:essentials", args=[role.slug]))

    assert response.content.startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="pharmacy-technician.pdf"'
    assert response["Cache-Control"] == "private, no-cache"


def test_the_sheet_is_of_the_state_in_the_address(client, role):
    make_state("OH", name="Ohio")
    make_wage(place="OH", year_median=40_650)
    address = reverse("guides:essentials", args=[role.slug])

    assert client.get(address, {"state": "OH"}).content != client.get(address).content


def test_a_browser_that_has_the_file_is_told_so(client, role):
    address = reverse("guides:card", args=[role.slug])
    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == HTTPStatus.NOT_MODIFIED
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == HTTPStatus.OK


def test_a_picture_may_be_shown_by_other_sites(client, role):
    response = client.get(reverse("guides:card", args=[role.slug]))

    assert response["Content-Type"] == "image/png"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cache-Control"] == "public, max-age=3600"


def test_occupations_and_the_site_have_a_picture_too(client):
    occupation = make_occupation(code="53-3032.00", title="Truck Drivers")

    assert client.get(reverse("occupations:card", args=[occupation.code])).status_code == HTTPStatus.OK
    assert client.get(reverse("occupations:card", args=["99-9999.00"])).status_code == HTTPStatus.NOT_FOUND
    assert client.get(reverse("card")).status_code == HTTPStatus.OK


def test_the_sheet_holds_what_the_guide_knows(role):
    ohio = make_state("OH", name="Ohio")
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=40_650)
    make_projection(openings=49_000)
    make_step(role=role, title="Read the rule", time="An hour", cost="Free")
    credential = make_credential(roles=(role,), abbreviation="CPhT", issuer="PTCB", is_entry=True)
    make_fact(key=f"{credential.slug}/exam.fee", credential=credential, label="Exam fee", value="$129")
    make_state_requirement(role=role, state=ohio, detail="You register first.", board="State board")

    sheet = values(role, ohio)

    assert [row["name"] for row in sheet["pay"]] == ["Ohio", "United States"]
    assert sheet["steps"] == [["Read the rule", "An hour", "Free"]]
    assert sheet["credentials"] == {"columns": ["CPhT, PTCB"], "rows": [["Exam fee", "$129"]]}
    assert "You register first." in sheet["rule"]


def test_what_we_could_not_confirm_is_not_given_as_an_answer(role):
    ohio = make_state("OH", name="Ohio")
    credential = make_credential(roles=(role,), is_entry=True)
    make_fact(key=f"{credential.slug}/exam.fee", credential=credential, value="$125", confidence="low")
    make_state_requirement(role=role, state=ohio, detail="You register first.", confidence="low")

    sheet = values(role, ohio)

    assert "$125 (not confirmed)" in sheet["credentials"]["rows"][0]
    assert "You register first." not in sheet["rule"]


@pytest.mark.parametrize(
    ("checked_on", "lines"), [(date(2026, 11, 23), ["Ask: All boards https://boards.example/"]), (None, [])]
)
@pytest.mark.parametrize("is_chosen", [True, False])
def test_the_sheet_says_whom_to_ask_where_no_rule_is_known(role, checked_on, lines, is_chosen):
    ohio = make_state("OH", name="Ohio")
    make_section(role=role, body="{{ show:regulators }}")
    place = {"kind": "official", "name": "All boards", "url": "https://boards.example/"}
    make_resource(key="boards", role=role, checked_on=checked_on, **place)
    make_resource(key="any", kind="official", url="https://any.example/", checked_on=date(2026, 11, 23))

    assert values(role, ohio if is_chosen else None)["rule"][1:] == lines


def test_a_guide_that_knows_next_to_nothing_still_makes_a_sheet(role):
    sheet = values(role)

    assert sheet["pay"] == []
    assert typeset.png(SHEET, sheet).startswith(b"\x89PNG")


def test_the_sheet_is_one_page_however_much_there_is(role):
    ohio = make_state("OH", name="Ohio")
    for number in range(12):
        make_step(role=role, title=f"Step {number} " * 6, time="A very long time indeed " * 2, cost="Much " * 9)
        credential = make_credential(roles=(role,), name="Certified " * 9, is_entry=True)
        for key in ("eligibility", "exam.items", "exam.fee", "renewal.years", "renewal.ce"):
            make_fact(key=f"{credential.slug}/{key}", credential=credential, label="Who may", value="many words " * 30)
    make_state_requirement(role=role, state=ohio, detail="A long rule. " * 70, ce="Many hours. " * 30)

    # A picture of more than one page is refused.
    assert typeset.png(SHEET, values(role, ohio)).startswith(b"\x89PNG")
