"""A guide that is not published, for a colleague with a link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guides.models import PreviewLink
from guides.preview import preview_context


@login_not_required
@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The guide with its next texts, until the link ends or is taken back."""
    open_links = PreviewLink.objects.open(timezone.now()).select_related("role")
    link = get_object_or_404(open_links, token=token)
    day = date_format(timezone.localtime(link.expires_at), "j F Y")
    note = _("This is a preview, not published. The link ends on %(day)s. Please do not pass it on.") % {"day": day}
    response = render(request, "guides/preview.html", preview_context(request, link.role, note=note))
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
