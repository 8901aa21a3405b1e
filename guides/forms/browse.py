"""How someone wants to look through the occupations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from guides.forms.address import AddressForm
from guides.occupations.browse import GROWTH, PAY, SORTS
from guides.occupations.fields import FIELDS
from guides.occupations.training import SCHOOLING, TRAINING

_MOST_PAGES = 10_000


def _one_of(keys: Iterable[str]) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[(key, key) for key in keys], required=False)


class BrowseForm(AddressForm):
    """Filters, order and page of the list."""

    field = _one_of(FIELDS)
    zone = _one_of(())
    schooling = _one_of(step.key for step in SCHOOLING)
    training = _one_of(step.key for step in TRAINING)
    pay = _one_of(PAY)
    growth = _one_of(GROWTH)
    sort = _one_of([*SORTS, "name"])
    page = forms.IntegerField(min_value=1, max_value=_MOST_PAGES, required=False)

    def __init__(self, data: QueryDict, *, zones: Iterable[int]) -> None:
        super().__init__(data)
        zone: Any = self.fields["zone"]
        zone.choices = [(str(number), str(number)) for number in zones]

    @property
    def asked(self) -> dict[str, str]:
        """What was understood."""
        return {name: str(value) for name in self.fields if (value := self.value(name))}
