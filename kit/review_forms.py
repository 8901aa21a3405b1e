"""Forms with which people are asked for their view, and say it, whatever is reviewed.

An app's form names its model and, as `subject`, the field that leads to what is reviewed.
"""

import re
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from kit.fields import DayField
from kit.reviewing import AbstractReviewRequest

MOST_LINKS = 10


class BaseAskForm(forms.ModelForm[Any]):
    """Of whom, what to look at, and by when."""

    subject: ClassVar[str]
    who: ClassVar[StrOrPromise] = _("Who should read it?")
    missing: ClassVar[StrOrPromise] = _("Choose who should read it.")
    hint: ClassVar[StrOrPromise] = ""
    asked_already: ClassVar[StrOrPromise]

    due_on = DayField(
        label=_("By when would it help?"),
        required=False,
        earliest=timezone.localdate,
        help_text=_("Leave it empty if there is no hurry."),
    )

    class Meta:
        fields = ("asked_of", "message", "due_on")
        widgets: ClassVar[dict[str, Any]] = {"message": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, people: models.QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person, message = self.fields["asked_of"], self.fields["message"]
        if isinstance(person, forms.ModelChoiceField):
            person.queryset = people.exclude(pk=self.instance.asked_by_id)
            person.required = True
            person.label = self.who
            person.empty_label = _("Choose a counselor")
            person.label_from_instance = _named  # type: ignore[method-assign, assignment]
            person.error_messages = {
                "required": self.missing,
                "invalid_choice": _("Choose a counselor from the list."),
            }
        message.label = _("What should they look at?")
        message.help_text = self.hint

    def clean(self) -> dict[str, Any]:
        """One open request for each thing."""
        about = {self.subject: getattr(self.instance, self.subject)}
        if type(self.instance).objects.open().filter(**about).exists():
            raise forms.ValidationError(self.asked_already)
        return super().clean() or self.cleaned_data


class BaseLinkForm(forms.ModelForm[Any]):
    """For whom, and until when."""

    subject: ClassVar[str]
    too_many: ClassVar[StrOrPromise]

    days = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=[(7, _("A week")), (14, _("Two weeks")), (30, _("30 days"))],
        initial=14,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long."), "invalid_choice": _("Choose for how long.")},
    )

    class Meta:
        fields: tuple[str, ...] = ("label",)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["label"].error_messages["required"] = _("Write for whom the link is, such as: my old manager.")

    def clean(self) -> dict[str, Any]:
        """So many open links at most, so that their owner keeps an overview."""
        data = super().clean() or self.cleaned_data
        about = {self.subject: getattr(self.instance, self.subject)}
        if type(self.instance).objects.open(self.now).filter(**about).count() >= MOST_LINKS:
            raise forms.ValidationError(self.too_many)
        if days := data.get("days"):
            self.instance.expires_at = self.now + timedelta(days=days)
        return data


class BaseCommentForm(forms.ModelForm[Any]):
    """What a person says about a place in a text, or about the whole."""

    class Meta:
        fields = ("author_name", "quote", "body")
        widgets: ClassVar[dict[str, Any]] = {"body": forms.Textarea(attrs={"rows": 3}), "quote": forms.HiddenInput}

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, text: str, named: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields["body"].label = _("Your comment")
        self.fields["body"].error_messages["required"] = _("Write your comment.")
        if named:
            self.fields["author_name"].error_messages["required"] = _("Write your name, so that they know who says it.")
        else:
            del self.fields["author_name"]

    def clean(self) -> dict[str, Any]:
        """The quoted words must stand where the comment says; then the comment knows its place."""
        data = super().clean() or self.cleaned_data
        quote = (data.get("quote") or "").split()
        if not quote:
            return data
        # White space may have been folded on the way.
        pattern = re.compile(r"\s+".join(map(re.escape, quote)))
        found = pattern.search(self.text, data.get("start") or 0) or pattern.search(self.text)
        if found is None:
            raise forms.ValidationError(_("The text has changed since this page was opened. Open it again."))
        self.instance.start, self.instance.end = found.span()
        return data


class VerdictForm(forms.Form):
    """How a review came out."""

    verdict = forms.ChoiceField(
        label=_("How did it come out?"),
        choices=[
            choice
            for choice in AbstractReviewRequest.Verdict.choices
            if choice[0] != AbstractReviewRequest.Verdict.PENDING
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it came out."), "invalid_choice": _("Choose how it came out.")},
    )


def _named(person: Any) -> str:
    return str(person.name or person.email)
