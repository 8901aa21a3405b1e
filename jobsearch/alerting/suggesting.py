"""What an alert is suggested to search for, where, and on which sites."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from accounts.models import User
from guides.models import Resource, Role, State, TargetRole

# Places to go where one looks for people who help, and not for jobs.
_NO_SEARCH: Final = frozenset({"american-job-centers"})
_MOST_TERMS: Final = 8


@dataclass(frozen=True)
class Suggested:
    """What the form of a new alert begins with."""

    role: Role | None
    terms: Sequence[str]
    where: str
    sites: Sequence[Resource]


def suggested(user: User, *, now: datetime, asked: str = "") -> Suggested:
    """Titles of the job that a person heads for, their state, and the job boards for both, with the one asked for."""
    target = TargetRole.objects.owned_by(user).select_related("role", "state").first()
    role = target.role if target else None
    state = target.state if target and target.state else State.objects.filter(usps=user.state).first()
    boards = Resource.objects.filter(kind=Resource.Kind.JOB_BOARD).exclude(key__in=_NO_SEARCH).shown(now)
    fitting = (boards.for_role(role) if role else boards.filter(role=None)).useful_in(state)
    sites = [*(fitting | boards.filter(key=asked)).distinct()] if asked else [*fitting]
    return Suggested(role, _titles(role), state.name if state else "", sites)


def _titles(role: Role | None) -> list[str]:
    """What ads call the job: its title, then its other names, those that the guide shows first."""
    if role is None:
        return []
    once: dict[str, str] = {}
    for title in [role.title, *(str(each) for each in role.titles.all())]:
        once.setdefault(title.casefold(), title)
    return [*once.values()][:_MOST_TERMS]
