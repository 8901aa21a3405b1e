"""Finds the state that a question names. Plain Python: no Django, no database."""

import re
from collections.abc import Iterable

from guides.search.words import fold


class States:
    """The names of states, as people write them inside a question."""

    def __init__(self, states: Iterable[tuple[str, str]]) -> None:
        self._codes = {fold(name): usps for name, usps in states}
        self.names = {usps: name for name, usps in self._codes.items()}
        # The longest first: West Virginia is not Virginia.
        names = sorted(self._codes, key=len, reverse=True)
        self._name = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None

    def split(self, asked: str) -> tuple[str, str]:
        """The question without the state it names, and that state's code; the code is empty where none is named."""
        folded = fold(asked)
        match = self._name.search(folded) if self._name else None
        if match is None:
            return asked, ""
        rest = f"{folded[: match.start()]} {folded[match.end() :]}".strip()
        return rest or asked, self._codes[match[0]]
