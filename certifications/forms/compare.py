"""Which credentials someone wants side by side, and over how many years."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue.cost import LEAST_YEARS, MOST_YEARS, YEARS
from guides.forms.address import AddressForm, shown
from guides.models import Credential

MOST = 4
# Names that a sentence repeats before it says “others”.
_NAMED = 3


class CompareForm(AddressForm):
    """Up to four credentials and a span; what cannot be compared is left out, and a sentence says so."""

    c = forms.Field(required=False, widget=forms.SelectMultiple)
    years = forms.IntegerField(required=False, min_value=LEAST_YEARS, max_value=MOST_YEARS)

    def __init__(self, data: Mapping[str, Any], *, offered: Sequence[Credential]) -> None:
        super().__init__(data)
        self.offered = {credential.slug: credential for credential in offered}
        self._left_out: list[str] = []

    def clean_c(self) -> list[Credential]:
        """The credentials in the order of the address, each once."""
        asked = [*dict.fromkeys(slug.strip() for slug in self.cleaned_data["c"] or [] if slug.strip())]
        known = [self.offered[slug] for slug in asked if slug in self.offered]
        self._left_out = [
            *_unknown([slug for slug in asked if slug not in self.offered]),
            *_too_many(known[MOST:]),
        ]
        return known[:MOST]

    @property
    def chosen(self) -> list[Credential]:
        """The credentials to compare; may be one or none."""
        return self.value("c") or []

    @property
    def span(self) -> int:
        """The years to add up."""
        return int(self.value("years") or YEARS)

    @property
    def remarks(self) -> list[str]:
        """A sentence for each thing that was left out."""
        words = _("We add up %(least)d to %(most)d years. The address asks for “%(asked)s”, so here are %(years)d.")
        told = {"least": LEAST_YEARS, "most": MOST_YEARS, "years": YEARS, "asked": shown(self.data.get("years", ""))}
        self.is_valid()
        return [*([words % told] if "years" in self.errors else []), *self._left_out]


def _unknown(slugs: Sequence[str]) -> list[str]:
    if not slugs:
        return []
    names = [f"“{shown(slug)}”" for slug in slugs[:_NAMED]]
    names += [_("others")] if len(slugs) > _NAMED else []
    words = ngettext("We have no credential called %s.", "We have no credentials called %s.", len(slugs))
    return [words % get_text_list(names, _("or"))]


def _too_many(credentials: Sequence[Credential]) -> list[str]:
    words = _("Four fit side by side. Left out: %s.")
    return [words % get_text_list([str(item) for item in credentials], _("and"))] if credentials else []
