"""Which applications to show, and what changes one."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Application, FollowUp
from kit.fields import DayField

_SHOWN = [("open", _("Open")), *Application.Stage.choices, ("over", _("Over")), ("all", _("All"))]


class ShowForm(forms.Form):
    """The applications that a list shows: open ones unless said otherwise."""

    show = forms.ChoiceField(choices=_SHOWN, required=False)
    q = forms.CharField(label=_("Search"), max_length=100, required=False)


class MoveForm(forms.Form):
    """To which stage, and on which day it came there."""

    stage = forms.ChoiceField(label=_("Stage"), choices=Application.Stage.choices)
    on = DayField(label=_("On"), required=False, latest=timezone.localdate)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    back = forms.ChoiceField(choices=[("board", "board")], required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Without a day it was today."""
        values = super().clean() or self.cleaned_data
        values["on"] = values.get("on") or timezone.localdate()
        return values


class NextActionForm(forms.ModelForm[Application]):
    """What to do next, and when; a day alone says nothing."""

    next_on = DayField(label=_("On which day"), required=False)

    class Meta:
        model = Application
        fields = ["next_action", "next_on"]
        labels = {"next_action": _("What to do next")}

    def clean(self) -> dict[str, Any]:
        """A day needs words beside it."""
        values = super().clean() or self.cleaned_data
        if values.get("next_on") and not values.get("next_action") and "next_action" not in self.errors:
            self.add_error("next_action", _("Write what you want to do on that day."))
        return values


class SentForm(forms.ModelForm[Application]):
    """How it went out, and what to remember about it."""

    applied_on = DayField(label=_("Applied on"), required=False, latest=timezone.localdate)

    class Meta:
        model = Application
        fields = ["applied_on", "way", "whom", "confirmation", "notes"]
        labels = {
            "way": _("How you applied"),
            "whom": _("To whom"),
            "confirmation": _("Confirmation number"),
            "notes": _("Notes"),
        }
        widgets = {"notes": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [("", _("Not said")), *Application.Way.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whatever came after the application needs its day."""
        values = super().clean() or self.cleaned_data
        may_be_empty = self.instance.stage in (*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN)
        if not may_be_empty and not values.get("applied_on") and "applied_on" not in self.errors:
            self.add_error("applied_on", _("Write the day on which you applied."))
        return values


class FollowUpForm(forms.ModelForm[FollowUp]):
    """That one asked how it stands."""

    on = DayField(label=_("On"), latest=timezone.localdate)

    class Meta:
        model = FollowUp
        fields = ["on", "way", "note"]
        labels = {"way": _("How"), "note": _("Note")}
