"""The desk's pages about people."""

from accounts.admin.people import PersonAdmin
from accounts.admin.records import AuditEventAdmin, ErasureRequestAdmin
from accounts.admin.teams import TeamAdmin

__all__ = ["AuditEventAdmin", "ErasureRequestAdmin", "PersonAdmin", "TeamAdmin"]
