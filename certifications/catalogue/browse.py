"""The catalogue as one reader asked for it: filters that combine, counts beside each, an order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.catalogue.kinds import UMBRELLA, WORDS, Word
from certifications.catalogue.listed import Listed, issuer_key
from guides.filtered import Filtered
from guides.models import State
from guides.page.places import Place
from guides.page.state_table import Choice

NAMES = {
    "role": gettext_lazy("Job"),
    "kind": gettext_lazy("Kind"),
    "issuer": gettext_lazy("Who gives it"),
    "stage": gettext_lazy("When"),
    "asked": gettext_lazy("My state"),
}
SORTS = {
    "start": gettext_lazy("Starting out first"),
    "name": gettext_lazy("Name"),
    "fee": gettext_lazy("Lowest exam fee"),
}
STAGES = {"start": gettext_lazy("Starting out"), "later": gettext_lazy("Later on")}


@dataclass(frozen=True)
class Group:
    """Rows below one heading; no heading where the order is another."""

    name: str
    rows: list[Listed]


@dataclass(frozen=True)
class Told:
    """One kind, told apart, with how many there are and where they stand."""

    word: Word
    count: int
    url: str


@dataclass
class Browse(Filtered[Listed]):
    """The list, and the addresses of the other ways to see it; the menu of states offers the places."""

    names = NAMES

    state: State | None = None
    umbrella: Promise = UMBRELLA
    places: Mapping[str, Place] = field(default_factory=dict)

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Every choice of every filter, in words."""
        roles = {role.slug: role.title for row in self.rows for role in row.roles}
        issuers = {issuer_key(row.credential.issuer): row.credential.issuer for row in self.rows}
        return {
            "role": roles,
            "kind": {kind: str(word.several) for kind, word in WORDS.items()},
            "issuer": dict(sorted(issuers.items(), key=lambda item: item[1].casefold())),
            "stage": {key: str(words) for key, words in STAGES.items()},
            "asked": {"yes": _("%s asks for one") % self.state.name} if self.state else {},
        }

    @property
    def sort(self) -> str:
        """What the list goes by."""
        return self.asked.get("sort") or next(iter(SORTS))

    @property
    def sorts(self) -> list[Choice]:
        """The orders, each with its address."""
        first = next(iter(SORTS))
        return [
            Choice(str(words), 0, self.url(sort="" if key == first else key), is_current=key == self.sort)
            for key, words in SORTS.items()
        ]

    @cached_property
    def groups(self) -> list[Group]:
        """The rows in order: those for starting out before the later ones, unless another order was asked for."""
        rows = self.through
        if self.sort == "name":
            return [Group("", sorted(rows, key=lambda row: row.credential.name.casefold()))]
        if self.sort == "fee":
            return [Group("", sorted(rows, key=lambda row: (row.dollars is None, row.dollars or 0)))]
        parted = {key: [row for row in rows if key in row.keys["stage"]] for key in STAGES}
        return [Group(str(STAGES[key]), own) for key, own in parted.items() if own]

    @cached_property
    def kinds(self) -> list[Told]:
        """The kinds told apart, with how many of each there are in all."""
        counts = Counter(row.credential.kind for row in self.rows)
        return [Told(word, counts[kind], self.url(kind=kind)) for kind, word in WORDS.items()]

    @property
    def next_query(self) -> str:
        """What stands behind the address of the same list for whichever state is chosen next."""
        query = self.url(state="", asked="")
        return query if query.startswith("?") else ""
