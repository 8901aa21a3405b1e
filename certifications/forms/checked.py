"""Which rows of the queue an editor has checked."""

import re
from typing import Any

from django import forms
from django.http import QueryDict

_ROW = re.compile(r"(version|pathway|outline)-[0-9]{1,12}")


class CheckedForm(forms.Form):
    """Rows that still hold, ticked."""

    checked = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = self.data.getlist("checked") if isinstance(self.data, QueryDict) else []
        self.fields["checked"].choices = [(value, value) for value in sent if _ROW.fullmatch(value)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, list[int]]:
        """Keys by kind."""
        found: dict[str, list[int]] = {}
        for value in self.cleaned_data["checked"]:
            kind, _dash, key = value.partition("-")
            found.setdefault(kind, []).append(int(key))
        return found
