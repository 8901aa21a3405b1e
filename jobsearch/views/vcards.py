"""People as address cards: taken along, and brought from a phone or a mail program."""

import re
from collections.abc import Collection, Iterable

from django.contrib import messages
from django.core.paginator import Paginator
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
_A_PAGE = 50
_BEGIN = re.compile(r"^BEGIN:VCARD", re.MULTILINE)
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
    told, ticked = form.cleaned_data, form.chosen()
    good, damaged, page = told["good"], told["damaged"], told["page"] or 1
    try:
        if told["step"] == "keep":
            return _kept(request, good, damaged, ticked)
        return _looked_again(request, good, damaged, ticked, page + {"later": 1, "earlier": -1}.get(told["step"], 0))
    except TableError as error:
        context = {"trouble": str(error), "good": good, "damaged": damaged, "ticked": _places(ticked), **_STATION}
        return render(request, "jobsearch/contact_import_preview.html", context)


def _looked_again(request: SignedInRequest, good: str, damaged: str, ticked: set[int], page: int) -> HttpResponse:
    """Cards that were put right come before the others, so that the lines of those that were not stay as they are."""
    preview = _read(request, f"{damaged}\n{good}")
    mended = len(preview.good) - len(_BEGIN.findall(good))
    return _preview(request, preview, ticked={place + mended for place in ticked}, page=page)


def _kept(request: SignedInRequest, good: str, damaged: str, ticked: set[int]) -> HttpResponse:
    """Keep those who look like nobody, and those who are taken all the same; what is damaged stays on the page."""
    preview = _read(request, good) if good.strip() else Preview([])
    chosen = [row.contact for place, row in enumerate(preview.good) if not row.same or place in ticked]
    number = bring_contacts(request.user, [contact for contact in chosen if contact])
    words = ngettext("%(number)d person is written down.", "%(number)d people are written down.", number)
    messages.success(request, words % {"number": number})
    return _preview(request, _read(request, damaged)) if damaged.strip() else redirect("contacts:list")


def _preview(
    request: SignedInRequest, preview: Preview, *, ticked: Collection[int] = (), page: int = 1
) -> HttpResponse:
    good = "".join(vcard(person_of(row.contact)) for row in preview.good if row.contact)
    if len(good.encode()) > MOST_TEXT:
        raise TableError(_("The notes on these cards are too long for one time. Split the file."))
    shown = Paginator(preview.looked, _A_PAGE).get_page(page)
    context = {
        "preview": preview,
        "good": good,
        "damaged": preview.damaged,
        "page": shown,
        "known": [(place, row, place in ticked) for place, row in shown if row.same],
        "fresh": [row for _place, row in shown if not row.same],
        "asked": _places(place for place, row in shown if row.same),
        "ticked": _places(ticked),
        **_STATION,
    }
    return render(request, "jobsearch/contact_import_preview.html", context)


def _places(places: Iterable[int]) -> str:
    return ",".join(str(place) for place in sorted(places))


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
