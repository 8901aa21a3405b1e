"""Pathways and exam outlines at the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from certifications.models import ExamOutline, OutlineDomain, Pathway, PathwayCondition
from guides.admin.filters import ReviewFilter
from guides.admin.saving import SavingAdmin
from guides.admin.words import confidence_tag, review_tag


class DatedAdmin(SavingAdmin):
    """Rows with a confidence and a review date, none of which the search of guides looks through."""

    def put_in_search(self, obj: Any) -> None:
        """Nothing: guides do not show it."""

    @admin.display(description=_("confidence"), ordering="confidence")
    def sureness(self, row: Any) -> SafeString:
        """How sure we are, in a word."""
        return confidence_tag(row.confidence)

    @admin.display(description=_("review by"), ordering="review_by")
    def review(self, row: Any) -> SafeString:
        """When it should be checked again."""
        return review_tag(row.review_by, today=timezone.localdate())


class ConditionInline(admin.TabularInline[PathwayCondition, Pathway]):
    """What all must hold."""

    model = PathwayCondition
    fields = ["position", "key", "words", "how"]
    extra = 1


@admin.register(Pathway)
class PathwayAdmin(DatedAdmin):
    """Ways to be eligible."""

    place_on_desk = 13
    list_display = ["name", "credential", "conditions_held", "sureness", "review"]
    list_select_related = ["credential"]
    list_filter = [ReviewFilter, "confidence", ("credential", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "credential__name", "credential__abbreviation"]
    autocomplete_fields = ["credential", "source"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [ConditionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pathway]:
        """With how many conditions each has."""
        rows: QuerySet[Pathway] = super().get_queryset(request)
        return rows.annotate(conditions_of_it=Count("conditions"))

    @admin.display(description=_("conditions"), ordering="conditions_of_it")
    def conditions_held(self, pathway: Any) -> int:
        """How many conditions it has."""
        return int(pathway.conditions_of_it)


class DomainInline(admin.TabularInline[OutlineDomain, ExamOutline]):
    """The parts of the exam with their shares."""

    model = OutlineDomain
    fields = ["position", "slug", "name", "weight", "holds"]
    extra = 1


@admin.register(ExamOutline)
class ExamOutlineAdmin(DatedAdmin):
    """What exams ask, by version."""

    place_on_desk = 14
    list_display = [
        "version",
        "credential",
        "in_force_from",
        "in_force_until",
        "items",
        "minutes",
        "sureness",
        "review",
    ]
    list_select_related = ["credential"]
    list_filter = [ReviewFilter, "confidence", ("credential", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["version", "credential__name", "credential__abbreviation"]
    autocomplete_fields = ["credential", "source"]
    inlines = [DomainInline]
