"""Which days the work-search log shows, and a line of one's own in it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import SearchActivity
from kit.fields import DayField

# Offices ask for weeks; a claim runs for half a year, rarely longer than one.
_LONGEST = timedelta(days=731)


def week_of(day: date) -> tuple[date, date]:
    """The week of a claim around a day: from Sunday to Saturday, as most states count it."""
    first = day - timedelta(days=(day.weekday() + 1) % 7)
    return first, first + timedelta(days=6)


class PeriodForm(forms.Form):
    """From one day to another, both included; without them, the week of today."""

    first = DayField(label=_("From"), required=False)
    last = DayField(label=_("To"), required=False)

    def clean(self) -> dict[str, Any]:
        """Fill in what is missing, and refuse what is the wrong way round."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        sunday, saturday = week_of(timezone.localdate())
        values["first"] = values.get("first") or (week_of(values["last"])[0] if values.get("last") else sunday)
        values["last"] = values.get("last") or (week_of(values["first"])[1] if values["first"] != sunday else saturday)
        if values["last"] < values["first"]:
            raise ValidationError(_("The last day lies before the first. Swap them."))
        if values["last"] - values["first"] > _LONGEST:
            raise ValidationError(_("That is more than two years. Choose a shorter time."))
        return values


class ActivityForm(forms.ModelForm[SearchActivity]):
    """Something done for the search that no other page here keeps."""

    on = DayField(label=_("On"), latest=timezone.localdate)

    class Meta:
        model = SearchActivity
        fields = ["on", "kind", "employer", "address", "whom", "job_title", "result"]
        labels = {"kind": _("What you did")}
        help_texts = {"result": _("What came of it: “left my resume”, “call again in May”.")}
