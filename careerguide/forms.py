"""Forms that join apps."""

import zoneinfo
from functools import cache
from itertools import groupby
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import State

_COMMON_ZONES = [
    ("America/New_York", _("Eastern (New York)")),
    ("America/Chicago", _("Central (Chicago)")),
    ("America/Denver", _("Mountain (Denver)")),
    ("America/Phoenix", _("Arizona (Phoenix)")),
    ("America/Los_Angeles", _("Pacific (Los Angeles)")),
    ("America/Anchorage", _("Alaska (Anchorage)")),
    ("Pacific/Honolulu", _("Hawaii (Honolulu)")),
    ("America/Puerto_Rico", _("Atlantic (Puerto Rico)")),
    ("Pacific/Guam", _("Chamorro (Guam)")),
    ("Pacific/Pago_Pago", _("Samoa (Pago Pago)")),
]


@cache
def _all_zones() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Every zone of the time zone database, by part of the world."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    groups = groupby(names, key=lambda name: name.partition("/")[0])
    world = tuple(
        (region, tuple((name, name.partition("/")[2].replace("_", " ").replace("/", ", ")) for name in group))
        for region, group in groups
    )
    return (*world, (str(_("Everywhere")), (("UTC", "UTC"),)))


def time_zone_choices() -> list[tuple[Any, Any]]:
    """The common zones of the United States first, then the world's."""
    site = _("As this site (%(zone)s)") % {"zone": settings.TIME_ZONE.replace("_", " ")}
    return [("", site), (_("United States"), _COMMON_ZONES), *_all_zones()]


class ProfileForm(forms.ModelForm[User]):
    """Name, state and time zone."""

    state = forms.ModelChoiceField(
        State.objects.all(),
        label=_("State"),
        required=False,
        empty_label=_("No state chosen"),
        help_text=_("Where you look for work. Pay and rules are then shown for it."),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=time_zone_choices,
        help_text=_("Dates and times are shown in it. Type the first letters of a city to find it."),
    )

    class Meta:
        model = User
        fields = ["name", "state", "time_zone"]
        labels = {"name": _("Name")}
        help_texts = {"name": _("As you would like us to call you. It may stay empty.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"

    def clean_state(self) -> str:
        """The profile keeps the postal code."""
        state: State | None = self.cleaned_data["state"]
        return state.usps if state else ""


class DeleteForm(forms.Form):
    """The wish to have one's account deleted, said on purpose."""

    sure = forms.BooleanField(
        label=_("Yes, delete my account and everything in it"),
        error_messages={"required": _("Tick the box if you want your account deleted")},
    )
