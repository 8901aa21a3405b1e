"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from accounts.actions import end_sessions
from accounts.models import AuditEvent, ErasureRequest, Notification, NotificationPreference, TeamMembership, User


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person, but for secrets such as the password's digest."""
    return {
        "profile": _profile(user),
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "second_steps": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
        "sessions": list(UserSession.objects.filter(user=user).values("created_at", "ip", "user_agent")),
        "teams": list(TeamMembership.objects.held_by(user).values("team__name", "role", "started_on", "ended_on")),
        "notices": list(
            Notification.objects.owned_by(user).values("kind", "title", "body", "link", "made_at", "read_at")
        ),
        "notice_switches": list(NotificationPreference.objects.owned_by(user).values("kind", "in_app", "by_email")),
        "record": list(AuditEvent.objects.by(user).values("action", "subject", "at", "detail")),
        "record_about_me": list(
            AuditEvent.objects.about(user).values("actor__name", "action", "subject", "at", "reason")
        ),
        "erasure_requests": list(ErasureRequest.objects.owned_by(user).values("asked_at", "due_at", "cancelled_at")),
    }


def _profile(user: User) -> dict[str, Any]:
    return {
        "email": user.email,
        "name": user.name,
        "state": user.state,
        "time_zone": user.time_zone,
        "joined_at": user.joined_at,
        "last_login": user.last_login,
        "groups": list(user.groups.values_list("name", flat=True)),
    }


def erase(user: User) -> None:
    """Sign the person out, and delete them and all that is theirs. Entries of the record stay, without a name."""
    end_sessions(user)
    # The desk's own log shows the name that a person had at the time.
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).update(object_repr=f"{kind.name} {user.pk}")
    user.delete()
