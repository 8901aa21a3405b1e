"""Form fields that several apps share."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kit.csv_tables import TableError, text_of

FIRST_DAY = date(1950, 1, 1)
LAST_DAY = date(2099, 12, 31)
# What a browser's date field sends, and what people type where it has none.
_FORMS = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%m/%d/%Y"]
_HOURS = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p", "%I:%M%p", "%I%p"]

Day = date | Callable[[], date]


class DayInput(forms.DateInput):
    """A browser's date field; what is no date stands in a plain field, because the other would swallow it."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"type": "date", "class": "in-m"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The same, with the kind of field that keeps what was typed."""
        return _kept(super().get_context(name, value, attrs), date.fromisoformat)


class HourInput(forms.TimeInput):
    """A browser's field for an hour; what is none stands in a plain field."""

    def __init__(self) -> None:
        super().__init__(format="%H:%M", attrs={"type": "time", "class": "in-s"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The same, with the kind of field that keeps what was typed."""
        return _kept(super().get_context(name, value, attrs), time.fromisoformat)


class DayField(forms.DateField):
    """A day that someone can have lived through or can plan for; anything else is refused with a sentence."""

    def __init__(self, *, earliest: Day = FIRST_DAY, latest: Day = LAST_DAY, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        kwargs.setdefault("widget", DayInput)
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"].setdefault("invalid", _("Write a whole date, such as 23 November 2026."))
        super().__init__(input_formats=_FORMS, **kwargs)

    def validate(self, value: Any) -> None:
        """Also refuse days that no one can mean."""
        super().validate(value)
        if value is None:
            return
        first, last = _day(self.earliest), _day(self.latest)
        if not first <= value <= last:
            raise ValidationError(
                _("Write a day from %(first)s to %(last)s."),
                code="out_of_range",
                params={"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")},
            )


class HourField(forms.TimeField):
    """An hour on the clock, written the way people write hours."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", HourInput)
        kwargs.setdefault("error_messages", {"invalid": _("Write the hour as 9:30 or 14:00.")})
        super().__init__(input_formats=_HOURS, **kwargs)


class TableFileField(forms.FileField):
    """A CSV file; what comes out is its text, whichever letters its program wrote."""

    def __init__(self, *, megabytes: int, **kwargs: Any) -> None:
        self.megabytes = megabytes
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}))
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"] |= {
            "required": _("Choose a CSV file."),
            "invalid": _("Choose a CSV file."),
            "empty": _("This file is empty. Save your table again, then choose it."),
        }
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> str:
        """The text of the file."""
        file = super().clean(data, initial)
        if (file.size or 0) > self.megabytes * 1024 * 1024:
            words = _("This file is larger than %(size)d MB. Split it, and send one part after the other.")
            raise ValidationError(words % {"size": self.megabytes})
        try:
            return text_of(file.read())
        except TableError as error:
            raise ValidationError(str(error)) from error


def is_on_the_clock(at: datetime) -> bool:
    """Whether a clock of its zone ever shows this hour: where it goes forward, one is skipped."""
    back = at.astimezone(UTC).astimezone(at.tzinfo)
    return (back.date(), back.time()) == (at.date(), at.time())


def _day(bound: Day) -> date:
    """A bound may be a day, or a way to ask for it when the form is used."""
    return bound() if callable(bound) else bound


def _kept(context: dict[str, Any], read: Callable[[str], date | time]) -> dict[str, Any]:
    """Of a widget, the context; as a plain field where a browser's own would drop its value."""
    widget = context["widget"]
    try:
        fits = not widget["value"] or read(widget["value"]).isoformat().startswith(widget["value"])
    except ValueError:
        fits = False
    if not fits:
        widget["type"] = "text"
    return context
