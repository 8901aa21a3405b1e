"""Versions of a thing in the admin: who changed which words, and a way back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from guides.admin.saving import SavingAdmin
from guides.differences import Piece, differences


@dataclass(frozen=True)
class Change:
    """One field that differs between two versions."""

    label: str
    pieces: tuple[Piece, ...]


class HistoryAdmin(SavingAdmin, SimpleHistoryAdmin):
    """A model whose versions can be read, compared and restored."""

    history_list_per_page = 20
    object_history_form_template = "simple_history/version.html"
    # What a restore leaves as it is now.
    kept_fields: tuple[str, ...] = ()

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, foreign_keys_are_objs: bool = True
    ) -> None:
        """Give each version of the page its changes against the one before."""
        records = [*historical_records]
        last = records[-1].prev_record if records else None
        for newer, older in zip(records, [*records[1:], last], strict=True):
            newer.changes = _changes(older, newer) if older is not None else []

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        """The heading of the list of versions."""
        return _("History of “%(name)s”") % {"name": obj}

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One version beside what stands now; POST restores it."""
        version = self._version(object_id, version_id)
        now = self.model.history.filter(id=version.id).latest()
        may_restore = self.has_change_permission(request) and self.has_add_permission(request)
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            return self._restore(request, version)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Version of %(when)s") % {"when": _moment(version.history_date)},
            "opts": self.model._meta,
            "version": version,
            "is_deleted": now.history_type == "-",
            "changes": _changes(version, now),
            "fields": [(capfirst(field.verbose_name), _words(field, version)) for field in _fields(version)],
            "may_restore": may_restore,
            "history_url": self._url("history", version.id),
        }
        return render(request, self.object_history_form_template, context)

    def _version(self, object_id: str, version_id: str) -> Any:
        try:
            return self.model.history.select_related("history_user").get(id=object_id, history_id=version_id)
        except (ValueError, ObjectDoesNotExist) as error:
            raise Http404 from error

    def _restore(self, request: HttpRequest, version: Any) -> HttpResponse:
        restored = version.instance
        now = self.model._default_manager.filter(pk=restored.pk).first()
        for name in self.kept_fields if now is not None else ():
            setattr(restored, name, getattr(now, name))
        restored._state.adding = now is None
        when = _moment(version.history_date)
        try:
            restored.full_clean()
        except ValidationError as error:
            messages.error(request, _("This version was not restored. %(why)s") % {"why": " ".join(error.messages)})
            return redirect(request.path)
        restored._history_user = request.user
        restored._change_reason = _("Restored the version of %(when)s") % {"when": when}
        restored.save()
        self.put_in_search(restored)
        messages.success(
            request,
            _("Restored the version of %(when)s. What stood there before is in this list too.") % {"when": when},
        )
        self.after_restore(request, restored)
        return redirect(self._url("history", restored.pk))

    def after_restore(self, request: HttpRequest, restored: Any) -> None:
        """What else an editor should know about the restored text."""

    def _url(self, page: str, pk: Any) -> str:
        opts = self.model._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[pk])


def _fields(record: Any) -> list[Any]:
    return [field for field in record.tracked_fields if field.name != "id"]


def _changes(older: Any, newer: Any) -> list[Change]:
    return [
        Change(capfirst(field.verbose_name), differences(_words(field, older), _words(field, newer)))
        for field in _fields(newer)
        if getattr(older, field.attname) != getattr(newer, field.attname)
    ]


def _words(field: Any, record: Any) -> str:
    value = getattr(record, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return _related(field.name, record)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _related(name: str, record: Any) -> str:
    try:
        return str(getattr(record, name))
    except ObjectDoesNotExist:
        return _("(deleted)")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return _moment(value)
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "j F Y, H:i")
