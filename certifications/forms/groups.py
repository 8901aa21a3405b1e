"""Begin a study group, and say what one shares in it."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certifications.models import GroupMember, StudyGroup
from guides.forms.address import AddressForm
from guides.models import Credential

_MONTHS_AHEAD = 24
_YEAR = 12


def _months() -> list[tuple[str, str]]:
    """The present month and the next ones, as the form offers them."""
    today = timezone.localdate()
    days = [_month(today, ahead) for ahead in range(_MONTHS_AHEAD)]
    return [("", str(_("No month in mind"))), *((day.isoformat(), f"{day:%B %Y}") for day in days)]


def _month(today: date, ahead: int) -> date:
    years, month = divmod(today.month - 1 + ahead, _YEAR)
    return date(today.year + years, month + 1, 1)


class FindForm(AddressForm):
    """Which groups someone looks for; what the address says wrongly is left out, and a sentence says so."""

    credential = forms.SlugField(required=False, max_length=60)
    state = forms.SlugField(required=False, max_length=2)
    month = forms.RegexField(r"^\d{4}-\d\d$", required=False)

    def asked(self) -> dict[str, str]:
        """What was understood, by name; empty where nothing was asked."""
        return {name: str(self.value(name)) for name in self.fields}


class GroupForm(forms.ModelForm[StudyGroup]):
    """For which exam, and how the group meets."""

    credential = forms.ModelChoiceField(
        Credential.objects.order_by("name", "issuer"),
        to_field_name="slug",
        label=_("Credential"),
        empty_label=_("Choose one"),
        error_messages={
            "required": _("Choose the credential that the group studies for."),
            "invalid_choice": _("Choose a credential from the list."),
        },
    )
    exam_month = forms.TypedChoiceField(
        label=_("Month of the exam"),
        required=False,
        choices=_months,
        coerce=date.fromisoformat,
        empty_value=None,
        error_messages={"invalid_choice": _("Choose a month from the list.")},
    )

    class Meta:
        model = StudyGroup
        fields = ["credential", "name", "state", "exam_month", "about"]
        widgets = {"about": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["name"].help_text = _("Such as: CPhT in spring, evenings.")
        fields["name"].error_messages["required"] = _("Give the group a name.")
        state = fields["state"]
        if isinstance(state, forms.ModelChoiceField):
            state.empty_label = _("All states")
        state.help_text = _("Leave it empty if people of all states may join.")
        fields["about"].help_text = _(
            "Everyone who is signed in can read this. Leave out last names, phone numbers and addresses. "
            "Links are shown as plain text."
        )


class SharingForm(forms.ModelForm[GroupMember]):
    """The name one goes by in a group, and what the others may see."""

    class Meta:
        model = GroupMember
        fields = ["name", "shares_date", "shares_progress", "shares_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["name"].help_text = _("Your first name or any other. Only members see it.")
        fields["name"].error_messages["required"] = _("Write the name you want to go by.")
        fields["shares_date"].label = _("Show my exam date")
        fields["shares_progress"].label = _("Show how much of my plan is done")
        fields["shares_email"].label = _("Show my e-mail address")


class NextFounderForm(forms.Form):
    """Which member looks after the group from now on."""

    member = forms.ModelChoiceField(
        GroupMember.objects.none(),
        label=_("Who looks after it from now on?"),
        empty_label=_("Choose a member"),
        error_messages={
            "required": _("Choose a member."),
            "invalid_choice": _("Choose someone who is still in the group."),
        },
    )

    def __init__(self, *args: Any, group: StudyGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        member = self.fields["member"]
        if isinstance(member, forms.ModelChoiceField):
            member.queryset = group.members.present().exclude(user=group.made_by)
