"""Which state a place of the survey is, and in which states an area lies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guides.importers.wages.release import AreaEntry

NATION = "US"
_REST = "nonmetropolitan"
_CODES = re.compile(r", ([A-Z]{2}(?:-[A-Z]{2})*)$")


@dataclass(frozen=True)
class Places:
    """The states that the site knows: FIPS code, postal code, name."""

    known: Sequence[tuple[str, str, str]]

    @cached_property
    def by_fips(self) -> Mapping[str, str]:
        """Postal codes by FIPS code."""
        return {fips: usps for fips, usps, _name in self.known}

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(usps for _fips, usps, _name in self.known)

    @cached_property
    def _names(self) -> Sequence[tuple[re.Pattern[str], str]]:
        """Names with their postal codes, the longest first: West Virginia is not Virginia."""
        named = sorted(self.known, key=lambda place: -len(place[2]))
        return [(re.compile(rf"\b{re.escape(name)}\b"), usps) for _fips, usps, name in named]

    def area(self, code: str, name: str, *, also: str = "") -> AreaEntry:
        """An area whose name tells its states: “Fargo, ND-MN”, or “Central Utah nonmetropolitan area”."""
        states = self._named_in(name)
        if not states and also in self._codes:
            states = (also,)
        return AreaEntry(code, name, is_metro=_REST not in name.lower(), states=states)

    def _named_in(self, name: str) -> tuple[str, ...]:
        codes = _CODES.search(name)
        if codes:
            return tuple(code for code in codes[1].split("-") if code in self._codes)
        return next(((usps,) for pattern, usps in self._names if pattern.search(name)), ())
