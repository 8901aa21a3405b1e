"""People whose view can be asked for."""

from django.db import models

from accounts.models import TeamMembership, User


def counselors() -> models.QuerySet[User]:
    """Those who are in a team today, by name."""
    members = TeamMembership.objects.open()
    people: models.QuerySet[User] = User.objects.filter(is_active=True, pk__in=members.values("user"))
    return people.order_by("name", "email")


def is_counselor(user: User) -> bool:
    """Whether the person is one of them today."""
    return counselors().filter(pk=user.pk).exists()
