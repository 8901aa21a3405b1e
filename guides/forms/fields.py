"""Form fields for texts of several lines."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """A text whose lines end as in files: browsers send two characters where an editor pressed Enter once."""

    def to_python(self, value: Any) -> str:
        """The text, one character a line end."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a word differs, not only how lines end."""
        return super().has_changed(self.to_python(initial), self.to_python(data))
