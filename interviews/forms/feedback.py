"""What a person does with feedback: shows marks, says that a note is not true, tries again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.models.answer import LONGEST


class MarksForm(forms.Form):
    """Which marks the answer carries, from the address."""

    marks = forms.ChoiceField(choices=[("", ""), ("notes", ""), ("words", "")], required=False)

    @property
    def shown(self) -> str:
        """The kind of marks; the usual ones where the address says nothing we know."""
        return str(self.cleaned_data["marks"]) if self.is_valid() else ""


class NotTrueForm(forms.Form):
    """One note, by its code and its place; `undo` lets it stand again."""

    code = forms.CharField(max_length=40)
    start = forms.IntegerField(required=False)
    undo = forms.BooleanField(required=False)


class RetryForm(forms.Form):
    """The next try: what was typed, and whether it is handed in at once."""

    text = forms.CharField(
        label=_("Try it again"),
        required=False,
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={
            "max_length": _("An answer may have 20,000 letters at most, about twenty minutes of talk. Shorten it.")
        },
    )
    give = forms.BooleanField(required=False)
