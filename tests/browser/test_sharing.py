"""A client opens a part to a counselor and closes it while the counselor has the page open."""

import pytest
from django.utils import timezone

from caseloads.actions.relating import ask_for
from tests.caseloads.cases import make_member, make_team
from tests.factories import make_user


@pytest.mark.looks
def test_a_client_decides_what_a_counselor_sees(open_context, sign_in_page, assert_accessible, complaints):
    client, team = make_user(name="Kai Client"), make_team(name="Center")
    counselor = make_member(team, name="Cas Counselor")
    ask_for(client, team, wish="A hospital", scopes=["documents"], now=timezone.now())
    theirs = open_context(size="phone", colors="dark").new_page()
    staff = open_context().new_page()

    sign_in_page(staff, counselor)
    staff.goto("/clients/")
    assert_accessible(staff)
    staff.get_by_role("button", name="Take on : Kai Client").click()
    assert_accessible(staff)
    staff.get_by_role("link", name="Resumes and letters").click()
    assert_accessible(staff)

    sign_in_page(theirs, client)
    theirs.goto("/my/sharing/")
    assert_accessible(theirs)
    theirs.get_by_text("Cas Counselor looked at the list of your documents").wait_for()
    theirs.get_by_role("button", name="Open : Job applications, Center").press("Enter")
    theirs.get_by_role("button", name="Close : Resumes and letters, Center").press("Enter")
    theirs.get_by_text("From now on they cannot open it").wait_for()

    answer = staff.reload()
    assert answer is not None
    assert answer.status == 404
    complaints.clear()  # the browser itself writes of an answer with 404
    staff.goto("/clients/")
    staff.get_by_role("link", name="Kai Client").click()
    staff.get_by_role("link", name="Job applications").wait_for()
    assert staff.get_by_role("link", name="Resumes and letters").count() == 0
