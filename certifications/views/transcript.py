"""Courses as files to take along: a transcript on paper, and tables."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from certifications.ledger.filed import FiledCycle
from certifications.ledger.sheets import sheet_of
from certifications.ledger.transcripts import all_courses, as_table, of_filed, of_sheet
from certifications.models import CECredit, HeldCredential, RenewalCycle
from kit import csv_tables, typeset

_PRINT = Path(__file__).parent.parent / "print"


@require_safe
def transcript(request: SignedInRequest, pk: int) -> HttpResponse:
    """The open cycle of one credential, on paper."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    return _pdf(of_sheet(sheet_of(held, as_of=timezone.localdate())))


@require_safe
def transcript_csv(request: SignedInRequest, pk: int) -> HttpResponse:
    """The open cycle of one credential, as a table."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    return _csv(as_table(sheet_of(held, as_of=timezone.localdate()).rows), "transcript.csv")


@require_safe
def cycle_transcript(request: SignedInRequest, pk: int) -> HttpResponse:
    """A cycle that was filed, on paper."""
    rows = RenewalCycle.objects.owned_by(request.user).filed().select_related("held__credential", "rule_version__rule")
    row = get_object_or_404(rows, pk=pk)
    return _pdf(of_filed(FiledCycle(row), today=timezone.localdate()))


@require_safe
def courses(request: SignedInRequest) -> HttpResponse:
    """All courses, in the columns in which they can be read in again."""
    credits_ = CECredit.objects.owned_by(request.user).prefetch_related("serves__credential")
    return _csv(all_courses(credits_), "courses.csv")


def _pdf(values: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(typeset.pdf(_PRINT / "transcript.typ", values), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="transcript.pdf"'
    return response


def _csv(rows: Sequence[Sequence[str]], name: str) -> HttpResponse:
    response = HttpResponse(csv_tables.csv_text(rows), content_type=csv_tables.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
