"""What can be looked at, and not touched."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, ErasureRequest


class LookOnly:
    """Nobody adds, changes or deletes here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False


@admin.register(AuditEvent)
class AuditEventAdmin(LookOnly, admin.ModelAdmin[AuditEvent]):
    """Who did what, when."""

    list_display = ["at", "actor", "action", "subject"]
    list_filter = ["action", "at"]
    search_fields = ["subject", "actor__email"]
    search_help_text = _("By subject, such as “person 12”, or by the address of who did it")
    date_hierarchy = "at"
    list_select_related = ["actor"]


@admin.register(ErasureRequest)
class ErasureRequestAdmin(LookOnly, admin.ModelAdmin[ErasureRequest]):
    """Who wants their account erased, and when it happens."""

    list_display = ["asked_at", "user", "due_at", "cancelled_at", "done_at"]
    list_filter = ["asked_at", "done_at"]
    search_fields = ["user__email"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ErasureRequest]:
        """With the person, in one query."""
        return super().get_queryset(request).select_related("user")
