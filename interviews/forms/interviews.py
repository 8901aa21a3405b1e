"""The day, the hour and the circumstances of a real interview."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import Role, TargetRole
from interviews.models import Interview
from jobsearch.models import Application
from kit.fields import DayField, HourField, is_on_the_clock

_YEAR = timedelta(days=366)


def _a_year_ago() -> date:
    return timezone.localdate() - _YEAR


def _in_two_years() -> date:
    return timezone.localdate() + 2 * _YEAR


class StartForm(forms.Form):
    """What a new interview is made from: an application of one's own, or nothing."""

    application = forms.ModelChoiceField(Application.objects.none(), required=False)

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Application.objects.owned_by(owner).select_related("posting__role")
        self.fields["application"].queryset = mine  # type: ignore[attr-defined]


class InterviewForm(forms.ModelForm[Interview]):
    """When, where and with whom; the hour is the one on the clock where the person lives."""

    day = DayField(label=_("Day"), required=False, earliest=_a_year_ago, latest=_in_two_years)
    hour = HourField(label=_("Hour"), required=False)

    class Meta:
        model = Interview
        fields = [
            *("employer", "job_title", "role", "application", "round", "minutes", "way"),
            *("place", "travel_minutes", "people", "notes"),
        ]
        labels = {
            "job_title": _("Job title"),
            "round": _("Round"),
            "minutes": _("How many minutes it will take"),
            "way": _("How you meet"),
            "place": _("Address, phone number or link"),
            "travel_minutes": _("Minutes to get there"),
            "people": _("Whom you will meet"),
            "application": _("The application it belongs to"),
        }
        help_texts = {
            "job_title": _("As the ad has it."),
            "role": _("The guide whose questions and kinds of workplaces fit."),
            "round": _("1 for the first talk, 2 if they ask you back."),
            "minutes": _("Ask them if you don’t know. 45 is a usual guess."),
            "travel_minutes": _("Door to door at that hour. Then we say when to leave."),
            "people": _("Names with commas between them, such as: Ana Ortiz, Mr. Lee."),
            "notes": _("Anything else: the entrance, parking, what they said on the phone."),
        }
        error_messages = {"employer": {"required": _("Write who invites you.")}}
        widgets = {
            "minutes": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "travel_minutes": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "round": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "notes": forms.Textarea(attrs={"rows": 3}),
            "way": forms.RadioSelect,
        }

    field_order = [
        *("employer", "job_title", "role", "application", "day", "hour", "minutes", "way", "place"),
        *("travel_minutes", "people", "round", "notes"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.instance.owner
        self._offer_roles(owner, is_given="role" in (kwargs.get("initial") or {}))
        applications = Application.objects.owned_by(owner).select_related("posting")
        self.fields["application"].queryset = applications  # type: ignore[attr-defined]
        if not applications:
            del self.fields["application"]
        self.fields["way"].choices = Interview.Way.choices  # type: ignore[attr-defined]
        for name in ("round", "minutes", "travel_minutes"):
            self.fields[name].error_messages["invalid"] = _("Write a whole number, such as 2 or 45.")
        self.fields["hour"].help_text = _("In your time zone: %(zone)s.") % {
            "zone": timezone.get_current_timezone_name().replace("_", " ")
        }
        if self.instance.starts_at:
            at = timezone.localtime(self.instance.starts_at)
            self.initial.update({"day": at.date(), "hour": at.time()})

    def clean(self) -> dict[str, Any]:
        """One moment that the clock shows that day, or none; not the same interview twice."""
        data = super().clean() or self.cleaned_data
        if {"day", "hour"} & self.errors.keys():
            return data
        day, hour = data.get("day"), data.get("hour")
        if bool(day) != (hour is not None):
            self.add_error("hour" if day else "day", _("Write both the day and the hour, or neither."))
            return data
        at = day and datetime.combine(day, hour, tzinfo=timezone.get_current_timezone())  # type: ignore[arg-type]
        if at and not is_on_the_clock(at):
            self.add_error("hour", _("The clocks go forward that night and skip this hour. Write another."))
        elif at and self._is_known(at, data.get("employer", "")):
            self.add_error("day", _("An interview there at this hour is on your list already. Change it there."))
        elif self.instance.is_done and (at is None or at > timezone.now()):
            self.add_error("day", _("It took place, so its day has passed. For another talk, add the next round."))
        self.instance.starts_at = at
        return data

    def save(self, commit: bool = True) -> Interview:
        """A change raises the sequence, so that calendars follow."""
        if self.instance.pk and self.changed_data:
            self.instance.sequence += 1
        return super().save(commit)

    def _offer_roles(self, owner: User, *, is_given: bool) -> None:
        """The role they aim for first, then the others."""
        target = TargetRole.objects.owned_by(owner).values_list("role_id", flat=True).first()
        # One whose guide is not out any more stays with its interview.
        roles = Role.objects.published(timezone.now()) | Role.objects.filter(pk=self.instance.role_id or 0)
        field = self.fields["role"]
        field.queryset = roles  # type: ignore[attr-defined]
        named = sorted(((role.pk, role.title) for role in roles), key=lambda row: (row[0] != target, row[1]))
        field.choices = [("", _("Another job")), *named]  # type: ignore[attr-defined]
        if not self.instance.pk and not is_given:
            self.initial["role"] = target

    def _is_known(self, at: datetime, employer: str) -> bool:
        others = Interview.objects.owned_by(self.instance.owner).filter(starts_at=at, employer__iexact=employer)
        return others.exclude(pk=self.instance.pk).exclude(state=Interview.State.CANCELLED).exists()
