"""Places to go at the desk: associations, job boards, boards of the states."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext

from guides.actions.reviewing import CHECKED_FOR, check_places
from guides.admin.filters import ReviewFilter
from guides.admin.history import HistoryAdmin
from guides.admin.saving import say
from guides.admin.words import confidence_tag, day_words, review_tag
from guides.models import Resource
from guides.search import index


@admin.register(Resource)
class ResourceAdmin(HistoryAdmin):
    """What the directory and the guides lead to."""

    place_on_desk = 7
    list_display = ["name", "kind", "role", "state", "what_for", "sureness", "checked_on", "review"]
    list_select_related = ["role", "state"]
    list_filter = [ReviewFilter, "kind", "confidence", "role", "state"]
    search_fields = ["name", "what_for", "url", "state__name", "key"]
    ordering = ["kind", "position", "name"]
    list_per_page = 60
    prepopulated_fields = {"key": ["name"]}
    actions = ["checked_today"]
    fieldsets = [
        (None, {"fields": ["name", "url", "what_for", "cost"]}),
        (gettext_lazy("Whom it serves"), {"fields": ["kind", "role", "state"]}),
        (
            gettext_lazy("Where it comes from"),
            {"fields": ["sources", "confidence", ("checked_on", "review_by")]},
        ),
        (gettext_lazy("Where it stands"), {"fields": ["key", "position"]}),
    ]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Resource | None = None) -> Any:
        """Content files and addresses know it by its key: it does not follow the name."""
        return {"key": ["name"]} if obj is None else {}

    def put_in_search(self, obj: Resource) -> None:
        """The place as it is now, or nothing where it is gone."""
        if obj.pk is not None:
            index.put_place(obj.pk)

    def delete_model(self, request: HttpRequest, obj: Resource) -> None:
        """Delete, and take it out of search."""
        pk = obj.pk
        super().delete_model(request, obj)
        index.put_place(pk)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Resource]) -> None:
        """Delete them, and take them out of search."""
        keys = [*queryset.values_list("pk", flat=True)]
        super().delete_queryset(request, queryset)
        for pk in keys:
            index.put_place(pk)

    @admin.display(description=gettext_lazy("confidence"), ordering="confidence")
    def sureness(self, place: Resource) -> SafeString:
        """How sure we are, in a word."""
        return confidence_tag(place.confidence)

    @admin.display(description=gettext_lazy("review by"), ordering="review_by")
    def review(self, place: Resource) -> SafeString:
        """When it should be opened again."""
        return review_tag(place.review_by, today=timezone.localdate())

    @admin.action(description=gettext_lazy("Opened today: next review in a year"), permissions=["change"])
    def checked_today(self, request: HttpRequest, queryset: QuerySet[Resource]) -> None:
        """Move the review date of places whose address someone has just opened."""
        today = timezone.localdate()
        count = check_places(queryset, by=request.user, on=today)  # type: ignore[arg-type]
        words = ngettext(
            "%(count)d place is to be opened again by %(day)s.",
            "%(count)d places are to be opened again by %(day)s.",
            count,
        )
        say(request, words % {"count": count, "day": day_words(today + CHECKED_FOR)})
