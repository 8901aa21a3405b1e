"""What resumes for a role should show, at the desk."""

from typing import Any

from django.contrib import admin

from guides.admin.history import HistoryAdmin
from guides.models import RoleTerm


@admin.register(RoleTerm)
class RoleTermAdmin(HistoryAdmin):
    """Terms of all roles; choose a role at the right to see one list."""

    place_on_desk = 10
    list_display = ["name", "kind", "role", "is_required", "others"]
    list_select_related = ["role"]
    list_filter = ["role", "kind", "is_required"]
    search_fields = ["name", "also"]
    ordering = ["role", "position", "name"]
    fields = ["role", ("name", "kind"), "also", ("is_required", "position")]

    @admin.display(description="also written")
    def others(self, obj: RoleTerm) -> str:
        """The other ways of writing it, in one line."""
        return ", ".join(obj.also.splitlines())

    def put_in_search(self, obj: Any) -> None:
        """Readers do not search for these."""
