"""Search over guides, the glossary and credentials."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from guides.forms.search import SearchForm
from guides.models import Role
from guides.occupations.releases import releases
from guides.search.results import find

_OFFERED = 12


@login_not_required
@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    """What answers a question; a script that asks while someone types gets the answers without the page."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data["q"] if form.is_valid() else ""
    now = timezone.now()
    results = find(asked, now=now)
    context = {
        "asked": asked,
        "results": results,
        # Whoever shows titles of the O*NET database must say whose they are.
        "releases": releases() if results.occupations else None,
        "guides": Role.objects.published(now)[:_OFFERED],
        "station": "search",
    }
    if "HX-Request" in request.headers:
        name = "guides/_search_brief.html" if form.cleaned_data.get("brief") else "guides/_search_results.html"
        return render(request, name, context)
    # What is kept in the field is the question as it was understood, not as it was sent.
    return render(request, "guides/search.html", context | {"form": SearchForm(initial={"q": asked})})
