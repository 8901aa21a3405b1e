"""Facts at the desk: every figure and rule with its source, its date, and the texts that use it."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guides.actions.reviewing import CHECKED_FOR, check_facts
from guides.admin.filters import ReviewFilter
from guides.admin.history import HistoryAdmin
from guides.admin.saving import say
from guides.admin.words import confidence_tag, day_words, review_tag
from guides.forms.admin import FactForm
from guides.markup.tags import SYNTAX
from guides.models import EntryStep, Fact, FrequentQuestion, Section
from guides.search import index


@admin.register(Fact)
class FactAdmin(HistoryAdmin):
    """Figures and rules."""

    place_on_desk = 3
    form = FactForm
    list_display = ["what", "stated", "source_of_it", "sureness", "review"]
    list_display_links = ["what"]
    list_select_related = ["source", "state", "role", "credential"]
    list_filter = [ReviewFilter, "confidence", "role", "source__kind"]
    search_fields = ["label", "key", "value", "note", "source__title", "credential__name", "state__name"]
    ordering = ["label", "key"]
    list_per_page = 50
    readonly_fields = ["used_in"]
    actions = ["checked_today"]

    def get_fieldsets(self, request: HttpRequest, obj: Fact | None = None) -> Any:
        """What is stated, where it is from, where it stands."""
        return [
            (None, {"fields": ["label", "value", ("number", "unit"), ("state", "as_of")]}),
            (_("Where it comes from"), {"fields": ["source", "confidence", "review_by", "note"]}),
            (_("Where it stands"), {"fields": ["key", "role", "credential", "position", "used_in"]}),
        ]

    @admin.display(description=gettext_lazy("fact"), ordering="label")
    def what(self, fact: Fact) -> SafeString:
        """What is stated, and of what."""
        owner = fact.credential or fact.role or _("any role")
        of = ", ".join(str(part) for part in (owner, fact.state) if part)
        return format_html('{} <span class="desk-quiet">{}</span>', fact.label, of)

    @admin.display(description=gettext_lazy("value"), ordering="value")
    def stated(self, fact: Fact) -> SafeString:
        """The value with its date."""
        dated = _("as of %(day)s") % {"day": fact.as_of} if fact.as_of else _("undated")
        return format_html('<span class="desk-narrow">{} <span class="desk-quiet">{}</span></span>', fact.value, dated)

    @admin.display(description=gettext_lazy("source"), ordering="source__title")
    def source_of_it(self, fact: Fact) -> SafeString:
        """Where it is from."""
        return format_html('<span class="desk-narrow">{}</span>', fact.source)

    @admin.display(description=gettext_lazy("confidence"), ordering="confidence")
    def sureness(self, fact: Fact) -> SafeString:
        """How sure we are, in a word."""
        return confidence_tag(fact.confidence)

    @admin.display(description=gettext_lazy("review by"), ordering="review_by")
    def review(self, fact: Fact) -> SafeString:
        """When it should be checked again."""
        return review_tag(fact.review_by, today=timezone.localdate())

    @admin.display(description=gettext_lazy("used in"))
    def used_in(self, fact: Fact) -> SafeString | str:
        """The texts that show it."""
        places = uses_of(fact)
        if not places:
            return _("No text uses it yet.")
        rows = [
            (reverse(f"admin:guides_{what._meta.model_name}_change", args=[what.pk]), f"{what.role}: {what}")
            for what in places
        ]
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a></li>', rows))

    @admin.action(description=gettext_lazy("Checked today: next review in a year"), permissions=["change"])
    def checked_today(self, request: HttpRequest, queryset: QuerySet[Fact]) -> None:
        """Move the review date of facts that someone has just seen at their source."""
        today = timezone.localdate()
        count = check_facts(queryset, by=request.user, on=today)  # type: ignore[arg-type]
        words = ngettext(
            "%(count)d fact is to be checked again by %(day)s.",
            "%(count)d facts are to be checked again by %(day)s.",
            count,
        )
        say(request, words % {"count": count, "day": day_words(today + CHECKED_FOR)})

    def put_in_search(self, obj: Fact) -> None:
        """The guides whose texts show it."""
        index.put_fact(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Fact | None = None) -> bool:
        """A fact that a text uses stays: take it out of the text first."""
        return super().has_delete_permission(request, obj) and (obj is None or not uses_of(obj))


def uses_of(fact: Fact) -> list[Any]:
    """Sections, steps and answers whose text has a tag for the fact."""
    name = fact.key.rpartition("/")[2]
    sections = Section.objects.filter(Q(body__contains=name) | Q(next_body__contains=name)).select_related("role")
    steps = EntryStep.objects.filter(body__contains=name).select_related("role")
    questions = FrequentQuestion.objects.filter(answer__contains=name).select_related("role")
    found: list[Any] = [section for section in sections if _names(fact, section, section.body, section.next_body)]
    found += [step for step in steps if _names(fact, step, step.body)]
    return found + [question for question in questions if _names(fact, question, question.answer)]


def _names(fact: Fact, what: Any, *texts: str) -> bool:
    keys = {match[2].lower() for text in texts for match in SYNTAX.finditer(text) if match[1] == "fact"}
    return fact.key in keys or any(f"{what.role.slug}/{key}" == fact.key for key in keys)
