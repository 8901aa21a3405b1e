"""Questions to ask before answering an offer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from jobsearch.actions.offer_questions import keep_questions
from jobsearch.forms.offer_questions import QuestionsForm, RemoveForm
from jobsearch.models import Offer
from jobsearch.offers.questions import Line, lines_of, parts_of
from jobsearch.views.offers import STATION, offer_of


@require_http_methods(["GET", "POST"])
def questions(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the terms leave open, what was asked, and what they said."""
    offer = offer_of(request, pk)
    lines = lines_of(offer, offer.questions.all())
    form = QuestionsForm(request.POST if request.method == "POST" else None, lines=lines)
    if request.method == "POST" and form.is_valid():
        keep_questions(offer, form.said(), own=form.cleaned_data["own"], today=timezone.localdate())
        return _kept(request, offer, has_own=bool(form.cleaned_data["own"]))
    context = {
        "offer": offer,
        "application": offer.application,
        "form": form,
        "parts": [(part, [_row(form, line) for line in part.lines]) for part in parts_of(lines)],
        **STATION,
    }
    return render(request, "jobsearch/offer_questions.html", context)


def _kept(request: SignedInRequest, offer: Offer, *, has_own: bool) -> HttpResponse:
    """Everything is saved; one of the buttons also takes a question off."""
    remove = RemoveForm(request.POST)
    if remove.is_valid() and (gone := remove.cleaned_data["remove"]):
        offer.questions.own().filter(pk=gone).delete()
        messages.success(request, _("The question is off the list."))
    else:
        messages.success(request, _("Your question is on the list.") if has_own else _("Saved."))
    return redirect(reverse("offers:questions", args=[offer.application_id]))


def _row(form: QuestionsForm, line: Line) -> tuple[Line, object, object]:
    return line, form[f"asked_{line.name}"], form[f"said_{line.name}"]
