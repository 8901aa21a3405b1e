"""The ways to be allowed to apply for one credential, and the check of someone who says what they have."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue.eligibility import Answer, Condition, Way, check, questions
from certifications.models import Pathway
from guides.models import Confidence
from guides.page.facts import FactView
from guides.page.notes import Margin


@dataclass
class Ways:
    """The ways of one credential; `have` are the keys that someone ticked, nothing where no check was asked for."""

    rows: list[Pathway]
    have: Collection[str] | None
    today: date

    @cached_property
    def all(self) -> list[Way]:
        """The ways as the check reads them."""
        return [
            Way(row.slug, row.name, tuple(Condition(own.key, own.words, own.how) for own in row.conditions.all()))
            for row in self.rows
        ]

    @property
    def questions(self) -> list[tuple[Condition, bool]]:
        """What to ask, each with whether it is ticked."""
        return [(condition, condition.key in (self.have or ())) for condition in questions(self.all)]

    @cached_property
    def answers(self) -> list[Answer]:
        """How far someone is on every way; none before they asked."""
        return [] if self.have is None else check(self.all, self.have)

    @property
    def title(self) -> str:
        """What the check says, in a sentence."""
        opened = [answer.way.name for answer in self.answers if answer.is_open]
        if opened:
            return ngettext("A way is open to you: %s", "Ways are open to you: %s", len(opened)) % get_text_list(
                opened, _("and")
            )
        least = len(self.answers[0].missing) if self.answers else 0
        return ngettext(
            "No way is open yet. On the nearest, %d thing is missing",
            "No way is open yet. On the nearest, %d things are missing",
            least,
        ) % (least,)

    @property
    def is_open(self) -> bool:
        """Whether any way is open."""
        return any(answer.is_open for answer in self.answers)

    @property
    def remarks(self) -> list[str]:
        """What is worth knowing about the ways."""
        return [*dict.fromkeys(row.note for row in self.rows if row.note)]

    def cite(self, margin: Margin) -> None:
        """Put sources and doubts of the ways into the margin."""
        for row in self.rows:
            margin.add(
                FactView(
                    key=f"way-{row.pk}",
                    value=row.name,
                    label=row.name,
                    source=row.source,
                    as_of=row.as_of,
                    is_low=row.confidence == Confidence.LOW,
                    is_stale=row.review_by is not None and row.review_by < self.today,
                )
            )


def pathways(credential: int) -> list[Pathway]:
    """The ways of a credential with their conditions, in two queries."""
    rows = Pathway.objects.filter(credential=credential).select_related("source").prefetch_related("conditions")
    return [*rows]
