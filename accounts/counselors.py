"""People whose view can be asked for, and how they and those who ask are told."""

from typing import Any

from django.db import models
from django.db.models import Count, Exists, Subquery
from django.db.models.functions import Coalesce

from accounts.actions import notify
from accounts.models import Notification, TeamMembership, User
from accounts.notices import Kind


def counselors() -> models.QuerySet[User]:
    """Those who are in a team today, by name."""
    members = TeamMembership.objects.open()
    people: models.QuerySet[User] = User.objects.filter(is_active=True, pk__in=members.values("user"))
    return people.order_by("name", "email")


def is_counselor(user: User) -> bool:
    """Whether the person is one of them today."""
    return counselors().filter(pk=user.pk).exists()


def notices_and_standing(user: User) -> tuple[int, bool]:
    """How many notices the person has not read, and whether they are a counselor: in one query."""
    unread = Notification.objects.owned_by(user).unread().order_by().values("user").annotate(number=Count("pk"))
    number = Coalesce(Subquery(unread.values("number")), 0)
    found = User.objects.filter(pk=user.pk).values_list(number, Exists(counselors().filter(pk=user.pk))).get()
    return int(found[0]), bool(found[1])


def tell_who_is_asked(asked: Any, *, title: str, key: str) -> None:
    """That someone asks for their view; `asked` is a request of any app, and `title` has a place for the name."""
    if asked.asked_of:
        notify(
            asked.asked_of,
            kind=Kind.REVIEW,
            title=title % {"name": asked.asked_by.name or asked.asked_by.email},
            body=asked.message,
            link=asked.get_absolute_url(),
            key=f"{key}-asked:{asked.pk}",
        )


def tell_who_asked(asked: Any, *, title: str, about: str, link: str, key: str) -> None:
    """That their request is returned; `title` has a place for how it came out."""
    notify(
        asked.asked_by,
        kind=Kind.REVIEW,
        title=title % {"verdict": asked.get_verdict_display().lower()},
        body=about,
        link=link,
        key=f"{key}-returned:{asked.pk}",
    )
