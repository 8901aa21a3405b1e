"""Mock exams: what one is made of, and its beginning. What follows is in `practice`."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from certifications.actions.practice import start_mock
from certifications.models import PracticeSession
from certifications.views.practice import STATION, find_bank


@require_http_methods(["GET", "POST"])
def mock(request: SignedInRequest, slug: str) -> HttpResponse:
    """How the exam is made up, and a button that starts the clock."""
    bank = find_bank(request, slug)
    if request.method == "POST":
        session = start_mock(request.user, bank, now=timezone.now())
        if session:
            return redirect(session)
        messages.error(request, _("We know too little of this exam to make one up. Practice by part instead."))
        return redirect("study:practice", slug)
    own = PracticeSession.objects.owned_by(request.user).filter(credential=bank.credential)
    running = own.open().filter(mode=PracticeSession.Mode.MOCK).first()
    return render(request, "certifications/practice/mock.html", {"bank": bank, "running": running, **STATION})
