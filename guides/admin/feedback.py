"""What readers reported, as a queue."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guides.actions.feedback import deal_with, open_again
from guides.admin.saving import SavingAdmin, say
from guides.admin.words import tag
from guides.models import GuideFeedback

_LOOKS = {"yes": "tag--ok", "partly": "tag--should", "no": "tag--must"}


class OpenFilter(admin.SimpleListFilter):
    """Open words first: that is what the queue is for."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("handled", gettext_lazy("Dealt with")), ("all", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        """“Open” stands in place of “All”."""
        for choice in super().choices(changelist):
            yield choice | (
                {"display": _("Open")}
                if choice["query_string"] == changelist.get_query_string(remove=["state"])
                else {}
            )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the chosen one."""
        if self.value() == "handled":
            return queryset.filter(handled_at__isnull=False)
        return queryset if self.value() == "all" else queryset.open()  # type: ignore[attr-defined]


@admin.register(GuideFeedback)
class GuideFeedbackAdmin(SavingAdmin):
    """Reported by readers."""

    place_on_desk = 9
    list_display = ["words", "answer", "place", "made_at", "dealt_with"]
    list_display_links = ["words"]
    list_filter = [OpenFilter, "verdict", "role"]
    list_select_related = ["role", "section", "handled_by"]
    search_fields = ["comment", "role__title"]
    date_hierarchy = "made_at"
    ordering = ["-made_at"]
    actions = ["mark_dealt_with", "mark_open"]
    fields = ["comment", "answer", "place", "made_at", "dealt_with"]
    readonly_fields = ["comment", "answer", "place", "made_at", "dealt_with"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only readers write here."""
        return False

    @admin.display(description=gettext_lazy("comment"))
    def words(self, feedback: GuideFeedback) -> str:
        """How the comment begins."""
        return Truncator(feedback.comment).chars(160) or _("(no comment)")

    @admin.display(description=gettext_lazy("helpful"), ordering="verdict")
    def answer(self, feedback: GuideFeedback) -> SafeString:
        """The reader's answer in a word."""
        return tag(feedback.get_verdict_display(), _LOOKS[feedback.verdict])

    @admin.display(description=gettext_lazy("about"))
    def place(self, feedback: GuideFeedback) -> SafeString:
        """The section or the guide, with the way to edit it."""
        if feedback.section is not None:
            url = reverse("admin:guides_section_change", args=[feedback.section_id])
            return format_html('<a href="{}">{}: {}</a>', url, feedback.role, feedback.section)
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:guides_role_change", args=[feedback.role_id]), feedback.role
        )

    @admin.display(description=gettext_lazy("dealt with"), ordering="handled_at")
    def dealt_with(self, feedback: GuideFeedback) -> str:
        """Who and when."""
        if feedback.handled_at is None:
            return _("open")
        day = timezone.localdate(feedback.handled_at)
        return _("%(day)s by %(who)s") % {"day": f"{day:%-d %b %Y}", "who": feedback.handled_by or _("someone")}

    @admin.action(description=gettext_lazy("Mark as dealt with"), permissions=["change"])
    def mark_dealt_with(self, request: HttpRequest, queryset: QuerySet[GuideFeedback]) -> None:
        """Take them out of the queue."""
        count = deal_with(queryset, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        say(request, ngettext("%d report is dealt with.", "%d reports are dealt with.", count) % count)

    @admin.action(description=gettext_lazy("Open again"), permissions=["change"])
    def mark_open(self, request: HttpRequest, queryset: QuerySet[GuideFeedback]) -> None:
        """Put them back into the queue."""
        count = open_again(queryset)
        say(request, ngettext("%d report is open again.", "%d reports are open again.", count) % count)
