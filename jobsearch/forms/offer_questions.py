"""Which questions about an offer were asked, what was answered, and one of one's own."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.offers.questions import Line

MOST_OWN = 30
_LONGEST_ANSWER = 1000


class QuestionsForm(forms.Form):
    """The whole page at once, so that nothing typed is lost, whichever button is pressed."""

    own = forms.CharField(label=_("A question of your own"), max_length=200, required=False)

    def __init__(self, *args: Any, lines: Sequence[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            self.fields[f"asked_{line.name}"] = forms.BooleanField(
                label=str(line.text), required=False, initial=line.asked_on is not None
            )
            self.fields[f"said_{line.name}"] = forms.CharField(
                label=_("What they said to: %(question)s") % {"question": line.text},
                max_length=_LONGEST_ANSWER,
                required=False,
                initial=line.answer,
                widget=forms.Textarea(attrs={"rows": 2, "class": "words-in"}),
            )

    def clean_own(self) -> str:
        """Once is enough, and thirty are more than anyone can ask."""
        text: str = self.cleaned_data["own"].strip()
        if not text:
            return ""
        if any(str(line.text).casefold() == text.casefold() for line in self.lines):
            raise forms.ValidationError(_("This question is on the list already."))
        if sum(line.own is not None for line in self.lines) >= MOST_OWN:
            raise forms.ValidationError(_("Thirty questions of your own are enough. Take one off first."))
        return text

    def said(self) -> list[tuple[Line, bool, str]]:
        """Questions that the page held when it was sent; another one may have been added meanwhile."""
        values = self.cleaned_data
        return [
            (line, values[f"asked_{line.name}"], values[f"said_{line.name}"].strip())
            for line in self.lines
            if f"said_{line.name}" in self.data
        ]


class RemoveForm(forms.Form):
    """Which question of one's own goes."""

    remove = forms.IntegerField(min_value=1, required=False)
