"""How someone wants to look through the question bank."""

from collections.abc import Iterable
from typing import Any

from django import forms

from guides.forms.address import AddressForm
from interviews.models import Question


class BankForm(AddressForm):
    """The filters of a list of questions."""

    type = forms.ChoiceField(choices=Question.Kind, required=False)
    competency = forms.ChoiceField(required=False)

    def __init__(self, data: Any, *, competencies: Iterable[str]) -> None:
        super().__init__(data)
        field = self.fields["competency"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(slug, slug) for slug in competencies]

    def chosen(self) -> dict[str, str]:
        """What was understood."""
        return {name: str(value) for name in self.fields if (value := self.value(name))}
