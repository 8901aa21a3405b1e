"""Long lists come in pages."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

A_PAGE = 20


def one_page(request: HttpRequest, rows: "QuerySet[Any]", *, size: int = A_PAGE) -> "Page[Any]":
    """The page that the address asks for; the nearest one where there is no such page."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
