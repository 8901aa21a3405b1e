"""Invite a client by a link, and answer an invitation. It works once."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.actions import notify, record
from accounts.mail import send
from accounts.models import Team, TeamMembership, User
from accounts.notices import Kind
from caseloads.actions.consenting import grant
from caseloads.actions.relating import NotNowError, begin, named, write_down
from caseloads.models import CounselingRelationship, Invitation
from caseloads.models.invitation import HOLDS_FOR, digest, new_token


def invite(inviter: User, team: Team, *, label: str, now: datetime) -> tuple[Invitation, str]:
    """Make an invitation, and the token of its link, which cannot be found again."""
    token = new_token()
    invitation = Invitation.objects.create(
        team=team,
        inviter=inviter,
        token_hash=digest(token),
        label=label,
        made_at=now,
        expires_at=now + HOLDS_FOR,
    )
    record(actor=inviter, action="client invited", subject=invitation)
    return invitation, token


def mail_invitation(invitation: Invitation, link: str, *, to: str) -> None:
    """Send the link to somebody. Their address is not kept."""
    send(
        to=to,
        subject=_("%(name)s invites you to work together") % {"name": named(invitation.inviter)},
        template="caseloads/email/invitation.txt",
        invitation=invitation,
        link=link,
    )


def take_back(invitation: Invitation, *, now: datetime) -> bool:
    """The link opens nothing from now on; false where it was answered or taken back already."""
    return bool(Invitation.objects.filter(pk=invitation.pk).open(now).update(revoked_at=now, label=""))


@transaction.atomic
def accept(invitation: Invitation, client: User, *, scopes: Iterable[str], now: datetime) -> CounselingRelationship:
    """The client begins with the one who invited them, and opens these parts."""
    if client == invitation.inviter:
        raise NotNowError(_("This is your own invitation. Give its link to the person whom you invite."))
    inviter = invitation.inviter
    if inviter is None or not _is_in_team(inviter, invitation.team):
        raise NotNowError(_("Who invited you has left the team. You can ask the team for a counselor below."))
    known = CounselingRelationship.objects.owned_by(client).open().filter(team=invitation.team).first()
    if known and not known.is_requested:
        raise NotNowError(_("You work with this team already."))
    _use(invitation, now)
    relationship = known or write_down(client, invitation.team, now=now)
    begin(relationship, inviter, now=now)
    grant(relationship, scopes, now=now)
    Invitation.objects.filter(pk=invitation.pk).update(relationship=relationship)
    notify(
        inviter,
        kind=Kind.CASEWORK,
        title=_("%(name)s accepted your invitation") % {"name": named(client)},
        link=relationship.get_absolute_url(),
        key=f"case:{relationship.pk}:invitation-accepted",
    )
    return relationship


@transaction.atomic
def turn_down(invitation: Invitation, *, now: datetime) -> None:
    """Whoever holds the link does not want to; who it was is not written down."""
    label = invitation.label
    _use(invitation, now)
    if invitation.inviter:
        notify(
            invitation.inviter,
            kind=Kind.CASEWORK,
            title=_("An invitation was declined: %(label)s") % {"label": label},
            link=reverse("clients:list"),
            key=f"invitation-declined:{invitation.pk}",
        )


def forget_old(now: datetime) -> int:
    """Names that counselors gave to invitations go once these are over; how many."""
    return Invitation.objects.filter(expires_at__lte=now).exclude(label="").update(label="")


def _use(invitation: Invitation, now: datetime) -> None:
    # One statement decides: of two answers in the same moment, one finds it used.
    if not Invitation.objects.filter(pk=invitation.pk).open(now).update(used_at=now, label=""):
        raise NotNowError(_("This invitation was used already, or its two weeks are over. Ask for a new one."))


def _is_in_team(user: User, team: Team) -> bool:
    return TeamMembership.objects.open().of_team(team).held_by(user).exists()
