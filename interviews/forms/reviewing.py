"""Asking a person about an answer, and what that person says."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interviews.models import MentorLink, ReviewComment, ReviewRequest
from kit.review_forms import BaseAskForm, BaseCommentForm, BaseLinkForm


class AskForm(BaseAskForm):
    """A counselor's view of one answer."""

    subject = "answer"
    who = _("Who should look at it?")
    missing = _("Choose who should look at it.")
    hint = _("Such as: does the ending sound as if I were sure?")
    asked_already = _("Somebody was asked about this answer already.")

    class Meta(BaseAskForm.Meta):
        model = ReviewRequest


class LinkForm(BaseLinkForm):
    """A link to one answer; to its recording only where there is one, and where its speaker says so."""

    subject = "answer"
    too_many = _("There are 10 open links to this answer already. Take one back first.")

    class Meta(BaseLinkForm.Meta):
        model = MentorLink
        fields = ("label", "with_recording")

    def __init__(self, *args: Any, recorded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if recorded:
            self.fields["with_recording"].label = _("They may listen to the recording as well")
        else:
            del self.fields["with_recording"]


class CommentForm(BaseCommentForm):
    """A comment on one answer."""

    class Meta(BaseCommentForm.Meta):
        model = ReviewComment
