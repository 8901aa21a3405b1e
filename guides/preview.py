"""A guide as readers would see it, before they do."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from guides.article import write_article
from guides.models import Role
from guides.my_state import reader_state
from guides.page import guide_page


def preview_context(request: HttpRequest, role: Role, *, note: str) -> dict[str, Any]:
    """What the page of an unpublished guide needs: next texts stand in for present ones, and a note says so."""
    state = reader_state(request)
    page = guide_page(role, state=state, today=timezone.localdate(), drafts=True)
    return {"article": write_article(page), "page": page, "role": role, "station": "explore", "note": note}
