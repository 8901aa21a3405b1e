"""The sheet for talking about pay, to look at and to print."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from jobsearch.forms.offer_sheet import AskForm
from jobsearch.offers.pay_facts import pay_facts
from jobsearch.offers.sheet import sheet_of
from jobsearch.offers.trades import trades_of
from jobsearch.views.offers import STATION, offer_of, offers_of


@require_http_methods(["GET", "POST"])
def sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where the offer stands among what others earn, what to ask for, and the words for it."""
    offer = offer_of(request, pk)
    form = AskForm(request.POST if request.method == "POST" else None, instance=offer)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Kept. Your figure stands in the words to say."))
        return redirect("offers:sheet", pk)
    if form.errors:
        # The page shows what is kept; the form shows what was typed.
        offer = get_object_or_404(offers_of(request), pk=offer.pk)
    facts, trades = pay_facts(offer, request.user), trades_of(offer)
    context = {
        "offer": offer,
        "application": offer.application,
        "form": form,
        "facts": facts,
        "sheet": sheet_of(offer, facts),
        "trades": trades,
        **STATION,
    }
    return render(request, "jobsearch/offer_sheet.html", context)
