"""Rounds of practice questions of one's own: choose, answer, finish, look at what came out."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions import practice as acts
from certifications.forms.practice import AnswerForm, PracticeForm, ShowForm
from certifications.models import PracticeSession
from certifications.rounds.bank import Bank, bank_of, exam_day, outline_on
from certifications.rounds.results import ResultPage
from certifications.rounds.shown import Round, choices_of, review_word, round_of
from guides.models import Credential

# Which part of the navigation the pages belong to.
STATION = {"station": "qualify"}


@require_http_methods(["GET", "POST"])
def practice(request: SignedInRequest, slug: str) -> HttpResponse:
    """Choose what to practice, and begin."""
    bank = find_bank(request, slug)
    initial = {"domain": request.GET.get("domain", ""), "which": request.GET.get("which", "any"), "number": 10}
    form = PracticeForm(request.POST if request.method == "POST" else None, bank=bank, initial=initial)
    if request.method == "POST" and form.is_valid():
        session = acts.start_practice(request.user, bank, now=timezone.now(), **form.cleaned_data)
        if session:
            return redirect(session)
    return render(request, "certifications/practice/practice.html", {"bank": bank, "form": form, **STATION})


@require_safe
def session(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on where one was, or see how it went."""
    found = own_session(request, pk)
    if not found.is_finished:
        here = round_of(found, {}, now=timezone.now())
        place = here.next_open()
        if place is None:
            return redirect("study:finish", pk)
        return redirect("study:question", pk, place)
    bank = bank_of(found.credential, request.user, today=timezone.localdate())
    page = ResultPage(round_of(found, bank.names, now=timezone.now()), bank)
    asked = ShowForm(request.GET)
    show = asked.cleaned_data["show"] if asked.is_valid() else "missed"
    context = {"page": page, "show": show, "rows": page.round.reviewed(show), "review": review_word(found.credential)}
    return render(request, "certifications/practice/results.html", {**context, **STATION})


@require_http_methods(["GET", "POST"])
def question(request: SignedInRequest, pk: int, position: int) -> HttpResponse:
    """One question: choose an answer, or read why it was right or wrong."""
    found = own_session(request, pk)
    here = round_of(found, _names(request, found), now=timezone.now())
    attempt = here.at(position)
    if attempt is None:
        raise Http404
    if found.is_finished and (found.is_mock or attempt.answered_at is None):
        return redirect(found)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        question=attempt.question,
        needed=not found.is_mock and "flag" not in request.POST,
    )
    if request.method == "POST" and form.is_valid():
        return _answered(here, position, form)
    tells = not found.is_mock and attempt.answered_at is not None
    context = {"round": here, "attempt": attempt, "form": form, "tells": tells, "places": here.places(position)}
    context |= {"choices": choices_of(attempt.question, attempt.chosen), "review": review_word(found.credential)}
    context |= {"following": here.following(position), "next_open": here.next_open(position)}
    context["part"] = here.name_of(attempt.domain)
    return render(request, "certifications/practice/question.html", {**context, **STATION})


def _answered(here: Round, position: int, form: AnswerForm) -> HttpResponse:
    """Keep what was sent, and go where its button leads."""
    data, pk = form.cleaned_data, here.session.pk
    if data["flag"]:
        acts.flag(here.session, position, on=data["flag"] == "on")
    # In practice an answer is final, so the flag's button sends none.
    if data["chosen"] is not None and (here.session.is_mock or not data["flag"]):
        acts.answer(here.session, position, chosen=data["chosen"], now=here.now)
    if data["flag"] or not here.session.is_mock:
        return redirect("study:question", pk, position)
    following = here.following(position)
    return redirect("study:question", pk, following) if following else redirect("study:finish", pk)


@require_http_methods(["GET", "POST"])
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what is still open, then close the round."""
    found = own_session(request, pk)
    if request.method == "POST":
        acts.finish(found, now=timezone.now())
    if request.method == "POST" or found.is_finished:
        return redirect(found)
    here = round_of(found, {}, now=timezone.now())
    return render(request, "certifications/practice/finish.html", {"round": here, "places": here.places(), **STATION})


@require_POST
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throw a round away that one does not want to go on with."""
    own_session(request, pk).delete()
    messages.success(request, _("The round is deleted. Cards that came out of it stay."))
    return redirect("study:list")


def find_bank(request: SignedInRequest, slug: str) -> Bank:
    """The questions of an exam; where there is none, there is nothing to practice."""
    bank = bank_of(get_object_or_404(Credential, slug=slug), request.user, today=timezone.localdate())
    if not bank.candidates:
        raise Http404
    return bank


def own_session(request: SignedInRequest, pk: int) -> PracticeSession:
    """A round of one's own."""
    return get_object_or_404(
        PracticeSession.objects.owned_by(request.user).select_related("credential", "owner"), pk=pk
    )


def _names(request: SignedInRequest, found: PracticeSession) -> dict[str, str]:
    day = exam_day(found.credential, request.user, today=timezone.localdate())
    outline = outline_on(found.credential, day)
    return {row.slug: row.name for row in outline.domains.all()} if outline else {}
