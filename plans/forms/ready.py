"""When a ready plan begins, and by how much what is open moves."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.fields import FIRST_DAY, LAST_DAY, DayField

# A plan that began longer ago is better begun anew; one that is further off is no plan yet.
_BACK, _AHEAD = timedelta(days=365), timedelta(days=730)
_MOST_WEEKS = 104


class StartForm(forms.Form):
    """The day on which a plan begins."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"] = DayField(
            label=gettext_lazy("When do you begin?"),
            earliest=today - _BACK,
            latest=today + _AHEAD,
            help_text=gettext_lazy("Every step gets a day from it. You can move the days later."),
            error_messages={"required": gettext_lazy("Write the day on which you begin.")},
        )


class MoveForm(forms.Form):
    """By how many weeks, or to which day: one of both."""

    weeks = forms.IntegerField(
        label=gettext_lazy("How many weeks later?"),
        required=False,
        widget=forms.NumberInput(attrs={"class": "in-s", "min": 1, "max": _MOST_WEEKS}),
        error_messages={"invalid": gettext_lazy("Write a whole number of weeks, such as 2.")},
    )
    starts_on = DayField(
        label=gettext_lazy("Or: on which day do you go on?"),
        required=False,
        help_text=gettext_lazy(
            "The next open step is then due within the week from that day. The others keep their distance."
        ),
    )

    def __init__(self, *args: Any, days: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The days that move: those of open steps, or else the goal's own.
        self.days = sorted(days)

    def clean_weeks(self) -> int | None:
        """Within two years."""
        weeks: int | None = self.cleaned_data["weeks"]
        if weeks is not None and not 1 <= weeks <= _MOST_WEEKS:
            raise forms.ValidationError(_("Write a number of weeks from 1 to %d.") % _MOST_WEEKS)
        return weeks

    def clean(self) -> dict[str, Any]:
        """With `by`, the number of days to move."""
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        weeks, starts_on = data.get("weeks"), data.get("starts_on")
        if (weeks is None) == (starts_on is None):
            raise forms.ValidationError(_("Fill in one of the two: a number of weeks, or a day."))
        data["by"] = (starts_on + timedelta(days=6) - self.days[0]).days if starts_on else 7 * (weeks or 0)
        self._check(data["by"])
        return data

    def _check(self, by: int) -> None:
        if not by:
            raise forms.ValidationError(_("The next step is due in that week already. Choose another day."))
        try:
            fits = self.days[0] + timedelta(days=by) >= FIRST_DAY and self.days[-1] + timedelta(days=by) <= LAST_DAY
        except OverflowError:
            fits = False
        if not fits:
            raise forms.ValidationError(
                _("Some days would then lie where no calendar of ours reaches. Move them less.")
            )
