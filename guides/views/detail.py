"""One guide."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from guides.article import guide_article
from guides.models import Role, SavedGuide
from guides.my_state import asked_state, reader_state
from guides.shared import shared_page


# A whole guide is long: a fifth of the bytes reach the phone. Django pads compressed answers at random, so that their
# length gives no token away.
@login_not_required
@shared_page(asked_state)
@gzip_page
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole guide on one page, for the reader's state."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    state = reader_state(request)
    is_saved = request.user.is_authenticated and SavedGuide.objects.owned_by(request.user).filter(role=role).exists()
    article = guide_article(role, state=state, today=timezone.localdate(), is_saved=is_saved)
    return render(request, "guides/detail.html", {"article": article, "role": role, "station": "explore"})
