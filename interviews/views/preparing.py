"""What is prepared for an interview: the research, the list of things to see to, the questions to ask."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.preparing import add_to_ask, keep_research, move, next_place, tick
from interviews.forms.preparing import (
    ChooseForm,
    DoneForm,
    HeardForm,
    ItemForm,
    MoveForm,
    TickForm,
    ToAskForm,
    WorksheetForm,
)
from interviews.models import Interview, PreparationItem, QuestionToAsk, Worksheet
from interviews.preparing.asking.suggested import groups_for
from interviews.preparing.research import FIELDS, TOPICS, hints_for
from interviews.views.own import interview_of, show


@require_http_methods(["GET", "POST"])
def research(request: SignedInRequest, pk: int) -> HttpResponse:
    """The worksheet. Any of its buttons keeps everything that was typed, and leads back to its field."""
    interview = interview_of(request, pk)
    sheet = Worksheet.objects.filter(interview=interview).first() or Worksheet(interview=interview)
    form = WorksheetForm(request.POST if request.method == "POST" else None, instance=sheet)
    if request.method == "POST" and form.is_valid():
        keep_research(interview, form.found)
        if "quietly" in request.POST:
            return HttpResponse(status=204)
        messages.success(request, _("Saved."))
        return redirect(reverse("interviews:research", args=[pk]) + _field_of(request))
    fields = [(topic, form[topic.field]) for topic in TOPICS]
    more = {"form": form, "fields": fields, "sheet": sheet, "hints": hints_for(interview.role)}
    return show(request, "interviews/research.html", interview, **more)


@require_safe
def logistics(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything to see to, for the way in which they meet."""
    return _logistics(request, interview_of(request, pk), ItemForm())


@require_POST
def item_tick(request: SignedInRequest, pk: int) -> HttpResponse:
    """A usual thing is seen to, or not after all."""
    interview, form = interview_of(request, pk), TickForm(request.POST)
    if form.is_valid():
        tick(interview, form.cleaned_data["key"], done=form.cleaned_data["done"], at=timezone.now())
    return _back(request, pk, form.cleaned_data.get("key", ""))


@require_POST
def item_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more thing of one's own."""
    interview = interview_of(request, pk)
    form = ItemForm(request.POST, instance=PreparationItem(interview=interview))
    if not form.is_valid():
        return _logistics(request, interview, form)
    form.save()
    return redirect(reverse("interviews:logistics", args=[pk]) + "#own")


@require_POST
def item_done(request: SignedInRequest, pk: int) -> HttpResponse:
    """One's own thing is seen to, or not after all."""
    item, form = _item(request, pk), DoneForm(request.POST)
    if form.is_valid():
        item.done_at = timezone.now() if form.cleaned_data["done"] else None
        item.save(update_fields=["done_at"])
    return _back(request, item.interview_id, "own")


@require_POST
def item_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one's own thing off the list."""
    item = _item(request, pk)
    item.delete()
    return redirect(reverse("interviews:logistics", args=[item.interview_id]) + "#own")


@require_http_methods(["GET", "POST"])
def to_ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Questions for them: chosen, one's own, in order, with room for what they said."""
    interview = interview_of(request, pk)
    own = QuestionToAsk(interview=interview, position=next_place(interview))
    form = ToAskForm(request.POST if request.method == "POST" else None, instance=own)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(reverse("interviews:to_ask", args=[pk]) + "#mine")
    return _to_ask(request, interview, form)


@require_POST
def to_ask_choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a suggested question over."""
    interview = interview_of(request, pk)
    form = ChooseForm(request.POST, interview=interview)
    if form.is_valid():
        add_to_ask(interview, form.text)
    return redirect(reverse("interviews:to_ask", args=[pk]) + "#suggested")


@require_POST
def to_ask_move(request: SignedInRequest, pk: int) -> HttpResponse:
    """One place up or down."""
    question, form = _question(request, pk), MoveForm(request.POST)
    if form.is_valid():
        move(question, up=form.cleaned_data["to"] == "up")
    return redirect(reverse("interviews:to_ask", args=[question.interview_id]) + f"#ask-{pk}")


@require_POST
def to_ask_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a question off the list."""
    question = _question(request, pk)
    question.delete()
    return redirect(reverse("interviews:to_ask", args=[question.interview_id]) + "#mine")


@require_POST
def heard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep what they answered."""
    interview = interview_of(request, pk)
    form = HeardForm(request.POST, questions=interview.to_ask.all())
    if not form.is_valid():
        return _to_ask(request, interview, ToAskForm(), answers=form)
    QuestionToAsk.objects.bulk_update(form.changed(), ["heard"])
    if "quietly" in request.POST:
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect(reverse("interviews:to_ask", args=[pk]) + "#mine")


def _logistics(request: SignedInRequest, interview: Interview, form: ItemForm) -> HttpResponse:
    return show(request, "interviews/logistics.html", interview, form=form)


def _to_ask(
    request: SignedInRequest, interview: Interview, form: ToAskForm, *, answers: HeardForm | None = None
) -> HttpResponse:
    questions = [*interview.to_ask.all()]
    answers = answers or HeardForm(questions=questions)
    rows = [(question, answers[answers.name_of(question)]) for question in questions]
    groups = groups_for(interview.role, chosen={question.text for question in questions})
    return show(request, "interviews/to_ask.html", interview, form=form, rows=rows, groups=groups)


def _back(request: SignedInRequest, pk: int, place: str) -> HttpResponse:
    """To where the box stood: on the list, or on the warm-up page."""
    if request.POST.get("next") == "warm_up":
        return redirect(reverse("interviews:warm_up", args=[pk]) + "#open")
    return redirect(reverse("interviews:logistics", args=[pk]) + f"#{place}")


def _item(request: SignedInRequest, pk: int) -> PreparationItem:
    return get_object_or_404(PreparationItem.objects.owned_by(request.user).own(), pk=pk)


def _question(request: SignedInRequest, pk: int) -> QuestionToAsk:
    return get_object_or_404(QuestionToAsk.objects.owned_by(request.user), pk=pk)


def _field_of(request: SignedInRequest) -> str:
    """Where on the page the button stood."""
    field = request.POST.get("save", "")
    return f"#{field}" if field in FIELDS else ""
