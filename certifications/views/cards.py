"""Cards to remember by, one at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions.cards import begin_deck, grade_card
from certifications.forms.practice import DeckForm, GradeForm
from certifications.models import Card
from certifications.rounds.cards import decks, pile_of
from certifications.rounds.hub import roles_of
from certifications.views.practice import STATION


@require_safe
def cards(request: SignedInRequest) -> HttpResponse:
    """The next card that is due, or what to begin with."""
    now, early = timezone.now(), "early" in request.GET
    pile = pile_of(request.user, now=now, early=early)
    context = {"pile": pile, "buttons": pile.buttons(now), "early": early}
    if pile.face is None:
        context["decks"] = decks(request.user, roles_of(request.user))
    return render(request, "certifications/practice/cards.html", {**context, **STATION})


@require_POST
def grade(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note how well a card was remembered, and show the next one."""
    card = get_object_or_404(Card.objects.owned_by(request.user), pk=pk)
    form = GradeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        grade_card(request.user, card.pk, given["grade"], seen=given["seen"], now=timezone.now())
    else:
        messages.error(request, _("Choose how well you knew it."))
    early = "?early=on" if "early" in request.POST else ""
    return redirect(reverse("study:cards") + early)


@require_POST
def card_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a card out."""
    get_object_or_404(Card.objects.owned_by(request.user), pk=pk).delete()
    messages.success(request, _("The card is taken out."))
    return redirect("study:cards")


@require_POST
def deck(request: SignedInRequest) -> HttpResponse:
    """Begin the next few cards of a deck."""
    form = DeckForm(request.POST)
    found = decks(request.user, roles_of(request.user)) if form.is_valid() else []
    wanted = (form.cleaned_data.get("kind"), form.cleaned_data.get("role"))
    chosen = next((deck for deck in found if (deck.kind, deck.role) == wanted), None)
    if chosen is None:
        messages.error(request, _("Choose one of the sets of cards."))
    else:
        number = begin_deck(request.user, chosen, now=timezone.now())
        messages.success(request, ngettext("%d new card.", "%d new cards.", number) % number)
    return redirect("study:cards")
