"""Words of the trade."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.models import GlossaryTerm
from guides.shared import shared_page


@login_not_required
@shared_page()
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Every term, by its first letter."""
    letters: dict[str, list[GlossaryTerm]] = {}
    for term in sorted(GlossaryTerm.objects.all(), key=lambda term: term.term.lower()):
        first = term.term[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(term)
    return render(request, "guides/glossary.html", {"letters": letters, "station": "glossary"})
