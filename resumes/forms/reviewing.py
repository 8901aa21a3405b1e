"""Asking a person for a review, and what that person says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.review_forms import BaseAskForm, BaseCommentForm, BaseLinkForm
from resumes.models import MentorLink, ReviewComment, ReviewRequest


class AskForm(BaseAskForm):
    """A counselor's review of one version."""

    subject = "version"
    hint = _("Such as: is the first page enough for a hospital?")
    asked_already = _("A review of this version is asked for already.")

    class Meta(BaseAskForm.Meta):
        model = ReviewRequest


class LinkForm(BaseLinkForm):
    """A link to one version."""

    subject = "version"
    too_many = _("There are 10 open links to this version already. Take one back first.")

    class Meta(BaseLinkForm.Meta):
        model = MentorLink


class CommentForm(BaseCommentForm):
    """A comment on one version."""

    class Meta(BaseCommentForm.Meta):
        model = ReviewComment


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
