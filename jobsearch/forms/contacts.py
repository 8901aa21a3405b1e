"""What is asked of a contact, of a time of being in touch, and of the list."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Application, Contact, Interaction
from kit.fields import DayField

_OFFERED = 30
_QUIET = {"30": 30, "60": 60, "90": 90}


def _today() -> date:
    return timezone.localdate()


def _in_two_years() -> date:
    return timezone.localdate() + timedelta(days=731)


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


class ContactForm(forms.ModelForm[Contact]):
    """Who they are, how one met, and how often one means to be in touch."""

    met_on = DayField(label=_("Day you met"), required=False, latest=_today)
    link = forms.URLField(
        label=_("Profile on the web"),
        help_text=_("The whole address, such as https://www.linkedin.com/in/name."),
        required=False,
        max_length=300,
        assume_scheme="https",
        error_messages={"invalid": _("Write the whole address, beginning with https://.")},
    )

    class Meta:
        model = Contact
        fields = [
            *("name", "relation", "employer", "job_title", "how_met", "met_on", "email", "phone", "link"),
            *("ideal_days", "latest_days", "applications", "notes"),
        ]
        labels = {
            "ideal_days": _("Be in touch every so many days"),
            "latest_days": _("At the latest after so many days"),
            "applications": _("Applications they have to do with"),
        }
        help_texts = {
            "how_met": _("Such as: at the spring job fair, through my instructor."),
            "ideal_days": _("For example 60. Leave it empty if you want no reminder."),
            "latest_days": _("For example 90. We remind you once more on that day."),
        }
        error_messages = {
            "name": {"required": _("Write their name.")},
            "email": {"invalid": _("Write the e-mail address in full, such as ana@example.org.")},
            "ideal_days": {"invalid": _("Write a whole number of days, such as 60.")},
            "latest_days": {"invalid": _("Write a whole number of days, such as 90.")},
        }
        widgets = {
            "ideal_days": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "latest_days": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "notes": forms.Textarea(attrs={"rows": 4}),
            "applications": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["relation"].choices = [("", _("Not said")), *Contact.Relation.choices]  # type: ignore[attr-defined]
        _offer_applications(self, "applications", self.instance)


class InteractionForm(forms.ModelForm[Interaction]):
    """One time of being in touch; a day to come is none."""

    on = DayField(label=_("Day"), latest=_today)
    is_real = forms.TypedChoiceField(
        label=_("Were you in touch?"),
        choices=[("yes", _("Yes, we were in touch")), ("no", _("No, I only tried"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text=_("The days to the next contact are counted from the last time you were in touch."),
        error_messages={"required": _("Say whether you were in touch or only tried.")},
    )

    class Meta:
        model = Interaction
        fields = ["on", "kind", "is_real", "application", "text"]
        labels = {"kind": _("How you were in touch")}
        error_messages = {"kind": {"required": _("Choose how you were in touch.")}}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose one")), *Interaction.Kind.choices]  # type: ignore[attr-defined]
        self.initial["is_real"] = "yes" if self.instance.is_real else "no"
        if not self.instance.pk:
            self.initial["on"] = _today()
        _offer_applications(self, "application", self.instance.contact)


class RestForm(forms.Form):
    """Until when someone is left in peace."""

    until = DayField(label=_("Let it rest until"), required=False, earliest=_tomorrow, latest=_in_two_years)


class ReferralForm(forms.ModelForm[Contact]):
    """Whether they put in a word, and since when it stands so."""

    on = DayField(label=_("On"), required=False, latest=_today, help_text=_("Empty means today."))

    class Meta:
        model = Contact
        fields = ["referral"]
        labels = {"referral": _("A word for you")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["on"] = self.instance.referral_on

    def save(self, commit: bool = True) -> Contact:
        """Where nobody was asked there is no day."""
        day = self.cleaned_data["on"]
        if "referral" in self.changed_data and "on" not in self.changed_data:
            # The day of the step before says nothing of this one.
            day = None
        self.instance.referral_on = (day or _today()) if self.cleaned_data["referral"] else None
        return super().save(commit)


class FindForm(forms.Form):
    """A job to link to someone, by its words."""

    job = forms.CharField(label=_("Link a job of yours"), required=False, max_length=100)


class ContactFilter(forms.Form):
    """What the list shows; what makes no sense is left aside."""

    q = forms.CharField(label=_("Name, employer or note"), required=False, max_length=100)
    show = forms.ChoiceField(
        choices=[("", ""), ("due", _("Due")), ("late", _("Late")), *((key, key) for key in _QUIET)], required=False
    )
    relation = forms.ChoiceField(choices=[("", ""), *Contact.Relation.choices], required=False)
    referral = forms.ChoiceField(choices=[("", ""), *Contact.Referral.choices[1:]], required=False)

    def narrow(self, rows: QuerySet[Contact], *, today: date) -> QuerySet[Contact]:
        """The rows that are asked for."""
        self.is_valid()
        asked = self.cleaned_data
        if words := asked.get("q"):
            rows = rows.filter(Q(name__icontains=words) | Q(employer__icontains=words) | Q(notes__icontains=words))
        for name in ("relation", "referral"):
            if asked.get(name):
                rows = rows.filter(**{name: asked[name]})
        return _shown(rows, asked.get("show", ""), today)


def counts_of(rows: QuerySet[Contact], *, today: date) -> dict[str, int]:
    """How many are due, and how many of them late."""
    due, late = (Count("pk", filter=_awake(today) & Q(**{f"{name}__lte": today})) for name in ("due_on", "late_on"))
    return rows.order_by().aggregate(due=due, late=late)


def _awake(today: date) -> Q:
    return Q(rests_until__isnull=True) | Q(rests_until__lte=today)


def _shown(rows: QuerySet[Contact], show: str, today: date) -> QuerySet[Contact]:
    awake = _awake(today)
    if show == "due":
        return rows.filter(awake, due_on__lte=today).order_by("due_on", "pk")
    if show == "late":
        return rows.filter(awake, late_on__lte=today).order_by("late_on", "pk")
    if show in _QUIET:
        day = today - timedelta(days=_QUIET[show])
        return rows.filter(Q(last_on__lte=day) | Q(last_on__isnull=True))
    return rows


def _offer_applications(form: "forms.ModelForm[Any]", name: str, contact: Contact) -> None:
    """Those linked already and the latest of the same person; no field where there is none."""
    mine = Application.objects.owned_by(contact.owner).select_related("posting")
    linked = [*contact.applications.select_related("posting")] if contact.pk else []
    offered = dict.fromkeys([*linked, *mine[:_OFFERED]])
    field = form.fields[name]
    if not offered or not isinstance(field, forms.ModelChoiceField):
        del form.fields[name]
        return
    # Any of the person's own is taken; a list of thousands would help nobody.
    field.queryset = mine
    none = [] if isinstance(field, forms.ModelMultipleChoiceField) else [("", _("None in particular"))]
    field.choices = [*none, *((one.pk, str(one)) for one in offered)]
