"""What a person writes on their plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.fields import DayField
from plans.models import Goal, Step


class GoalForm(forms.ModelForm[Goal]):
    """A goal, and the day it should be reached by."""

    due_on = DayField(label=_("By when?"), required=False, help_text=_("Leave it empty if there is no hurry."))

    class Meta:
        model = Goal
        fields = ["title", "due_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title = self.fields["title"]
        title.label = _("What do you want to reach?")
        title.help_text = _("In your own words, such as: pass the exam, or send three applications.")
        title.error_messages["required"] = _("Write what you want to reach.")


class StepForm(forms.ModelForm[Step]):
    """One small thing to do, and the day it should be done by."""

    due_on = DayField(label=_("By when?"), required=False, help_text=_("Leave it empty if there is no hurry."))

    class Meta:
        model = Step
        fields = ["title", "due_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title = self.fields["title"]
        title.label = _("What is the next small thing to do?")
        title.help_text = _("Small enough for one sitting, such as: ask the school for a transcript.")
        title.error_messages["required"] = _("Write what is to be done.")
