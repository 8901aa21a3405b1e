"""What a person asks for, and what they bring."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Offer
from jobsearch.offers.terms import dollars


class AskForm(forms.ModelForm[Offer]):
    """One figure to say, one to keep to oneself, and a reason; all for the same time as the pay that is offered."""

    class Meta:
        model = Offer
        fields = ["ask_pay", "least_pay", "reasons"]
        labels = {
            "ask_pay": _("What I ask for"),
            "least_pay": _("The least I would take"),
            "reasons": _("What I bring"),
        }
        help_texts = {
            "least_pay": _("Decide it before you talk. It stays here and does not print."),
            "reasons": _("As it goes on after “I bring”: a certification, hours of practice, a language."),
        }
        error_messages = {
            "ask_pay": {"invalid": _("Write the pay as a number, such as 20.50.")},
            "least_pay": {"invalid": _("Write the pay as a number, such as 19.")},
        }
        widgets = {
            "ask_pay": forms.TextInput(attrs={"class": "in-s", "inputmode": "decimal"}),
            "least_pay": forms.TextInput(attrs={"class": "in-s", "inputmode": "decimal"}),
            "reasons": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["ask_pay"].help_text = _("In dollars, for %(time)s.") % {
            "time": self.instance.get_pay_per_display()
        }

    def clean_ask_pay(self) -> Decimal | None:
        """What they offer already need not be asked for."""
        asked: Decimal | None = self.cleaned_data["ask_pay"]
        offered = self.instance.pay
        if asked is not None and offered is not None and asked <= offered:
            raise forms.ValidationError(
                _("They offer %(pay)s already. Write more, or leave it empty.") % {"pay": dollars(offered)}
            )
        return asked
