"""What the address of the progress page asks for."""

from django import forms

from guides.models import Role
from interviews.progress.page import DAYS, Wanted
from interviews.progress.words import CODES


class WantedForm(forms.Form):
    """A role, a stretch of time, open tables; what nobody offered is passed over."""

    role = forms.ModelChoiceField(Role.objects.all(), to_field_name="slug", required=False)
    days = forms.TypedChoiceField(coerce=int, choices=[(days, days) for days in DAYS], required=False, empty_value=None)
    tables = forms.ChoiceField(choices=[("open", "open")], required=False)

    def wanted(self) -> Wanted:
        """Which answers to look at, and how."""
        self.is_valid()
        data = self.cleaned_data
        return Wanted(data.get("role"), data.get("days"), is_open=bool(data.get("tables")))


class AgainForm(forms.Form):
    """Which note the questions are to be about; without one, what is due."""

    note = forms.ChoiceField(choices=[*CODES.items()], required=False)

    def code(self) -> str:
        """The note, where it is one of ours."""
        self.is_valid()
        return str(self.cleaned_data.get("note", ""))
