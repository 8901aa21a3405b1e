"""Applications as a table: taken along as a file, and brought back, or out of another program."""

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from guides.models import Role
from jobsearch.actions.bringing import Told, bring_applications
from jobsearch.forms.table_rows import RowForm
from jobsearch.forms.tables import Preview, SentTable, StepForm, TableForm, known_keys, preview_of
from jobsearch.models import Posting
from jobsearch.tables.columns import COLUMNS, head
from jobsearch.tables.writing import table_of
from kit import csv_tables

_STATION = {"station": "connect"}
_A_PAGE: Final = 50
_EXAMPLE: Final = {
    "title": "Pharmacy technician",
    "employer": "Sample Pharmacy",
    "place": "Columbus, OH",
    "stage": "Applied",
    "applied_on": "2026-11-02",
    "next_action": "Ask how it stands",
    "next_on": "2026-11-16",
}


@require_safe
def export(request: SignedInRequest) -> HttpResponse:
    """Everything that is kept of every application, one a row."""
    return _file(table_of(request.user), f"jobs-{timezone.localdate()}.csv")


@require_safe
def template(request: SignedInRequest) -> HttpResponse:  # noqa: ARG001
    """A table to fill in, with one job as an example."""
    return _file([[COLUMNS[key][0] for key in _EXAMPLE], [*_EXAMPLE.values()]], "jobs-template.csv")


@require_http_methods(["GET", "POST"])
def import_file(request: SignedInRequest) -> HttpResponse:
    """Choose a file, look its rows through, put some right, keep them."""
    post = request.method == "POST"
    if post and "table" in request.POST:
        return _looked_through(request)
    form = TableForm(request.POST if post else None, request.FILES if post else None)
    if post and form.is_valid():
        try:
            return _show(request, SentTable.of_text(form.cleaned_data["file"]), page=1)
        except csv_tables.TableError as error:
            form.add_error("file", str(error))
    shown = [names for key, names in COLUMNS.items() if key in _EXAMPLE]
    context = {"form": form, "columns": shown, "more": head()[len(shown) :], **_STATION}
    return render(request, "jobsearch/job_import.html", context)


def _looked_through(request: SignedInRequest) -> HttpResponse:
    form = StepForm(request.POST)
    if not form.is_valid():
        return _start_again(request)
    try:
        table = SentTable.unpacked(form.cleaned_data["table"], owner=request.user.pk)
    except signing.BadSignature:
        return _start_again(request)
    table.take_in(request.POST)
    step, page = form.cleaned_data["step"], form.cleaned_data["page"] or 1
    try:
        if step == "keep":
            return _kept(request, table)
        if step == "leave":
            table.ticks.update({row.sent.line: False for row in _read(request.user, table).bad})
        return _show(request, table, page=page + {"later": 1, "earlier": -1}.get(step, 0))
    except csv_tables.TableError as error:
        messages.error(request, str(error))
        return redirect("jobs:import")


def _kept(request: SignedInRequest, table: SentTable) -> HttpResponse:
    """Keep what is chosen, all or nothing; what must be put right stays on the page."""
    chosen: list[int] = []

    def choose() -> Sequence[Told]:
        rows = _read(request.user, table).chosen
        chosen.extend(row.sent.line for row in rows)
        return [row.told for row in rows if row.told]

    number = bring_applications(request.user, choose)
    if number:
        words = ngettext("%(number)d job is written down.", "%(number)d jobs are written down.", number)
        messages.success(request, words % {"number": number})
    else:
        messages.info(request, _("No row was chosen, so nothing is written down."))
    bad = _read(request.user, table).bad
    if not bad and number:
        return redirect("jobs:list")
    lines = {row.sent.line for row in bad} if number else {row.line for row in table.rows}
    table.rows = [row for row in table.rows if row.line in lines]
    return _show(request, table, page=1)


def _show(request: SignedInRequest, table: SentTable, *, page: int) -> HttpResponse:
    preview = _read(request.user, table)
    shown = Paginator(preview.rows, _A_PAGE).get_page(page)
    context: dict[str, Any] = {
        "preview": preview,
        "table": table.packed(owner=request.user.pk),
        "ignored": table.ignored,
        "page": shown,
        "lines": ",".join(row.shown for row in shown),
        **_STATION,
    }
    return render(request, "jobsearch/job_import_preview.html", context)


def _read(user: User, table: SentTable) -> Preview:
    kept = Posting.objects.owned_by(user).filter(application__isnull=False)
    known = known_keys(kept.values_list("title", "employer", "place", "fingerprint"))
    return preview_of(table, RowForm(roles=Role.objects.published(timezone.now()), today=timezone.localdate()), known)


def _start_again(request: SignedInRequest) -> HttpResponse:
    messages.error(request, _("The rows could not be read again. Choose the file once more."))
    return redirect("jobs:import")


def _file(rows: Any, name: str) -> HttpResponse:
    response = HttpResponse(csv_tables.csv_text(rows), content_type=csv_tables.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
