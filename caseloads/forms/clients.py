"""What counselors fill in: an invitation, whom to hand a client over to, which clients to list."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import Team, TeamMembership, User
from caseloads.models import CounselingRelationship, Invitation, RiskFlag
from guides.models import Role


class InviteForm(forms.ModelForm[Invitation]):
    """For whom, from which team, and where to mail the link, if it is to be mailed."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        required=False,
        help_text=_("We mail the link and do not keep the address. Leave it empty to hand the link over yourself."),
        error_messages={"invalid": _("Write a whole address, such as name@example.org, or leave it empty.")},
    )

    class Meta:
        model = Invitation
        fields = ["label", "team"]
        error_messages = {
            "label": {"required": _("Write something to know the invitation by, such as a first name.")},
            "team": {"required": _("Choose a team.")},
        }

    field_order = ["label", "email", "team"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = teams_of(user)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        self.fields["team"].empty_label = None  # type: ignore[attr-defined]
        if len(teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()
            self.fields["team"].initial = teams[0].pk


class HandOverForm(forms.Form):
    """Who is there for the client from now on."""

    counselor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("New counselor"),
        empty_label=None,
        error_messages={
            "required": _("Choose somebody of the team."),
            "invalid_choice": _("Choose somebody who is in the team today."),
        },
    )

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counselor"].queryset = members_of(team)  # type: ignore[attr-defined]
        self.fields["counselor"].label_from_instance = lambda user: user.name or user.email  # type: ignore[attr-defined]


class ListForm(forms.Form):
    """Search, filters and order of the list of clients. What is not understood is left out."""

    STATES = [
        ("", _("Active and paused")),
        (CounselingRelationship.State.ACTIVE.value, _("Active")),
        (CounselingRelationship.State.PAUSED.value, _("Paused")),
        (CounselingRelationship.State.ENDED.value, _("Ended")),
    ]
    q = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("Which"), required=False, choices=STATES)
    role = forms.ModelChoiceField(Role.objects.none(), label=_("Target role"), required=False, empty_label=_("Any"))
    contact = forms.ChoiceField(
        label=_("Last contact"),
        required=False,
        choices=[("", _("Any time")), ("30", _("Over 30 days ago")), ("week", _("This week"))],
    )
    needs = forms.ChoiceField(
        label=_("Why now"),
        required=False,
        choices=[("", _("Everybody")), ("any", _("Needs me")), *RiskFlag.Rule.choices],
    )
    counselor = forms.ModelChoiceField(
        User.objects.none(), label=_("Counselor"), required=False, empty_label=_("Everybody")
    )
    order = forms.ChoiceField(
        label=_("Order by"),
        required=False,
        choices=[
            ("", _("Longest without contact")),
            ("newest", _("Newest first")),
            ("oldest", _("Longest with us")),
            ("name", _("Name")),
        ],
    )

    def __init__(self, *args: Any, user: User, roles: QuerySet[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = roles  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control" if isinstance(field.widget, forms.TextInput) else "form-select"
        self.fields["q"].widget.input_type = "search"
        supervised = TeamMembership.objects.open().held_by(user).supervisors().values("team")
        members = TeamMembership.objects.open().filter(team__in=supervised).values("user")
        people = User.objects.filter(pk__in=members).order_by("name", "email")
        self.fields["counselor"].queryset = people  # type: ignore[attr-defined]
        self.fields["counselor"].label_from_instance = lambda one: one.name or one.email  # type: ignore[attr-defined]


def teams_of(user: User) -> QuerySet[Team]:
    """The teams that the person is in today."""
    return Team.objects.filter(pk__in=TeamMembership.objects.open().held_by(user).values("team"))


def members_of(team: Team) -> QuerySet[User]:
    """Who is in the team today."""
    members = TeamMembership.objects.open().of_team(team).values("user")
    people: QuerySet[User] = User.objects.filter(pk__in=members, is_active=True).order_by("name", "email")
    return people
