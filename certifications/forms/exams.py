"""The day and hour of an exam."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certifications.models import ExamAppointment
from kit.fields import DayField, HourInput

_YEARS_AHEAD = 5


def _in_five_years() -> date:
    return timezone.localdate() + timedelta(days=366 * _YEARS_AHEAD)


class ExamForm(forms.ModelForm[ExamAppointment]):
    """When and where; the hour is the one on the clock where its holder lives."""

    day = DayField(
        label=_("Day"),
        earliest=timezone.localdate,
        latest=_in_five_years,
        error_messages={"required": _("Write the day of the exam.")},
    )
    time = forms.TimeField(
        label=_("Hour"),
        input_formats=["%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p"],
        widget=HourInput,
        error_messages={
            "required": _("Write the hour at which the exam begins."),
            "invalid": _("Write the hour as 9:30 or 14:00."),
        },
    )

    class Meta:
        model = ExamAppointment
        fields = ["place", "confirmation"]

    field_order = ["day", "time", "place", "confirmation"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmation"].widget.attrs["class"] = "in-m"
        self.fields["time"].help_text = _("In your time zone: %(zone)s.") % {
            "zone": timezone.get_current_timezone_name().replace("_", " ")
        }
        if self.instance.pk:
            at = timezone.localtime(self.instance.at)
            self.initial.update({"day": at.date(), "time": at.time()})

    def clean(self) -> dict[str, Any]:
        """One moment, still to come, that the clock shows that day."""
        data = super().clean() or self.cleaned_data
        if data.get("day") and data.get("time"):
            at = datetime.combine(data["day"], data["time"], tzinfo=timezone.get_current_timezone())
            if not _on_the_clock(at):
                self.add_error("time", _("The clocks go forward that night and skip this hour. Write another."))
            elif at <= timezone.now():
                self.add_error("time", _("This hour has passed. Write one that is still to come."))
            elif self._is_known(at):
                self.add_error("day", _("An exam at this hour is on your list already. Change it there."))
            self.instance.at = at
        return data

    def _is_known(self, at: datetime) -> bool:
        others = ExamAppointment.objects.filter(held=self.instance.held, at=at, cancelled_at=None)
        return others.exclude(pk=self.instance.pk).exists()

    def save(self, commit: bool = True) -> ExamAppointment:
        """A change raises the sequence, so that calendars follow."""
        if self.instance.pk and self.changed_data:
            self.instance.sequence += 1
        return super().save(commit)


def _on_the_clock(at: datetime) -> bool:
    back = at.astimezone(UTC).astimezone(at.tzinfo)
    return (back.date(), back.time()) == (at.date(), at.time())
