"""The types of questions in the order in which interviews meet them, with what each asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.feedback.result import Kind
from interviews.feedback.skeletons import SKELETONS
from interviews.models import Question

_Type = Question.Kind
ASKS: dict[str, Promise] = {
    _Type.ABOUT_YOU: gettext_lazy("A minute or two that ends with this job."),
    _Type.MOTIVATION: gettext_lazy("One true thing about them, and why it fits you."),
    _Type.BEHAVIOURAL: gettext_lazy("One thing that really happened, told to its end."),
    _Type.SITUATIONAL: gettext_lazy("What you would do first, and what after that."),
    _Type.KNOWLEDGE: gettext_lazy("How the work is done, in order, with the checks by their names."),
    _Type.STRENGTH: gettext_lazy("What you are good at, and one time it showed."),
    _Type.WEAKNESS: gettext_lazy("Something real, and what you have changed since."),
}


@dataclass(frozen=True)
class KindWords:
    """A type of question in words."""

    kind: str

    @property
    def label(self) -> str:
        """What it is called."""
        return str(_Type(self.kind).label)

    @property
    def asks(self) -> str:
        """What sort of answer it wants."""
        return str(ASKS[self.kind])

    @property
    def order(self) -> Sequence[str]:
        """The parts of an answer, in the order in which they are best told."""
        return [_(step.name) for step in SKELETONS[cast("Kind", self.kind)]]
