"""Changes of a text, answers to findings, and which versions to compare."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from jobsearch.models import Posting
from jobsearch.models.posting import LONGEST
from kit.fields import DayField
from resumes.forms.documents import LONGEST_TEXT
from resumes.models import Document, FindingAnswer, Version

LONGEST_LINE = 4000


class TextForm(forms.Form):
    """The whole text, changed in place."""

    text = forms.CharField(
        label=_("Your text"),
        max_length=LONGEST_TEXT,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 28, "class": "words-in", "spellcheck": "true"}),
        error_messages={
            "required": _("The text is empty. Paste it again, or go back to the version before."),
            "max_length": _("This text is longer than a book chapter. Keep the document alone."),
        },
    )
    note = forms.CharField(
        label=_("What did you change?"),
        required=False,
        max_length=200,
        help_text=_("A few words for yourself, such as: numbers in the first job."),
    )


class LineForm(forms.Form):
    """One line of the text, changed where it stands; empty takes it out."""

    start = forms.IntegerField(min_value=0)
    was = forms.CharField(max_length=LONGEST_LINE, strip=False)
    line = forms.CharField(max_length=LONGEST_LINE, required=False, strip=True)

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean(self) -> dict[str, Any]:
        """The line must still be what the page showed."""
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        was = data["was"].replace("\r\n", "\n")
        if self.text[data["start"] : data["start"] + len(was)] != was:
            raise forms.ValidationError(_("The text has changed since this page was opened. Look at it anew."))
        return data

    def changed(self) -> str:
        """The whole text with the new line in it."""
        start, was = self.cleaned_data["start"], self.cleaned_data["was"].replace("\r\n", "\n")
        line = " ".join(self.cleaned_data["line"].split())
        before, after = self.text[:start], self.text[start + len(was) :]
        if line:
            return before + line + after
        # With the words goes the line: its mark before them, and the line end behind.
        return before[: before.rfind("\n") + 1] + after.removeprefix("\n")


class AnswerForm(forms.ModelForm[FindingAnswer]):
    """Fixed, or not for me."""

    class Meta:
        model = FindingAnswer
        fields = ["answer"]

    key = forms.CharField(max_length=200)


class CompareForm(forms.Form):
    """Two versions of one document."""

    old = forms.ModelChoiceField(Version.objects.none(), to_field_name="number", label=_("Earlier version"))
    new = forms.ModelChoiceField(Version.objects.none(), to_field_name="number", label=_("Later version"))

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = document.versions.readable().order_by("number")
                field.empty_label = None
                field.error_messages = {
                    "required": _("Choose a version."),
                    "invalid_choice": _("Choose a version from the list."),
                }
                field.label_from_instance = _called  # type: ignore[method-assign, assignment]


class TailorForm(forms.Form):
    """The ad that a new version is made for: one kept already, or a new one."""

    posting = forms.ModelChoiceField(
        Posting.objects.none(),
        label=_("An ad you saved"),
        required=False,
        empty_label=_("A new one, below"),
        error_messages={"invalid_choice": _("Choose an ad from the list.")},
    )
    text = forms.CharField(
        label=_("Or paste a new ad"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("The whole text of it, requirements and all. It is kept, so that you need not paste it again."),
        error_messages={"max_length": _("This is longer than an ad. Paste the ad alone, not the page around it.")},
    )
    title = forms.CharField(
        label=_("Job title"),
        required=False,
        max_length=160,
        help_text=_("Leave it empty if the ad says it in its first lines."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["posting"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Posting.objects.owned_by(user)
            if not field.queryset.exists():
                del self.fields["posting"]
                self.fields["text"].label = _("Paste the ad")

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not data.get("posting") and len((data.get("text") or "").split()) < FEWEST_WORDS:
            self.add_error("text", _("Paste the whole ad: what they ask for, not only its title."))
        return data


class SentForm(forms.Form):
    """The day on which a version went out."""

    sent_on = DayField(
        label=_("Sent on"),
        latest=timezone.localdate,
        initial=timezone.localdate,
        error_messages={"required": _("Write the day on which you sent it.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # It stands in a line of its own making, not in a whole form.
        self.fields["sent_on"].widget.attrs["class"] = "form-control in-m"


# What an ad has at the least: a title and one requirement.
FEWEST_WORDS = 15


def _called(version: Version) -> str:
    return f"{version.number}, {version.made_at:%d %b %Y}"
