"""Teams, counselors and clients for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from accounts.models import Team, TeamMembership, User
from caseloads.actions.consenting import grant
from caseloads.actions.relating import begin
from caseloads.models import CounselingRelationship
from tests.factories import make_user

_number = count(1)


def make_team(**fields) -> Team:
    return Team.objects.create(**({"name": f"Team {next(_number)}"} | fields))


def make_member(team: Team, role: str = TeamMembership.Role.COUNSELOR, **fields) -> User:
    user = make_user(**fields)
    TeamMembership.objects.create(team=team, user=user, role=role, started_on=timezone.localdate() - timedelta(days=9))
    return user


def make_supervisor(team: Team, **fields) -> User:
    return make_member(team, TeamMembership.Role.SUPERVISOR, **fields)


def make_case(
    counselor: User | None = None, *, team: Team | None = None, client: User | None = None, scopes=(), **fields
) -> CounselingRelationship:
    """A client whose counselor has begun; with these parts open."""
    if team is None:
        team = counselor.team_memberships.get().team if counselor else make_team()
    now = timezone.now()
    fields = {"asked_at": now - timedelta(days=5)} | fields
    case = CounselingRelationship.objects.create(client=client or make_user(), team=team, **fields)
    begin(case, counselor or make_member(team), now=now - timedelta(days=4))
    grant(case, scopes, now=now - timedelta(days=4))
    return case
