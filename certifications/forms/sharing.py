"""What a share link shows, and for how long."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certifications.models import ShareLink

MOST_OPEN = 20


class ShareForm(forms.ModelForm[ShareLink]):
    """For whom, which fields, and until when."""

    shown = forms.MultipleChoiceField(
        label=_("What may they see?"),
        help_text=_(
            "They always see what the credential is called and who says so. "
            "If you do not hold it, or it has ended, they see that too."
        ),
        choices=ShareLink.Shown,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )
    days = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=[(7, _("A week")), (30, _("30 days")), (90, _("90 days")), (365, _("A year"))],
        initial=30,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long."), "invalid_choice": _("Choose for how long.")},
    )

    class Meta:
        model = ShareLink
        fields = ["label", "shown"]

    field_order = ["label", "shown", "days"]

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["label"].error_messages["required"] = _("Write for whom the link is, such as: store manager.")

    def clean(self) -> dict[str, Any]:
        """So many open links at most, so that their holder keeps an overview."""
        data = super().clean() or self.cleaned_data
        if ShareLink.objects.open(self.now).filter(held=self.instance.held).count() >= MOST_OPEN:
            raise forms.ValidationError(_("There are 20 open links already. Take one back first."))
        if days := data.get("days"):
            self.instance.expires_at = self.now + timedelta(days=days)
        return data
