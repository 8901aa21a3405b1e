"""What counselors write in notes."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from caseloads.models import ServiceNote
from caseloads.models.note import LONGEST
from kit.fields import DayField

_TOO_LONG = _("This is longer than a note can be. Keep what matters, and put the rest into a second one.")


def _three_years_ago() -> date:
    return timezone.localdate() - timedelta(days=3 * 366)


class NoteForm(forms.ModelForm[ServiceNote]):
    """A draft. `seen` says which save of it the page showed."""

    contact_on = DayField(label=_("Day"), earliest=_three_years_ago, latest=timezone.localdate)
    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"max_length": _TOO_LONG},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ServiceNote
        fields = ["kind", "contact_on", "audience"]
        help_texts = {"audience": _("It can be changed until the note is final, and widened afterwards.")}

    field_order = ["kind", "contact_on", "audience", "text", "seen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("text", self.instance.draft)
            self.initial.setdefault("seen", self.instance.version)

    def clean(self) -> dict[str, Any]:
        """What is finished has words in it."""
        data = super().clean() or self.cleaned_data
        if "finish" in self.data and not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write what happened before you finish the note."))
        self.instance.draft = data.get("text", "")
        return data


class AmendForm(forms.Form):
    """What the note says from now on, and why."""

    text = forms.CharField(
        label=_("What it says from now on"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("Write what the note says from now on."), "max_length": _TOO_LONG},
    )
    reason = forms.CharField(
        label=_("Why it is amended"),
        max_length=300,
        help_text=_("Such as: wrong day, or what they told me later. Everyone who reads the note sees it."),
        error_messages={"required": _("Write why, in a few words.")},
    )
    audience = forms.ChoiceField(label=_("Who can read it"))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, note: ServiceNote, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [(each.value, each.label) for each in note.wider()]  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """Line ends as the rest of the site keeps them."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class WrongForm(forms.Form):
    """What is wrong with a note that should not be here."""

    reason = forms.CharField(
        label=_("What is wrong with it"),
        max_length=300,
        help_text=_("Such as: belongs to another client. The reason stays where the note was."),
        error_messages={"required": _("Write what is wrong, in a few words.")},
    )
