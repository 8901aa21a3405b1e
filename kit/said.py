"""Sentences for people, from engines that know no language: whoever shows a sentence translates it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


def gettext_noop(text: str) -> str:
    """Mark a sentence for translators; the one who shows it translates it."""
    return text


def plain(value: object) -> str:
    """A value as the sentence shows it: numbers without idle noughts, dates day first, several with commas."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    if isinstance(value, tuple):
        return ", ".join(plain(part) for part in value)
    return str(value)


@dataclass(frozen=True)
class Said:
    """A sentence with its values: dates, numbers, texts, or tuples of those."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.read()

    def read(self, translate: Callable[[str], str] = str, show: Callable[[object], str] = plain) -> str:
        """The sentence in a language: `translate` turns the text, `show` a value, into what a person reads."""
        return translate(self.text) % {name: show(value) for name, value in self.values.items()}
