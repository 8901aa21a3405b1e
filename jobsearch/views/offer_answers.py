"""Accept or decline an offer: the move, the words for it, and what becomes of the other applications."""

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from jobsearch.actions import move
from jobsearch.actions.outreach import begin_message
from jobsearch.forms.offer_answer import AnswerForm, WithdrawForm
from jobsearch.models import Application, Message, Offer
from jobsearch.models.application import ApplicationQuerySet
from jobsearch.offers.side_by_side import open_questions
from jobsearch.offers.terms import terms_of
from jobsearch.views.offers import STATION, offer_of
from kit.paging import one_page

_S = Application.Stage
# The letter that goes with each answer.
_LETTERS = {_S.ACCEPTED: Message.Kind.ACCEPT, _S.DECLINED: Message.Kind.DECLINE}


@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes or no; once that is said, what is to be done next."""
    offer, today = offer_of(request, pk), timezone.localdate()
    application = offer.application
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        move(application, values["answer"], on=values["on"], note=values["note"])
        words = _("%(job)s: moved to “%(stage)s”. If that was a slip, take it back below.")
        messages.success(request, words % {"job": application, "stage": application.get_stage_display()})
        return redirect("offers:answer", pk)
    others = _others(request, application)
    is_accepted = application.stage == _S.ACCEPTED
    context = {
        "offer": offer,
        "application": application,
        "form": form,
        "terms": [term for term in terms_of(offer) if term.text and term.key != "hour"],
        "remark": open_questions([offer]),
        "today": today,
        "answered": application.changes.filter(stage=application.stage).last()
        if application.stage in _LETTERS
        else None,
        "letter": _letter(application),
        "page": one_page(request, others) if is_accepted else None,
        "others": 0 if is_accepted else others.count(),
        **STATION,
    }
    return render(request, "jobsearch/offer_answer.html", context)


@require_POST
def words(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begin the letter that says it in writing; the one that was begun is gone on with."""
    offer = offer_of(request, pk)
    application = offer.application
    if application.stage not in _LETTERS:
        messages.error(request, _("Choose first whether you accept or decline."))
        return redirect("offers:answer", pk)
    return redirect(_letter(application) or begin_message(_new_letter(offer)))


@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """One of the other applications ends, because this offer was accepted."""
    application = offer_of(request, pk).application
    form = WithdrawForm(request.POST, others=_others(request, application))
    if application.stage == _S.ACCEPTED and form.is_valid():
        other = form.cleaned_data["other"]
        move(other, _S.WITHDRAWN, on=timezone.localdate(), note=_("Accepted another offer"))
        said = _("%(job)s: withdrawn. If that was a slip, you can take it back on its page.")
        messages.success(request, said % {"job": other})
    else:
        messages.info(request, _("That one is over already."))
    return redirect(reverse("offers:answer", args=[pk]) + "#others")


def _others(request: SignedInRequest, application: Application) -> ApplicationQuerySet:
    """The other ones that can still become a job; those that went out come first."""
    mine = Application.objects.owned_by(request.user).open().exclude(pk=application.pk)
    return mine.select_related("posting", "owner").order_by(F("applied_on").desc(nulls_last=True), "-pk")


def _letter(application: Application) -> Message | None:
    kind = _LETTERS.get(_S(application.stage))
    return application.messages.filter(kind=kind).first() if kind else None


def _new_letter(offer: Offer) -> Message:
    application = offer.application
    kind = _LETTERS[_S(application.stage)]
    return Message(owner=application.owner, kind=kind, application=application, to=application.whom)
