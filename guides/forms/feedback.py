"""Was this guide helpful?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guides.models import GuideFeedback, Role, Section


class FeedbackForm(forms.Form):
    """A reader's answer, with a word for the editors if they like."""

    verdict = forms.ChoiceField(
        label=_("Was this guide helpful?"),
        choices=GuideFeedback.Verdict,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, partly or no."), "invalid_choice": _("Choose yes, partly or no.")},
    )
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label=_("Which part is it about?"),
        required=False,
        empty_label=_("The whole guide"),
        error_messages={"invalid_choice": _("Choose a part from the list.")},
    )
    comment = forms.CharField(
        label=_("What is wrong or missing?"),
        help_text=_("Editors read every word. Leave out names and anything about your health."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Shorten it to 2,000 characters; it has %(show_value)d now.")},
    )
    # A trap for machines: people do not see this field.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def __init__(self, *args: Any, role: Role, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = self.fields["section"]
        if isinstance(sections, forms.ModelChoiceField):
            sections.queryset = role.sections.exclude(body="")
