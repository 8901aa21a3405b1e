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


class LinesOfTexts(forms.CharField):
    """A list of texts, one a line; an empty line between two is an empty text."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as a list."""
        text = str(super().to_python(value)).replace("\r\n", "\n").rstrip("\n")
        return [line.strip() for line in text.split("\n")] if text.strip() else []

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a text differs."""
        return bool(list(initial or []) != self.to_python(data))
