"""The page on which an answer is written: saved as it is typed, put together, skipped, handed in."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from interviews import speech
from interviews.actions import drafting
from interviews.actions.giving import give as give_answer
from interviews.asked import AnswerPage
from interviews.forms.answering import AnswerForm, counted
from interviews.models import Answer
from interviews.views.hub import STATION
from kit.http import with_microphone

_CONFLICT, _UNREADABLE = 409, 422


@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write, save for later, put the parts together, bring in a story."""
    found = own_answer(request, pk)
    if found.is_given and request.method == "GET":
        return redirect(found)
    form = AnswerForm(request.POST if request.method == "POST" else None, answer=found)
    if request.method == "POST" and form.is_valid():
        try:
            said = _kept(form, request.POST.get("do", ""))
        except drafting.DraftError as trouble:
            return _page(request, form, trouble)
        messages.success(request, said)
        return redirect(found)
    return _page(request, form)


def _kept(form: AnswerForm, do: str) -> str:
    """Keep the draft in the way that the button says, and tell what was done."""
    now, draft, story = timezone.now(), form.draft(), form.cleaned_data["story"]
    if do == "merge":
        drafting.put_together(form.answer, draft, now=now)
        return _("Put together. Read it once as a whole, and smooth the joints.")
    if do == "story" and story:
        drafting.tell_story(form.answer, draft, story, now=now)
        return _("The story stands in your answer. Bend it to the question: start with what they asked.")
    drafting.save_draft(form.answer, draft, now=now)
    return _("Saved. You can close the page and go on another day.")


@require_POST
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep the draft while it is typed; answers with a sentence, and with which save this was."""
    form = AnswerForm(request.POST, answer=own_answer(request, pk))
    if not form.is_valid():
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"said": " ".join(sentences)}, status=_UNREADABLE)
    try:
        kept = drafting.save_draft(form.answer, form.draft(), now=timezone.now())
    except drafting.DraftError as trouble:
        now = {"seen": trouble.answer.version, "text": trouble.answer.text}
        return JsonResponse({"said": str(trouble), **now}, status=_CONFLICT)
    when = date_format(timezone.localtime(kept.saved_at), "H:i") if kept.saved_at else ""
    return JsonResponse({"said": _("Saved at %s") % when if when else "", "seen": kept.version})


@require_POST
def give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hand it in, and go where its feedback is."""
    found = own_answer(request, pk)
    form = AnswerForm(request.POST, answer=found)
    if not form.is_valid():
        return _page(request, form)
    try:
        return redirect(give_answer(found, form.draft(), now=timezone.now()))
    except drafting.DraftError as trouble:
        return _page(request, form, trouble)


@require_POST
def skip(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on with the next question; what was written stays."""
    found = own_answer(request, pk)
    form = AnswerForm(request.POST, answer=found)
    if not form.is_valid():
        return _page(request, form)
    try:
        kept = drafting.skip(found, form.draft(), now=timezone.now())
    except drafting.DraftError as trouble:
        return _page(request, form, trouble)
    return redirect(AnswerPage(kept, request.user).following or kept.session)


def _page(request: SignedInRequest, form: AnswerForm, trouble: drafting.DraftError | None = None) -> HttpResponse:
    """The page; after a trouble with what was typed, what is kept beside it, and the way on."""
    context = {"page": AnswerPage(form.answer, request.user), "form": form, "counted": counted(form["text"].value())}
    context["can_write_down"] = speech.is_on()
    if trouble:
        form.add_error(None, str(trouble))
        context["newer"] = trouble.answer if isinstance(trouble, drafting.StaleDraftError) else None
        if trouble.seen is not None:
            form.has_seen(trouble.seen)
    status = _CONFLICT if trouble else 200
    return with_microphone(render(request, "practice/answer.html", {**context, **STATION}, status=status))


def own_answer(request: SignedInRequest, pk: int) -> Answer:
    """An answer of one's own."""
    answers = Answer.objects.owned_by(request.user).select_related("session", "session__owner", "question", "recording")
    return get_object_or_404(answers, pk=pk)
