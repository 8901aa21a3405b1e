"""Choose a state."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guides.models import State


class MyStateForm(forms.Form):
    """The reader's state; empty means the whole U.S."""

    state = forms.ModelChoiceField(
        State.objects.all(),
        label=_("My state"),
        required=False,
        empty_label=_("All of the U.S."),
        error_messages={"invalid_choice": _("Choose a state from the list.")},
    )
