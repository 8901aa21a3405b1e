"""A course that someone finished, as they write it down."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certifications.ledger.uan import audience_of, marks_of
from certifications.marks import DIMENSIONS, LABELS, MARKS, dimension_of, mark_label
from certifications.models import CECredit, HeldCredential
from kit.fields import DayField

MOST_HOURS = 500
_OUT_OF_RANGE = _("Hours must be more than 0 and at most 500, such as 1.5.")
_NO_NUMBER = _("Hours must be a number, such as 1.5.")


def _in_a_year() -> date:
    return timezone.localdate() + timedelta(days=366)


class HoursField(forms.DecimalField):
    """Hours, or another quantity: more than 0, at most 500, with up to two decimals."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {
            "required": _("Write how much it was, such as 1.5."),
            "invalid": _NO_NUMBER,
            "max_digits": _OUT_OF_RANGE,
            "max_whole_digits": _OUT_OF_RANGE,
            "max_decimal_places": _("Write at most two decimals, such as 1.25."),
        }
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "in-s", "autocomplete": "off"})
        super().__init__(max_digits=6, decimal_places=2, error_messages=messages, widget=widget, **kwargs)

    def validate(self, value: Any) -> None:
        """Also refuse what no course has."""
        super().validate(value)
        if isinstance(value, Decimal) and value.is_finite() and not 0 < value <= MOST_HOURS:
            raise forms.ValidationError(_OUT_OF_RANGE, code="out_of_range")


class ServesField(forms.MultipleChoiceField):
    """Which of one's own credentials a course is put towards."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Put it towards"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Choose from your own credentials.")},
            **kwargs,
        )

    def offer(self, helds: Iterable[HeldCredential]) -> None:
        """Offer these."""
        self.choices = [(str(held.pk), held.title) for held in helds]


class CreditForm(forms.Form):
    """All that is known of a course."""

    title = forms.CharField(
        label=_("Title of the course"),
        max_length=200,
        error_messages={
            "required": _("Write the title, as it stands on the certificate."),
            "max_length": _("Shorten the title to 200 characters; it has %(show_value)d now."),
        },
    )
    provider = forms.CharField(
        label=_("Provider"),
        max_length=160,
        required=False,
        error_messages={"max_length": _("Shorten the provider to 160 characters; it has %(show_value)d now.")},
    )
    completed_on = DayField(
        label=_("Completed on"),
        latest=_in_a_year,
        help_text=_("The day on the certificate. The day decides in which cycle it counts."),
        error_messages={"required": _("Write the day on which you finished it.")},
    )
    quantity = HoursField(label=_("How much"))
    unit = forms.ChoiceField(
        label=_("In which unit"),
        choices=CECredit.Unit,
        initial=CECredit.Unit.HOUR,
        error_messages={
            "required": _("Choose hours, CEU or NHA credits."),
            "invalid_choice": _("Choose hours, CEU or NHA credits."),
        },
    )
    activity_id = forms.CharField(
        label=_("Activity number"),
        max_length=60,
        required=False,
        help_text=_("Such as an ACPE number (UAN), 0798-9999-18-246-H04-P. The same one counts once in a cycle."),
        error_messages={"max_length": _("Shorten the number to 60 characters; it has %(show_value)d now.")},
    )
    tags = forms.MultipleChoiceField(
        label=_("Marks"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("“%(value)s” is no mark that we know. Take it out, or choose another.")},
    )
    serves = ServesField()
    is_rejected = forms.BooleanField(
        label=_("The issuer did not accept it"),
        required=False,
        help_text=_("It then stays on your list, and does not count."),
    )

    def __init__(self, *args: Any, helds: Sequence[HeldCredential], asked: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helds, self.asked = helds, frozenset(asked)
        self.fields["activity_id"].widget.attrs |= {"class": "in-m code-text", "autocomplete": "off"}
        self.fields["unit"].widget.attrs["class"] = "in-m"
        serves, tags = self.fields["serves"], self.fields["tags"]
        if isinstance(serves, ServesField) and isinstance(tags, forms.MultipleChoiceField):
            serves.offer(helds)
            tags.choices = [(tag, mark_label(tag)) for tag in (*LABELS, *sorted(self.asked - LABELS.keys()))]
        if not helds:
            del self.fields["serves"]

    def clean_tags(self) -> list[str]:
        """The marks in a lasting order, with those that an ACPE number stands for."""
        chosen = {*self.cleaned_data["tags"], *marks_of(self.data.get("activity_id", "") or "")}
        return sorted(chosen)

    def clean(self) -> dict[str, Any]:
        """For whom it was written must agree with the number, and cannot be both."""
        data = super().clean() or self.cleaned_data
        chosen = set(data.get("tags", ()))
        if {"T", "P"} <= chosen:
            told = audience_of(data.get("activity_id", ""))
            words = _("The number ends in %(told)s, so take the other mark out, or correct the number.")
            both = _(
                "It is written for technicians (T) or for pharmacists (P). Choose one; two numbers are two courses."
            )
            self.add_error("tags", forms.ValidationError(words, params={"told": told}) if told else both)
        return data

    def chosen_helds(self) -> list[HeldCredential]:
        """The credentials it is put towards."""
        chosen = set(self.cleaned_data.get("serves", ()))
        return [held for held in self.helds if str(held.pk) in chosen]

    def fill(self, credit: CECredit) -> CECredit:
        """Write the values into a credit."""
        for name in ("title", "provider", "completed_on", "quantity", "unit", "activity_id", "tags", "is_rejected"):
            setattr(credit, name, self.cleaned_data[name])
        return credit

    @property
    def near_marks(self) -> list[tuple[str, list[Any]]]:
        """The marks that one's own rules ask for, by dimension; all, where no rule is known."""
        return self._marks(self.asked or frozenset(LABELS))

    @property
    def far_marks(self) -> list[tuple[str, list[Any]]]:
        """The other marks."""
        return self._marks(frozenset(LABELS) - self.asked) if self.asked else []

    def _marks(self, wanted: frozenset[str]) -> list[tuple[str, list[Any]]]:
        boxes = {str(box.data["value"]): box for box in self["tags"]}
        named = [
            (str(label), [boxes[tag] for tag in MARKS[dimension] if tag in wanted])
            for dimension, label in DIMENSIONS.items()
        ]
        other = [box for tag, box in boxes.items() if tag in wanted and dimension_of(tag) is None]
        return [(label, found) for label, found in [*named, (str(_("Other")), other)] if found]


def initial_of(credit: CECredit) -> Mapping[str, Any]:
    """The values of a credit as the form shows them."""
    return {
        "title": credit.title,
        "provider": credit.provider,
        "completed_on": credit.completed_on,
        "quantity": f"{credit.quantity.normalize():f}",
        "unit": credit.unit,
        "activity_id": credit.activity_id,
        "tags": credit.tags,
        "serves": [str(held.pk) for held in credit.serves.all()],
        "is_rejected": credit.is_rejected,
    }


class ServesForm(forms.Form):
    """What a course serves that was filed already, and so keeps all else."""

    serves = ServesField()

    def __init__(self, *args: Any, helds: Sequence[HeldCredential], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helds = helds
        field = self.fields["serves"]
        if isinstance(field, ServesField):
            field.offer(helds)

    def chosen_helds(self) -> list[HeldCredential]:
        """The credentials it is put towards."""
        return [held for held in self.helds if str(held.pk) in set(self.cleaned_data["serves"])]


class WhatIfForm(forms.Form):
    """A course that is only thought of."""

    hours = HoursField(label=_("How many hours?"))
    tags = forms.MultipleChoiceField(label=_("Marks"), required=False, widget=forms.CheckboxSelectMultiple)
    on = DayField(label=_("On which day?"), required=False, latest=_in_a_year, help_text=_("Today, if left empty."))

    def __init__(self, *args: Any, asked: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tags"]
        if isinstance(field, forms.MultipleChoiceField):
            in_order = [*(tag for tag in LABELS if tag in asked), *sorted(set(asked) - LABELS.keys())]
            field.choices = [(tag, mark_label(tag)) for tag in in_order]
            field.error_messages["invalid_choice"] = _("Choose from the marks that this rule knows.")
        if not asked:
            del self.fields["tags"]


class AskForm(forms.Form):
    """What to ask a provider for."""

    wish = forms.ChoiceField(
        label=_("What do you need?"),
        choices=[
            ("certificate", _("The certificate, which I did not get or have lost")),
            ("number", _("The activity number (UAN), or a correction of it")),
            ("record", _("The hours in CPE Monitor, where they are missing")),
        ],
        initial="certificate",
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what you need."),
            "invalid_choice": _("Choose what you need."),
        },
    )
    email = forms.EmailField(
        label=_("The provider’s e-mail address"),
        required=False,
        help_text=_("It stands on the certificate or the course page. We do not keep it."),
        error_messages={"invalid": _("Enter a whole e-mail address, for example ce@example.org")},
    )
