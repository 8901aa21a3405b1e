"""An introduction: who listens, its parts, and its wording as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Pitch

_WHO = _("Choose who listens.")
_TOO_LONG = _("This part has room for %(limit_value)d characters and has %(show_value)d. Half a minute is short.")


class NewPitchForm(forms.ModelForm[Pitch]):
    """Who listens, and what it is called."""

    class Meta:
        model = Pitch
        fields = ["audience", "title"]
        labels = {"title": _("What do you call it?")}
        help_texts = {"title": _("Such as the name of the fair. Leave it empty to call it by who listens.")}
        widgets = {"audience": forms.RadioSelect}
        error_messages = {"audience": {"required": _WHO, "invalid_choice": _WHO}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False

    def clean(self) -> dict[str, Any]:
        """Without a name it is called by who listens."""
        data = super().clean() or self.cleaned_data
        if not data.get("title") and "title" not in self.errors and data.get("audience"):
            data["title"] = str(Pitch.Audience(data["audience"]).label)
        return data


class PitchForm(forms.ModelForm[Pitch]):
    """The parts, and one's own wording where they sound like parts."""

    class Meta:
        model = Pitch
        fields = ["title", "audience", "who", "proof", "seeking", "question", "text"]
        labels = {
            "title": _("What you call it"),
            "who": _("Who you are"),
            "proof": _("What you have done"),
            "seeking": _("What you look for, and why there"),
            "question": _("A question that hands over to them"),
            "text": _("All of it in your own words"),
        }
        help_texts = {
            "who": _("Your name, and where you stand."),
            "proof": _("One thing, with a number. They will ask about it."),
            "seeking": _("The job, and one reason that fits this place."),
            "question": _("One that they can answer at once, and gladly."),
            "text": _("Leave it empty to say the four parts one after the other. What stands here takes their place."),
        }
        error_messages = {
            name: {"max_length": _TOO_LONG} for name in ("title", "who", "proof", "seeking", "question", "text")
        } | {"audience": {"required": _WHO, "invalid_choice": _WHO}}
        widgets = {
            **{
                name: forms.Textarea(attrs={"rows": rows, "class": "words-in"})
                for name, rows in (("who", 2), ("proof", 3), ("seeking", 3), ("question", 2), ("text", 6))
            },
        }

    def clean(self) -> dict[str, Any]:
        """Something has to be said."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(data.get(name) for name in ("who", "proof", "seeking", "question", "text")):
            raise forms.ValidationError(_("Write at least one part; or delete the introduction below."))
        return data
