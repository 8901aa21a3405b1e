"""What a person writes to save a job."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Posting
from jobsearch.models.posting import LONGEST
from kit.fields import DayField


class JobForm(forms.ModelForm[Posting]):
    """A job with its ad, or without one. What the ad says by itself can stay empty."""

    text = forms.CharField(
        label=_("The ad"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Paste the whole text. Title, employer and place are read from it. No ad? Write the title below."),
        error_messages={"max_length": _("This is longer than an ad. Paste the ad alone, not the page around it.")},
    )
    title = forms.CharField(label=_("Job title"), required=False, max_length=160)
    link = forms.URLField(label=_("Address of the ad"), required=False, max_length=500, assume_scheme="https")
    is_sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Posting
        fields = ["text", "title", "employer", "place", "link", "source", "source_name"]
        help_texts = {"source_name": _("Such as the name of the board, or of the person who told you.")}

    def clean(self) -> dict[str, Any]:
        """An ad or a title: one of the two names the job."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not (values.get("text") or values.get("title")):
            self.add_error("text", _("Paste the ad, or write the job title."))
        return values


class PostingForm(forms.ModelForm[Posting]):
    """What is known of a job, to be corrected."""

    link = forms.URLField(label=_("Address of the ad"), required=False, max_length=500, assume_scheme="https")
    closes_on = DayField(label=_("Closes on"), required=False)

    class Meta:
        model = Posting
        fields = ["title", "employer", "place", "link", "source", "source_name", "closes_on", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}
