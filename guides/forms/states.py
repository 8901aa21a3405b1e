"""How someone wants to see the table of states."""

from django import forms

from guides.forms.address import AddressForm
from guides.page.state_table import ANSWERS, SORTS


class StatesForm(AddressForm):
    """The order of the table, and which answers it shows."""

    sort = forms.ChoiceField(choices=[(key, key) for key in SORTS], required=False)
    dir = forms.ChoiceField(choices=[("asc", "asc"), ("desc", "desc")], required=False)
    certification = forms.ChoiceField(choices=[(key, key) for key in ANSWERS], required=False)
