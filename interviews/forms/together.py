"""Two people in one room: which questions, and what the one who asks writes down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import Role
from interviews.models import Question

MOST = 12


class RoleForm(forms.Form):
    """For which role the questions are, from the address."""

    role = forms.ModelChoiceField(
        Role.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Role"),
        empty_label=_("Any job: general questions only"),
    )


class TogetherForm(forms.Form):
    """The questions that are asked, in the order of the list."""

    questions = forms.ModelMultipleChoiceField(
        Question.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one question."),
            "invalid_choice": _("One of the questions is not in the list any more. Choose again."),
            "invalid_pk_value": _("One of the questions is not in the list any more. Choose again."),
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["questions"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = Question.objects.open_to(user).select_related("role")

    def clean_questions(self) -> list[Question]:
        """As many as one sitting has room for."""
        chosen = [*self.cleaned_data["questions"]]
        if len(chosen) > MOST:
            raise forms.ValidationError(_("Twelve questions are enough for one sitting. Take some out."))
        return chosen


class PartnerForm(forms.Form):
    """What the partner writes down about one answer, besides the rating."""

    author_name = forms.CharField(
        label=_("Name of the one who asks"),
        max_length=80,
        error_messages={"required": _("Write the name of the one who asks.")},
    )
    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("Notes may have 4,000 letters at most.")},
    )
