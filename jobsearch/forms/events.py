"""The day and the hours of an event, and the items of its lists."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Event, EventItem
from kit.fields import DayField, HourField, is_on_the_clock

_YEAR = timedelta(days=366)


def _two_years_ago() -> date:
    return timezone.localdate() - 2 * _YEAR


def _in_two_years() -> date:
    return timezone.localdate() + 2 * _YEAR


class EventForm(forms.ModelForm[Event]):
    """What it is, when and where; the hours are those on the clock where the person lives."""

    day = DayField(label=_("Day"), required=False, earliest=_two_years_ago, latest=_in_two_years)
    hour = HourField(label=_("Begins at"), required=False)
    until = HourField(label=_("Ends at"), required=False)
    last_day = DayField(
        label=_("Last day"),
        required=False,
        earliest=_two_years_ago,
        latest=_in_two_years,
        help_text=_("Only if it goes on to another day."),
    )
    link = forms.URLField(
        label=_("Page of the event"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Write the whole address, beginning with https://.")},
    )

    class Meta:
        model = Event
        fields = ["kind", "title", "place", "link", "employers", "notes"]
        labels = {"kind": _("What it is"), "title": _("Name"), "place": _("Place, or link to take part")}
        help_texts = {
            "title": _("Such as: Spring health job fair."),
            "employers": _("Those you want to talk to, with commas between them."),
        }
        error_messages = {"title": {"required": _("Write its name.")}}
        widgets = {"employers": forms.Textarea(attrs={"rows": 2}), "notes": forms.Textarea(attrs={"rows": 3})}

    field_order = ["kind", "title", "day", "hour", "until", "last_day", "place", "link", "employers", "notes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind_before = self.instance.kind if self.instance.pk else ""
        self.fields["hour"].help_text = _("In your time zone: %(zone)s.") % {
            "zone": timezone.get_current_timezone_name().replace("_", " ")
        }
        self.initial.update(_shown(self.instance))

    def clean(self) -> dict[str, Any]:
        """Two moments that the clock shows, in their order; not the same event twice."""
        data = super().clean() or self.cleaned_data
        if {"day", "hour", "until", "last_day"} & self.errors.keys():
            return data
        starts, ends = self._moment("day", "hour"), self._end()
        if self.errors:
            return data
        if ends and starts and ends <= starts:
            self.add_error("until", _("It ends before it begins. Check the hours."))
        elif starts and self.instance.was_there and starts > timezone.now():
            self.add_error("day", _("You were there, so its day has passed. For another one, add a new event."))
        elif self._is_known(starts):
            self.add_error("title", _("An event of this name at this time is on your list already. Change it there."))
        self.instance.starts_at, self.instance.ends_at = starts, ends
        return data

    def save(self, commit: bool = True) -> Event:
        """A change raises the sequence, so that calendars follow."""
        if self.instance.pk and self.changed_data:
            self.instance.sequence += 1
        return super().save(commit)

    def _moment(self, day_name: str, hour_name: str) -> datetime | None:
        day, hour = self.cleaned_data.get(day_name), self.cleaned_data.get(hour_name)
        if bool(day) != (hour is not None):
            self.add_error(hour_name if day else day_name, _("Write both the day and the hour, or neither."))
        if not day or hour is None:
            return None
        at = datetime.combine(day, hour, tzinfo=timezone.get_current_timezone())
        if not is_on_the_clock(at):
            self.add_error(hour_name, _("The clocks go forward that night and skip this hour. Write another."))
        return at

    def _end(self) -> datetime | None:
        """On the first day, unless another is named."""
        if self.cleaned_data.get("last_day"):
            if self.cleaned_data.get("until") is None:
                self.add_error("until", _("Write at what hour it ends on the last day."))
                return None
            return self._moment("last_day", "until")
        has_end = self.cleaned_data.get("until") is not None
        return self._moment("day", "until") if has_end and not self.errors else None

    def _is_known(self, starts: datetime | None) -> bool:
        title = self.cleaned_data.get("title", "")
        others = Event.objects.owned_by(self.instance.owner).filter(starts_at=starts, title__iexact=title)
        return others.exclude(pk=self.instance.pk).exclude(state=Event.State.CANCELLED).exists()


def _shown(event: Event) -> dict[str, Any]:
    """Of an event, what its form begins with."""
    known: dict[str, Any] = {}
    if event.starts_at:
        at = timezone.localtime(event.starts_at)
        known |= {"day": at.date(), "hour": at.time()}
    if event.ends_at:
        end = timezone.localtime(event.ends_at)
        known["until"] = end.time()
        if end.date() != known.get("day"):
            known["last_day"] = end.date()
    return known


class EventItemForm(forms.ModelForm[EventItem]):
    """One thing to prepare, to ask or to do."""

    due_on = DayField(label=_("By"), required=False, earliest=_two_years_ago, latest=_in_two_years)

    class Meta:
        model = EventItem
        fields = ["text", "due_on"]
        labels = {"text": _("What")}
        error_messages = {"text": {"required": _("Write what it is.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.kind == EventItem.Kind.ASK:
            del self.fields["due_on"]


class NewItemForm(EventItemForm):
    """The same, with the list it goes on."""

    kind = forms.ChoiceField(label=_("On which list"), choices=EventItem.Kind.choices)
    field_order = ["text", "kind", "due_on"]

    def save(self, commit: bool = True) -> EventItem:
        """On the list that was chosen; a question has no day."""
        self.instance.kind = self.cleaned_data["kind"]
        if self.instance.kind == EventItem.Kind.ASK:
            self.instance.due_on = None
        return super().save(commit)


class DoneForm(forms.Form):
    """Whether an item is done."""

    done = forms.BooleanField(required=False)


class StateForm(forms.Form):
    """How it went, or whether it takes place."""

    state = forms.ChoiceField(choices=Event.State.choices)
