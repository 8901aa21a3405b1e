"""People as address cards: taken along, one or many."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from jobsearch.forms.contacts import ContactFilter
from jobsearch.models import Contact
from jobsearch.vcards import Person, vcard

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
