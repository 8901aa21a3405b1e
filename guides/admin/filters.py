"""Filters that several lists of the desk share."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# What is due within these days is worth planning for.
SOON = timedelta(days=30)


class ReviewFilter(admin.SimpleListFilter):
    """By the day on which something should be read again."""

    title = _("review")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("past", _("Past its date")), ("soon", _("Due within 30 days")), ("none", _("Without a date"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the chosen one."""
        today = timezone.localdate()
        if self.value() == "past":
            return queryset.filter(review_by__lt=today)
        if self.value() == "soon":
            return queryset.filter(review_by__gte=today, review_by__lte=today + SOON)
        if self.value() == "none":
            return queryset.filter(review_by__isnull=True)
        return queryset
