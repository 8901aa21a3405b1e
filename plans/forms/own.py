"""What a person writes on their plan."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.fields import DayField
from plans.models import Achievement, Goal, Step, WeeklyGoal, WeeklyTick
from plans.places import done_here

_MOST_TIMES = 100


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
    """One small thing to do, the day it should be done by, and what ticks it off."""

    due_on = DayField(label=_("By when?"), required=False, help_text=_("Leave it empty if there is no hurry."))

    class Meta:
        model = Step
        fields = ["title", "due_on", "doing", "times"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title = self.fields["title"]
        title.label = _("What is the next small thing to do?")
        title.help_text = _("Small enough for one sitting, such as: ask the school for a transcript.")
        title.error_messages["required"] = _("Write what is to be done.")
        doing, times = self.fields["doing"], self.fields["times"]
        doing.label = _("What ticks it off?")
        doing.help_text = _("What you do in the app can tick it off. The step then leads to where you do it.")
        if isinstance(doing, forms.ChoiceField):
            doing.choices = [("", _("I tick it off by hand")), *done_here(self.instance.doing)]
        times.label = _("How many times?")
        times.required = False
        times.help_text = _("Counted from today, where the app ticks it off.")
        times.widget.attrs |= {"class": "in-s", "min": 1, "max": _MOST_TIMES}
        times.error_messages["invalid"] = _("Write a whole number, such as 3.")

    def clean_times(self) -> int:
        """Once, unless something else was said."""
        times: int | None = self.cleaned_data["times"]
        if times is not None and not 1 <= times <= _MOST_TIMES:
            raise forms.ValidationError(gettext("Write a number from 1 to %d.") % _MOST_TIMES)
        return times or 1


class WeeklyGoalForm(forms.ModelForm[WeeklyGoal]):
    """So many a week, and what makes one count."""

    class Meta:
        model = WeeklyGoal
        fields = ["title", "times", "doing", "quality"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title, times, doing = self.fields["title"], self.fields["times"], self.fields["doing"]
        title.label = _("What do you want to do each week?")
        title.error_messages["required"] = _("Write what you want to do each week.")
        times.label = _("How many times a week?")
        times.error_messages["required"] = times.error_messages["invalid"] = _("Write a number from 1 to 50.")
        doing.label = _("What counts?")
        doing.help_text = _("The app counts what it sees. You can always count one more by hand, beside it.")
        if isinstance(doing, forms.ChoiceField):
            doing.choices = [("", _("I count it by hand")), *done_here(self.instance.doing)]
        quality = self.fields["quality"]
        quality.label = _("What makes one count?")
        quality.help_text = _("A few good ones beat many. Such as: each tailored to its ad.")


class TickForm(forms.ModelForm[WeeklyTick]):
    """One more, with a note."""

    class Meta:
        model = WeeklyTick
        fields = ["note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = _("What was it?")
        self.fields["note"].help_text = _("A few words for yourself. You can leave it empty.")


class AchievementForm(forms.ModelForm[Achievement]):
    """Something reached, and what there is to remember of it."""

    on = DayField(
        label=_("When was it?"),
        latest=timezone.localdate,
        error_messages={"required": _("Write the day. A rough one is enough.")},
    )

    class Meta:
        model = Achievement
        fields = ["title", "on", "kind", "text", "learned", "to_thank"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title, text = self.fields["title"], self.fields["text"]
        title.label = _("What did you reach?")
        title.help_text = _("In one line, such as: trained three new colleagues.")
        title.error_messages["required"] = _("Write what you reached.")
        text.label = _("What did you do, and what came of it?")
        text.help_text = _("With a number if you know one. This is what a resume and a talk about pay live on.")
        self.fields["learned"].label = _("What did you learn?")
        self.fields["to_thank"].label = _("Whom do you want to thank?")
        for name, rows in (("text", 4), ("learned", 3)):
            self.fields[name].widget.attrs["rows"] = rows
