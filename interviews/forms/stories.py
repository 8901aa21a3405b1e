"""A story of one's own, in its parts, and what it shows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.models import Competency, Story

_ROWS = {"situation": 3, "task": 2, "action": 5, "result": 3, "learning": 2}


class StoryForm(forms.ModelForm[Story]):
    """What happened, and what it can be told for."""

    shows = forms.ModelMultipleChoiceField(
        Competency.objects.all(),
        label=_("What it shows"),
        help_text=_("Mark all that fit. The story is suggested for questions about them."),
        required=False,
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    class Meta:
        model = Story
        fields = ["title", "situation", "task", "action", "result", "learning"]
        help_texts = {
            "title": _("A few words by which you find it again, such as “The look-alike labels”."),
            "situation": _("Where, when and with whom. No names of patients."),
            "task": _("What was yours to do or to solve."),
            "action": _("Your own steps, one after the other, and why."),
            "result": _("What came of it: a number, what someone said, what is different since."),
            "learning": _("What you do differently, or would do again."),
        }
        error_messages = {"title": {"required": _("Give it a name, so that you find it again.")}}
        widgets = {name: forms.Textarea(attrs={"rows": rows, "class": "words-in"}) for name, rows in _ROWS.items()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["max_length"] = _(
                "There is room for %(limit_value)d characters here; this has %(show_value)d. Shorten it."
            )
        if self.instance.pk:
            self.initial["shows"] = [one.slug for one in self.instance.competencies.all()]

    def clean(self) -> dict[str, Any]:
        """A story without anything that happened is none."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(data.get(part) for part in Story.PARTS):
            self.add_error("action", _("Write at least what you did. The rest can wait."))
        return data
