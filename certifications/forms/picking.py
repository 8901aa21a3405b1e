"""Which credential is to be added, as the address says: of the catalogue, of a state, or any other by its name."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from certifications.forms.held import STATE_ISSUED, CatalogueForm, NameForm, RegistrationForm
from certifications.models import HeldCredential
from guides.models import Role, State, StateRequirement


class StageForm(forms.Form):
    """How far someone is."""

    stage = forms.ChoiceField(
        choices=HeldCredential.Stage,
        label=gettext_lazy("How far are you?"),
        error_messages={"required": gettext_lazy("Choose how far you are.")},
    )


class Picking:
    """The three ways to say which one; `held` is what was said, not saved yet, or nothing."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self._user = user
        self.catalogue = CatalogueForm(query if "credential" in query else None)
        self.registration = RegistrationForm(query if {"role", "state"} & query.keys() else None)
        self.name = NameForm(query if "name" in query else None)
        self.held = self._begun()

    @property
    def forms(self) -> list[forms.Form]:
        """All three, for the page."""
        return [self.catalogue, self.registration, self.name]

    @property
    def known(self) -> HeldCredential | None:
        """The one that the person keeps already; a license of several states may be kept for each."""
        held = self.held
        if held is None or (held.credential and held.credential.kind in STATE_ISSUED):
            return None
        own = HeldCredential.objects.owned_by(self._user)
        if held.credential:
            return own.filter(credential=held.credential).first()
        return own.filter(credential=None, name__iexact=held.name).first()

    def _begun(self) -> HeldCredential | None:
        for form, values in (
            (self.catalogue, self._of_catalogue),
            (self.registration, self._of_state),
            (self.name, self._by_name),
        ):
            if form.is_valid():
                return HeldCredential(holder=self._user, **values(form.cleaned_data))
        return None

    @staticmethod
    def _of_catalogue(data: dict[str, Any]) -> dict[str, Any]:
        credential = data["credential"]
        role = credential.roles.first() if credential.kind in STATE_ISSUED else None
        return {"credential": credential, "role": role}

    @staticmethod
    def _of_state(data: dict[str, Any]) -> dict[str, Any]:
        role, state = data["role"], data["state"]
        return {"role": role, "state": state, "name": registration_name(role, state)}

    @staticmethod
    def _by_name(data: dict[str, Any]) -> dict[str, Any]:
        return {"name": data["name"]}


def registration_name(role: Role, state: State) -> str:
    """What a state hands out for a role, by its own kind of word where we know it."""
    kinds = StateRequirement.Kind
    rule = StateRequirement.objects.filter(role=role, state=state).first()
    unknown = rule is None or rule.kind in {kinds.NONE, kinds.CHANGING}
    kind = _("Registration") if rule is None or unknown else rule.get_kind_display()
    return _("%(state)s: %(kind)s, %(role)s") % {
        "state": state.name,
        "kind": kind.lower(),
        "role": role.title[:60].lower(),
    }
