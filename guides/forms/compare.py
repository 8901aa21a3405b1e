"""Which roles someone wants side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.forms.address import AddressForm, shown
from guides.models import Role

MOST = 4
# Names that a sentence repeats before it says “others”.
_NAMED = 3


class CompareForm(AddressForm):
    """Up to four published roles; what cannot be compared is left out, and a sentence says so."""

    role = forms.Field(required=False, widget=forms.SelectMultiple)

    def __init__(self, data: Mapping[str, Any], *, published: Sequence[Role]) -> None:
        super().__init__(data)
        self.published = published
        self._left_out: list[str] = []

    def clean_role(self) -> list[Role]:
        """The roles in the order of the address, each once."""
        offered = {role.slug: role for role in self.published}
        asked = [slug.strip() for slug in self.cleaned_data["role"] or [] if slug.strip()]
        once = [*dict.fromkeys(asked)]
        known = [offered[slug] for slug in once if slug in offered]
        self._left_out = [
            *_unknown([slug for slug in once if slug not in offered]),
            *_twice([role for role in known if asked.count(role.slug) > 1]),
            *_too_many(known[MOST:]),
        ]
        return known[:MOST]

    @property
    def chosen(self) -> list[Role]:
        """The roles to compare; may be one or none."""
        return self.value("role") or []

    @property
    def remarks(self) -> list[str]:
        """A sentence for each reason to leave something out."""
        return [*super().remarks, *self._left_out]


def _unknown(slugs: Sequence[str]) -> list[str]:
    if not slugs:
        return []
    names = [f"“{shown(slug)}”" for slug in slugs[:_NAMED]]
    names += [_("others")] if len(slugs) > _NAMED else []
    words = ngettext("We have no guide called %s.", "We have no guides called %s.", len(slugs))
    return [words % get_text_list(names, _("or"))]


def _twice(roles: Sequence[Role]) -> list[str]:
    words = _("The address names %s more than once. It stands here once.")
    return [words % get_text_list([role.title for role in roles], _("and"))] if roles else []


def _too_many(roles: Sequence[Role]) -> list[str]:
    words = _("Four fit side by side. Left out: %s.")
    return [words % get_text_list([role.title for role in roles], _("and"))] if roles else []
