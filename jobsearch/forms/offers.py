"""What is asked of an offer, and which offers to set side by side."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Offer
from jobsearch.offers.side_by_side import FEWEST, MOST
from kit.fields import DayField

_PAID = [("", _("Not known")), *Offer.Paid.choices]


class OfferForm(forms.ModelForm[Offer]):
    """The terms as far as they are known."""

    ce_paid = forms.ChoiceField(label=_("Do they pay for continuing education?"), choices=_PAID, required=False)
    certification_paid = forms.ChoiceField(
        label=_("Do they pay for certification?"),
        help_text=_("The fee of the exam, or of renewing."),
        choices=_PAID,
        required=False,
    )
    starts_on = DayField(label=_("First day"), required=False)
    answer_by_on = DayField(
        label=_("Answer by"), help_text=_("We remind you at nine on the day before."), required=False
    )

    class Meta:
        model = Offer
        fields = [
            *("pay", "pay_per", "hours_a_week", "shift", "setting", "commute_minutes", "ce_paid"),
            *("certification_paid", "benefits", "growth", "starts_on", "answer_by_on", "notes"),
        ]
        labels = {
            "pay": _("Pay in dollars, before tax"),
            "pay_per": _("That is for"),
            "commute_minutes": _("Minutes to get there, one way"),
        }
        help_texts = {
            "pay": _("A number such as 18.50."),
            "hours_a_week": _("Hours you are sure to get. Without them a year’s pay cannot be computed."),
            "shift": _("For example: evenings, every second weekend."),
            "setting": _("For example: hospital, retail, mail order, long-term care."),
            "benefits": _("Health insurance, paid days off, retirement, discounts."),
            "growth": _("What comes after this job, and what they told you about it."),
        }
        error_messages = {
            "pay": {"invalid": _("Write the pay as a number, such as 18.50.")},
            "hours_a_week": {"invalid": _("Write the hours as a number, such as 37.5.")},
            "commute_minutes": {"invalid": _("Write the minutes as a whole number, such as 25.")},
        }
        widgets = {
            "pay": forms.TextInput(attrs={"class": "in-s", "inputmode": "decimal"}),
            "hours_a_week": forms.TextInput(attrs={"class": "in-s", "inputmode": "decimal"}),
            "commute_minutes": forms.TextInput(attrs={"class": "in-s", "inputmode": "numeric"}),
            "benefits": forms.Textarea(attrs={"rows": 3}),
            "growth": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 3}),
        }


class CompareForm(forms.Form):
    """Two to four offers of one's own."""

    o = forms.MultipleChoiceField(
        label=_("Offers"),
        error_messages={
            "invalid_choice": _("One of these offers is not in your list. Choose from the ones below."),
            "required": _("Choose two to four offers."),
        },
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        self.fields["o"].choices = [(str(offer.pk), str(offer)) for offer in offers]  # type: ignore[attr-defined]

    def clean_o(self) -> list[Offer]:
        """Not fewer than two, and not more than a page can show."""
        asked = {*self.cleaned_data["o"]}
        if not FEWEST <= len(asked) <= MOST:
            raise forms.ValidationError(_("Choose two to four offers."))
        return [offer for offer in self.offers if str(offer.pk) in asked]


class SearchForm(forms.Form):
    """Which application the offer is for."""

    q = forms.CharField(label=_("Search your jobs"), max_length=100, required=False)
