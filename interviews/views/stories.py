"""The story bank: all of them, a new one, one to read and change, one out of an answer, the end of one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.telling import keep_story
from interviews.forms.stories import StoryForm
from interviews.models import Answer, Story
from interviews.stories import parts_of, shown_by
from interviews.views.hub import STATION
from kit.paging import one_page


@require_safe
def stories(request: SignedInRequest) -> HttpResponse:
    """All of them, each with what it shows."""
    rows = Story.objects.owned_by(request.user).prefetch_related("competencies")
    return render(request, "practice/stories.html", {"stories": one_page(request, rows), **STATION})


@require_http_methods(["GET", "POST"])
def story_add(request: SignedInRequest) -> HttpResponse:
    """A story that was not told in an answer yet."""
    form = StoryForm(request.POST if request.method == "POST" else None, instance=Story(owner=request.user))
    if request.method == "POST" and form.is_valid():
        keep_story(form.save(commit=False), form.cleaned_data["shows"])
        messages.success(request, _("Kept. It is suggested where it fits."))
        return redirect("practice:stories")
    return render(request, "practice/story.html", {"form": form, **STATION})


@require_http_methods(["GET", "POST"])
def story(request: SignedInRequest, pk: int) -> HttpResponse:
    """Read it and change it; answers in which it was told stay as they are."""
    found = own_story(request, pk)
    form = StoryForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        keep_story(form.save(commit=False), form.cleaned_data["shows"])
        messages.success(request, _("Saved."))
        return redirect("practice:stories")
    told = found.answers.given().select_related("session")
    return render(request, "practice/story.html", {"form": form, "story": found, "told": told, **STATION})


@require_http_methods(["GET", "POST"])
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a story out of an answer: the parts that were found in it stand in the boxes."""
    answers = Answer.objects.owned_by(request.user).given().select_related("feedback", "question", "story")
    answer = get_object_or_404(answers, pk=pk)
    initial = parts_of(answer) | {"shows": shown_by(answer)}
    post = request.POST if request.method == "POST" else None
    form = StoryForm(post, instance=Story(owner=request.user), initial=initial)
    if request.method == "POST" and form.is_valid():
        keep_story(form.save(commit=False), form.cleaned_data["shows"], told_in=answer)
        messages.success(request, _("Kept as a story. It is suggested where it fits."))
        return redirect(answer)
    return render(request, "practice/story.html", {"form": form, "answer": answer, **STATION})


@require_http_methods(["GET", "POST"])
def story_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it out of the bank; answers in which it was told stay."""
    found = own_story(request, pk)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("The story is deleted. Answers in which you told it stay."))
        return redirect("practice:stories")
    return render(request, "practice/story_delete.html", {"story": found, **STATION})


def own_story(request: SignedInRequest, pk: int) -> Story:
    """A story of one's own."""
    return get_object_or_404(Story.objects.owned_by(request.user).prefetch_related("competencies"), pk=pk)
