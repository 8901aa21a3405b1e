"""Yes or no to an offer, and which other applications to withdraw."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Application
from kit.fields import DayField

_S = Application.Stage


class AnswerForm(forms.Form):
    """The answer, and the day on which it was given."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(_S.ACCEPTED, _("I accept it")), (_S.DECLINED, _("I decline it"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you accept or decline.")},
    )
    on = DayField(label=_("On"), required=False, latest=timezone.localdate)
    note = forms.CharField(
        label=_("Why"), help_text=_("For yourself, when you look back."), max_length=300, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Without a day it was today."""
        values = super().clean() or self.cleaned_data
        values["on"] = values.get("on") or timezone.localdate()
        return values


class WithdrawForm(forms.Form):
    """One of the other applications that are still under way."""

    other = forms.ModelChoiceField(Application.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        others = kwargs.pop("others")
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]
