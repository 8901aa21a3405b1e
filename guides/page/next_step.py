"""The one next step that a guide's flag stands for, from what we know of the reader."""

from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from guides.models import Role, State
from guides.page.state_rules import StatePicture, StateRule


class Known(Protocol):
    """What the step depends on."""

    role: Role
    state: State | None

    @property
    def state_rule(self) -> StateRule | None:
        """The rule of the reader's state."""

    @property
    def state_picture(self) -> StatePicture:
        """How many states we know a rule of."""

    def anchor_of(self, block: str) -> str:
        """The section that holds a block."""


@dataclass(frozen=True)
class NextStep:
    """What to do, why, and where."""

    words: str
    button: str
    url: str


def next_step(page: Known) -> NextStep:
    """Choose a state first; then read its rule; where we have none, ask the board; where we know of none, start."""
    section = page.anchor_of("state-rule")
    rules = reverse("guides:states", args=[page.role.slug])
    here = f"#{section}" if section else rules
    if page.state is None:
        if not page.state_picture.total:
            return _steps_in(page)
        words = _(
            "What you need before your first shift depends on your state. Choose it, and this guide answers for it."
        )
        return NextStep(words, _("Choose my state"), "#my-state" if page.anchor_of("glance") else here)
    rule = page.state_rule
    if rule is None or rule.requirement is None:
        if not page.state_picture.total:
            return _steps_in(page)
        words = _("We have no rule for %s yet. Ask the office that decides what someone new needs.") % page.state.name
        return NextStep(words, _("See the other states"), rules)
    if rule.requirement.board_url:
        words = _("%(rule)s. Ask the %(board)s what you need before day one: it has the last word.") % {
            "rule": rule.title,
            "board": rule.requirement.board,
        }
        return NextStep(words, _("Open the board’s site"), rule.requirement.board_url)
    words = _("%s. Read the rule, then call the board and ask what you need before day one.") % rule.title
    return NextStep(words, _("Read the rule for %s") % page.state.name, here)


def _steps_in(page: Known) -> NextStep:
    """Where no state's rule is known, the first of the steps in is the next one."""
    section = page.anchor_of("steps")
    words = _("Take the first step in: it costs little, and it tells you whether this is for you.")
    return NextStep(words, _("See the steps"), f"#{section}" if section else page.role.get_absolute_url())
