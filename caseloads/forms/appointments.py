"""What people fill in to meet: a counselor's hours, a free time, another time, a word with a cancellation."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from caseloads.models import Appointment, Assignment, AvailabilityWindow, Way
from caseloads.offers import Offer
from kit.fields import DayField, HourField, is_on_the_clock

_LENGTHS = [15, 20, 30, 45, 60, 90, 120]
_MINUTES = [(length, _("%(number)d minutes") % {"number": length}) for length in _LENGTHS]
_ABOUT = _("A few words, so that both can prepare. You can leave it empty.")
_SKIPPED = _("The clocks go forward that night and skip this hour. Write another.")
_PAST = _("That time has passed. Write a later one.")


def _in_a_year() -> date:
    return timezone.localdate() + timedelta(days=366)


class HoursForm(forms.ModelForm[AvailabilityWindow]):
    """Hours of a week in which clients can book."""

    starts = HourField(label=_("From"))
    ends = HourField(label=_("Until"))
    minutes = forms.TypedChoiceField(label=_("Each appointment"), coerce=int, choices=_MINUTES, initial=30)

    class Meta:
        model = AvailabilityWindow
        fields = ["weekday", "way", "place"]
        labels = {"weekday": _("Day"), "way": _("How you meet"), "place": _("Where")}
        help_texts = {
            "place": _("A room, who calls whom at which number, or the link of the video call. Clients see it.")
        }

    field_order = ["weekday", "starts", "ends", "minutes", "way", "place"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance
        if own.pk:
            self.initial.update({"starts": own.starts, "ends": own.ends, "minutes": own.minutes})
        # A length that was chosen elsewhere stays what it is.
        if own.minutes not in _LENGTHS:
            self.fields["minutes"].choices = sorted([*_MINUTES, (own.minutes, str(own.minutes))])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An end after the beginning, room for one appointment, and no hours twice."""
        data = super().clean() or self.cleaned_data
        starts, ends, minutes = data.get("starts"), data.get("ends"), data.get("minutes")
        if starts is None or ends is None or not minutes:
            return data
        day = date(2001, 1, 1)
        length = datetime.combine(day, ends) - datetime.combine(day, starts)
        if ends <= starts:
            self.add_error("ends", _("The end must come after the beginning."))
        elif length < timedelta(minutes=minutes):
            self.add_error("ends", _("That is shorter than one appointment."))
        elif self._overlaps(data):
            self.add_error("starts", _("You have hours at that time already. Change those, or choose other ones."))
        self.instance.starts, self.instance.ends, self.instance.minutes = starts, ends, minutes
        return data

    def _overlaps(self, data: dict[str, Any]) -> bool:
        others = AvailabilityWindow.objects.owned_by(self.instance.counselor).exclude(pk=self.instance.pk)
        if data.get("weekday") is None:
            return False
        return others.filter(weekday=data["weekday"], starts__lt=data["ends"], ends__gt=data["starts"]).exists()


class SlotForm(forms.Form):
    """One of the times that are free."""

    slot = forms.ChoiceField(
        label=_("Time"),
        error_messages={
            "required": _("Choose a time."),
            "invalid_choice": _("That time is no longer free. Choose another one."),
        },
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = {offer.key: offer for offer in offers}
        self.fields["slot"].choices = [(key, key) for key in self.offers]  # type: ignore[attr-defined]

    def clean_slot(self) -> Offer:
        """The offer itself."""
        return self.offers[self.cleaned_data["slot"]]


class BookForm(SlotForm):
    """The same, and what it is about."""

    about = forms.CharField(label=_("What about"), max_length=300, required=False, help_text=_ABOUT)


class TimeForm(forms.ModelForm[Appointment]):
    """A day and an hour on the clock of whoever writes them, and how long it takes."""

    day = DayField(label=_("Day"), earliest=timezone.localdate, latest=_in_a_year)
    hour = HourField(label=_("Hour"))
    minutes = forms.TypedChoiceField(label=_("How long"), coerce=int, choices=_MINUTES, initial=30)
    counselor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("With"),
        empty_label=None,
        error_messages={"invalid_choice": _("Choose somebody from the list."), "required": _("Choose somebody.")},
    )

    class Meta:
        model = Appointment
        fields = ["way", "place", "about"]
        labels = {"way": _("How you meet"), "place": _("Where"), "about": _("What about")}
        help_texts = {
            "place": _("A room, who calls whom at which number, or the link of the video call."),
            "about": _ABOUT,
        }

    field_order = ["counselor", "day", "hour", "minutes", "way", "place", "about"]

    def __init__(self, *args: Any, counselors: Sequence[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_counselors(counselors)
        self.fields["hour"].help_text = _("In your time zone: %(zone)s.") % {
            "zone": timezone.get_current_timezone_name().replace("_", " ")
        }
        own = self.instance
        if own.pk:
            at = timezone.localtime(own.starts_at)
            self.initial.update({"day": at.date(), "hour": at.time(), "minutes": own.minutes})
            if own.minutes not in _LENGTHS:
                self.fields["minutes"].choices = sorted([*_MINUTES, (own.minutes, str(own.minutes))])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One moment that the clock shows and that is still to come."""
        data = super().clean() or self.cleaned_data
        day, hour = data.get("day"), data.get("hour")
        if day is None or hour is None or not data.get("minutes"):
            return data
        at = datetime.combine(day, hour, tzinfo=timezone.get_current_timezone())
        if not is_on_the_clock(at):
            self.add_error("hour", _SKIPPED)
        elif at <= timezone.now():
            self.add_error("hour", _PAST)
        data["starts_at"], data["ends_at"] = at, at + timedelta(minutes=data["minutes"])
        return data

    @property
    def changed(self) -> dict[str, Any]:
        """What an existing appointment takes over."""
        names = ("starts_at", "ends_at", "way", "place", "about")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def made(self) -> Appointment:
        """A new appointment of these words, not kept yet."""
        appointment = self.save(commit=False)
        appointment.counselor = self.cleaned_data.get("counselor") or appointment.counselor
        appointment.starts_at, appointment.ends_at = self.cleaned_data["starts_at"], self.cleaned_data["ends_at"]
        if appointment.counselor:
            appointment.zone = appointment.counselor.zone.key
        return appointment

    def _offer_counselors(self, counselors: Sequence[User]) -> None:
        """Where there is only one, nothing is asked."""
        if len(counselors) == 1:
            self.instance.counselor = counselors[0]
        if len(counselors) < 2:  # noqa: PLR2004
            del self.fields["counselor"]
            return
        field = self.fields["counselor"]
        field.queryset = User.objects.filter(pk__in=[one.pk for one in counselors])  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: one.name or one.email  # type: ignore[attr-defined]


class AskTimeForm(TimeForm):
    """The client's wish for a time that is not offered; where to meet, the counselor says."""

    def __init__(self, *args: Any, assignments: Sequence[Assignment], **kwargs: Any) -> None:
        self.assignments = {one.counselor.pk: one for one in assignments if one.counselor}
        super().__init__(*args, counselors=[one.counselor for one in assignments if one.counselor], **kwargs)
        del self.fields["place"]
        self.fields["way"].choices = Way.choices  # type: ignore[attr-defined]

    def made(self) -> Appointment:
        """With the relationship of the counselor that was chosen."""
        appointment = super().made()
        if appointment.counselor:
            appointment.relationship = self.assignments[appointment.counselor.pk].relationship
        return appointment


class CancelForm(forms.Form):
    """A word to the other side."""

    word = forms.CharField(
        label=_("A word to them"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as why, or when would suit you. It stands in their notice. You can leave it empty."),
    )


class OutcomeForm(forms.Form):
    """How it went."""

    state = forms.ChoiceField(choices=[(Appointment.State.DONE, ""), (Appointment.State.NO_SHOW, "")])
