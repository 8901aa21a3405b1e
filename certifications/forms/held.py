"""What a person writes about a credential of their own."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certifications.models import HeldCredential
from guides.models import Credential, Role, State
from kit.fields import DayField

_NOT_LISTED = _("We know no such credential. Choose one from the list, or write its name below.")
# A change of these is a change of what calendars show.
_IN_CALENDARS = {"name", "stage", "expires_on", "state"}
# What staff saw on paper; after a change of it, it is the holder's own word again.
_ON_PAPER = {"stage", "number", "earned_on", "expires_on", "state", "name"}
# Issued by each state for itself, so someone may hold several.
STATE_ISSUED = {Credential.Kind.LICENCE, Credential.Kind.REGISTRATION}


class CatalogueForm(forms.Form):
    """Which credential of the catalogue."""

    credential = forms.ModelChoiceField(
        Credential.objects.order_by("name", "issuer"),
        to_field_name="slug",
        label=_("Credential"),
        empty_label=_("Choose one"),
        error_messages={"required": _("Choose a credential from the list."), "invalid_choice": _NOT_LISTED},
    )


class RegistrationForm(forms.Form):
    """Which state's license or registration."""

    role = forms.ModelChoiceField(
        Role.objects.none(),
        to_field_name="slug",
        label=_("Job"),
        empty_label=_("Choose a job"),
        error_messages={
            "required": _("Choose the job it is for."),
            "invalid_choice": _("Choose a job from the list."),
        },
    )
    state = forms.ModelChoiceField(
        State.objects.all(),
        label=_("State"),
        empty_label=_("Choose a state"),
        error_messages={
            "required": _("Choose the state that issued it."),
            "invalid_choice": _("Choose a state from the list."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        if isinstance(role, forms.ModelChoiceField):
            role.queryset = Role.objects.published(timezone.now())


class NameForm(forms.Form):
    """A credential that stands in no list of ours."""

    name = forms.CharField(
        label=_("Its name"),
        max_length=160,
        help_text=_("As it is printed on it, with who issued it."),
        error_messages={
            "required": _("Write its name."),
            "max_length": _("Shorten the name to 160 characters; it has %(show_value)d now."),
        },
    )


class HeldForm(forms.ModelForm[HeldCredential]):
    """How far someone is, and what is printed on the paper once they have it."""

    earned_on = DayField(
        label=_("Earned on"),
        required=False,
        latest=timezone.localdate,
        help_text=_("The day it was issued. Leave it empty until you have it."),
    )
    expires_on = DayField(
        label=_("Valid through"),
        required=False,
        help_text=_("The last day printed on it. Leave it empty if it does not end."),
    )

    class Meta:
        model = HeldCredential
        fields = ["name", "state", "stage", "number", "earned_on", "expires_on", "birth_month", "note"]
        widgets = {"stage": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields, held = self.fields, self.instance
        fields["stage"].label = _("How far are you?")
        fields["stage"].error_messages["required"] = _("Choose how far you are.")
        fields["number"].widget.attrs |= {"class": "in-m code-text", "autocomplete": "off"}
        fields["number"].help_text = _("As printed on it. Only you see it, unless you share it.")
        fields["note"].help_text = _("For yourself, such as where the paper lies.")
        fields["birth_month"].widget.attrs["class"] = "in-s"
        fields["name"].help_text = ""
        if held.credential:
            del fields["name"]
        if not (held.credential and held.credential.kind in STATE_ISSUED):
            del fields["state"]
        if not held.state_id and "state" not in fields:
            del fields["birth_month"]

    def _get_validation_exclusions(self) -> set[str]:
        # The holder is set before the form is filled in, so "once a person" can be said in time.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"holder", "credential", "state", "name"}

    def clean(self) -> dict[str, Any]:
        """Dates and stage must agree."""
        data = super().clean() or self.cleaned_data
        earned, expires, stage = data.get("earned_on"), data.get("expires_on"), data.get("stage")
        if stage == HeldCredential.Stage.CERTIFIED and not earned and "earned_on" not in self.errors:
            self.add_error("earned_on", _("Write the day on which you earned it."))
        if earned and expires and expires < earned:
            self.add_error("expires_on", _("The last day must not come before the day it was earned."))
        if earned and stage in {"considering", "preparing", "applied"}:
            self.add_error("stage", _("You wrote the day you earned it. Choose “I hold it”, or take the day out."))
        return data

    def save(self, commit: bool = True) -> HeldCredential:
        """A change that calendars show raises the sequence; a change of the paper is the holder's own word again."""
        changed = set(self.changed_data)
        if changed & _IN_CALENDARS:
            self.instance.sequence += 1
        if changed & _ON_PAPER:
            self.instance.provenance = HeldCredential.Provenance.SELF
            self.instance.seen_by, self.instance.seen_at = None, None
        return super().save(commit)
