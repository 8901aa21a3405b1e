"""Renewal rules at the desk: whose they are, and the list of their versions."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.actions.publishing_rules import begin_version, days_of
from certifications.admin.catalogue import DatedAdmin
from certifications.admin.queue import due_count, due_view
from certifications.models import PracticeQuestion, RenewalRule, RenewalRuleVersion
from guides.admin.filters import SOON
from guides.templatetags.desk import Queue


@admin.register(RenewalRule)
class RenewalRuleAdmin(DatedAdmin):
    """Rules of issuers and of states."""

    place_on_desk = 11
    change_form_template = "admin/certifications/rule/change_form.html"
    list_display = ["name", "is_for", "in_force_today", "drafts"]
    list_filter = [("role", admin.RelatedOnlyFieldListFilter), ("state", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "slug", "credential__name", "credential__abbreviation", "state__name"]
    list_select_related = ["credential", "role", "state"]
    autocomplete_fields = ["credential", "role", "state"]
    fields = ["name", "slug", "credential", "role", "state"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: RenewalRule | None = None) -> Any:
        """A slug that files know does not follow the name."""
        return {"slug": ["name"]} if obj is None else {}

    def get_queryset(self, request: HttpRequest) -> QuerySet[RenewalRule]:
        """With the versions in force, and how many drafts wait."""
        today = RenewalRuleVersion.objects.in_force_on(timezone.localdate())
        rows: QuerySet[RenewalRule] = super().get_queryset(request)
        drafts = Count("versions", filter=Q(versions__published_at__isnull=True))
        return rows.annotate(drafts_of_it=drafts).prefetch_related(Prefetch("versions", today, "versions_today"))

    @admin.display(description=gettext_lazy("for"))
    def is_for(self, rule: RenewalRule) -> str:
        """The credential, or the role and the state."""
        return str(rule.credential) if rule.credential else f"{rule.role}, {rule.state}"

    @admin.display(description=gettext_lazy("in force today"))
    def in_force_today(self, rule: Any) -> str:
        """The version that counts today; two are a mistake that only older data can hold."""
        numbers = [str(version.number) for version in rule.versions_today]
        return ", ".join(numbers) if numbers else _("none")

    @admin.display(description=gettext_lazy("drafts"), ordering="drafts_of_it")
    def drafts(self, rule: Any) -> int:
        """How many versions wait to be published."""
        return int(rule.drafts_of_it)

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: RenewalRule | None = None,
    ) -> Any:
        """With the rule's versions, the newest first."""
        if obj is not None:
            versions = obj.versions.select_related("source").order_by("-number")
            context["versions"] = [(version, days_of(version)) for version in versions]
            context["may_begin"] = request.user.has_perm("certifications.add_renewalruleversion")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self) -> list[URLPattern]:
        """With the button that begins a version."""
        view = self.admin_site.admin_view(self.begin_view)
        return [path("<int:pk>/begin/", view, name="certifications_renewalrule_begin"), *super().get_urls()]

    def begin_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin a version as a copy of the last one."""
        rule = RenewalRule.objects.filter(pk=pk).first()
        if rule is None or request.method != "POST":
            raise Http404
        if not request.user.has_perm("certifications.add_renewalruleversion"):
            raise PermissionDenied
        version = begin_version(rule, on=timezone.localdate())
        messages.success(
            request,
            _("Version %d is begun as a draft. Change what is new, and say where that is written.") % version.number,
        )
        return redirect("admin:certifications_renewalruleversion_change", version.pk)

    def pages_beside(self) -> list[URLPattern]:
        """The queue over rules, pathways and outlines."""

        def due(request: HttpRequest) -> HttpResponse:
            return due_view(request, self.admin_site.each_context(request))

        return [path("certifications/due/", self.admin_site.admin_view(due), name="certifications_due")]

    def queues(self, request: HttpRequest) -> list[Queue]:
        """The piles of work on the front page of the desk."""
        found = []
        if request.user.has_perm("certifications.view_renewalruleversion"):
            count = due_count(timezone.localdate() + SOON)
            hint = _("rules, pathways and outlines past their date, or due within 30 days")
            found.append(Queue(reverse("admin:certifications_due"), _("Certifications due"), count, hint))
        if request.user.has_perm("certifications.view_practicequestion"):
            url = reverse("admin:certifications_practicequestion_changelist") + "?reviewed=no"
            count = PracticeQuestion.objects.filter(reviewed_by="").count()
            hint = _("nobody with the profession has checked them; learners are told so")
            found.append(Queue(url, _("Questions not reviewed"), count, hint))
        return found
