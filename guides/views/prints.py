"""What leaves the site as a file: a guide on one sheet, and the pictures that stand beside links to its pages."""

from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guides.models import Occupation, Projection, Role, WageEstimate
from guides.my_state import reader_state
from guides.page import dollars, guide_page
from guides.page.essentials import essentials as sheet
from guides.page.money import count, percent
from kit import typeset

_PRINT = Path(__file__).parent.parent / "print"
_KEEP = "public, max-age=3600"


@login_not_required
@require_safe
def essentials(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The guide's essentials on one page of paper, for the reader's state."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    page = guide_page(role, state=reader_state(request), today=timezone.localdate())
    made = typeset.pdf(_PRINT / "essentials.typ", sheet(page))
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{role.slug}.pdf"'
    # It depends on the state that the reader told us.
    response["Cache-Control"] = "private, no-cache"
    return _conditional(request, response)


@login_not_required
@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture beside a link to a guide."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    return _card(request, _("Career guide"), role.title, role.soc)


@login_not_required
@require_safe
def occupation_card(request: HttpRequest, code: str) -> HttpResponseBase:
    """The picture beside a link to an occupation's profile."""
    occupation = get_object_or_404(Occupation, code=code)
    return _card(request, _("Job profile"), occupation.title, occupation.soc)


@login_not_required
@require_safe
def site_card(request: HttpRequest) -> HttpResponseBase:
    """The picture beside a link to any other page."""
    return _card(
        request, _("Career guides with a source for every figure"), _("What could I do, and what would it take?")
    )


def _card(request: HttpRequest, kicker: str, title: str, soc: str = "") -> HttpResponseBase:
    data = {"site": settings.SITE_NAME, "kicker": kicker, "title": title, "lines": _lines(soc) if soc else []}
    response = HttpResponse(typeset.png(_PRINT / "card.typ", data), content_type="image/png")
    response["Cache-Control"] = _KEEP
    # It is made to be shown by other sites.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return _conditional(request, response)


def _lines(soc: str) -> list[list[str]]:
    wage = WageEstimate.objects.filter(soc=soc, place="US", naics="").sure().first()
    outlook = Projection.objects.filter(soc=soc).first()
    lines: list[tuple[str, Any]] = [(_("Middle pay, U.S."), dollars(wage.year_median) if wage else "")]
    if outlook is not None:
        lines.append((_("Jobs by %d") % outlook.target_year, percent(outlook.change_percent, signed=True)))
        lines.append((_("Openings a year"), count(outlook.openings)))
    return [[label, value] for label, value in lines if value]


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The file, or word that the browser has it already."""
    response["ETag"] = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    found: HttpResponseBase | None = get_conditional_response(request, etag=response["ETag"], response=response)
    return found or response
