"""How states treat the credentials of a job: how many ask for one, and what the reader's own state says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from guides.models import Confidence, Role, State, StateRequirement


@dataclass(frozen=True)
class InState:
    """What states ask in one job."""

    role: Role
    asking: int
    known: int
    unclear: int
    state: State | None = None
    mine: StateRequirement | None = None
    is_stale: bool = False

    @property
    def url(self) -> str:
        """The page of the reader's state, else the table of all."""
        if self.state is not None:
            return reverse("guides:state", args=[self.role.slug, self.state.usps.lower()])
        return reverse("guides:states", args=[self.role.slug])

    @property
    def is_unsure(self) -> bool:
        """Whether the rule of the reader's state could not be confirmed."""
        return self.mine is not None and (
            self.mine.confidence == Confidence.LOW or self.mine.national == StateRequirement.National.UNKNOWN
        )

    @property
    def answer(self) -> str:
        """What the reader's state says, in a sentence."""
        if self.state is None:
            return ""
        if self.mine is None:
            return _("We have no rule for %s on file.") % self.state.name
        if self.is_unsure:
            return _("We could not confirm whether %s asks for national certification.") % self.state.name
        if self.mine.national == StateRequirement.National.YES:
            return _("%s asks for national certification, sooner or later.") % self.state.name
        return _("%s does not ask for national certification.") % self.state.name


def in_states(roles: Sequence[Role], state: State | None, today: date) -> list[InState]:
    """Each job with its counts and the reader's state, in one query."""
    rules = [*StateRequirement.objects.filter(role__in=roles).select_related("state")]
    return [_in_state(role, [rule for rule in rules if rule.role_id == role.pk], state, today) for role in roles]


def _in_state(role: Role, rules: Sequence[StateRequirement], state: State | None, today: date) -> InState:
    answers = [rule.national if rule.confidence != Confidence.LOW else "unknown" for rule in rules]
    mine = next((rule for rule in rules if state is not None and rule.state_id == state.pk), None)
    return InState(
        role,
        asking=answers.count(StateRequirement.National.YES),
        known=len(rules),
        unclear=answers.count(StateRequirement.National.UNKNOWN),
        state=state,
        mine=mine,
        is_stale=mine is not None and mine.is_stale(today),
    )
