"""The day of an exam that someone aims at, and the time they study for it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.models import ExamTarget, StudyDone
from kit.fields import DayField

_DAYS_AHEAD = 2 * 366
_DAYS_BACK = 366
_MINUTES_A_DAY = 24 * 60


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def _in_two_years() -> date:
    return timezone.localdate() + timedelta(days=_DAYS_AHEAD)


def _a_year_ago() -> date:
    return timezone.localdate() - timedelta(days=_DAYS_BACK)


class TargetForm(forms.ModelForm[ExamTarget]):
    """When, and how many hours a week."""

    exam_on = DayField(
        label=gettext_lazy("Day of the exam"),
        help_text=gettext_lazy("The day you booked, or the day you would like. You can move it at any time."),
        earliest=_tomorrow,
        latest=_in_two_years,
        error_messages={"required": gettext_lazy("Write the day of the exam you aim at.")},
    )
    hours_a_week = forms.DecimalField(
        label=gettext_lazy("Hours a week"),
        help_text=gettext_lazy("As many as you really have. 6 hours are an hour a day with one day off."),
        min_value=Decimal("0.5"),
        max_value=80,
        decimal_places=1,
        widget=forms.TextInput(attrs={"class": "in-s", "inputmode": "decimal"}),
        error_messages={
            "required": gettext_lazy("Write how many hours a week you have, such as 6."),
            "invalid": gettext_lazy("Hours must be a number, such as 6 or 7.5."),
            "min_value": gettext_lazy("Hours a week must be at least 0.5."),
            "max_value": gettext_lazy("Hours a week can be 80 at most."),
            "max_decimal_places": gettext_lazy("Write hours with one digit after the point, such as 7.5."),
        },
    )

    class Meta:
        model = ExamTarget
        fields = ["exam_on", "hours_a_week"]


class DoneForm(forms.ModelForm[StudyDone]):
    """Which day, which part, how long."""

    on = DayField(
        label=gettext_lazy("Day"),
        earliest=_a_year_ago,
        latest=timezone.localdate,
        error_messages={"required": gettext_lazy("Write the day on which you studied.")},
    )
    domain = forms.ChoiceField(
        label=gettext_lazy("Part of the exam"),
        error_messages={
            "required": gettext_lazy("Choose the part that you studied."),
            "invalid_choice": gettext_lazy("Choose a part from the list."),
        },
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"),
        min_value=1,
        max_value=_MINUTES_A_DAY,
        widget=forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Write how many minutes you studied."),
            "invalid": gettext_lazy("Minutes must be a whole number, such as 45."),
            "min_value": gettext_lazy("Write at least 1 minute."),
            "max_value": gettext_lazy("A day has 1,440 minutes. Write the minutes of one day."),
        },
    )

    class Meta:
        model = StudyDone
        fields = ["on", "domain", "minutes"]

    def __init__(self, *args: Any, parts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [("", _("Choose a part")), *parts]  # type: ignore[attr-defined]
        self.initial["on"] = self.initial.get("on") or timezone.localdate()

    def clean(self) -> dict[str, Any]:
        """All of one day must fit into it."""
        data = super().clean() or self.cleaned_data
        on, minutes = data.get("on"), data.get("minutes")
        if on and minutes:
            known = self.instance.target.done.filter(on=on).aggregate(sum=Sum("minutes"))["sum"] or 0
            if known + minutes > _MINUTES_A_DAY:
                words = _("With what is written down for that day already, it would have more than 24 hours.")
                self.add_error("minutes", words)
        return data
