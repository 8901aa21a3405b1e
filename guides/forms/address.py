"""Query strings: what an address says is taken where it is understood, and named where it is not."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from guides.models import State

_LONGEST = 40


def shown(text: str) -> str:
    """Something from an address as a sentence may repeat it: printable, and not too long."""
    clean = "".join(letter for letter in text if letter.isprintable()).strip()
    return clean if len(clean) <= _LONGEST else f"{clean[:_LONGEST]}…"


class AddressForm(forms.Form):
    """A form that is never wrong: a value that is not offered is left out, and `remarks` says so."""

    def value(self, name: str) -> Any:
        """What the address says of a field; empty where it says nothing that we know."""
        self.is_valid()
        return self.cleaned_data.get(name) or ""

    @property
    def remarks(self) -> list[str]:
        """A sentence for each value that was left out."""
        words = _("The address says “%(name)s=%(value)s”. We do not know that, so it changes nothing here.")
        return [words % {"name": name, "value": shown(str(self.data.get(name, "")))} for name in self.errors]


def unknown_state(request: HttpRequest, state: State | None) -> list[str]:
    """A sentence for an address that names a place we do not know; none otherwise."""
    asked = request.GET.get("state", "")
    if is_whole_country(request):
        return []
    words = _("We know no place with the code “%s”. Use the two letters of its mail address, such as OH.")
    return [words % shown(asked)] if asked and state is None else []


def is_whole_country(request: HttpRequest) -> bool:
    """Whether the address asks for the whole U.S., whatever state was remembered."""
    return request.GET.get("state", "").upper() == "US"
