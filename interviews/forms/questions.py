"""A question of one's own."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models import Role
from interviews.models import Competency, Question

_MOST = 3


class QuestionForm(forms.ModelForm[Question]):
    """What was asked, or may be asked."""

    about = forms.ModelMultipleChoiceField(
        Competency.objects.all(),
        label=_("What it asks about"),
        help_text=_("Up to three. Stories that show the same are then suggested."),
        required=False,
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    class Meta:
        model = Question
        fields = ["text", "kind", "role"]
        labels = {"text": _("Question"), "kind": _("Type"), "role": _("For which role")}
        help_texts = {
            "text": _("As it was asked, or as you fear it."),
            "kind": _("If you are not sure: “Tell me about a time” is the first one."),
            "role": "",
        }
        error_messages = {
            "text": {
                "required": _("Write the question."),
                "max_length": _("A question has room for %(limit_value)d characters; this one has %(show_value)d."),
            },
            "kind": {"required": _("Choose a type: the tip and the parts of the answer follow from it.")},
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, roles: models.QuerySet[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        if isinstance(role, forms.ModelChoiceField):
            role.queryset, role.empty_label = roles, _("Any job")
        if self.instance.pk:
            self.initial["about"] = [place.competency.slug for place in self.instance.places.all()]

    def clean_about(self) -> list[Competency]:
        """A question asks about a few things at most."""
        about = [*self.cleaned_data["about"]]
        if len(about) > _MOST:
            raise forms.ValidationError(_("Choose three at most: what they would write down about your answer."))
        return about
