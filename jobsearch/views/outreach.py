"""Messages to people. Nothing is sent from here: their writer copies them, or opens them as a mail."""

import re
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.outreach import begin_message, checked, send, unsend
from jobsearch.forms.outreach import MessageForm, NewMessageForm, SentForm
from jobsearch.models import Application, Contact, Event, Message
from jobsearch.wording import FRAMES
from kit.paging import one_page

Named = TypeVar("Named", bound=Model)
_KEY: Final = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class _Kind:
    """A kind of message, as the list of them shows it."""

    key: str
    name: str
    purpose: str


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """What one can write, and what one wrote."""
    kinds = [_Kind(str(key), str(name), _(FRAMES[key].purpose)) for key, name in Message.Kind.choices]
    page = one_page(request, Message.objects.owned_by(request.user))
    return render(request, "jobsearch/message_list.html", {"kinds": kinds, "page": page, "station": "connect"})


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Choose what it is for; the address may name the contact, the application and the event it belongs to."""
    about = _about(request)
    initial = {"kind": request.GET.get("kind", ""), "to": about.contact.name if about.contact else ""}
    form = NewMessageForm(request.POST or None, instance=about, initial=initial)
    if request.method == "POST" and form.is_valid():
        return redirect(begin_message(form.save(commit=False)))
    return render(request, "jobsearch/message_add.html", {"form": form, "about": about, "station": "connect"})


@require_http_methods(["GET", "POST"])
def message(request: SignedInRequest, pk: int) -> HttpResponse:
    """The words, and what is to be said about them."""
    own = _message(request, pk)
    form = MessageForm(request.POST if request.method == "POST" else None, instance=own)
    if request.method == "POST" and own.used_on:
        return redirect(own)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(own.get_absolute_url() + "#check")
    return _show(request, pk, form=form)


@require_POST
def sent(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its writer sent it. With a blank in it nobody did."""
    own = _message(request, pk)
    form = SentForm(request.POST)
    if own.used_on:
        return redirect(own)
    if not checked(own).is_ready:
        messages.error(request, _("Not yet: something is still missing in it. Fill in the blanks first."))
        return redirect(own)
    if not form.is_valid():
        return _show(request, pk, day=form)
    send(own, on=form.cleaned_data["on"])
    messages.success(request, _("Marked as sent. It stays here, so that you know what you wrote."))
    return redirect("outreach:list")


@require_POST
def unsent(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was marked by mistake."""
    own = _message(request, pk)
    if own.used_on:
        unsend(own)
        messages.success(request, _("Taken back: it counts as not sent, and you can change it."))
    return redirect(own)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete it."""
    own = _message(request, pk)
    if request.method == "POST":
        own.delete()
        messages.success(request, _("The message is deleted."))
        return redirect("outreach:list")
    return render(request, "jobsearch/message_delete.html", {"own": own, "station": "connect"})


def _message(request: SignedInRequest, pk: int) -> Message:
    mine = Message.objects.owned_by(request.user).select_related("owner", "contact", "application__posting", "event")
    return get_object_or_404(mine, pk=pk)


def _about(request: SignedInRequest) -> Message:
    """A message that belongs to what the address names; things of other people do not exist."""
    user = request.user
    return Message(
        owner=user,
        contact=_named(request, "contact", Contact.objects.owned_by(user)),
        application=_named(request, "application", Application.objects.owned_by(user)),
        event=_named(request, "event", Event.objects.owned_by(user)),
    )


def _named(request: SignedInRequest, name: str, mine: QuerySet[Named]) -> Named | None:
    key = request.GET.get(name)
    if not key:
        return None
    if not _KEY.fullmatch(key):
        raise Http404
    return get_object_or_404(mine, pk=key)


def _show(
    request: SignedInRequest, pk: int, *, form: MessageForm | None = None, day: SentForm | None = None
) -> HttpResponse:
    # Read anew: a form that was refused has put its values into its own copy.
    own = _message(request, pk)
    check = checked(own)
    context = {
        "own": own,
        "check": check,
        "purpose": _(check.frame.purpose),
        "remarks": [(remark.said.read(_), bool(remark.places)) for remark in check.remarks],
        "mail": f"mailto:?subject={quote(own.subject)}&body={quote(own.text)}",
        "form": form or MessageForm(instance=own),
        "day": day or SentForm(initial={"on": timezone.localdate()}),
        "station": "connect",
    }
    return render(request, "jobsearch/message.html", context)
