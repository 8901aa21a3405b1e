"""The page of one section with the text as an editor has typed it."""

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guides.checks import DatabaseLookup, check_text
from guides.forms.admin import PreviewForm
from guides.models import Section, State
from guides.page import GuidePage, guide_page
from kit.http import policy


def section_preview(request: HttpRequest, section: Section, form: PreviewForm) -> HttpResponse:
    """The section drawn by the code and the styles of the guide's page; only our own pages may frame it."""
    body, state = section.body, None
    if form.is_bound and form.is_valid():
        body, state = form.text(), form.cleaned_data["preview_state"]
    page = _page_with(section, body, state)
    view = next((view for view in page.sections if view.section.pk == section.pk), None)
    problems = check_text(body, role=section.role, lookup=DatabaseLookup(now=timezone.now()), prefix=section.slug)
    context = {"page": page, "role": section.role, "view": view, "problems": problems, "section": section}
    response = render(request, "admin/guides/section/preview.html", context)
    response["Content-Security-Policy"] = policy(settings.SECURE_CSP | {"frame-ancestors": ["'self'"]})
    response["Cache-Control"] = "no-store"
    return response


def _page_with(section: Section, body: str, state: State | None) -> GuidePage:
    role = section.role
    prefetch_related_objects([role], "sections")
    for sibling in role.sections.all():
        # Only in memory: the other texts stay as readers have them, so terms are explained where they first stand.
        if sibling.pk == section.pk:
            sibling.body, sibling.next_body = body, ""
    return guide_page(role, state=state, today=timezone.localdate())
