"""The parts of a guide that are edited on the role's own page."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.forms import Textarea
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from guides.admin.choices import OneListOfChoices
from guides.admin.saving import FIELDS
from guides.admin.words import day_words, review_tag, tag
from guides.forms.admin import QuestionForm, StepForm
from guides.forms.fields import LinesField
from guides.models import (
    CareerRung,
    EntryStep,
    FrequentQuestion,
    RelatedRole,
    Resource,
    RoleTitle,
    RoleWords,
    Section,
    WorkSetting,
)

_SMALL = {"rows": 3, "class": "vLargeTextField"}


class SectionInline(admin.TabularInline[Section, Any]):
    """The guide's sections in order; each opens on a page of its own, with its preview."""

    model = Section
    fields = ["position", "link", "kind", "length", "review"]
    readonly_fields = ["link", "kind", "length", "review"]
    ordering = ["position", "pk"]
    extra = 0
    can_delete = False
    template = "admin/guides/role/sections.html"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """New ones are begun on their own page."""
        return False

    @admin.display(description=_("section"))
    def link(self, section: Section) -> SafeString:
        """The way to the page where it is written."""
        url = reverse("admin:guides_section_change", args=[section.pk])
        return format_html('<a href="{}">{}</a>', url, section.title)

    @admin.display(description=_("text"))
    def length(self, section: Section) -> SafeString:
        """How much is written, and whether more is waiting."""
        count = len(section.body.split())
        words = ngettext("%(count)d word", "%(count)d words", count) % {"count": count}
        shown = format_html("{}", words) if count else tag(gettext("empty, not shown"), "")
        if not section.next_body:
            return shown
        waiting = gettext("next text begun")
        if section.next_on is not None:
            waiting = gettext("next text from %(day)s") % {"day": day_words(section.next_on)}
        return format_html("{} {}", shown, tag(waiting, "tag--person"))

    @admin.display(description=_("review by"))
    def review(self, section: Section) -> SafeString:
        """When it should be read again."""
        return review_tag(section.review_by, today=timezone.localdate())


class TitleInline(admin.TabularInline[RoleTitle, Any]):
    """Other names people search by."""

    model = RoleTitle
    extra = 0
    classes = ["collapse"]


class _StackedInline(admin.StackedInline[Any, Any]):
    extra = 0
    classes = ["collapse"]
    show_change_link = True
    formfield_overrides = FIELDS | {models.TextField: {"form_class": LinesField, "widget": Textarea(attrs=_SMALL)}}


class SettingInline(_StackedInline):
    """Workplaces side by side."""

    model = WorkSetting
    fields = ["name", ("naics", "position"), "pace", "people", "hours", "hardest", "good_for"]


class StepInline(_StackedInline):
    """From today to the first day."""

    model = EntryStep
    verbose_name_plural = _("steps in")
    form = StepForm
    fields = ["title", ("slug", "position"), ("time", "cost"), "body"]
    prepopulated_fields = {"slug": ["title"]}


class RungInline(_StackedInline):
    """The way up."""

    model = CareerRung
    fields = [("title", "position", "is_this_role"), "needs", "branches"]
    show_change_link = False


class QuestionInline(_StackedInline):
    """Questions people ask."""

    model = FrequentQuestion
    form = QuestionForm
    fields = ["question", ("slug", "position"), "answer"]
    prepopulated_fields = {"slug": ["question"]}


class RelatedInline(OneListOfChoices, admin.TabularInline[RelatedRole, Any]):
    """Jobs next door."""

    model = RelatedRole
    fk_name = "role"
    fields = ["position", "title", "soc", "why", "target"]
    extra = 0
    classes = ["collapse"]


class WordsInline(_StackedInline):
    """The language of its resumes; the terms have a list of their own."""

    model = RoleWords
    fields = ["verbs", "vocabulary"]
    show_change_link = False


class ResourceInline(admin.TabularInline[Resource, Any]):
    """Places to go that are only for this role; those of single states, fifty at times, have a list of their own."""

    model = Resource
    formfield_overrides = FIELDS
    fields = ["position", "kind", "name", "url", "what_for", "confidence", "checked_on", "key"]
    extra = 0
    classes = ["collapse"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Resource]:
        """Those for every state."""
        return super().get_queryset(request).useful_in(None)  # type: ignore[attr-defined, no-any-return]


INLINES = [
    SectionInline,
    SettingInline,
    StepInline,
    RungInline,
    QuestionInline,
    TitleInline,
    RelatedInline,
    ResourceInline,
    WordsInline,
]
