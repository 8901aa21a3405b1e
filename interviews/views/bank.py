"""The question bank, open to all: what interviews for these jobs ask."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.models import Role
from guides.shared import shared_page
from interviews.bank.browse import Browse, asked_in
from interviews.bank.overview import interview_sections, overview
from interviews.bank.structured import of_bank, of_role
from interviews.content_files.folder import GENERAL
from interviews.forms.bank import BankForm
from interviews.models import Question

_STATION = {"station": "interview"}


@login_not_required
@require_safe
@shared_page()
def list(request: HttpRequest) -> HttpResponse:
    """The bank by job, how to use it, and what interviewers want to find out."""
    found = overview(timezone.now())
    return render(request, "bank/list.html", {"bank": found, "structured": of_bank(), **_STATION})


@login_not_required
@require_safe
def role(request: HttpRequest, slug: str) -> HttpResponse:
    """The questions of one job, or those that any employer may ask; filters stand in the address."""
    return _role(request, slug) if request.GET else _whole_role(request, slug)


def _role(request: HttpRequest, slug: str) -> HttpResponse:
    found = None if slug == GENERAL else get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    asked = asked_in(found)
    form = BankForm(request.GET, competencies={one.slug for row in asked for one in row.competencies})
    context = {
        "role": found,
        "browse": Browse(asked, form.chosen()),
        "general": Question.objects.bank().of(None).count() if found else 0,
        "guide": interview_sections([found.pk]).get(found.pk, "") if found else "",
        "remarks": form.remarks,
        "structured": of_role(found),
        **_STATION,
    }
    return render(request, "bank/role.html", context)


_whole_role = shared_page()(_role)
