"""A message: whom it is for, its words, and the day on which it was sent."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Message
from kit.fields import DayField


def _a_year_ago() -> date:
    return timezone.localdate() - timedelta(days=366)


class NewMessageForm(forms.ModelForm[Message]):
    """What it is for, and to whom."""

    class Meta:
        model = Message
        fields = ["kind", "to"]
        labels = {"kind": _("What it is for"), "to": _("To whom")}
        help_texts = {"to": _("As you would address them: Ms. Ortiz, or Dana. Leave it empty if you do not know yet.")}


class MessageForm(forms.ModelForm[Message]):
    """The words."""

    class Meta:
        model = Message
        fields = ["to", "subject", "text"]
        labels = {"to": _("To whom"), "subject": _("Subject"), "text": _("Message")}
        help_texts = {"text": _("Put your own words in the place of what stands in [[double brackets]].")}
        error_messages = {"text": {"required": _("Write the message; or delete it below.")}}
        widgets = {"text": forms.Textarea(attrs={"rows": 16, "class": "words-in"})}


class SentForm(forms.Form):
    """The day."""

    on = DayField(label=_("Sent on"), earliest=_a_year_ago, latest=timezone.localdate)
