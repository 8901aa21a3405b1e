"""Templates and their steps at the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from guides.admin.history import HistoryAdmin
from guides.admin.saving import say, show_rows
from plans.forms import PlanTemplateForm, SingleStepForm, TemplateStepForm, TemplateStepFormSet
from plans.models import PlanTemplate, TemplateStep


class ReadyAdmin(HistoryAdmin):
    """What the search of guides does not look through."""

    def put_in_search(self, obj: Any) -> None:
        """Nothing: guides do not show it."""


class TemplateStepInline(admin.StackedInline[TemplateStep, PlanTemplate]):
    """The steps in their order."""

    model = TemplateStep
    form = TemplateStepForm
    formset = TemplateStepFormSet
    fields = [("title", "key"), "hint", ("week", "position"), "place", ("doing", "times")]
    ordering = ["week", "position", "pk"]
    prepopulated_fields = {"key": ["title"]}
    extra = 0
    show_change_link = True


@admin.register(PlanTemplate)
class PlanTemplateAdmin(ReadyAdmin):
    """Goals that many have, with their usual steps."""

    place_on_desk = 19
    form = PlanTemplateForm
    list_display = ["title", "role", "weeks", "steps_held", "is_published"]
    list_select_related = ["role"]
    list_filter = ["is_published", ("role", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["title", "slug", "summary", "steps__title"]
    ordering = ["role__position", "position", "title"]
    empty_value_display = _("any job")
    prepopulated_fields = {"slug": ["title"]}
    inlines = [TemplateStepInline]
    actions = ["publish", "take_back"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlanTemplate]:
        """With the number of steps."""
        rows: QuerySet[PlanTemplate] = super().get_queryset(request)
        return rows.annotate(number_of_steps=Count("steps", distinct=True))

    @admin.display(description=_("steps"), ordering="number_of_steps")
    def steps_held(self, template: Any) -> int:
        """How many."""
        return int(template.number_of_steps)

    @admin.action(description=_("Show to people"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[PlanTemplate]) -> None:
        """Let people put them on their plan."""
        count = show_rows(queryset, shown=True)
        say(request, ngettext("People see %d plan more.", "People see %d plans more.", count) % count)

    @admin.action(description=_("Keep back"), permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[PlanTemplate]) -> None:
        """Keep them here; what stands on people's plans stays theirs."""
        count = show_rows(queryset, shown=False)
        say(request, ngettext("%d plan is kept back.", "%d plans are kept back.", count) % count)


@admin.register(TemplateStep)
class TemplateStepAdmin(ReadyAdmin):
    """Single steps, for their history; a template's page holds them all."""

    place_on_desk = 20
    form = SingleStepForm
    list_display = ["title", "template", "week", "doing", "times"]
    list_select_related = ["template"]
    list_filter = ["template", "doing"]
    search_fields = ["title", "key", "hint"]
    ordering = ["template__position", "template", "week", "position"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """On the page of their template alone."""
        return False
