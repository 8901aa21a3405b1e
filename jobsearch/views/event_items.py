"""The items of an event's lists."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from jobsearch.forms.events import DoneForm, EventItemForm, NewItemForm
from jobsearch.models import EventItem
from jobsearch.views.events import own_event, show

# After the items that came by themselves.
_OWN = 100


@require_POST
def item_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more thing of one's own."""
    event = own_event(request, pk)
    form = NewItemForm(request.POST, instance=EventItem(event=event, position=_OWN), prefix="new")
    if not form.is_valid():
        return show(request, event, form)
    return _back(form.save())


@require_http_methods(["GET", "POST"])
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change its words or its day."""
    own = _own(request, pk)
    form = EventItemForm(request.POST if request.method == "POST" else None, instance=own)
    if request.method == "POST" and form.is_valid():
        return _back(form.save())
    context = {"form": form, "event": own.event, "station": "connect"}
    return render(request, "jobsearch/event_item.html", context)


@require_POST
def item_done(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is seen to, or not after all."""
    own, form = _own(request, pk), DoneForm(request.POST)
    if form.is_valid():
        own.done_on = timezone.localdate() if form.cleaned_data["done"] else None
        own.save(update_fields=["done_on"])
    return _back(own)


@require_POST
def item_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it off the list."""
    own = _own(request, pk)
    own.delete()
    return _back(own)


def _back(own: EventItem) -> HttpResponse:
    return redirect(f"{own.event.get_absolute_url()}#{own.kind}")


def _own(request: SignedInRequest, pk: int) -> EventItem:
    return get_object_or_404(EventItem.objects.owned_by(request.user).select_related("event"), pk=pk)
