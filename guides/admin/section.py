"""Sections at the desk: one page for one text, with the page it makes beside it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin

from guides.actions.reviewing import CHECKED_FOR
from guides.admin.filters import ReviewFilter
from guides.admin.history import HistoryAdmin
from guides.admin.how_to_write import how_to_write_view
from guides.admin.insert import insertables
from guides.admin.queue import due_view
from guides.admin.saving import bullet_list
from guides.admin.section_preview import section_preview
from guides.admin.words import review_tag
from guides.forms.admin import PreviewForm, SectionForm, in_a_line, open_references
from guides.models import Role, Section, State


@admin.register(Section)
class SectionAdmin(HistoryAdmin):
    """Texts of guides."""

    place_on_desk = 2
    form = SectionForm
    change_form_template = "admin/guides/section/change_form.html"
    list_display = ["title", "role", "kind", "reading", "next_on", "review"]
    list_select_related = ["role"]
    list_filter = [ReviewFilter, "kind", "role"]
    search_fields = ["title", "role__title", "body", "next_body"]
    ordering = ["role__title", "position", "pk"]
    prepopulated_fields = {"slug": ["title"]}

    class Media:
        js = [Script("js/admin-section.js", type="module")]

    def get_fieldsets(self, request: HttpRequest, obj: Section | None = None) -> Any:
        """Text first; what is rarely changed stands folded below."""
        if obj is None:
            return [(None, {"fields": ["role", "kind", "title", "slug", "position"]})]
        return [
            (None, {"fields": ["title", "body"], "classes": ["writing"]}),
            (
                _("Next text"),
                {
                    "fields": ["next_body", "next_on"],
                    "classes": ["writing"] if obj.next_body else ["writing", "collapse"],
                    "description": _("A new version that readers do not see until its day, or until you move it up."),
                },
            ),
            (_("Review"), {"fields": [("reviewed_on", "review_by"), "reviewed_by"]}),
            (_("Place and address"), {"fields": ["role", "kind", "slug", "position"], "classes": ["collapse"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Section | None = None) -> list[str]:
        """A section stays with its guide."""
        return ["role"] if obj is not None else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Section | None = None) -> Any:
        """An anchor that readers know does not follow the title."""
        return self.prepopulated_fields if obj is None else {}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        """With the length of the text, so that the list need not count words."""
        rows: QuerySet[Section] = super().get_queryset(request)
        return rows.annotate(characters=Length("body"))

    # ---- columns

    @admin.display(description=gettext_lazy("text"), ordering="characters")
    def reading(self, section: Any) -> str:
        """How much is written."""
        if not section.characters:
            return _("empty, not shown")
        return _("%(count)d characters") % {"count": section.characters}

    @admin.display(description=gettext_lazy("review by"), ordering="review_by")
    def review(self, section: Section) -> SafeString:
        """When it should be read again."""
        return review_tag(section.review_by, today=timezone.localdate())

    # ---- the page

    def pages_beside(self) -> list[URLPattern]:
        """The queue, and how to write."""

        def page(view: Any) -> Any:
            return self.admin_site.admin_view(lambda request: view(request, self.admin_site.each_context(request)))

        return [
            path("guides/due/", page(due_view), name="guides_due"),
            path("guides/how-to-write/", page(how_to_write_view), name="guides_how_to_write"),
        ]

    def get_urls(self) -> list[URLPattern]:
        """The preview beside the text."""
        view = xframe_options_sameorigin(self.admin_site.admin_view(self.preview_view))
        return [path("<int:pk>/preview/", view, name="guides_section_preview"), *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The section as the page would show it with the text as typed; nothing is saved."""
        section = Section.objects.select_related("role").filter(pk=pk).first()
        if section is None:
            raise Http404
        if not self.has_view_permission(request, section):
            raise PermissionDenied
        return section_preview(request, section, PreviewForm(request.POST or None))

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Section | None = None,
    ) -> Any:
        """With what can be put into the text, and the sections before and after."""
        if obj is not None:
            siblings = [*obj.role.sections.only("pk", "title", "role")]
            place = siblings.index(obj)
            context |= {
                "show_save_and_add_another": False,
                "insertables": insertables(obj.role),
                "siblings": siblings,
                "before": siblings[place - 1] if place else None,
                "after": siblings[place + 1] if place + 1 < len(siblings) else None,
                "states": State.objects.all(),
                "is_public": obj.role.is_public(timezone.now()),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new section stands after the last one of its guide."""
        initial: dict[str, Any] = {**super().get_changeform_initial_data(request)}
        asked = request.GET.get("role", "")
        role = Role.objects.filter(pk=asked).first() if asked.isdecimal() else None
        if role is not None:
            last = role.sections.last()
            initial["position"] = last.position + 10 if last else 10
        return initial

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: bool) -> None:
        """Save; the buttons beside Save do one thing more."""
        if "_read_through" in request.POST:
            today = timezone.localdate()
            obj.reviewed_on, obj.review_by = today, today + CHECKED_FOR
            obj.reviewed_by = str(request.user)
            form.changed_data.extend(["reviewed_on", "review_by", "reviewed_by"])
        if "_take_next" in request.POST and obj.next_body.strip():
            obj.body, obj.next_body, obj.next_on = obj.next_body, "", None
            form.changed_data.extend(["body", "next_body", "next_on"])
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, obj: Section, post_url_continue: str | None = None) -> HttpResponse:
        """On to the text."""
        messages.success(request, _("“%(section)s” is here. Readers see it once it has a text.") % {"section": obj})
        return redirect("admin:guides_section_change", obj.pk)

    def response_change(self, request: HttpRequest, obj: Section) -> HttpResponse:
        """Stay with the text; say what a draft still refers to in vain."""
        self.warn_of_references(request, obj)
        if request.POST.keys() & {"_read_through", "_take_next"}:
            said = _("Saved, and marked as read through today.")
            if "_take_next" in request.POST:
                said = _("The next text has taken over. The old one is in the history.")
            messages.success(request, said)
            return redirect("admin:guides_section_change", obj.pk)
        if request.POST.keys() & {"_continue", "_addanother", "_saveasnew"}:
            return super().response_change(request, obj)
        seen = _("Saved. Readers see it now.") if obj.role.is_public(timezone.now()) else _("Saved.")
        messages.success(request, seen)
        return redirect(reverse("admin:guides_role_change", args=[obj.role_id]) + "#sections-group")

    def warn_of_references(self, request: HttpRequest, section: Section) -> None:
        """List facts, terms and links that lead nowhere yet."""
        for text in (section.body, section.next_body):
            if problems := open_references(text, section.role, prefix=section.slug):
                first = _("Saved. Before readers see this text, mend:")
                messages.warning(request, bullet_list(first, map(in_a_line, problems)))

    def after_restore(self, request: HttpRequest, restored: Section) -> None:
        """An old text may refer to what is gone."""
        self.warn_of_references(request, restored)
