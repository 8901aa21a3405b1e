"""Asking a person for a review, and what that person says."""

import re
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import TeamMembership, User
from kit.fields import DayField
from resumes.models import MentorLink, ReviewComment, ReviewRequest, Version

MOST_LINKS = 10
ASKED_ALREADY = _("A review of this version is asked for already.")
LONGEST_QUOTE = 500


def counselors() -> Any:
    """People whom a review can be asked of."""
    members = TeamMembership.objects.open()
    return User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("name", "email")


class AskForm(forms.ModelForm[ReviewRequest]):
    """Of whom, what to look at, and by when."""

    due_on = DayField(
        label=_("By when would it help?"),
        required=False,
        earliest=timezone.localdate,
        help_text=_("Leave it empty if there is no hurry."),
    )

    class Meta:
        model = ReviewRequest
        fields = ["asked_of", "message", "due_on"]
        widgets = {"message": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person, message = self.fields["asked_of"], self.fields["message"]
        if isinstance(person, forms.ModelChoiceField):
            person.queryset = counselors().exclude(pk=self.instance.asked_by_id)
            person.required = True
            person.label = _("Who should read it?")
            person.empty_label = _("Choose a counselor")
            person.label_from_instance = _named  # type: ignore[method-assign, assignment]
            person.error_messages = {
                "required": _("Choose who should read it."),
                "invalid_choice": _("Choose a counselor from the list."),
            }
        message.label = _("What should they look at?")
        message.help_text = _("Such as: is the first page enough for a hospital?")

    def clean(self) -> dict[str, Any]:
        """One open request for each version."""
        if ReviewRequest.objects.open().filter(version=self.instance.version).exists():
            raise forms.ValidationError(ASKED_ALREADY)
        return super().clean() or self.cleaned_data


class LinkForm(forms.ModelForm[MentorLink]):
    """For whom, and until when."""

    days = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=[(7, _("A week")), (14, _("Two weeks")), (30, _("30 days"))],
        initial=14,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long."), "invalid_choice": _("Choose for how long.")},
    )

    class Meta:
        model = MentorLink
        fields = ["label"]

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["label"].error_messages["required"] = _("Write for whom the link is, such as: my old manager.")

    def clean(self) -> dict[str, Any]:
        """So many open links at most, so that their owner keeps an overview."""
        data = super().clean() or self.cleaned_data
        if MentorLink.objects.open(self.now).filter(version=self.instance.version).count() >= MOST_LINKS:
            raise forms.ValidationError(_("There are 10 open links to this version already. Take one back first."))
        if days := data.get("days"):
            self.instance.expires_at = self.now + timedelta(days=days)
        return data


class CommentForm(forms.ModelForm[ReviewComment]):
    """What a person says about a place in the text, or about the whole."""

    class Meta:
        model = ReviewComment
        fields = ["author_name", "quote", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 3}), "quote": forms.HiddenInput}

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, version: Version, named: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
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
        found = pattern.search(self.version.text, data.get("start") or 0) or pattern.search(self.version.text)
        if found is None:
            raise forms.ValidationError(_("The text has changed since this page was opened. Open it again."))
        self.instance.start, self.instance.end = found.span()
        return data


class OnFindingForm(forms.ModelForm[ReviewComment]):
    """What a reviewer says to a finding of the program."""

    class Meta:
        model = ReviewComment
        fields = ["on_finding", "body"]

    finding_key = forms.CharField(max_length=200)
    body = forms.CharField(max_length=4000, required=False)

    def clean(self) -> dict[str, Any]:
        """Another wording needs words."""
        data = super().clean() or self.cleaned_data
        self.instance.finding_key = data.get("finding_key", "")
        if not data.get("on_finding"):
            self.add_error("on_finding", _("Choose what you say to it."))
        elif data["on_finding"] == ReviewComment.OnFinding.REWORDED and not data.get("body"):
            self.add_error("body", _("Write how you would say it."))
        return data


class VerdictForm(forms.Form):
    """How the review came out."""

    verdict = forms.ChoiceField(
        label=_("How did it come out?"),
        choices=[choice for choice in ReviewRequest.Verdict.choices if choice[0] != ReviewRequest.Verdict.PENDING],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it came out."), "invalid_choice": _("Choose how it came out.")},
    )


def _named(user: User) -> str:
    return user.name or user.email
