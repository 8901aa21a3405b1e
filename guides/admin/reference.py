"""Reference rows at the desk: words, sources, states, pay and outlook."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guides.admin.history import HistoryAdmin
from guides.admin.saving import SavingAdmin
from guides.models import GlossaryTerm, Projection, Source, State, WageEstimate
from guides.search import index


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(HistoryAdmin):
    """Words of the trade."""

    place_on_desk = 6
    list_display = ["term", "definition", "also"]
    search_fields = ["term", "also", "definition"]
    ordering = ["term"]
    prepopulated_fields = {"slug": ["term"]}

    def put_in_search(self, obj: GlossaryTerm) -> None:
        """The word, or nothing where it is gone."""
        if GlossaryTerm.objects.filter(pk=obj.pk).exists():
            index.put_term(obj)

    def delete_model(self, request: HttpRequest, obj: GlossaryTerm) -> None:
        """Delete, and take it out of search."""
        index.remove_term(obj.pk)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[GlossaryTerm]) -> None:
        """Delete them, and take them out of search."""
        for term in queryset:
            index.remove_term(term.pk)
        super().delete_queryset(request, queryset)


@admin.register(Source)
class SourceAdmin(SavingAdmin):
    """Publications that facts rest on."""

    place_on_desk = 8
    list_display = ["title", "publisher", "edition", "kind", "fact_count", "published_on", "seen_on", "review_by"]
    list_filter = ["kind"]
    search_fields = ["title", "publisher", "key", "edition"]
    ordering = ["title"]
    prepopulated_fields = {"key": ["title"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        """With how many facts rest on each."""
        rows: QuerySet[Source] = super().get_queryset(request)
        return rows.annotate(facts_on_it=Count("facts"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        """Content files know a source by its key: it does not follow the title."""
        return self.prepopulated_fields if obj is None else {}

    @admin.display(description=_("facts"), ordering="facts_on_it")
    def fact_count(self, source: Any) -> SafeString | int:
        """How many facts rest on it, and the way to them."""
        if not source.facts_on_it:
            return 0
        url = reverse("admin:guides_fact_changelist")
        return format_html('<a href="{}?source__id__exact={}">{}</a>', url, source.pk, source.facts_on_it)


@admin.register(State)
class StateAdmin(SavingAdmin):
    """States, the district, territories."""

    list_display = ["name", "usps", "kind", "rule_count"]
    list_filter = ["kind"]
    search_fields = ["name", "usps"]
    ordering = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[State]:
        """With how many rules each has."""
        rows: QuerySet[State] = super().get_queryset(request)
        return rows.annotate(rules=Count("requirements"))

    @admin.display(description=_("rules"), ordering="rules")
    def rule_count(self, state: Any) -> int:
        """How many roles have a rule there."""
        return int(state.rules)


@admin.register(WageEstimate)
class WageEstimateAdmin(SavingAdmin):
    """Pay as published; a new year comes in by a command, so this is mostly for reading."""

    list_display = ["soc", "place", "industry", "employment", "year_p10", "year_median", "year_p90", "as_of"]
    list_filter = ["as_of", "place"]
    search_fields = ["soc", "place", "industry", "naics"]
    ordering = ["soc", "naics", "place"]
    list_select_related = False


@admin.register(Projection)
class ProjectionAdmin(SavingAdmin):
    """Outlook as published; a new edition comes in by a command, so this is mostly for reading."""

    list_display = ["soc", "base_year", "target_year", "jobs_base", "jobs_target", "change_percent", "openings"]
    search_fields = ["soc"]
    ordering = ["soc"]
