"""Which place's pay answers for a reader."""

from abc import ABC, abstractmethod

from django.utils.translation import gettext as _

from guides.models import State, WageEstimate
from guides.page.reliable import has_pay


class PayHere(ABC):
    """Pay of one occupation, and the reader's place in it."""

    state: State | None

    @property
    @abstractmethod
    def wage_of(self) -> dict[str, WageEstimate]:
        """Pay by place (“US”, “OH”) and, where it is known, by industry (“n456110”)."""

    @property
    def here(self) -> str:
        """The place whose pay answers for the reader: their state where it is known, else the U.S."""
        if self.state and has_pay(self.wage_of.get(self.state.usps)):
            return self.state.usps
        return "US"

    @property
    def is_here_known(self) -> bool:
        """Whether pay in the reader's own state is known."""
        return self.state is not None and self.here == self.state.usps

    @property
    def here_name(self) -> str:
        """That place in words."""
        return self.state.name if self.state and self.is_here_known else _("the U.S.")
