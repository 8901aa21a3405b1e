"""How someone wants to look through the directory of places to go."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from guides.forms.address import AddressForm
from guides.models import Resource, Role, State

_MOST_PAGES = 1000


class _CodeField(forms.ChoiceField):
    """A postal code in letters of any size."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).upper()


class PlacesForm(AddressForm):
    """The job, the state, the kind, and the page."""

    role = forms.ChoiceField(required=False)
    state = _CodeField(required=False)
    kind = forms.ChoiceField(choices=Resource.Kind.choices, required=False)
    page = forms.IntegerField(min_value=1, max_value=_MOST_PAGES, required=False)

    def __init__(self, data: QueryDict, *, roles: Iterable[Role], states: Iterable[State]) -> None:
        super().__init__(data)
        self.roles: Mapping[str, Role] = {role.slug: role for role in roles}
        self.states: Mapping[str, State] = {state.usps: state for state in states}
        fields: Any = self.fields
        fields["role"].choices = [(slug, slug) for slug in self.roles]
        fields["state"].choices = [(usps, usps) for usps in self.states]

    @property
    def asked(self) -> dict[str, Any]:
        """What was understood, as the directory takes it."""
        return {
            "role": self.roles.get(self.value("role")),
            "state": self.states.get(self.value("state")),
            "kind": str(self.value("kind")),
            "number": self.value("page") or 1,
        }
