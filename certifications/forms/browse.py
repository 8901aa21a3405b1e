"""How someone wants to look through the catalogue."""

from django import forms

from certifications.catalogue.browse import SORTS, STAGES
from guides.forms.address import AddressForm
from guides.models import Credential

_LONGEST = 160


def _one_of(keys: list[str]) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[(key, key) for key in keys], required=False)


class BrowseForm(AddressForm):
    """Filters and order of the list; whether a job or an issuer is known is for the list to say."""

    role = forms.SlugField(required=False, max_length=_LONGEST)
    kind = _one_of([*Credential.Kind.values])
    issuer = forms.SlugField(required=False, max_length=_LONGEST)
    stage = _one_of([*STAGES])
    asked = _one_of(["yes"])
    sort = _one_of([*SORTS])

    def chosen(self) -> dict[str, str]:
        """What was understood."""
        return {name: str(value) for name in self.fields if (value := self.value(name))}
