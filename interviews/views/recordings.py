"""Recordings on the server: kept, heard, counted in, written down and deleted by their speaker alone."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from interviews import speech
from interviews.actions.recordings import AnswerGivenError, keep_recording, remove_recording
from interviews.forms.recordings import RecordingForm, TapsForm
from interviews.models import Answer, Recording
from kit.limits import within_limit
from kit.ranges import played_file

MOST_AN_HOUR = 60
MOST_WRITTEN_AN_HOUR = 20
_CONFLICT, _UNREADABLE, _TOO_OFTEN, _BUSY = 409, 422, 429, 503


@require_http_methods(["GET", "HEAD", "POST"])
def recording(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hear the recording of an answer of one's own, or keep a new one in its place."""
    if request.method != "POST":
        return answer_recording_response(_own_recording(request, pk), request)
    answer = get_object_or_404(Answer.objects.owned_by(request.user), pk=pk)
    now = timezone.now()
    if not within_limit("recordings", str(request.user.pk), most=MOST_AN_HOUR, seconds=3600, now=now):
        words = _("You kept many recordings within the hour. Keep this one in your browser, or wait a while.")
        return JsonResponse({"said": words}, status=_TOO_OFTEN)
    form = RecordingForm(request.POST, request.FILES, taken=_taken(request, but=answer))
    if not form.is_valid():
        return _refused(form.errors.values())
    data = form.cleaned_data
    try:
        keep_recording(answer, file=data["file"], kind=form.kind, duration_s=data["duration_s"], now=now)
    except AnswerGivenError as trouble:
        return JsonResponse({"said": str(trouble)}, status=_CONFLICT)
    return JsonResponse({"said": _("Kept on the server. Only you can hear it until you share it.")})


def answer_recording_response(recording: Recording, request: HttpRequest) -> HttpResponse:
    """What a player gets, whole or in part. Whoever calls this has seen to it that the person may hear it."""
    stored = recording.file
    return played_file(request, stored.storage, stored.name, media_type=recording.media_type)


@require_http_methods(["GET", "POST"])
def recording_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete it for good; a script, which has asked, gets a sentence."""
    found = _own_recording(request, pk)
    if request.method == "GET":
        return render(request, "practice/recording_delete.html", {"recording": found, "station": "interview"})
    remove_recording(found.answer)
    words = _("The recording is deleted. What you wrote stays.")
    if not request.accepts("text/html"):
        return JsonResponse({"said": words})
    messages.success(request, words)
    return redirect(found.answer)


@require_POST
def recording_taps(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep how many fillers the speaker counted while listening."""
    found = _own_recording(request, pk)
    form = TapsForm(request.POST)
    if not form.is_valid():
        return _refused(form.errors.values())
    found.filler_taps = form.cleaned_data["taps"]
    found.save(update_fields=["filler_taps"])
    return JsonResponse({"said": _("Count saved.")})


@require_POST
def recording_transcript(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft of what was said, by the program that the operator chose; 404 where there is none."""
    if not speech.is_on():
        raise Http404
    found = _own_recording(request, pk)
    who = str(request.user.pk)
    if not within_limit("transcripts", who, most=MOST_WRITTEN_AN_HOUR, seconds=3600, now=timezone.now()):
        words = _("That was often within the hour. Write this one down yourself, or wait a while.")
        return JsonResponse({"said": words}, status=_TOO_OFTEN)
    try:
        text = speech.written_down(found.file, found.media_type)
    except speech.NotWrittenError as trouble:
        return JsonResponse({"said": str(trouble)}, status=_BUSY)
    return JsonResponse(
        {"said": _("A draft stands in the box. Correct it: fillers and names are often wrong."), "text": text}
    )


def _taken(request: SignedInRequest, *, but: Answer) -> int:
    """What the person's other recordings take; the one of this answer would be replaced."""
    others = Recording.objects.filter(answer__session__owner=request.user).exclude(answer=but)
    return int(others.aggregate(size=Sum("size"))["size"] or 0)


def _refused(errors: Iterable[Iterable[object]]) -> JsonResponse:
    sentences = " ".join(str(error) for errors_of_one in errors for error in errors_of_one)
    return JsonResponse({"said": sentences}, status=_UNREADABLE)


def _own_recording(request: SignedInRequest, pk: int) -> Recording:
    recordings = Recording.objects.filter(answer__session__owner=request.user).select_related("answer__session")
    return get_object_or_404(recordings, answer_id=pk)
