"""What texts may name: facts, terms, guides with their anchors, pay and outlook."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from django.urls import Resolver404, resolve

from guides.markup import compile_text
from guides.models import Fact, GlossaryTerm, Projection, Role, WageEstimate


@dataclass(frozen=True)
class GuideTargets:
    """Where links into one guide can lead."""

    is_public: bool
    anchors: frozenset[str]


class Lookup(Protocol):
    """Answers what exists, in the database or in a folder of content files."""

    @property
    def facts(self) -> AbstractSet[str]:
        """Full keys of all facts, such as pharmacy-technician/training.months."""

    @property
    def terms(self) -> AbstractSet[str]:
        """Slugs of all glossary terms."""

    def guide(self, slug: str) -> GuideTargets | None:
        """The guide with that slug, or nothing."""

    def pay_places(self, soc: str) -> AbstractSet[str]:
        """Places and industries that pay is known for: US, OH, n456110."""

    def has_outlook(self, soc: str) -> bool:
        """Whether the occupation has a projection."""


def is_page(path: str) -> bool:
    """Whether an address of this site leads to a page."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def guide_anchors(
    sections: Iterable[tuple[str, str]], *, questions: Iterable[str], steps: Iterable[str]
) -> frozenset[str]:
    """Every place in a guide that a link can lead to, as the page names it; sections are given as slug and text."""
    sections = [*sections]
    headings = (anchor for slug, body in sections for anchor in compile_text(body, slug).anchors)
    blocks = [*(f"q-{slug}" for slug in questions), *(f"step-{slug}" for slug in steps)]
    return frozenset([*(slug for slug, _body in sections), *headings, *blocks])


class DatabaseLookup:
    """What exists in the database at a moment; each answer is fetched once."""

    def __init__(self, *, now: datetime) -> None:
        self.now = now
        self._guides: dict[str, GuideTargets | None] = {}
        self._pay: dict[str, frozenset[str]] = {}
        self._outlook: dict[str, bool] = {}

    @cached_property
    def facts(self) -> AbstractSet[str]:
        """Full keys of all facts."""
        return frozenset(Fact.objects.values_list("key", flat=True))

    @cached_property
    def terms(self) -> AbstractSet[str]:
        """Slugs of all glossary terms."""
        return frozenset(GlossaryTerm.objects.values_list("slug", flat=True))

    def guide(self, slug: str) -> GuideTargets | None:
        """The guide with that slug, or nothing."""
        if slug not in self._guides:
            role = Role.objects.filter(slug=slug).first()
            self._guides[slug] = self._targets(role) if role else None
        return self._guides[slug]

    def _targets(self, role: Role) -> GuideTargets:
        anchors = guide_anchors(
            role.sections.values_list("slug", "body"),
            questions=role.questions.values_list("slug", flat=True),
            steps=role.steps.values_list("slug", flat=True),
        )
        return GuideTargets(role.is_public(self.now), anchors)

    def pay_places(self, soc: str) -> AbstractSet[str]:
        """Places and industries that pay is known for."""
        if soc not in self._pay:
            rows = WageEstimate.objects.filter(soc=soc).values_list("place", "naics")
            self._pay[soc] = frozenset(f"n{naics}" if naics else place for place, naics in rows)
        return self._pay[soc]

    def has_outlook(self, soc: str) -> bool:
        """Whether the occupation has a projection."""
        if soc not in self._outlook:
            self._outlook[soc] = Projection.objects.filter(soc=soc).exists()
        return self._outlook[soc]
