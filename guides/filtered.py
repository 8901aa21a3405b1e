"""A list as one reader asked for it: filters that combine, with counts beside each, in addresses to send on."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Generic, Protocol, TypeVar

from django.utils.functional import Promise
from django.utils.http import urlencode

from guides.occupations.browse import Filter
from guides.page.state_table import Choice


class Keyed(Protocol):
    """A row that filters can let through."""

    @property
    def keys(self) -> Mapping[str, Collection[str]]:
        """By filter, every word that lets the row through."""


R = TypeVar("R", bound=Keyed)


@dataclass
class Filtered(ABC, Generic[R]):
    """The rows, and the addresses of the other ways to see them; `kept` stands in all of these."""

    names: ClassVar[Mapping[str, Promise]] = {}

    rows: Sequence[R]
    asked: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    @abstractmethod
    def words(self) -> dict[str, dict[str, str]]:
        """Every choice of every filter, in words."""

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters that hold."""
        return {name: value for name in self.names if (value := self.asked.get(name, "")) in self.words[name]}

    @cached_property
    def through(self) -> list[R]:
        """What all filters let through."""
        return self._sorted_out[0]

    @cached_property
    def _sorted_out(self) -> tuple[list[R], dict[str, Counter[str]]]:
        """What all filters let through; and for each filter, its words among what all the others let through."""
        through: list[R] = []
        counts: dict[str, Counter[str]] = {name: Counter() for name in self.names}
        for row in self.rows:
            keys = row.keys
            missed = [name for name, value in self.chosen.items() if value not in keys[name]]
            for name in self.names if not missed else missed if len(missed) == 1 else ():
                counts[name].update(keys[name])
            if not missed:
                through.append(row)
        return through, counts

    @property
    def count(self) -> int:
        """How many rows the filters let through."""
        return len(self.through)

    @cached_property
    def filters(self) -> list[Filter]:
        """The filters that tell anything apart."""
        return [self._filter(name) for name in self.names if any(row.keys[name] for row in self.rows)]

    def _filter(self, name: str) -> Filter:
        counts, now = self._sorted_out[1][name], self.chosen.get(name, "")
        choices = [
            Choice(words, counts[key], self.url(**{name: "" if key == now else key}), is_current=key == now)
            for key, words in self.words[name].items()
            if counts[key] or key == now
        ]
        return Filter(name, str(self.names[name]), choices, self.words[name].get(now, ""))

    @cached_property
    def without(self) -> list[Choice]:
        """Each filter that holds, with the address of the list without it, and how long that is."""
        return [
            Choice(self.words[name][value], self._length_without(name), self.url(**{name: ""}), is_current=True)
            for name, value in self.chosen.items()
        ]

    def _length_without(self, name: str) -> int:
        others = [(other, value) for other, value in self.chosen.items() if other != name]
        return sum(all(value in row.keys[other] for other, value in others) for row in self.rows)

    @property
    def everything(self) -> str:
        """The address of the list without any filter, in the same order."""
        return self.url(**dict.fromkeys(self.chosen, ""))

    def url(self, **changed: str) -> str:
        """The address of the list with something changed."""
        parts = {**self.kept, **self.chosen, "sort": self.asked.get("sort", ""), **changed}
        # One list has one address, however someone came to it.
        names = [*self.kept, *self.names, "sort"]
        query = urlencode({name: parts[name] for name in names if parts.get(name)})
        return f"?{query}" if query else "."
