"""The client's pages: invitations, requests, who sees what, and the record."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, Notification
from caseloads.actions.inviting import forget_old, invite
from caseloads.models import CounselingRelationship, Invitation
from interviews.models import Answer, PracticeSession
from tests.caseloads.cases import make_case, make_member, make_team
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_an_invitation_is_accepted_once_and_opens_only_what_is_ticked(as_seeker, seeker):
    counselor = make_member(make_team(), name="Cas")
    page = signed_in(counselor).post(
        "/clients/invite/", {"label": "Kai", "team": counselor.team_memberships.get().team_id}
    )
    link = page.context["link"]
    path = "/invitations/" + link.rsplit("/invitations/")[1]

    assert "Cas would like to work with you" in as_seeker.get(path).content.decode()
    assert not CounselingRelationship.objects.exists()
    as_seeker.post(path, {"accept": "yes", "scopes": ["documents"]})

    case = CounselingRelationship.objects.get()
    assert [consent.scope for consent in case.consents.all()] == ["documents"]
    assert signed_in(counselor).get(f"/clients/{case.pk}/documents/").status_code == 200
    assert signed_in(counselor).get(f"/clients/{case.pk}/jobs/").status_code == 404
    assert signed_in(make_user()).post(path, {"accept": "yes"}).status_code == 410
    assert Invitation.objects.get().label == ""


def test_an_invitation_ends_after_two_weeks_and_unknown_ones_are_not_there(as_seeker):
    counselor = make_member(make_team())
    team, now = counselor.team_memberships.get().team, timezone.now()
    _fresh, token = invite(counselor, team, label="Kai", now=now - timedelta(days=14) + timedelta(minutes=5))
    _stale, old = invite(counselor, team, label="Lee", now=now - timedelta(days=14))

    assert as_seeker.get(f"/invitations/{token}/").status_code == 200
    over = as_seeker.get(f"/invitations/{old}/")
    assert over.status_code == 410
    assert "two weeks have passed" in over.content.decode()
    assert as_seeker.get("/invitations/nothing/").status_code == 404
    assert forget_old(now) == 1
    assert {*Invitation.objects.values_list("label", flat=True)} == {"Kai", ""}


def test_declining_tells_the_counselor_and_names_nobody(as_seeker, seeker):
    counselor = make_member(make_team())
    _made, token = invite(counselor, counselor.team_memberships.get().team, label="Kai", now=timezone.now())

    as_seeker.post(f"/invitations/{token}/", {"decline": "yes"})

    assert Notification.objects.owned_by(counselor).get().title == "An invitation was declined: Kai"
    assert not CounselingRelationship.objects.exists()


def test_an_invitation_of_who_left_or_of_oneself_begins_nothing():
    counselor = make_member(make_team())
    membership = counselor.team_memberships.get()
    _made, token = invite(counselor, membership.team, label="Kai", now=timezone.now())

    signed_in(counselor).post(f"/invitations/{token}/", {"accept": "yes"})
    membership.end(on=timezone.localdate())
    signed_in(make_user()).post(f"/invitations/{token}/", {"accept": "yes"})

    assert not CounselingRelationship.objects.exists()


def test_a_taken_back_invitation_opens_nothing_and_others_cannot_take_it_back(as_seeker):
    counselor = make_member(make_team())
    made, token = invite(counselor, counselor.team_memberships.get().team, label="Kai", now=timezone.now())

    assert signed_in(make_member(make_team())).post(f"/clients/invitations/{made.pk}/take-back/").status_code == 404
    signed_in(counselor).post(f"/clients/invitations/{made.pk}/take-back/")

    assert as_seeker.get(f"/invitations/{token}/").status_code == 410


def test_a_request_keeps_what_was_typed_when_the_team_is_missing(as_seeker):
    team = make_team(name="Center")
    make_member(team)
    make_member(make_team(name="Library"))

    refused = as_seeker.post("/my/sharing/ask/", {"wish": "A hospital", "scopes": ["practice"]})
    assert "Choose a team." in refused.content.decode()
    assert "A hospital" in refused.content.decode()
    as_seeker.post("/my/sharing/ask/", {"team": team.pk, "wish": "A hospital", "scopes": ["practice"]})

    assert CounselingRelationship.objects.get().state == "requested"
    assert [str(one) for one in as_seeker.get("/my/sharing/ask/").context["form"].fields["team"].queryset] == [
        "Library"
    ]


def test_closing_holds_from_the_next_request_on(as_seeker, seeker):
    counselor = make_member(make_team(), name="Cas")
    case = make_case(counselor, client=seeker, scopes=["documents", "job_search"])
    staff = signed_in(counselor)
    assert staff.get(f"/clients/{case.pk}/documents/").status_code == 200

    as_seeker.post(f"/my/sharing/{case.pk}/close/", {"scope": "documents"})

    assert staff.get(f"/clients/{case.pk}/documents/").status_code == 404
    assert staff.get(f"/clients/{case.pk}/jobs/").status_code == 200
    as_seeker.post(f"/my/sharing/{case.pk}/close-all/")
    assert staff.get(f"/clients/{case.pk}/jobs/").status_code == 404
    as_seeker.post(f"/my/sharing/{case.pk}/rest/")
    assert staff.get(f"/clients/{case.pk}/").status_code == 404
    page = as_seeker.get("/my/sharing/").content.decode()
    assert "Cas</strong>" in page
    assert "looked at your applications" in as_seeker.get("/my/sharing/record/").content.decode()


def test_a_request_and_an_end_are_taken_back_by_the_client_alone(as_seeker, seeker):
    case = make_case(client=seeker)

    assert signed_in(make_user()).post(f"/my/sharing/{case.pk}/stop/").status_code == 404
    assert as_seeker.get(f"/my/sharing/{case.pk}/stop/").status_code == 200
    as_seeker.post(f"/my/sharing/{case.pk}/stop/")
    assert as_seeker.post(f"/my/sharing/{case.pk}/open/", {"scope": "documents"}).status_code == 404

    case.refresh_from_db()
    assert (case.state, case.end_reason) == ("ended", "client")


def test_an_unknown_part_opens_nothing(as_seeker, seeker):
    case = make_case(client=seeker)

    as_seeker.post(f"/my/sharing/{case.pk}/open/", {"scope": "everything"})

    assert not case.consents.exists()


def test_answers_are_shown_one_by_one(as_seeker, seeker):
    counselor = make_member(make_team())
    case = make_case(counselor, client=seeker, scopes=["interviews"])
    now = timezone.now()
    session = PracticeSession.objects.create(owner=seeker, occasion="quick", started_at=now)
    shown, private = (
        Answer.objects.create(session=session, asked=f"Question {n}?", position=n, text=f"canary {n}", given_at=now)
        for n in (1, 2)
    )
    staff = signed_in(counselor)

    assert staff.get(f"/clients/{case.pk}/answers/{shown.pk}/").status_code == 404
    as_seeker.post(f"/my/sharing/answers/{shown.pk}/")
    assert signed_in(make_user()).post(f"/my/sharing/answers/{shown.pk}/").status_code == 404

    assert "canary 1" in staff.get(f"/clients/{case.pk}/answers/{shown.pk}/").content.decode()
    assert staff.get(f"/clients/{case.pk}/answers/{private.pk}/").status_code == 404
    assert "Question 2" not in staff.get(f"/clients/{case.pk}/answers/").content.decode()
    as_seeker.post(f"/my/sharing/answers/{shown.pk}/")
    assert staff.get(f"/clients/{case.pk}/answers/{shown.pk}/").status_code == 404


def test_the_page_of_who_sees_what_costs_the_same_with_more_teams(as_seeker, seeker, django_assert_max_num_queries):
    for _n in range(4):
        make_case(client=seeker, scopes=["documents"])
    AuditEvent.objects.create(action="opened", subject="x", person=seeker, at=timezone.now())

    with django_assert_max_num_queries(16):
        as_seeker.get("/my/sharing/")
