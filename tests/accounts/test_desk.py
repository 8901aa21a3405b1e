"""People at the desk: who may change whom, and what is written down."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts.actions import record
from accounts.models import AppendOnlyError, AuditEvent, Team, TeamMembership, User
from tests.factories import PASSWORD, make_admin, make_membership, make_user

pytestmark = pytest.mark.django_db

LIST = "admin:accounts_user_changelist"


def person_page(user) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def person_form(user, **changes):
    fields = {"name": user.name, "state": user.state, "time_zone": user.time_zone, "groups": []}
    return {name: value for name, value in (fields | {"is_active": "on"} | changes).items() if value is not None}


def group_ids(*names):
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def test_no_digest_of_a_password_is_shown(as_admin, seeker):
    page = as_admin.get(person_page(seeker)).content.decode()

    assert seeker.password not in page
    assert 'name="password"' not in page


def test_a_person_is_added_by_address_and_can_sign_in_by_code(as_administrator, administrator):
    as_administrator.post(
        reverse("admin:accounts_user_add"),
        {"email": "Fresh@Example.org", "name": "Fresh", "groups": group_ids("Editors")},
    )

    user = User.objects.get(email="fresh@example.org")
    assert user.is_staff
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified is False
    assert AuditEvent.objects.get().detail == {"groups": ["Editors"], "active": True}


def test_an_address_that_exists_in_other_letters_is_refused_with_a_sentence(as_administrator):
    make_user(email="jane@example.org")

    page = as_administrator.post(reverse("admin:accounts_user_add"), {"email": "JANE@example.org", "name": ""})

    assert "Someone has an account with this address already." in page.content.decode()


def test_leaving_the_groups_closes_the_desk(as_administrator, editor):
    as_administrator.post(person_page(editor), person_form(editor))

    editor.refresh_from_db()
    assert not editor.is_staff
    assert AuditEvent.objects.get().action == "person changed"


def test_a_form_cannot_make_a_superuser(as_administrator, seeker):
    as_administrator.post(
        person_page(seeker), person_form(seeker, is_superuser="on", is_staff="on", email="x@example.org")
    )

    seeker.refresh_from_db()
    assert (seeker.is_superuser, seeker.is_staff, seeker.email) == (False, False, "seeker@example.org")


def test_an_administrator_cannot_touch_a_superuser(as_administrator):
    boss = make_admin(name="Boss")

    answer = as_administrator.post(person_page(boss), person_form(boss, name="Taken over", is_active=None))
    as_administrator.post(reverse(LIST), {"action": "sign_out_everywhere", "_selected_action": [boss.pk]})

    boss.refresh_from_db()
    assert answer.status_code == 403
    assert (boss.name, boss.is_active) == ("Boss", True)
    assert not AuditEvent.objects.exists()


def test_nobody_is_deleted_at_the_desk(as_admin, seeker):
    assert as_admin.post(reverse("admin:accounts_user_delete", args=[seeker.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("page", ["accounts_user", "accounts_team", "accounts_auditevent", "accounts_erasurerequest"])
def test_editors_see_no_people(as_editor, page):
    assert as_editor.get(reverse(f"admin:{page}_changelist")).status_code == 403


def signed_in(user) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.get(reverse("my_profile"))
    return client


def test_closing_an_account_ends_its_sessions(as_administrator, seeker):
    client = signed_in(seeker)

    as_administrator.post(person_page(seeker), person_form(seeker, is_active=None))

    assert client.get(reverse("my_profile")).status_code == 302
    assert not UserSession.objects.filter(user=seeker).exists()


def test_people_can_be_signed_out_everywhere(as_administrator, seeker):
    client = signed_in(seeker)

    as_administrator.post(reverse(LIST), {"action": "sign_out_everywhere", "_selected_action": [seeker.pk]})

    assert client.get(reverse("my_profile")).status_code == 302
    assert AuditEvent.objects.get().subject == f"person {seeker.pk}"


def test_joining_a_team_is_written_down_without_a_name(as_administrator, seeker):
    team = Team.objects.create(name="West side")

    as_administrator.post(
        reverse("admin:accounts_team_change", args=[team.pk]),
        {
            "name": team.name,
            "memberships-TOTAL_FORMS": "1",
            "memberships-INITIAL_FORMS": "0",
            "memberships-0-user": seeker.pk,
            "memberships-0-role": "counselor",
            "memberships-0-started_on": "2026-11-02",
        },
    )

    membership = TeamMembership.objects.get()
    entry = AuditEvent.objects.get()
    assert (membership.user, membership.role) == (seeker, "counselor")
    assert entry.detail["person"] == seeker.pk
    assert "Sam" not in str(entry.detail) + entry.subject


def test_memberships_are_not_deleted(as_administrator):
    membership = make_membership()

    as_administrator.post(
        reverse("admin:accounts_team_change", args=[membership.team_id]),
        {
            "name": membership.team.name,
            "memberships-TOTAL_FORMS": "1",
            "memberships-INITIAL_FORMS": "1",
            "memberships-0-id": membership.pk,
            "memberships-0-user": membership.user_id,
            "memberships-0-role": "counselor",
            "memberships-0-started_on": str(membership.started_on),
            "memberships-0-DELETE": "on",
        },
    )

    assert TeamMembership.objects.filter(pk=membership.pk).exists()


# ---- the record


def test_the_record_is_only_added_to(seeker):
    entry = record(actor=seeker, action="something", subject=seeker)

    for change in (
        entry.save,
        entry.delete,
        AuditEvent.objects.all().delete,
        lambda: AuditEvent.objects.update(action="x"),
    ):
        with pytest.raises(AppendOnlyError):
            change()
    assert AuditEvent.objects.get().action == "something"


@pytest.mark.parametrize("page", ["auditevent", "erasurerequest"])
def test_not_even_a_superuser_changes_the_record_at_the_desk(as_admin, seeker, page):
    record(actor=seeker, action="something", subject=seeker)

    assert as_admin.get(reverse(f"admin:accounts_{page}_add")).status_code == 403
    assert as_admin.get(reverse(f"admin:accounts_{page}_changelist")).status_code == 200
