"""How a client and a team begin, rest and end, and who of the team is there for the client."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.actions import notify, record
from accounts.models import Team, TeamMembership, User
from accounts.notices import Kind
from caseloads.actions.booking import cancel_coming
from caseloads.actions.consenting import grant, withdraw
from caseloads.models import Assignment, CounselingRelationship, Scope

State = CounselingRelationship.State


class NotNowError(Exception):
    """The relationship cannot do that from where it is; the reason is a sentence for the person who tried."""


@transaction.atomic
def ask_for(client: User, team: Team, *, wish: str, scopes: Iterable[str], now: datetime) -> CounselingRelationship:
    """The client asks a team. Parts that they open now can be read once somebody of the team has taken them on."""
    asked = write_down(client, team, wish=wish, now=now)
    record(actor=client, action="counseling asked for", subject=asked, person=client)
    grant(asked, scopes, now=now)
    for membership in TeamMembership.objects.open().of_team(team).select_related("user"):
        notify(
            membership.user,
            kind=Kind.CASEWORK,
            title=_("%(name)s asks your team for a counselor") % {"name": named(client)},
            link=reverse("clients:list"),
            key=f"case:{asked.pk}:client-asks",
        )
    return asked


def write_down(client: User, team: Team, *, wish: str = "", now: datetime) -> CounselingRelationship:
    """A new relationship; refused where another window of the client was quicker."""
    try:
        with transaction.atomic():
            return CounselingRelationship.objects.create(client=client, team=team, wish=wish, asked_at=now)
    except IntegrityError as error:
        raise NotNowError(_("You have asked this team already, or work with it. Look below.")) from error


@transaction.atomic
def take(relationship: CounselingRelationship, counselor: User, *, now: datetime) -> None:
    """A member of the team takes on who asked."""
    relationship = _locked(relationship)
    if not relationship.is_requested:
        raise NotNowError(_("Somebody was quicker, or the request was taken back."))
    begin(relationship, counselor, now=now)
    tell_client(
        relationship,
        _("%(name)s is your counselor now") % {"name": named(counselor)},
        key=f"case:{relationship.pk}:counselor-begins",
    )


def begin(relationship: CounselingRelationship, counselor: User, *, now: datetime) -> None:
    """From now on it is active, and the counselor is there for the client."""
    relationship.state, relationship.started_at = State.ACTIVE, now
    relationship.save(update_fields=["state", "started_at"])
    Assignment.objects.create(relationship=relationship, counselor=counselor, started_at=now)
    _record(relationship, "counseling began", actor=counselor)


@transaction.atomic
def decline(relationship: CounselingRelationship, actor: User, *, now: datetime) -> None:
    """The team cannot help; what the client opened is closed again."""
    relationship = _locked(relationship)
    if not relationship.is_requested:
        raise NotNowError(_("Somebody was quicker, or the request was taken back."))
    withdraw(relationship, Scope.values, now=now)
    relationship.state = State.DECLINED
    relationship.save(update_fields=["state"])
    _record(relationship, "counseling declined", actor=actor)
    tell_client(
        relationship,
        _("%(team)s cannot take you on now") % {"team": relationship.team},
        body=_("Nothing of yours was shown to anyone. You can ask another team, or ask again later."),
        key=f"case:{relationship.pk}:counseling-declined",
    )


@transaction.atomic
def pause(relationship: CounselingRelationship, *, now: datetime) -> None:
    """The client closes everything for a while. Consents stay written down, and open nothing meanwhile."""
    relationship = _locked(relationship)
    if not relationship.is_active:
        raise NotNowError(_("Only what goes on can be paused."))
    relationship.state, relationship.paused_at = State.PAUSED, now
    relationship.save(update_fields=["state", "paused_at"])
    _record(relationship, "counseling paused", actor=relationship.client)
    # The counselor could no longer see it, and would not be there.
    cancel_coming(relationship, actor=relationship.client, now=now)
    _tell_counselors(
        relationship, _("%(name)s has paused"), key=f"case:{relationship.pk}:client-pauses:{now:%Y%m%d%H%M%S}"
    )


@transaction.atomic
def go_on(relationship: CounselingRelationship, *, now: datetime) -> None:
    """The client opens again what they had opened."""
    relationship = _locked(relationship)
    if not relationship.is_paused:
        raise NotNowError(_("Only what is paused can go on."))
    relationship.state, relationship.paused_at = State.ACTIVE, None
    relationship.save(update_fields=["state", "paused_at"])
    _record(relationship, "counseling goes on", actor=relationship.client)
    _tell_counselors(
        relationship, _("%(name)s goes on"), key=f"case:{relationship.pk}:client-goes-on:{now:%Y%m%d%H%M%S}"
    )


@transaction.atomic
def end(relationship: CounselingRelationship, actor: User, *, reason: str, now: datetime) -> None:
    """It is over: everything is closed, and nobody is assigned. A request that nobody took is taken back so."""
    relationship = _locked(relationship)
    if not relationship.is_open:
        raise NotNowError(_("It has ended already."))
    counselors = list(relationship.assignments.open().exclude(counselor=None).select_related("counselor"))
    close(relationship, reason=reason, now=now)
    _record(relationship, "counseling ended", actor=actor)
    cancel_coming(relationship, actor=actor, now=now)
    if actor != relationship.client:
        tell_client(
            relationship,
            _("Your time with %(team)s has ended") % {"team": relationship.team},
            body=_("They can no longer see anything of yours."),
            key=f"case:{relationship.pk}:counseling-ended",
        )
    _tell(
        [one.counselor for one in counselors if one.counselor and one.counselor != actor],
        relationship,
        _("%(name)s is no longer your client"),
        key=f"case:{relationship.pk}:client-ends",
    )


def close(relationship: CounselingRelationship, *, reason: str, now: datetime) -> None:
    """Take back every consent, end every assignment, and write down the end."""
    withdraw(relationship, Scope.values, now=now)
    relationship.assignments.open().update(ended_at=now)
    relationship.state, relationship.ended_at, relationship.end_reason = State.ENDED, now, reason
    relationship.save(update_fields=["state", "ended_at", "end_reason"])


@transaction.atomic
def reassign(relationship: CounselingRelationship, counselor: User, *, actor: User, now: datetime) -> None:
    """Another member of the team is there for the client from now on; the client is told the new name."""
    relationship = _locked(relationship)
    if relationship.state not in {State.ACTIVE, State.PAUSED}:
        raise NotNowError(_("Only a client who has begun can be handed over."))
    if not TeamMembership.objects.open().of_team(relationship.team).held_by(counselor).exists():
        raise NotNowError(_("Choose somebody who is in the team today."))
    now_there = relationship.assignments.open()
    if now_there.filter(counselor=counselor).exists() and now_there.count() == 1:
        return
    leaving = [one.counselor for one in now_there.exclude(counselor=counselor).select_related("counselor")]
    now_there.exclude(counselor=counselor).update(ended_at=now)
    for each in filter(None, leaving):
        cancel_coming(relationship, actor=actor, counselor=each, now=now)
    if not relationship.assignments.open().filter(counselor=counselor).exists():
        Assignment.objects.create(relationship=relationship, counselor=counselor, started_at=now)
    _record(relationship, "client handed over", actor=actor)
    told = f"{counselor.pk}:{now:%Y%m%d%H%M%S}"
    tell_client(
        relationship,
        _("%(name)s is your counselor now") % {"name": named(counselor)},
        body=_("What you let your team see has not changed."),
        key=f"case:{relationship.pk}:handed-over:{told}",
    )
    _tell([counselor], relationship, _("%(name)s is your client now"), key=f"case:{relationship.pk}:taken-over:{told}")


def named(user: User | None) -> str:
    """What a person is called on pages of others."""
    return (user.name or user.email) if user else _("someone who left")


def tell_client(relationship: CounselingRelationship, title: str, *, body: str = "", key: str) -> None:
    """A notice to the client, which leads to who sees what."""
    if relationship.client:
        notify(relationship.client, kind=Kind.CASEWORK, title=title, body=body, link=reverse("sharing:list"), key=key)


def _tell_counselors(relationship: CounselingRelationship, title: str, *, key: str) -> None:
    there = relationship.assignments.open().exclude(counselor=None).select_related("counselor")
    _tell([one.counselor for one in there if one.counselor], relationship, title, key=key)


def _tell(people: Iterable[User], relationship: CounselingRelationship, title: str, *, key: str) -> None:
    for person in people:
        notify(
            person,
            kind=Kind.CASEWORK,
            title=title % {"name": named(relationship.client)},
            link=reverse("clients:list"),
            key=key,
        )


def _locked(relationship: CounselingRelationship) -> CounselingRelationship:
    """The row as it is now, held until the change is done: two people at once come one after the other."""
    return CounselingRelationship.objects.select_for_update(of=("self",)).select_related("team").get(pk=relationship.pk)


def _record(relationship: CounselingRelationship, action: str, *, actor: User | None) -> None:
    record(actor=actor, action=action, subject=relationship, person=relationship.client)
