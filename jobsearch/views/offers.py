"""Offers: the list, the terms of one, and several side by side."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.offers import keep_offer
from jobsearch.forms.offers import CompareForm, OfferForm, SearchForm
from jobsearch.models import Application, Offer
from jobsearch.models.offer import OfferQuerySet
from jobsearch.offers.side_by_side import MOST, names_of, open_questions, rows_of
from jobsearch.offers.terms import pay_of, terms_of
from kit.paging import one_page

STATION = {"station": "connect"}


def offers_of(request: SignedInRequest) -> OfferQuerySet:
    """The person's offers with their jobs."""
    return Offer.objects.owned_by(request.user).select_related("application__posting__role", "application__owner")


def offer_of(request: SignedInRequest, pk: int) -> Offer:
    """The offer for the person's application with that number; for anyone else there is none."""
    return get_object_or_404(offers_of(request), application_id=pk)


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """All offers, and the jobs whose offer has no terms yet."""
    page = one_page(request, offers_of(request))
    mine = Application.objects.owned_by(request.user)
    context = {
        "page": page,
        "rows": [(offer, pay_of(offer), open_questions([offer])) for offer in page],
        "without": mine.without_terms().filter(stage=Application.Stage.OFFER).select_related("posting")[:10],
        "today": timezone.localdate(),
        "most": MOST,
        **STATION,
    }
    return render(request, "jobsearch/offer_list.html", context)


@require_safe
def add(request: SignedInRequest) -> HttpResponse:
    """Choose the job that the offer is for; the newest movement first."""
    form = SearchForm(request.GET)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    jobs = Application.objects.owned_by(request.user).open().without_terms().select_related("posting")
    page = one_page(request, (jobs.matching(q) if q else jobs).order_by("-last_on", "-pk"))
    return render(
        request,
        "jobsearch/offer_add.html",
        {"form": form, "q": q, "page": page, "query": urlencode({"q": q}), **STATION},
    )


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The terms of one offer."""
    offer = offer_of(request, pk)
    context = {
        "offer": offer,
        "application": offer.application,
        "terms": terms_of(offer),
        "today": timezone.localdate(),
        **STATION,
    }
    return render(request, "jobsearch/offer_detail.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write the terms down, or change them."""
    mine = Application.objects.owned_by(request.user).select_related("posting", "owner")
    application = get_object_or_404(mine, pk=pk)
    offer = Offer.objects.filter(application=application).first() or Offer(application=application)
    form = OfferForm(request.POST if request.method == "POST" else None, instance=offer)
    if request.method == "POST" and form.is_valid():
        keep_offer(form.save(commit=False), today=timezone.localdate())
        messages.success(request, _("The terms are kept. What is empty is marked as “to ask”."))
        return redirect("offers:detail", pk)
    context = {"form": form, "application": application, "is_new": offer.pk is None, **STATION}
    return render(request, "jobsearch/offer_form.html", context)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete the terms; the job stays."""
    offer = offer_of(request, pk)
    if request.method == "POST":
        offer.delete()
        messages.success(request, _("The terms are deleted. The job is still in your list."))
        return redirect("offers:list")
    return render(request, "jobsearch/offer_delete.html", {"application": offer.application, **STATION})


@require_safe
def compare(request: SignedInRequest) -> HttpResponse:
    """Two to four offers side by side."""
    mine = [*offers_of(request)]
    form = CompareForm(request.GET if "o" in request.GET else None, offers=mine)
    chosen = form.cleaned_data["o"] if form.is_valid() else []
    asked = {*request.GET.getlist("o")}
    context = {
        "form": form,
        "choices": [(offer, str(offer.pk) in asked) for offer in mine],
        "chosen": [*zip(chosen, names_of(chosen), strict=True)],
        "rows": rows_of(chosen) if chosen else [],
        "remark": open_questions(chosen),
        **STATION,
    }
    return render(request, "jobsearch/offer_compare.html", context)
