"""The nouns of people and teams."""

from accounts.models.audit_event import AppendOnlyError, AuditEvent
from accounts.models.erasure_request import ErasureRequest
from accounts.models.notification import Notification, NotificationPreference
from accounts.models.team import Team, TeamMembership
from accounts.models.user import DEMO_DOMAIN, User

__all__ = [
    "DEMO_DOMAIN",
    "AppendOnlyError",
    "AuditEvent",
    "ErasureRequest",
    "Notification",
    "NotificationPreference",
    "Team",
    "TeamMembership",
    "User",
]
