"""Addresses, staff roles and teams."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.actions import follow_groups, make_person
from accounts.models import TeamMembership, User
from tests.factories import make_membership, make_team, make_user

pytestmark = pytest.mark.django_db


def test_one_mailbox_is_one_account_whatever_its_case():
    make_user(email="Jane@Example.org")

    assert User.objects.get_by_natural_key("JANE@example.ORG").email == "jane@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="JANE@example.org")])
    with pytest.raises(ValidationError, match="Someone has an account"):
        User(email="JANE@example.org", password="!").full_clean()


def test_a_superuser_made_by_command_has_a_confirmed_address(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long enough passphrase")

    call_command("createsuperuser", interactive=False, email="Root@example.org", verbosity=0)

    address = EmailAddress.objects.get(email="root@example.org")
    assert (address.verified, address.primary, address.user.is_superuser) == (True, True, True)


def test_make_person_gives_an_address_and_groups(groups):
    user = make_person(email="New@example.org", verified=True, groups=["Editors"])

    assert EmailAddress.objects.filter(user=user, email="new@example.org", verified=True, primary=True).exists()
    assert user.is_staff
    assert not user.has_usable_password()


def test_the_desk_follows_the_groups(groups):
    user = make_user()
    user.groups.add(Group.objects.get(name="Administrators"))

    follow_groups(user)
    assert user.is_staff

    user.groups.clear()
    follow_groups(user)
    assert not user.is_staff


def test_a_superuser_keeps_the_desk_without_groups():
    user = make_user(is_superuser=True)

    follow_groups(user)

    assert user.is_staff


@pytest.mark.parametrize(
    ("started", "ended", "is_open"),
    [(0, None, True), (1, None, False), (-5, 1, True), (-5, 0, False), (-5, -1, False)],
)
def test_a_membership_holds_from_its_first_day_until_its_end(started, ended, is_open):
    today = timezone.localdate()
    membership = make_membership(
        started_on=today + timedelta(days=started), ended_on=None if ended is None else today + timedelta(days=ended)
    )

    assert TeamMembership.objects.open().filter(pk=membership.pk).exists() is is_open
    assert User.objects.get(pk=membership.user_id).is_counselor is is_open


def test_roles_follow_from_open_memberships():
    user = make_user()
    make_membership(user=user, role="supervisor")
    make_membership(user=user, role="counselor", started_on=timezone.localdate() - timedelta(days=9)).end(
        on=timezone.localdate()
    )

    user = User.objects.get(pk=user.pk)

    assert user.is_supervisor
    assert not user.is_counselor
    assert user.needs_second_step


def test_a_seeker_needs_no_second_step():
    assert not make_user().needs_second_step


def test_someone_is_in_a_team_only_once_at_a_time():
    membership = make_membership()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_membership(team=membership.team, user=membership.user)

    membership.end(on=timezone.localdate())
    assert make_membership(team=membership.team, user=membership.user)


def test_a_membership_cannot_end_before_it_starts():
    membership = TeamMembership(team=make_team(), user=make_user(), ended_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(ValidationError, match="The end cannot come before the start"):
        membership.full_clean()
