"""People as address cards: taken along, and brought from a phone or a mail program."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.contacts import bring_contacts
from jobsearch.forms.contacts import ContactFilter
from jobsearch.forms.vcards import MOST_TEXT, AgainForm, ImportForm, Preview, preview_of
from jobsearch.models import Contact
from jobsearch.vcards import Person, vcard
from kit.csv_tables import TableError

_STATION = {"station": "connect"}
_MOST_KEPT = 5000
_MEDIA_TYPE = "text/vcard; charset=utf-8"


@require_safe
def export(request: SignedInRequest) -> HttpResponse:
    """Those that the list shows, in one file."""
    mine = Contact.objects.owned_by(request.user)
    return _file(ContactFilter(request.GET).narrow(mine, today=timezone.localdate()), "contacts.vcf")


@require_safe
def card(request: SignedInRequest, pk: int) -> HttpResponse:
    """One of them."""
    return _file([get_object_or_404(Contact.objects.owned_by(request.user), pk=pk)], "contact.vcf")


@require_http_methods(["GET", "POST"])
def import_file(request: SignedInRequest) -> HttpResponse:
    """Choose a file, look its cards through, put damaged ones right, keep the others."""
    post = request.method == "POST"
    if post and "step" in request.POST:
        return _looked_through(request)
    form = ImportForm(request.POST if post else None, request.FILES if post else None)
    if post and form.is_valid():
        try:
            return _preview(request, _read(request, form.cleaned_data["file"]))
        except TableError as error:
            form.add_error("file", str(error))
    return render(request, "jobsearch/contact_import.html", {"form": form, **_STATION})


def _looked_through(request: SignedInRequest) -> HttpResponse:
    form = AgainForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The cards could not be read again. Choose the file once more."))
        return redirect("contacts:import_file")
    good, damaged = form.cleaned_data["good"], form.cleaned_data["damaged"]
    try:
        if form.cleaned_data["step"] == "look":
            return _preview(request, _read(request, f"{damaged}\n{good}"))
        return _kept(request, good, damaged)
    except TableError as error:
        context = {"trouble": str(error), "good": good, "damaged": damaged, **_STATION}
        return render(request, "jobsearch/contact_import_preview.html", context)


def _kept(request: SignedInRequest, good: str, damaged: str) -> HttpResponse:
    """Keep those who look like nobody, and those who are taken all the same; what is damaged stays on the page."""
    preview, taken = _read(request, good), {*request.POST.getlist("take")}
    chosen = [row.contact for place, row in enumerate(preview.good) if not row.same or str(place) in taken]
    number = bring_contacts(request.user, [contact for contact in chosen if contact])
    words = ngettext("%(number)d person is written down.", "%(number)d people are written down.", number)
    messages.success(request, words % {"number": number})
    return _preview(request, _read(request, damaged)) if damaged.strip() else redirect("contacts:list")


def _preview(request: SignedInRequest, preview: Preview) -> HttpResponse:
    good = "".join(vcard(person_of(row.contact)) for row in preview.good if row.contact)
    if len(good.encode()) > MOST_TEXT:
        raise TableError(_("The notes on these cards are too long for one time. Split the file."))
    context = {"preview": preview, "good": good, "damaged": preview.damaged, **_STATION}
    return render(request, "jobsearch/contact_import_preview.html", context)


def _read(request: SignedInRequest, text: str) -> Preview:
    known = [*Contact.objects.owned_by(request.user).only("name", "email", "phone")]
    preview = preview_of(text, contacts=known)
    if len(known) + len(preview.good) > _MOST_KEPT:
        raise TableError(_("5,000 people are the most that fit here. Leave out whom you will not be in touch with."))
    return preview


def person_of(contact: Contact) -> Person:
    """What a card says of them."""
    return Person(
        name=contact.name,
        employer=contact.employer,
        job_title=contact.job_title,
        email=contact.email,
        phone=contact.phone,
        link=contact.link,
        relation=contact.relation,
        how_met=contact.how_met,
        met_on=f"{contact.met_on:%Y-%m-%d}" if contact.met_on else "",
        notes=contact.notes,
    )


def _file(contacts: Iterable[Contact], name: str) -> HttpResponse:
    text = "".join(vcard(person_of(one), uid=f"contact-{one.pk}") for one in contacts)
    response = HttpResponse(text, content_type=_MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
