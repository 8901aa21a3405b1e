"""Fairs, workshops and meetups: the list, the page of one, and what changes it as a whole."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.events import attend, be_otherwise, keep_event, remove_event
from jobsearch.event_calendar import entry_of
from jobsearch.event_page import parts_of
from jobsearch.forms.events import EventForm, NewItemForm, StateForm
from jobsearch.models import Event, EventItem
from kit.calendars import MEDIA_TYPE, calendar_text
from kit.paging import one_page

_STATION = {"station": "connect"}
# Nobody plans more at once; those further away come nearer.
_COMING = 30
# The people met there that its page names.
_PEOPLE = 50


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Those to come, the next first, and those that are over."""
    mine, now = Event.objects.owned_by(request.user), timezone.now()
    context = {"coming": mine.coming(now)[:_COMING], "page": one_page(request, mine.gone_by(now)), **_STATION}
    return render(request, "jobsearch/event_list.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Write an event down; its list comes by itself."""
    form = EventForm(request.POST if request.method == "POST" else None, instance=Event(owner=request.user))
    if request.method == "POST" and form.is_valid():
        event = keep_event(form.save(commit=False))
        messages.success(request, _("Written down. Here is what to prepare."))
        return redirect(event)
    return render(request, "jobsearch/event_form.html", {"form": form, **_STATION})


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """One event with its lists."""
    return show(request, own_event(request, pk))


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what, when or where."""
    event = own_event(request, pk)
    form = EventForm(request.POST if request.method == "POST" else None, instance=event)
    if request.method == "POST" and form.is_valid():
        keep_event(form.save(commit=False), kind_before=form.kind_before)
        messages.success(request, _("Saved. If it is in your calendar, take the file again, and the entry follows."))
        return redirect(event)
    return render(request, "jobsearch/event_form.html", {"form": form, "event": own_event(request, pk), **_STATION})


@require_POST
def state(request: SignedInRequest, pk: int) -> HttpResponse:
    """How it went, or whether it takes place."""
    event, form = own_event(request, pk), StateForm(request.POST)
    if not form.is_valid() or form.cleaned_data["state"] == event.state:
        return redirect(event)
    told = Event.State(form.cleaned_data["state"])
    if told == Event.State.ATTENDED and not event.has_begun(timezone.now()):
        messages.error(request, _("It has not begun yet. Come back when you were there, or change its day."))
    elif told == Event.State.ATTENDED:
        attend(event, today=timezone.localdate())
        messages.success(request, _("Well done for going. Below is what to do while they still remember you."))
    else:
        be_otherwise(event, told)
        messages.success(request, _("Noted."))
    return redirect(event)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete it."""
    event = own_event(request, pk)
    if request.method == "POST":
        remove_event(event)
        messages.success(request, _("The event is deleted."))
        return redirect("events:list")
    return render(request, "jobsearch/event_delete.html", {"event": event, **_STATION})


@require_safe
def calendar(request: SignedInRequest, pk: int) -> HttpResponse:
    """The event as a file; of a canceled one, the word that it is off."""
    event = own_event(request, pk)
    entry = entry_of(event)
    if entry is None:
        raise Http404
    response = HttpResponse(calendar_text([entry], name=event.title, now=timezone.now()), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="event.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def own_event(request: SignedInRequest, pk: int) -> Event:
    """One of the person's own."""
    return get_object_or_404(Event.objects.owned_by(request.user).select_related("owner"), pk=pk)


def show(request: SignedInRequest, event: Event, form: NewItemForm | None = None) -> HttpResponse:
    """The page of an event; with a refused form, what was typed stays in it."""
    context = {
        "event": event,
        "parts": parts_of(event),
        "people": event.contacts.all()[:_PEOPLE],
        "has_begun": event.has_begun(timezone.now()),
        "form": form or NewItemForm(instance=EventItem(event=event), prefix="new"),
        **_STATION,
    }
    return render(request, "jobsearch/event_detail.html", context)
