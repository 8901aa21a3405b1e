"""What someone asks the search."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 200


class QuestionField(forms.CharField):
    """A question in a reader's words. Nothing typed is wrong: what is too long is cut, what is no text is left out."""

    def to_python(self, value: Any) -> str:
        """The question without spaces around it."""
        text = super().to_python(value) or ""
        return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST].strip()


class SearchForm(forms.Form):
    """One question; `brief` asks for the few best answers, as shown while typing on other pages."""

    q = QuestionField(
        label=_("A job, a word, a question"),
        required=False,
        widget=forms.TextInput(
            {"type": "search", "maxlength": LONGEST, "autocomplete": "off", "class": "form-control"}
        ),
    )
    brief = forms.BooleanField(required=False, widget=forms.HiddenInput)
