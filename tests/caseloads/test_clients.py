"""The counselor's list, and who may come in at all."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent
from caseloads.actions.relating import ask_for, end, pause
from caseloads.models import CounselingRelationship, Scope
from guides.actions.readers import aim_for
from tests.caseloads.cases import make_case, make_member, make_supervisor, make_team
from tests.factories import make_held, make_role, make_user

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def names(page):
    return [case.client.name for case in page.context["cases"]]


def test_only_people_in_a_team_come_in(as_seeker, as_administrator):
    assert as_seeker.get("/clients/").status_code == 404
    assert as_administrator.get("/clients/").status_code == 404
    counselor = make_member(make_team())
    assert signed_in(counselor).get("/clients/").status_code == 200
    counselor.team_memberships.get().end(on=timezone.localdate())
    assert signed_in(counselor).get("/clients/").status_code == 404


def test_staff_pages_ask_for_a_second_step_where_the_site_does(settings):
    settings.STAFF_MFA = True

    answer = signed_in(make_member(make_team())).get("/clients/")

    assert answer.status_code == 302
    assert "2fa" in answer["Location"]


def test_a_counselor_lists_their_own_and_a_supervisor_the_team():
    team = make_team()
    mine, other, boss = make_member(team), make_member(team), make_supervisor(team)
    make_case(mine, client=make_user(name="Kai"))
    make_case(other, client=make_user(name="Lee"))
    make_case(client=make_user(name="Elsewhere"))

    assert names(signed_in(mine).get("/clients/")) == ["Kai"]
    assert names(signed_in(boss).get("/clients/?order=name")) == ["Kai", "Lee"]
    assert names(signed_in(boss).get(f"/clients/?counselor={other.pk}")) == ["Lee"]
    assert names(signed_in(mine).get(f"/clients/?counselor={other.pk}")) == ["Kai"]


def test_filters_find_and_what_is_not_understood_is_left_out():
    counselor, role = make_member(make_team()), make_role()
    kai, lee = make_user(name="Kai"), make_user(name="Lee")
    aim_for(kai, role)
    make_case(counselor, client=kai)
    paused = make_case(counselor, client=lee)
    pause(paused, now=timezone.now())
    client = signed_in(counselor)

    assert names(client.get("/clients/?q=KAI")) == ["Kai"]
    assert names(client.get(f"/clients/?role={role.pk}")) == ["Kai"]
    assert names(client.get("/clients/?state=paused")) == ["Lee"]
    assert sorted(names(client.get("/clients/?state=%27&role=x&order=zz&page=-1"))) == ["Kai", "Lee"]
    assert "Nobody fits" in client.get("/clients/?q=nobody").content.decode()


def test_of_who_has_paused_only_the_name_is_there(seeker):
    counselor, role = make_member(make_team()), make_role(title="Sterile processing technician")
    aim_for(seeker, role)
    case = make_case(counselor, client=seeker, scopes=Scope.values)
    pause(case, now=timezone.now())

    page = signed_in(counselor).get("/clients/?state=paused").content.decode()

    assert "Sam Seeker" in page
    assert "<td" in page
    assert role.title not in page.partition("<tbody>")[2]
    assert f'href="/clients/{case.pk}/"' not in page


def test_an_ended_one_shows_its_days_and_reason():
    counselor = make_member(make_team())
    case = make_case(counselor, client=make_user(name="Kai"))
    end(case, counselor, reason="found-work", now=timezone.now())

    client = signed_in(counselor)
    assert "Found work" in client.get("/clients/?state=ended").content.decode()
    assert client.get(f"/clients/{case.pk}/").status_code == 404
    assert client.get("/clients/").context["total"] == 0


def test_requests_are_taken_and_declined_by_the_team_asked():
    team = make_team()
    counselor, stranger = make_member(team), make_member(make_team())
    first = ask_for(make_user(name="Kai"), team, wish="A hospital", scopes=[], now=timezone.now())
    second = ask_for(make_user(name="Lee"), team, wish="", scopes=[], now=timezone.now())

    page = signed_in(counselor).get("/clients/").content.decode()
    assert "A hospital" in page
    assert "Kai" not in signed_in(stranger).get("/clients/").content.decode()
    assert signed_in(stranger).post(f"/clients/{first.pk}/take/").status_code == 404
    signed_in(counselor).post(f"/clients/{first.pk}/take/")
    signed_in(counselor).post(f"/clients/{second.pk}/decline/")

    assert [*CounselingRelationship.objects.order_by("pk").values_list("state", flat=True)] == ["active", "declined"]


def test_a_client_is_handed_over_by_a_supervisor_alone():
    team = make_team()
    old, new, boss = make_member(team), make_member(team), make_supervisor(team)
    case = make_case(old)

    assert signed_in(old).get(f"/clients/{case.pk}/hand-over/").status_code == 404
    refused = signed_in(boss).post(f"/clients/{case.pk}/hand-over/", {"counselor": make_user().pk})
    assert "Choose somebody who is in the team today." in refused.content.decode()
    signed_in(boss).post(f"/clients/{case.pk}/hand-over/", {"counselor": new.pk})

    assert CounselingRelationship.objects.visible_to(new).exists()


def test_ending_needs_a_reason():
    counselor = make_member(make_team())
    case = make_case(counselor)
    client = signed_in(counselor)

    assert "Choose a reason." in client.post(f"/clients/{case.pk}/end/").content.decode()
    assert client.post(f"/clients/{case.pk}/end/", {"reason": "erased"}).status_code == 200
    client.post(f"/clients/{case.pk}/end/", {"reason": "moved"})

    case.refresh_from_db()
    assert (case.state, case.end_reason) == ("ended", "moved")


def test_opening_is_written_down_with_who_and_what(seeker):
    counselor = make_member(make_team())
    case = make_case(counselor, client=seeker, scopes=["practice"])

    signed_in(counselor).get(f"/clients/{case.pk}/study/")
    signed_in(counselor).get(f"/clients/{case.pk}/documents/")

    opened = AuditEvent.objects.about(seeker).filter(action="opened")
    assert [(event.actor, event.detail) for event in opened] == [(counselor, {"part": "practice"})]


def test_what_is_not_there_leaves_no_entry_that_it_was_opened(seeker):
    counselor = make_member(make_team())
    case = make_case(counselor, client=seeker, scopes=["documents", "interviews", "certifications"])
    browser = signed_in(counselor)

    for path in (
        "documents/999/",
        "documents/999/1/",
        "answers/999/",
        "answers/999/recording/",
        "certifications/files/999/",
    ):
        assert browser.get(f"/clients/{case.pk}/{path}").status_code == 404

    assert not AuditEvent.objects.about(seeker).filter(action="opened").exists()


def test_the_list_costs_the_same_for_one_and_for_forty(django_assert_num_queries):
    counselor = make_member(make_team())
    client = signed_in(counselor)
    for _n in range(2):
        make_case(counselor, scopes=["documents"])
    client.get("/clients/")
    with django_assert_num_queries(15) as few:
        client.get("/clients/")
    for _n in range(28):
        make_case(counselor, scopes=["documents", "practice"])
    with django_assert_num_queries(len(few.captured_queries)):
        client.get("/clients/")


def test_what_happened_since_the_last_contact_is_told_within_what_is_open(seeker):
    counselor = make_member(make_team())
    case = make_case(counselor, client=seeker, scopes=["certifications"])
    make_held(holder=seeker, name="Forklift licence")
    case.last_contact_on = timezone.localdate() - timedelta(days=1)
    case.save()

    page = signed_in(counselor).get(f"/clients/{case.pk}/").content.decode()
    assert "Forklift licence" in page
    case.last_contact_on = timezone.localdate()
    case.save()
    assert "Forklift licence" not in signed_in(counselor).get(f"/clients/{case.pk}/").content.decode()
    case.consents.get().withdraw(at=timezone.now())
    case.last_contact_on = timezone.localdate() - timedelta(days=1)
    case.save()
    assert "Forklift licence" not in signed_in(counselor).get(f"/clients/{case.pk}/").content.decode()


def test_thirty_days_without_contact_are_found_and_not_one_sooner():
    counselor, today = make_member(make_team()), timezone.localdate()
    for days in (30, 31):
        case = make_case(counselor, client=make_user(name=f"{days} days"))
        case.last_contact_on = today - timedelta(days=days)
        case.save()
    make_case(counselor, client=make_user(name="new"))

    assert names(signed_in(counselor).get("/clients/?contact=30")) == ["31 days"]
    assert names(signed_in(counselor).get("/clients/")) == ["new", "31 days", "30 days"]
