"""All occupations as one reader asked for them: filters that combine, counts beside each, an order, pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import JobZone
from guides.occupations.fields import FIELDS
from guides.occupations.listed import Listed
from guides.occupations.training import SCHOOLING, TRAINING
from guides.occupations.zones import preparation
from guides.page.state_table import Choice

A_PAGE = 50
NAMES = {
    "field": gettext_lazy("Field"),
    "zone": gettext_lazy("Time to get ready"),
    "schooling": gettext_lazy("Schooling"),
    "training": gettext_lazy("Training at work"),
    "pay": gettext_lazy("Middle pay"),
    "growth": gettext_lazy("Growth"),
}
PAY = {
    "35": gettext_lazy("Under $35,000"),
    "50": gettext_lazy("$35,000 to $50,000"),
    "75": gettext_lazy("$50,000 to $75,000"),
    "100": gettext_lazy("$75,000 to $100,000"),
    "more": gettext_lazy("$100,000 and more"),
}
GROWTH = {
    "shrink": gettext_lazy("Fewer jobs"),
    "slow": gettext_lazy("Up to 3% more jobs"),
    "some": gettext_lazy("3% to 6% more"),
    "fast": gettext_lazy("6% to 10% more"),
    "most": gettext_lazy("10% more and above"),
}
# Order: how it is called, and the figure that it goes by, the highest first. Names go by the alphabet.
SORTS: dict[str, tuple[Promise, Callable[[Listed], float | None]]] = {
    "openings": (gettext_lazy("Most openings"), lambda row: row.openings),
    "pay": (gettext_lazy("Highest pay"), lambda row: row.pay),
    "growth": (gettext_lazy("Fastest growth"), lambda row: None if row.change is None else float(row.change)),
}


@dataclass(frozen=True)
class Filter:
    """One filter with its choices; `chosen` is the one that holds, in words."""

    name: str
    label: str
    choices: list[Choice]
    chosen: str


@dataclass
class Browse:
    """The list, and the addresses of the other ways to see it."""

    rows: list[Listed]
    zones: list[JobZone]
    asked: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Every choice of every filter, in words."""
        return {
            "field": {key: str(words) for key, words in FIELDS.items()},
            "zone": {str(zone.number): preparation(zone).short for zone in self.zones},
            "schooling": {step.key: str(step.words) for step in SCHOOLING},
            "training": {step.key: str(step.words) for step in TRAINING},
            "pay": {key: str(words) for key, words in PAY.items()},
            "growth": {key: str(words) for key, words in GROWTH.items()},
        }

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters that hold."""
        return {name: value for name in NAMES if (value := self.asked.get(name, ""))}

    @cached_property
    def _sorted_out(self) -> tuple[list[Listed], dict[str, Counter[str]]]:
        """What all filters let through; and for each filter, its words among what all the others let through."""
        through: list[Listed] = []
        counts: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
        for row in self.rows:
            missed = [name for name, value in self.chosen.items() if row.keys[name] != value]
            if not missed:
                through.append(row)
                for name, word in row.keys.items():
                    counts[name][word] += 1
            elif len(missed) == 1:
                counts[missed[0]][row.keys[missed[0]]] += 1
        return through, counts

    @property
    def count(self) -> int:
        """How many occupations the filters let through."""
        return len(self._sorted_out[0])

    @cached_property
    def filters(self) -> list[Filter]:
        """The filters that the data can answer."""
        counts = self._sorted_out[1]
        return [self._filter(name, counts[name]) for name in NAMES if any(row.keys[name] for row in self.rows)]

    def _filter(self, name: str, counts: Counter[str]) -> Filter:
        now = self.chosen.get(name, "")
        choices = [
            Choice(words, counts[key], self.url(**{name: "" if key == now else key}), is_current=key == now)
            for key, words in self.words[name].items()
            if counts[key] or key == now
        ]
        return Filter(name, str(NAMES[name]), choices, self.words[name].get(now, ""))

    @cached_property
    def without(self) -> list[Choice]:
        """Each filter that holds, with the address of the list without it, and how long that is."""
        counts = self._sorted_out[1]
        return [
            Choice(self.words[name][value], sum(counts[name].values()), self.url(**{name: ""}), is_current=True)
            for name, value in self.chosen.items()
        ]

    # ---- order and pages

    @cached_property
    def _orders(self) -> dict[str, str]:
        """The orders that the data can answer, in words."""
        known = (key for key, (_words, figure) in SORTS.items() if any(figure(row) is not None for row in self.rows))
        return {**{key: str(SORTS[key][0]) for key in known}, "name": _("Name")}

    @property
    def sort(self) -> str:
        """What the list goes by: what was asked for where there are figures for it, else the first that has any."""
        asked = self.asked.get("sort", "")
        return asked if asked in self._orders else next(iter(self._orders))

    @property
    def sorts(self) -> list[Choice]:
        """The orders, each with its address."""
        orders = self._orders.items()
        return [Choice(words, 0, self.url(sort=key), is_current=key == self.sort) for key, words in orders]

    @cached_property
    def page(self) -> Page[Listed]:
        """One page of the list; a number too high leads to the last."""
        return Paginator(self._in_order(self._sorted_out[0]), A_PAGE).get_page(self.asked.get("page") or 1)

    def _in_order(self, rows: Iterable[Listed]) -> list[Listed]:
        by_name = sorted(rows, key=lambda row: row.title)
        if self.sort not in SORTS:
            return by_name
        figure = SORTS[self.sort][1]
        return sorted(by_name, key=lambda row: _place(figure(row), is_shared=row.is_shared))

    @property
    def pages(self) -> list[Choice]:
        """Links to the pages near this one, the first and the last; no address stands for a gap."""
        paginator, now = self.page.paginator, self.page.number
        return [
            Choice(str(number), 0, self.url(page=str(number)) if isinstance(number, int) else "", number == now)
            for number in paginator.get_elided_page_range(now, on_each_side=1, on_ends=1)
        ]

    @property
    def previous(self) -> str:
        """The address of the page before."""
        return self.url(page=str(self.page.number - 1)) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        """The address of the page after."""
        return self.url(page=str(self.page.number + 1)) if self.page.has_next() else ""

    def url(self, **changed: str) -> str:
        """The address of the list with something changed; a new filter or order begins at the first page."""
        parts = {**self.kept, **self.chosen, "sort": self.asked.get("sort", ""), **changed}
        # One list has one address, however someone came to it.
        names = [*self.kept, *NAMES, "sort", "page"]
        query = urlencode({name: parts[name] for name in names if parts.get(name)})
        return f"?{query}" if query else "."


def _place(figure: float | None, *, is_shared: bool) -> tuple[float, bool]:
    """The highest figure first, whose figure it is before who shares it; what is not known last."""
    return (float("inf") if figure is None else -figure, is_shared)
