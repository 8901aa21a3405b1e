"""The switches of notices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import NotificationPreference, User
from accounts.notices import HINTS, Kind


class SwitchesForm(forms.Form):
    """Two switches for each kind of notice: on the page, by e-mail."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = {switch.kind: switch for switch in NotificationPreference.objects.owned_by(user)}
        for kind in Kind:
            switch = chosen.get(kind)
            for place, label in (("in_app", _("On this page")), ("by_email", _("By e-mail"))):
                self.fields[f"{kind.value}-{place}"] = forms.BooleanField(
                    label=label, required=False, initial=getattr(switch, place, True)
                )

    def rows(self) -> list[dict[str, Any]]:
        """Each kind with its words and its two switches."""
        return [
            {
                "label": kind.label,
                "hint": HINTS[kind],
                "switches": [self[f"{kind.value}-in_app"], self[f"{kind.value}-by_email"]],
            }
            for kind in Kind
        ]

    def switches(self) -> dict[str, tuple[bool, bool]]:
        """What was chosen, kind by kind."""
        data = self.cleaned_data
        return {kind.value: (data[f"{kind.value}-in_app"], data[f"{kind.value}-by_email"]) for kind in Kind}
