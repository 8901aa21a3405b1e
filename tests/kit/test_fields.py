"""Fields that several apps share."""

import pytest
from django import forms

from kit.fields import DayField, HourInput


class WhenForm(forms.Form):
    day = DayField()
    hour = forms.TimeField(widget=HourInput)


@pytest.mark.parametrize(
    ("name", "typed", "kind"),
    [
        ("day", "2026-11-23", "date"),
        ("day", "", "date"),
        ("day", "2026-02-30", "text"),
        ("day", "23 November 2026", "text"),
        ("day", "2026-2-3", "text"),
        ("day", "20261123", "text"),
        ("day", "soon", "text"),
        ("hour", "09:30", "time"),
        ("hour", "", "time"),
        ("hour", "25:00", "text"),
        ("hour", "half past nine", "text"),
    ],
)
def test_what_a_browser_s_own_field_would_drop_stands_in_a_plain_one(name, typed, kind):
    shown = str(WhenForm({name: typed})[name])

    assert f'type="{kind}"' in shown
    assert not typed or f'value="{typed}"' in shown
