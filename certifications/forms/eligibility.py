"""What someone says that they have, in the address of the page that answers."""

from django import forms
from django.core.validators import validate_slug

from guides.forms.address import AddressForm

_MOST = 40


class EligibilityForm(AddressForm):
    """The ticked conditions; nothing is kept. What no way asks for is left out without a word."""

    check = forms.CharField(required=False, max_length=8)
    have = forms.Field(required=False, widget=forms.SelectMultiple)

    def clean_have(self) -> list[str]:
        """The keys, each once."""
        asked = [*dict.fromkeys(self.cleaned_data["have"] or [])][:_MOST]
        return [key for key in asked if _is_slug(key)]

    @property
    def answer(self) -> list[str] | None:
        """What was ticked; nothing where no check was asked for."""
        ticked: list[str] = self.value("have") or []
        return ticked if ticked or self.value("check") else None


def _is_slug(text: str) -> bool:
    try:
        validate_slug(text)
    except forms.ValidationError:
        return False
    return True
