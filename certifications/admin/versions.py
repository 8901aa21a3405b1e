"""Versions of renewal rules at the desk: drafted in fields, tried on real ledgers, published, then only read."""

import json
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.actions.publishing_rules import (
    NotReadyError,
    days_of,
    find_troubles,
    publish_version,
    rule_problem,
)
from certifications.actions.trying_rules import try_version
from certifications.admin.catalogue import DatedAdmin
from certifications.forms.rules import EndForm, RuleVersionForm, in_words
from certifications.models import RenewalRuleVersion
from guides.admin.filters import ReviewFilter
from guides.admin.saving import bullet_list
from guides.admin.words import tag

_FROZEN = [
    "rule", "number", "in_force_from", "in_force_until", "anchor", "anchor_month", "anchor_day", "shown_body",
    "renewal_fee", "late_fee", "reinstatement_fee", "summary", "source", "source_words", "as_of", "published_at",
    "published_by",
]  # fmt: skip
_CHECKED = ["checked_on", "review_by", "confidence"]
# How many changed ledgers are listed one by one.
LISTED = 50


class PublishedFilter(admin.SimpleListFilter):
    """By whether it counts."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("draft", gettext_lazy("Draft")), ("published", gettext_lazy("Published"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The rows of the chosen one."""
        if self.value() == "draft":
            return queryset.drafts()
        return queryset.published() if self.value() == "published" else queryset


@admin.register(RenewalRuleVersion)
class RenewalRuleVersionAdmin(DatedAdmin):
    """Dated versions of rules."""

    place_on_desk = 12
    form = RuleVersionForm
    change_form_template = "admin/certifications/version/change_form.html"
    list_display = ["__str__", "status", "in_force_from", "in_force_until", "sureness", "checked_on", "review"]
    list_select_related = ["rule"]
    list_filter = [PublishedFilter, ReviewFilter, "confidence", "rule"]
    search_fields = ["rule__name", "rule__slug", "summary", "source_words"]
    autocomplete_fields = ["rule", "source"]
    fieldsets = [
        (None, {"fields": ["rule", "number", ("in_force_from", "in_force_until")]}),
        (
            gettext_lazy("What is asked"),
            {"fields": ["total", "cycle_months", "minimums", "caps", "excluded_tags", "needs_evidence", "carry_max"]},
        ),
        (gettext_lazy("When cycles end"), {"fields": [("anchor", "anchor_month", "anchor_day")]}),
        (
            gettext_lazy("A first cycle"),
            {
                "classes": ["collapse"],
                "fields": [
                    "first_cycle",
                    ("threshold_months", "short_total"),
                    "short_minimums",
                    ("prorate_rate", "prorate_months", "requirement_rounding"),
                ],
            },
        ),
        (
            gettext_lazy("Late, lapsed, reinstated"),
            {"fields": [("grace_days", "reinstate_months"), "reinstate_total", "reinstate_minimums"]},
        ),
        (gettext_lazy("Fees"), {"fields": [("renewal_fee", "late_fee", "reinstatement_fee")]}),
        (gettext_lazy("For readers"), {"fields": ["summary"]}),
        (
            gettext_lazy("Where it is written"),
            {"fields": ["source", "source_words", "as_of", ("checked_on", "review_by", "confidence")]},
        ),
        (gettext_lazy("Units, and the same as JSON"), {"classes": ["collapse"], "fields": ["unit_hours", "body"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: RenewalRuleVersion | None = None) -> Any:
        """A published version is read; only when it was checked may be written."""
        if self._is_frozen(request, obj):
            return [(None, {"fields": _FROZEN}), (gettext_lazy("Checked"), {"fields": _CHECKED})]
        return self.fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: RenewalRuleVersion | None = None) -> Any:
        """What publishing has frozen."""
        return _FROZEN if self._is_frozen(request, obj) else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The long form for drafts; three fields for what is published."""
        if self._is_frozen(request, obj):
            kwargs["form"] = ModelForm
        return super().get_form(request, obj, change=change, **kwargs)

    def _is_frozen(self, request: HttpRequest, obj: RenewalRuleVersion | None) -> bool:
        return obj is not None and (obj.is_published or not self.has_change_permission(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: RenewalRuleVersion | None = None) -> bool:
        """Drafts alone can be deleted."""
        may: bool = super().has_delete_permission(request, obj)
        return may and not (obj is not None and obj.is_published)

    @admin.display(description=gettext_lazy("status"), ordering="published_at")
    def status(self, version: RenewalRuleVersion) -> SafeString:
        """Draft or published, in a word."""
        return tag(_("Published"), "tag--ok") if version.is_published else tag(_("Draft"), "")

    @admin.display(description=gettext_lazy("rule"))
    def shown_body(self, version: RenewalRuleVersion) -> SafeString:
        """The body in words, and as JSON below."""
        rows = format_html_join("", "<li>{}: {}</li>", in_words(version.body))
        text = json.dumps(version.body, indent=2, ensure_ascii=False)
        summary = _("The same as JSON")
        more = format_html('<details><summary>{}</summary><pre class="desk-code">{}</pre></details>', summary, text)
        return format_html('<div class="readonly"><ul>{}</ul>{}</div>', rows, more)

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: RenewalRuleVersion | None = None,
    ) -> Any:
        """With what may be done next."""
        if obj is not None:
            context |= {
                "days": days_of(obj),
                "show_save_and_add_another": False,
                "troubles": [] if obj.is_published else find_troubles(obj),
                "end_form": EndForm() if obj.is_published and obj.in_force_until is None else None,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # ---- pages and buttons

    def get_urls(self) -> list[URLPattern]:
        """Our pages before Django's own."""
        views = {"try": self.try_view, "publish": self.publish_view, "end": self.end_view}
        ours = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view),
                name=f"certifications_renewalruleversion_{name}",
            )
            for name, view in views.items()
        ]
        return ours + super().get_urls()

    def try_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What publishing would change, counted over the ledgers there are; nothing is written."""
        version = self._version(request, pk)
        troubles = find_troubles(version)
        trial = None if rule_problem(version) else try_version(version, today=timezone.localdate())
        context = {
            **self.admin_site.each_context(request),
            "title": _("Try %(version)s") % {"version": version},
            "opts": self.opts,
            "version": version,
            "days": days_of(version),
            "troubles": troubles,
            "trial": trial,
            "listed": trial.changes[:LISTED] if trial else (),
        }
        return render(request, "admin/certifications/version/try.html", context)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish, or say what must be mended first."""
        version = self._version_of_post(request, pk)
        try:
            publish_version(version, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except NotReadyError as error:
            messages.error(request, bullet_list(_("It was not published. Mend this first:"), error.troubles))
            return self._back(version)
        self.log_change(request, version, _("Published."))
        messages.success(request, _("Published and frozen. People's hours are counted by it."))
        return self._back(version)

    def end_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say when a published version is in force for the last time."""
        version = self._version_of_post(request, pk)
        form = EndForm(request.POST, version=version)
        if form.is_valid():
            version.end(on=form.cleaned_data["ends_on"])
            self.log_change(request, version, _("Ended."))
            messages.success(request, _("The version is in force %(days)s.") % {"days": days_of(version)})
        else:
            messages.error(request, " ".join(str(said) for errors in form.errors.values() for said in errors))
        return self._back(version)

    def _version(self, request: HttpRequest, pk: int) -> RenewalRuleVersion:
        version = RenewalRuleVersion.objects.select_related("rule").filter(pk=pk).first()
        if version is None:
            raise Http404
        if not self.has_change_permission(request, version):
            raise PermissionDenied
        return version

    def _version_of_post(self, request: HttpRequest, pk: int) -> RenewalRuleVersion:
        if request.method != "POST":
            raise Http404
        return self._version(request, pk)

    def _back(self, version: RenewalRuleVersion) -> HttpResponse:
        return redirect("admin:certifications_renewalruleversion_change", version.pk)
