"""People one knows: the list, the page of one, and what changes them."""

import re
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions import contacts as actions
from jobsearch.forms.contacts import (
    ContactFilter,
    ContactForm,
    FindForm,
    InteractionForm,
    ReferralForm,
    RestForm,
    counts_of,
)
from jobsearch.models import Application, Contact, Event, Interaction
from jobsearch.models.application import ApplicationQuerySet
from jobsearch.rhythm import advice_of, rhythm_of
from kit.paging import one_page

_STATION = {"station": "connect"}
_A_PAGE = 50
_WRITTEN = 20
_FOUND = 10
_LONG_KEY = 19
_KEY = re.compile(r"[0-9]{1,18}")


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """All of them, or those that a link asks for."""
    form, today = ContactFilter(request.GET), timezone.localdate()
    mine = Contact.objects.owned_by(request.user)
    page = one_page(request, form.narrow(mine, today=today), size=_A_PAGE)
    rows = [(contact, rhythm_of(contact, today)) for contact in page]
    asked = {name: value for name, value in form.cleaned_data.items() if value}
    context = {
        "rows": rows,
        "page": page,
        "form": form,
        "asked": asked,
        "query": urlencode(asked),
        "counts": counts_of(mine, today=today),
        "relations": Contact.Relation.choices,
        "referrals": Contact.Referral.choices[1:],
        **_STATION,
    }
    return render(request, "jobsearch/contact_list.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Write someone down."""
    contact = Contact(owner=request.user, met_at=_event(request))
    initial = {"applications": [request.GET.get("application", "")], **_met(contact.met_at)}
    form = ContactForm(request.POST if request.method == "POST" else None, instance=contact, initial=initial)
    if request.method == "POST" and form.is_valid():
        contact = _kept(form)
        messages.success(request, _("Written down. Note here when you were in touch."))
        return redirect(contact)
    return render(request, "jobsearch/contact_form.html", {"form": form, **_STATION})


@require_http_methods(["GET", "POST"])
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """One contact; a time of being in touch is added here."""
    contact = _own(request, pk)
    form = InteractionForm(request.POST if request.method == "POST" else None, instance=Interaction(contact=contact))
    if request.method == "POST" and form.is_valid():
        actions.keep_interaction(form.save(commit=False))
        messages.success(request, _("Noted."))
        return redirect(contact)
    return _page(request, contact, form=form)


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what is written of someone."""
    contact = _own(request, pk)
    form = ContactForm(request.POST if request.method == "POST" else None, instance=contact)
    if request.method == "POST" and form.is_valid():
        _kept(form)
        messages.success(request, _("Saved."))
        return redirect(contact)
    return render(request, "jobsearch/contact_form.html", {"form": form, "contact": _own(request, pk), **_STATION})


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete the contact with all that was noted of them."""
    contact = _own(request, pk)
    if request.method == "POST":
        actions.remove_contact(contact)
        messages.success(request, _("The contact is deleted."))
        return redirect("contacts:list")
    return render(request, "jobsearch/contact_delete.html", {"contact": contact, **_STATION})


@require_http_methods(["POST"])
def rest(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave someone in peace until a day, or no longer."""
    contact = _own(request, pk)
    form = RestForm(request.POST)
    if not form.is_valid():
        return _page(request, contact, rest_form=form)
    actions.rest(contact, until=form.cleaned_data["until"])
    messages.success(request, _("We are quiet until then.") if contact.rests_until else _("They no longer rest."))
    return redirect(contact)


@require_http_methods(["POST"])
def referral(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note how it stands with a word for the person."""
    contact = _own(request, pk)
    form = ReferralForm(request.POST, instance=contact)
    if not form.is_valid():
        return _page(request, _own(request, pk), referral_form=form)
    form.save()
    messages.success(request, _("Noted."))
    return redirect(contact)


@require_http_methods(["POST"])
def link(request: SignedInRequest, pk: int) -> HttpResponse:
    """The contact has to do with an application."""
    contact = _own(request, pk)
    key = request.POST.get("application", "")
    application = get_object_or_404(_unlinked(contact), pk=key if key.isdecimal() and len(key) < _LONG_KEY else None)
    contact.applications.add(application)
    messages.success(request, _("Linked. The contact also stands on the page of the job."))
    return redirect(contact)


@require_http_methods(["GET", "POST"])
def interaction(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a time of being in touch."""
    found = _own_interaction(request, pk)
    form = InteractionForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.keep_interaction(form.save(commit=False))
        messages.success(request, _("Saved."))
        return redirect(found.contact)
    context = {"form": form, "interaction": found, "contact": found.contact, **_STATION}
    return render(request, "jobsearch/contact_interaction.html", context)


@require_http_methods(["GET", "POST"])
def interaction_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then take the note away."""
    found = _own_interaction(request, pk)
    if request.method == "POST":
        actions.remove_interaction(found)
        messages.success(request, _("The note is deleted."))
        return redirect(found.contact)
    context = {"interaction": found, "contact": found.contact, **_STATION}
    return render(request, "jobsearch/contact_interaction_delete.html", context)


def _kept(form: ContactForm) -> Contact:
    contact = form.save(commit=False)
    applications = form.cleaned_data.get("applications")
    return actions.keep_contact(contact, applications=applications, today=timezone.localdate())


def _page(
    request: SignedInRequest,
    contact: Contact,
    *,
    form: InteractionForm | None = None,
    rest_form: RestForm | None = None,
    referral_form: ReferralForm | None = None,
) -> HttpResponse:
    interactions = contact.interactions.select_related("application__posting")
    find_form = FindForm(request.GET)
    words = find_form.cleaned_data["job"] if find_form.is_valid() else ""
    context = {
        "find_form": find_form,
        "asked_job": words,
        "found": _unlinked(contact).matching(words)[:_FOUND] if words else [],
        "contact": contact,
        "rhythm": rhythm_of(contact, timezone.localdate()),
        "page": one_page(request, interactions),
        "applications": contact.applications.select_related("posting"),
        "written": contact.messages.all()[:_WRITTEN],
        "advice": advice_of(contact, timezone.localdate()),
        "form": form or InteractionForm(instance=Interaction(contact=contact)),
        "rest_form": rest_form or RestForm(initial={"until": contact.rests_until}),
        "referral_form": referral_form or ReferralForm(instance=contact),
        **_STATION,
    }
    return render(request, "jobsearch/contact_detail.html", context)


def _unlinked(contact: Contact) -> ApplicationQuerySet:
    """The person's applications that the contact has nothing to do with yet."""
    return Application.objects.owned_by(contact.owner).exclude(contacts=contact).select_related("posting")


def _event(request: SignedInRequest) -> Event | None:
    """The event that the address names; those of other people do not exist."""
    key = request.GET.get("event", "")
    if not key:
        return None
    if not _KEY.fullmatch(key):
        raise Http404
    return get_object_or_404(Event.objects.owned_by(request.user), pk=key)


def _met(event: Event | None) -> dict[str, object]:
    """How and when one met someone there."""
    if event is None:
        return {}
    day = event.starts_at and timezone.localdate(event.starts_at)
    return {"how_met": event.title, "met_on": day if day and day <= timezone.localdate() else None}


def _own(request: SignedInRequest, pk: int) -> Contact:
    return get_object_or_404(Contact.objects.owned_by(request.user).select_related("owner", "met_at"), pk=pk)


def _own_interaction(request: SignedInRequest, pk: int) -> Interaction:
    mine = Interaction.objects.owned_by(request.user).select_related("contact__owner")
    return get_object_or_404(mine, pk=pk)
