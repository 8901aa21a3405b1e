"""What a person writes to save a job."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from careerguide.ads import Ad, read_ad
from jobsearch.models import Posting
from jobsearch.models.posting import LONGEST
from jobsearch.reading import fingerprint
from kit.fields import DayField

_AREA = {"rows": 4}
# What an ad says of the job, as far as it can be read from it.
PARTS = ("title", "employer", "place", "pay_low", "pay_high", "pay_per", "hours", "closes_on", "musts", "nices")
_LINES = {
    "musts": _("One requirement a line, in the words of the ad."),
    "nices": _("One a line."),
}


class _Parts(forms.ModelForm[Posting]):
    """The parts of a job, and how an ad fills those that stand empty."""

    text = forms.CharField(
        label=_("The ad"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"max_length": _("This is longer than an ad. Paste the ad alone, not the page around it.")},
    )
    title = forms.CharField(label=_("Job title"), required=False, max_length=160)
    link = forms.URLField(label=_("Address of the ad"), required=False, max_length=500, assume_scheme="https")
    closes_on = DayField(label=_("Closes on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("source", Posting.Source.choices), ("pay_per", Posting.Per.choices)):
            self.fields[name].choices = [("", _("Not said")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The ends of the pay in their order, with what they are for."""
        values = super().clean() or self.cleaned_data
        low, high = values.get("pay_low"), values.get("pay_high")
        if low is not None and high is not None and low > high:
            self.add_error("pay_low", _("The lower end of the pay is above the upper end. Swap them."))
        return values

    def filled(self, *, today: date) -> Mapping[str, Any]:
        """What was typed; where nothing was, what the ad says."""
        typed = self.cleaned_data
        told = read_ad(typed.get("text") or "", today=today)
        return typed | {name: told.values[name] for name in told.values if _stands_open(name, typed)}

    def show_read(self, *, today: date) -> None:
        """Show what the ad says in the fields that stand empty, with the words that say so."""
        told = read_ad(self.data.get("text") or "", today=today)
        data = self.data.copy()  # type: ignore[attr-defined]
        # Which fields stand open is settled before one of them is filled: the pay is one thing with three of them.
        for name in [name for name in PARTS if name in told.values and _stands_open(name, data)]:
            data[name] = str(told.values[name])
        data["read_from"] = fingerprint(data.get("text") or "")
        self.data = data
        self._quote(told)

    def _quote(self, told: Ad) -> None:
        for name, quote in told.quotes.items():
            self.fields[name].help_text = _t("From the ad: “%(words)s”") % {"words": quote}


class JobForm(_Parts):
    """A job with its ad, or without one. What the ad says by itself can stay empty."""

    is_sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
    # Which ad the fields were filled from: what its reader emptied since stays empty.
    read_from = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    field_order = ["text", "title", "employer", "place", "link", "source", "source_name"]

    class Meta:
        model = Posting
        fields = ["text", *PARTS, "link", "source", "source_name"]
        widgets = {"musts": forms.Textarea(attrs=_AREA), "nices": forms.Textarea(attrs=_AREA)}
        help_texts = {"source_name": _("Such as the name of the board, or of the person who told you."), **_LINES}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = _(
            "Paste the whole text. Title, employer, place, pay, hours and requirements are read from it. "
            "No ad? Write the title below."
        )

    def clean(self) -> dict[str, Any]:
        """An ad or a title: one of the two names the job."""
        values = super().clean()
        if not self.errors and not (values.get("text") or values.get("title")):
            self.add_error("text", _("Paste the ad, or write the job title."))
        return values

    def values(self, *, today: date) -> Mapping[str, Any]:
        """What is saved: what was typed, and what an ad says that its reader has not looked through yet."""
        typed = self.cleaned_data
        was_read = typed["read_from"] and typed["read_from"] == fingerprint(typed["text"])
        return typed if was_read else self.filled(today=today)


class PostingForm(_Parts):
    """What is known of a job, to be corrected."""

    title = forms.CharField(label=_("Job title"), max_length=160)

    class Meta:
        model = Posting
        fields = [*PARTS, "link", "source", "source_name", "text"]
        widgets = {"musts": forms.Textarea(attrs=_AREA), "nices": forms.Textarea(attrs=_AREA)}
        help_texts = _LINES

    def save(self, commit: bool = True) -> Posting:
        """With the fingerprint of the ad as it stands."""
        self.instance.fingerprint = fingerprint(self.cleaned_data["text"])
        return super().save(commit)


def _stands_open(name: str, typed: Mapping[str, Any]) -> bool:
    """Whether nobody wrote anything there; the pay is one thing with three fields."""
    names = ("pay_low", "pay_high", "pay_per") if name.startswith("pay_") else (name,)
    return all(typed.get(each) in {None, ""} for each in names)
