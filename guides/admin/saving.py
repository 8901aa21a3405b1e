"""What every page of the desk does when something is saved or deleted, and how it says so."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import ngettext

from guides.forms.fields import LinesField
from guides.search import index

# How the desk reads texts of several lines and addresses, on pages and in their inlines.
FIELDS: dict[Any, Any] = {models.URLField: {"assume_scheme": "https"}, models.TextField: {"form_class": LinesField}}


class SavingAdmin(admin.ModelAdmin[Any]):
    """Keeps search in step with what is saved here, and makes no version where nothing changed."""

    formfield_overrides = FIELDS

    def put_in_search(self, obj: Any) -> None:
        """Bring search up to date after the row was saved or deleted."""
        if getattr(obj, "role", None) is not None:
            index.put_role(obj.role)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list under its own name."""
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        """The page of a row under the row's own name."""
        if obj is not None:
            context |= {"title": str(obj), "subtitle": None}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:
        """Save what differs."""
        if not change or form.changed_data:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows below it, then tell search."""
        super().save_related(request, form, formsets, change)
        self.put_in_search(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, then tell search."""
        super().delete_model(request, obj)
        self.put_in_search(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete them all, then tell search."""
        rows = [*queryset]
        super().delete_queryset(request, queryset)
        for obj in rows:
            self.put_in_search(obj)


def say(request: HttpRequest, done: str, left: Sequence[tuple[Model, str]] = ()) -> None:
    """Tell the editor what an action did, and what it left and why."""
    if not left:
        messages.success(request, done)
        return
    count = ngettext("%(count)d was left:", "%(count)d were left:", len(left)) % {"count": len(left)}
    reasons = format_html_join("", "<li><strong>{}</strong>: {}</li>", ((str(obj), why) for obj, why in left))
    messages.warning(request, format_html("{} {}<ul>{}</ul>", done, count, reasons))


def show_rows(rows: QuerySet[Any], *, shown: bool) -> int:
    """Publish rows, or keep them back, each with a version of its own; says how many changed."""
    changed = [*rows.exclude(is_published=shown)]
    for row in changed:
        row.is_published = shown
        row.save(update_fields=["is_published"])
    return len(changed)


def bullet_list(first: str, rows: Iterable[Any]) -> SafeString:
    """A sentence with a list under it, for a message."""
    return format_html("{}<ul>{}</ul>", first, format_html_join("", "<li>{}</li>", ((row,) for row in rows)))
