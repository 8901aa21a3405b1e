"""What is due for review: sections, facts, state rules, places and sources in one list, soonest first."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.actions.reviewing import (
    CHECKED_FOR,
    check_facts,
    check_places,
    check_sources,
    check_state_rules,
    read_through,
)
from guides.admin.filters import SOON
from guides.admin.saving import say
from guides.admin.words import day_words, review_tag
from guides.forms.admin import DueForm
from guides.models import Fact, Resource, Section, Source, StateRequirement

_CHECKS: dict[str, Any] = {
    "section": read_through,
    "fact": check_facts,
    "rule": check_state_rules,
    "place": check_places,
    "source": check_sources,
}
_MODELS: dict[str, Any] = {
    "section": Section,
    "fact": Fact,
    "rule": StateRequirement,
    "place": Resource,
    "source": Source,
}
_TEXT: CharField[Any, Any] = CharField()
_PAGES = {"section": "section", "fact": "fact", "rule": "staterequirement", "place": "resource", "source": "source"}
_SEEN_WITH = ("section", "fact", "staterequirement", "resource")


def due_view(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The queue; POST marks the ticked ones as checked today."""
    may_change = request.user.has_perms([f"guides.change_{name}" for name in _PAGES.values()])
    if not request.user.has_perms([f"guides.view_{name}" for name in _SEEN_WITH]):
        raise PermissionDenied
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        return _check(request)
    today = timezone.localdate()
    page = Paginator(due_rows(today + SOON), 100).get_page(request.GET.get("page"))
    context |= {
        "title": _("Due for review"),
        "page": page,
        "rows": [_row(*row, today=today) for row in page],
        "may_change": may_change,
    }
    return render(request, "admin/guides/due.html", context)


def due_rows(until: date) -> QuerySet[Any, Any]:
    """Kind, key, name, place and day of everything that is due by then."""
    sections = _due(Section, until, "section", F("title"), F("role__title"))
    facts = _due(
        Fact, until, "fact", F("label"), Coalesce("role__title", "credential__name", Value(""), output_field=_TEXT)
    )
    rules = _due(StateRequirement, until, "rule", F("state__name"), F("role__title"))
    places = _due(
        Resource,
        until,
        "place",
        F("name"),
        Coalesce("state__name", "role__title", Value(""), output_field=_TEXT),
    )
    sources = _due(Source, until, "source", F("title"), F("publisher"))
    due: QuerySet[Any, Any] = sections.union(facts, rules, places, sources, all=True).order_by(
        "due_on", "kind_", "name_"
    )
    return due


def due_count(until: date) -> int:
    """How many are due by then."""
    return sum(model.objects.filter(review_by__lte=until).count() for model in _MODELS.values())


def _due(model: Any, until: date, kind: str, name: Any, place: Any) -> Any:
    return (
        model.objects.filter(review_by__lte=until)
        .order_by()
        .annotate(
            kind_=Value(kind, output_field=_TEXT),
            key_=Cast("pk", _TEXT),
            name_=Concat(name, Value(""), output_field=_TEXT),
            place_=Concat(place, Value(""), output_field=_TEXT),
            due_on=F("review_by"),
        )
        .values_list("kind_", "key_", "name_", "place_", "due_on")
    )


def _row(kind: str, key: str, name: str, place: str, due_on: date, *, today: date) -> dict[str, Any]:
    kinds = {
        "section": _("Section"),
        "fact": _("Fact"),
        "rule": _("State rule"),
        "place": _("Place to go"),
        "source": _("Source"),
    }
    return {
        "value": f"{kind}-{key}",
        "kind": kinds[kind],
        "name": name,
        "place": place,
        "due": review_tag(due_on, today=today),
        "url": reverse(f"admin:guides_{_PAGES[kind]}_change", args=[key]),
    }


def _check(request: HttpRequest) -> HttpResponse:
    form = DueForm(request.POST)
    chosen = form.chosen() if form.is_valid() else {}
    today = timezone.localdate()
    count = sum(
        _CHECKS[kind](_MODELS[kind].objects.filter(pk__in=keys), by=request.user, on=today)
        for kind, keys in chosen.items()
    )
    words = ngettext("%(count)d is due again on %(day)s.", "%(count)d are due again on %(day)s.", count)
    say(
        request,
        words % {"count": count, "day": day_words(today + CHECKED_FOR)}
        if count
        else _("Tick what you have checked first."),
    )
    return redirect("admin:guides_due")
