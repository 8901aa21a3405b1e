"""A counselor gives hours, a client books one of them by keyboard on a phone in the dark, and both see it."""

from datetime import time

import pytest
from django.utils import timezone

from caseloads.models import AvailabilityWindow
from tests.caseloads.cases import make_case, make_member, make_team
from tests.factories import make_user


@pytest.mark.looks
def test_a_client_books_and_moves_by_keyboard(open_context, sign_in_page, assert_accessible):
    counselor = make_member(make_team(name="Center"), name="Cas Counselor")
    case = make_case(counselor, client=make_user(name="Kai Client"))
    for weekday in range(7):
        AvailabilityWindow.objects.create(counselor=counselor, weekday=weekday, starts=time(9), ends=time(10))
    phone = open_context(size="phone", colors="dark", script=False).new_page()
    staff = open_context().new_page()

    sign_in_page(phone, case.client)
    phone.goto("/my/sharing/appointments/")
    phone.get_by_text("Later days").press("Enter")
    first = phone.get_by_role("radio").nth(2)
    first.focus()
    first.press("Space")
    phone.keyboard.press("Tab")
    phone.get_by_label("What about").fill("Which ad to answer first")
    phone.get_by_role("button", name="Book it").press("Enter")
    phone.get_by_text("You are reminded the evening before").wait_for()
    phone.get_by_role("link", name="Move").press("Enter")
    phone.get_by_role("radio").nth(3).press("Space")
    phone.get_by_role("button", name="Move it").press("Enter")
    phone.get_by_text("Moved.").wait_for()

    sign_in_page(staff, counselor)
    for address in ("/clients/appointments/", "/clients/hours/", f"/clients/{case.pk}/appointments/add/"):
        staff.goto(address)
        assert_accessible(staff)
    staff.goto("/clients/appointments/")
    staff.get_by_text("Which ad to answer first").wait_for()
    staff.get_by_role("link", name="Cancel").press("Enter")
    assert_accessible(staff)
    staff.get_by_role("button", name="Cancel the appointment").press("Enter")
    staff.get_by_text("Both of you are told").wait_for()

    seen = open_context(size="phone", colors="dark").new_page()
    sign_in_page(seen, case.client)
    for address in ("/my/sharing/appointments/", "/my/sharing/appointments/ask/"):
        seen.goto(address)
        assert_accessible(seen)
    assert case.appointments.get().starts_at > timezone.now()
