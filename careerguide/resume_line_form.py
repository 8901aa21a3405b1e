"""The line about an achievement, and where in the resume it goes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.wording import has_blanks
from resumes.models import Version
from resumes.placing import Place

_LONGEST = 600


class ResumeLineForm(forms.Form):
    """Words and a place in the version that the page showed."""

    place = forms.ChoiceField(
        label=_("Where does it go?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where the line goes."),
            "invalid_choice": _("Choose one of the places below."),
        },
    )
    words = forms.CharField(
        label=_("The line"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "true"}),
        help_text=_("Begin with what you did, then what came of it, with a number. Say only what you can stand by."),
        error_messages={
            "required": _("Write the line."),
            "max_length": _("This is too long for one line of a resume. Keep to what you did and what came of it."),
        },
    )
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, version: Version, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.places = {str(place.at): place for place in places}
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(at, place.name or _("At the end")) for at, place in self.places.items()]

    def clean_words(self) -> str:
        """One line, with every blank filled."""
        words = " ".join(self.cleaned_data["words"].split())
        if has_blanks(words):
            raise forms.ValidationError(_("Fill what stands in brackets, or take it out."))
        return words

    def clean(self) -> dict[str, Any]:
        """The places are those of the version that the page showed, or must be chosen anew."""
        values = super().clean() or self.cleaned_data
        if values.get("number") != self.version.number:
            self.add_error(
                None, _("The resume has a newer version since this page was opened. Choose the place once more.")
            )
        return values

    def changed(self) -> str:
        """The whole text with the line in it."""
        place = self.places[self.cleaned_data["place"]]
        return place.with_line(self.version.text, self.cleaned_data["words"])
