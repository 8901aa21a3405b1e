"""Made-up people by the thousand, to see how the site bears them. Their names say that they are none."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.models import Team, TeamMembership, User
from caseloads.actions.flagging import raise_flags
from caseloads.models import Assignment, ConsentRecord, CounselingRelationship, NoteRevision, Scope, ServiceNote
from caseloads.scopes import TEXT_VERSION
from certifications.models import HeldCredential
from guides.models import Role, State, TargetRole
from jobsearch.models import Application, Posting

# Addresses under .test reach nobody (RFC 2606).
DOMAIN: Final = "sample.test"
_A_TEAM: Final = 10
_AT_ONCE: Final = 1000
_SEED: Final = 7


@dataclass(frozen=True)
class Made:
    """What was made."""

    seekers: int
    counselors: int
    teams: int


@transaction.atomic
def make_sample(*, seekers: int, counselors: int, password: str, now: datetime) -> Made:
    """So many seekers, each a client of one of so many counselors in teams of ten, with a supervisor for each team.

    Each has a target role where roles exist, one credential, two applications, some parts open and two notes. The same
    numbers make the same people.
    """
    chance = random.Random(_SEED)  # noqa: S311 -- made-up people need no secrets
    secret = make_password(password)
    people = _people("seeker", seekers, secret)
    staff = _people("counselor", counselors, secret)
    teams = Team.objects.bulk_create(
        Team(name=f"Sample team {number + 1}", made_at=now) for number in range(-(-counselors // _A_TEAM))
    )
    heads = _people("supervisor", len(teams), secret)
    begun = timezone.localdate(now) - timedelta(days=900)
    TeamMembership.objects.bulk_create(
        TeamMembership(team=teams[number // _A_TEAM], user=user, started_on=begun) for number, user in enumerate(staff)
    )
    TeamMembership.objects.bulk_create(
        TeamMembership(team=team, user=user, role=TeamMembership.Role.SUPERVISOR, started_on=begun)
        for team, user in zip(teams, heads, strict=True)
    )
    _own_records(people, chance, now)
    _cases(people, staff, teams, chance, now)
    raise_flags(now)
    return Made(len(people), len(staff), len(teams))


def _people(kind: str, number: int, secret: str) -> list[User]:
    rows = [
        User(email=f"{kind}{n}@{DOMAIN}", name=f"Sample {kind.title()} {n}", password=secret)
        for n in range(1, number + 1)
    ]
    return list(User.objects.bulk_create(rows, batch_size=_AT_ONCE))


def _own_records(people: list[User], chance: random.Random, now: datetime) -> None:
    today = timezone.localdate(now)
    roles, states = [*Role.objects.published(now)], [*State.objects.all()]
    if roles:
        TargetRole.objects.bulk_create(
            (
                TargetRole(
                    user=user,
                    role=chance.choice(roles),
                    state=chance.choice(states) if states else None,
                    chosen_at=now,
                )
                for user in people
            ),
            batch_size=_AT_ONCE,
        )
    HeldCredential.objects.bulk_create(
        (
            HeldCredential(
                holder=user,
                name="Sample certificate",
                stage=HeldCredential.Stage.CERTIFIED,
                earned_on=today - timedelta(days=800),
                expires_on=today + timedelta(days=chance.randrange(-60, 700)),
            )
            for user in people
        ),
        batch_size=_AT_ONCE,
    )
    postings = Posting.objects.bulk_create(
        (
            Posting(owner=user, title=f"Sample job {n}", employer=f"Sample employer {chance.randrange(300)}")
            for user in people
            for n in (1, 2)
        ),
        batch_size=_AT_ONCE,
    )
    Application.objects.bulk_create(
        (Application(owner_id=posting.owner_id, posting=posting, last_on=today) for posting in postings),
        batch_size=_AT_ONCE,
    )


def _cases(people: list[User], staff: list[User], teams: list[Team], chance: random.Random, now: datetime) -> None:
    if not staff:
        return
    days = [chance.randrange(1, 700) for _user in people]
    cases = CounselingRelationship.objects.bulk_create(
        (
            CounselingRelationship(
                client=user,
                team=teams[number % len(staff) // _A_TEAM],
                state=CounselingRelationship.State.ACTIVE,
                asked_at=now - timedelta(days=ago),
                started_at=now - timedelta(days=ago),
                last_contact_on=timezone.localdate(now) - timedelta(days=chance.randrange(min(ago, 60))),
            )
            for number, (user, ago) in enumerate(zip(people, days, strict=True))
        ),
        batch_size=_AT_ONCE,
    )
    Assignment.objects.bulk_create(
        (
            Assignment(relationship=case, counselor=staff[number % len(staff)], started_at=case.started_at or now)
            for number, case in enumerate(cases)
        ),
        batch_size=_AT_ONCE,
    )
    ConsentRecord.objects.bulk_create(
        (
            ConsentRecord(relationship=case, scope=scope, text_version=TEXT_VERSION, granted_at=case.started_at or now)
            for case in cases
            for scope in chance.sample(Scope.values, chance.randrange(len(Scope.values) + 1))
        ),
        batch_size=_AT_ONCE,
    )
    notes = ServiceNote.objects.bulk_create(
        (
            ServiceNote(
                relationship=case,
                author=staff[number % len(staff)],
                contact_on=(case.last_contact_on or timezone.localdate(now)) - timedelta(days=weeks * 7),
                audience=chance.choice(ServiceNote.Audience.values),
                state=ServiceNote.State.FINAL,
                made_at=now,
                saved_at=now,
                finished_at=now,
            )
            for number, case in enumerate(cases)
            for weeks in (0, 2)
        ),
        batch_size=_AT_ONCE,
    )
    NoteRevision.objects.bulk_create(
        (NoteRevision(note=note, number=1, text="A sample note.", made_at=now) for note in notes), batch_size=_AT_ONCE
    )
