"""Roles at the desk: the guide as a whole, and its way to readers."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guides.actions.publishing import NotReadyError, move_guide, start_sections
from guides.admin.history import HistoryAdmin
from guides.admin.role_inlines import INLINES
from guides.admin.role_pages import RolePages, preview_links
from guides.admin.saving import say
from guides.admin.words import moment, status_tag, trouble_list
from guides.forms.admin import NewRoleForm, RoleForm
from guides.models import GuideFeedback, Role, Section
from guides.models.role import WrongStatusError
from guides.search import index

_Status = Role.Status


@admin.register(Role)
class RoleAdmin(RolePages, HistoryAdmin):
    """Guides: words, parts, status."""

    place_on_desk = 1
    change_form_template = "admin/guides/role/change_form.html"
    change_list_template = "admin/guides/role/change_list.html"
    list_display = ["title", "state_of_guide", "section_count", "due_count", "open_words", "first_published"]
    list_filter = ["status"]
    search_fields = ["title", "plural", "slug", "titles__title", "onet_soc"]
    ordering = ["position", "title"]
    actions = ["publish", "send_to_review", "back_to_draft"]
    prepopulated_fields = {"slug": ["title"]}
    kept_fields = ("status", "publish_at", "published_at")

    def get_fieldsets(self, request: HttpRequest, obj: Role | None = None) -> Any:
        """What a new role needs first; the rest once it exists."""
        if obj is None:
            words = (None, {"fields": ["title", "plural", "slug", "lead"]})
            return [words, (_("Sections"), {"fields": ["start_sections"]})]
        address = {"fields": ["slug", "onet_soc", "way_in", "art", "position"], "classes": ["collapse"]}
        return [
            (_("Publishing"), {"fields": ["publish_at"], "classes": ["publishing"]}),
            (None, {"fields": ["title", "plural", "lead"]}),
            (_("Address, occupation, picture"), address),
        ]

    def get_form(self, request: HttpRequest, obj: Role | None = None, change: bool = False, **kwargs: Any) -> Any:
        """A new role can start with the usual sections."""
        kwargs.setdefault("form", RoleForm if obj is not None else NewRoleForm)
        return super().get_form(request, obj, change=change, **kwargs)

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> Any:
        """A new role has its parts after it was saved."""
        return INLINES if obj is not None else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Role | None = None) -> Any:
        """An address that readers know does not follow the title."""
        return self.prepopulated_fields if obj is None else {}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        """With what the list counts."""
        today = timezone.localdate()
        open_words = GuideFeedback.objects.open().filter(role=OuterRef("pk")).order_by().values("role")
        counted = open_words.annotate(count=Count("pk")).values("count")
        return (
            super()
            .get_queryset(request)
            .annotate(
                sections_written=Count("sections", filter=~Q(sections__body="")),
                sections_due=Count("sections", filter=Q(sections__review_by__lt=today)),
                words_open=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
            )
        )

    # ---- columns

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state_of_guide(self, role: Role) -> SafeString:
        """The status as a word with its color."""
        return status_tag(role, now=timezone.now())

    @admin.display(description=gettext_lazy("sections written"), ordering="sections_written")
    def section_count(self, role: Any) -> int:
        """How many sections have a text."""
        return int(role.sections_written)

    @admin.display(description=gettext_lazy("due for review"), ordering="sections_due")
    def due_count(self, role: Any) -> int:
        """How many sections are past their review date."""
        return int(role.sections_due)

    @admin.display(description=gettext_lazy("readers' words"), ordering="words_open")
    def open_words(self, role: Any) -> SafeString | int:
        """What readers said that nobody has dealt with."""
        if not role.words_open:
            return 0
        url = reverse("admin:guides_guidefeedback_changelist")
        return format_html('<a href="{}?role__id__exact={}">{}</a>', url, role.pk, role.words_open)

    @admin.display(description=gettext_lazy("first published"), ordering="published_at")
    def first_published(self, role: Role) -> Any:
        """The day on which readers first saw it."""
        return timezone.localdate(role.published_at) if role.published_at else None

    # ---- the role's page

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Role | None = None,
    ) -> Any:
        """With the status, the moves that are open, and the links that colleagues hold."""
        if obj is not None:
            now = timezone.now()
            kinds = {section.kind for section in obj.sections.all()}
            context |= {
                "show_save_and_add_another": False,
                "status_tag": status_tag(obj, now=now),
                "is_public": obj.is_public(now),
                "moves": {str(status) for status in Role.NEXT[_Status(obj.status)]},
                "preview_links": preview_links(obj),
                "lacks_sections": any(kind not in kinds for kind in Section.Kind if kind != Section.Kind.OTHER),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A new role starts with the usual sections, where asked."""
        super().save_related(request, form, formsets, change)
        if not change and form.cleaned_data.get("start_sections"):
            start_sections(form.instance)

    def response_add(self, request: HttpRequest, obj: Role, post_url_continue: str | None = None) -> HttpResponse:
        """On to the role's own page, where its parts are."""
        messages.success(request, _("“%(role)s” is here as a draft. Readers do not see it.") % {"role": obj})
        return redirect("admin:guides_role_change", obj.pk)

    def response_change(self, request: HttpRequest, obj: Role) -> HttpResponse:
        """Saved; then take the step whose button was pressed."""
        status = request.POST.get("_move", "")
        if status not in _Status.values:
            return super().response_change(request, obj)
        self._move(request, obj, _Status(status))
        return redirect("admin:guides_role_change", obj.pk)

    def _move(self, request: HttpRequest, role: Role, status: Role.Status) -> None:
        try:
            move_guide(role, status, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except NotReadyError as error:
            first = _("Your changes are saved, and the guide stays as it was. Before readers see it, mend this:")
            messages.error(request, trouble_list(first, error.troubles))
        except WrongStatusError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, role, _("Moved to: %(status)s.") % {"status": status.label})
            messages.success(request, _moved(role, status))

    # ---- actions on several guides

    @admin.action(description=gettext_lazy("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Role]) -> None:
        """Publish those that are free of troubles."""
        count = self._move_all(request, queryset, _Status.PUBLISHED)
        say(request, ngettext("Published %d guide.", "Published %d guides.", count[0]) % count[0], count[1])

    @admin.action(description=gettext_lazy("Send to review"), permissions=["change"])
    def send_to_review(self, request: HttpRequest, queryset: QuerySet[Role]) -> None:
        """Hand them to whoever reads them through."""
        count = self._move_all(request, queryset, _Status.REVIEW)
        say(request, ngettext("Sent %d guide to review.", "Sent %d guides to review.", count[0]) % count[0], count[1])

    @admin.action(description=gettext_lazy("Back to draft"), permissions=["change"])
    def back_to_draft(self, request: HttpRequest, queryset: QuerySet[Role]) -> None:
        """Take them from readers."""
        count = self._move_all(request, queryset, _Status.DRAFT)
        words = ngettext("%d guide is a draft again.", "%d guides are drafts again.", count[0])
        say(request, words % count[0], count[1])

    def _move_all(
        self, request: HttpRequest, roles: QuerySet[Role], status: Role.Status
    ) -> tuple[int, list[tuple[Role, str]]]:
        done, left = 0, []
        for role in roles:
            try:
                move_guide(role, status, by=request.user, at=timezone.now())  # type: ignore[arg-type]
            except (NotReadyError, WrongStatusError) as error:
                left.append((role, str(error)))
            else:
                self.log_change(request, role, _("Moved to: %(status)s.") % {"status": status.label})
                done += 1
        return done, left

    # ---- search

    def put_in_search(self, obj: Role) -> None:
        """The guide with all its texts."""
        index.put_role(obj)

    def delete_model(self, request: HttpRequest, obj: Role) -> None:
        """Delete, and take it out of search."""
        index.remove_role(obj.pk)
        admin.ModelAdmin.delete_model(self, request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Role]) -> None:
        """Delete them, and take them out of search."""
        for role in queryset:
            index.remove_role(role.pk)
        admin.ModelAdmin.delete_queryset(self, request, queryset)


def _moved(role: Role, status: Role.Status) -> str:
    words = {
        _Status.REVIEW: _("“%(role)s” is in review. Ask a colleague to read the preview."),
        _Status.PUBLISHED: _("“%(role)s” is published. Readers see it now."),
        _Status.SCHEDULED: _("“%(role)s” will be published on %(when)s."),
        _Status.DRAFT: _("“%(role)s” is a draft. Readers do not see it."),
    }[status]
    return words % {"role": role, "when": moment(role.publish_at) if role.publish_at else ""}
