"""Cycles and renewals, as someone writes them down."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.fields import DayField

MOST_YEARS = 10
MOST_CARRIED = 100


class CycleForm(forms.Form):
    """From when to when the hours for a renewal count."""

    starts_on = DayField(label=_("First day"), error_messages={"required": _("Write the first day.")})
    ends_on = DayField(
        label=_("Last day"),
        help_text=_("It is the last day of your credential too, as it is printed on it."),
        error_messages={"required": _("Write the last day.")},
    )
    is_first = forms.BooleanField(
        label=_("This is my first cycle"),
        required=False,
        help_text=_("Some rules ask for less in it."),
    )
    carry_in = forms.DecimalField(
        label=_("Hours carried in"),
        required=False,
        max_digits=6,
        decimal_places=2,
        min_value=Decimal(0),
        max_value=Decimal(MOST_CARRIED),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "in-s"}),
        help_text=_("From the cycle before, where the rule allows it. Leave it empty for none."),
        error_messages={
            "invalid": _("Hours must be a number, such as 1.5."),
            "min_value": _("Hours carried in are 0 or more."),
            "max_value": _("Hours carried in are at most 100."),
            "max_digits": _("Hours carried in are at most 100."),
            "max_whole_digits": _("Hours carried in are at most 100."),
            "max_decimal_places": _("Write at most two decimals, such as 1.25."),
        },
    )

    def clean_carry_in(self) -> Decimal:
        """None is nought."""
        return self.cleaned_data["carry_in"] or Decimal(0)

    def clean(self) -> dict[str, Any]:
        """A cycle begins before it ends, and lasts no ten years."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not come before the first."))
        elif first and last and (last - first).days > MOST_YEARS * 366:
            self.add_error("ends_on", _("No cycle lasts more than ten years. Check both days."))
        return data


class FilingForm(forms.Form):
    """A renewal that was sent to whoever issued the credential."""

    filed_on = DayField(
        label=_("Renewed on"),
        latest=timezone.localdate,
        help_text=_("The day on which you sent it in. Hours are counted as they stood then."),
        error_messages={"required": _("Write the day on which you renewed it.")},
    )
    next_ends_on = DayField(
        label=_("Now valid through"),
        help_text=_("The last day printed on the new certificate."),
        error_messages={"required": _("Write the new last day.")},
    )
    sure = forms.BooleanField(
        label=_("It was accepted, though hours are missing by our count"),
        error_messages={"required": _("Tick the box if the renewal was accepted all the same.")},
    )

    def __init__(self, *args: Any, is_complete: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_complete:
            del self.fields["sure"]

    def clean(self) -> dict[str, Any]:
        """The new last day lies ahead of the renewal, and within ten years of it."""
        data = super().clean() or self.cleaned_data
        filed: date | None = data.get("filed_on")
        ends: date | None = data.get("next_ends_on")
        if filed and ends and ends <= filed:
            self.add_error("next_ends_on", _("The new last day must come after the renewal."))
        elif filed and ends and (ends - filed).days > MOST_YEARS * 366:
            self.add_error("next_ends_on", _("No credential is renewed for more than ten years. Check the year."))
        return data
