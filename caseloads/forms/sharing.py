"""What a client fills in: whom to ask, for what, and what to open."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import Team, TeamMembership, User
from caseloads.models import CounselingRelationship, Scope
from caseloads.scopes import WORDS


class ScopesForm(forms.Form):
    """Which parts to open; none is chosen beforehand, and none has to be."""

    scopes = forms.MultipleChoiceField(
        label=_("What they may see"),
        required=False,
        choices=[(words.scope.value, words.scope.label) for words in WORDS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )


class ScopeForm(forms.Form):
    """One part, opened or closed with one button."""

    scope = forms.ChoiceField(choices=Scope.choices)


class AskForm(ScopesForm, forms.ModelForm[CounselingRelationship]):
    """Ask a team for a counselor."""

    class Meta:
        model = CounselingRelationship
        fields = ["team", "wish"]
        widgets = {"wish": forms.Textarea(attrs={"rows": 3}), "team": forms.RadioSelect}
        labels = {"team": _("Which team")}
        help_texts = {"wish": _("A sentence is enough, such as: I want to change from retail to a hospital.")}
        error_messages = {
            "team": {"required": _("Choose a team."), "invalid_choice": _("Choose a team from the list.")}
        }

    field_order = ["team", "wish", "scopes"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = self.fields["team"]
        teams.queryset = teams_to_ask(user)  # type: ignore[attr-defined]
        teams.empty_label = None  # type: ignore[attr-defined]


def teams_to_ask(user: User) -> QuerySet[Team]:
    """Teams that somebody is in today, and with whom the person has not begun."""
    staffed = TeamMembership.objects.open().filter(user__is_active=True).exclude(user=user)
    begun = CounselingRelationship.objects.owned_by(user).open()
    return Team.objects.filter(pk__in=staffed.values("team")).exclude(pk__in=begun.values("team"))


class EndForm(forms.Form):
    """Why it ends; the client's own end needs no reason but theirs."""

    reason = forms.ChoiceField(
        label=_("Why does it end?"),
        choices=[
            (reason.value, reason.label)
            for reason in CounselingRelationship.EndReason
            if reason != CounselingRelationship.EndReason.ERASED
        ],
        error_messages={"required": _("Choose a reason."), "invalid_choice": _("Choose a reason from the list.")},
    )
