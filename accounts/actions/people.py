"""Make people, and keep what follows from their groups and sessions in step."""

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.actions.audit import record
from accounts.models import User

EDITORS = "Editors"
ADMINISTRATORS = "Administrators"
STAFF_GROUPS = (EDITORS, ADMINISTRATORS)


@transaction.atomic
def make_person(
    *, email: str, password: str | None = None, verified: bool, groups: Iterable[str] = (), **fields: Any
) -> User:
    """A person with an address to sign in by; without a password they sign in by a mailed code."""
    user = User.objects.create_user(email, password, **fields)
    give_address(user, verified=verified)
    user.groups.set(Group.objects.filter(name__in=groups))
    follow_groups(user)
    return user


def give_address(user: User, *, verified: bool) -> EmailAddress:
    """The row that sign-in, codes and mails go by."""
    address: EmailAddress = EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=verified)
    return address


def follow_groups(user: User) -> None:
    """Editors and administrators may open the desk, and nobody else but superusers."""
    may_open = user.is_superuser or user.groups.filter(name__in=STAFF_GROUPS).exists()
    if user.is_staff != may_open:
        user.is_staff = may_open
        user.save(update_fields=["is_staff"])


def end_sessions(user: User) -> int:
    """Sign the person out everywhere; the number of places."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)


@transaction.atomic
def remove_second_step(user: User, *, actor: User) -> bool:
    """For someone who lost phone and codes: take the second step away, so that they can set it up again."""
    removed, _models = Authenticator.objects.filter(user=user).delete()
    if removed:
        record(actor=actor, action="second step removed", subject=user)
    return bool(removed)
