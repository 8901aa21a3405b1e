"""The page that sets credentials side by side, or helps to choose them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import combinations

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from certifications.catalogue.bill import Bill
from certifications.catalogue.compare.parts import parts
from certifications.catalogue.cost import LEAST_YEARS, MOST_YEARS
from certifications.catalogue.listed import Listed
from certifications.catalogue.naming import compare_url, short_name
from certifications.catalogue.side import Side, sides
from guides.models import Credential, State
from guides.page.compare.cells import Part
from guides.page.places import Place, all_places
from guides.rows import Rows

_PAIRS = 8


@dataclass(frozen=True)
class Chosen:
    """One of the credentials, with the address of the page without it."""

    credential: Credential
    name: str
    without: str


@dataclass(frozen=True)
class Pair:
    """Two credentials that people weigh against each other."""

    words: str
    job: str
    url: str


@dataclass(frozen=True)
class Offer:
    """Credentials of one job to choose from."""

    job: str
    entry: list[Listed]
    later: list[Listed]


@dataclass
class ComparePage:
    """What a reader sees who has chosen these credentials, for their state, on that day."""

    chosen: Sequence[Credential]
    offered: Sequence[Listed]
    state: State | None
    years: int
    now: datetime
    today: date
    is_whole_country: bool = False
    rows: Rows = field(default_factory=Rows)

    @property
    def place(self) -> str:
        """The place in this page's addresses: a state, or the whole U.S. where someone asked for it."""
        return self.state.usps if self.state else "US" if self.is_whole_country else ""

    @property
    def is_ready(self) -> bool:
        """Whether there is something to compare."""
        return len(self.chosen) > 1

    @property
    def title(self) -> str:
        """The credentials by their letters."""
        names = [short_name(item) for item in self.chosen]
        if not names:
            return _("Set up to four credentials side by side")
        if not self.is_ready:
            return _("%s, and which other?") % names[0]
        return _("%s, side by side") % get_text_list(names, _("and"))

    @property
    def spans(self) -> range:
        """The years to choose from."""
        return range(LEAST_YEARS, MOST_YEARS + 1)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory, for the menu."""
        return self.rows.get(("places",), all_places)

    @cached_property
    def picked(self) -> list[Chosen]:
        """The credentials with the addresses that take each of them out."""
        slugs = [item.slug for item in self.chosen]
        return [
            Chosen(
                item,
                short_name(item),
                compare_url([slug for slug in slugs if slug != item.slug], self.place, self.years),
            )
            for item in self.chosen
        ]

    @cached_property
    def sides(self) -> list[Side]:
        """What is known of each."""
        return sides(self.chosen, state=self.state, now=self.now, today=self.today, rows=self.rows)

    @cached_property
    def parts(self) -> list[Part]:
        """What is compared, beside the cost."""
        return parts(self.sides) if self.is_ready else []

    @cached_property
    def bill(self) -> Bill:
        """What each costs."""
        return Bill(self.sides, self.years)

    @cached_property
    def offers(self) -> list[Offer]:
        """What there is to choose from, job by job; what serves several jobs stands with the first."""
        found: dict[str, list[Listed]] = {}
        for row in self.offered:
            found.setdefault(row.roles[0].title if row.roles else _("Any job"), []).append(row)
        return [
            Offer(
                job,
                [row for row in rows if row.credential.is_entry],
                [row for row in rows if not row.credential.is_entry],
            )
            for job, rows in found.items()
        ]

    @cached_property
    def pairs(self) -> list[Pair]:
        """Pairs for starting out in the same job; those of the first job first."""
        found = [
            Pair(
                _("%(first)s and %(second)s")
                % {"first": short_name(first.credential), "second": short_name(second.credential)},
                offer.job,
                compare_url([first.credential.slug, second.credential.slug], self.place),
            )
            for offer in self.offers
            for first, second in list(combinations(offer.entry, 2))[:1]
        ]
        return found[:_PAIRS]

    def is_chosen(self, row: Listed) -> bool:
        """Whether a credential is one of those compared."""
        return any(item.pk == row.credential.pk for item in self.chosen)
