"""What kind of question is asked, from its words."""

import re
from functools import cache
from typing import Final, cast

from interviews.feedback import tables
from interviews.feedback.result import Kind

_MOST: Final = 600


@cache
def _rules() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((cast("Kind", kind), pattern) for kind, pattern in tables.patterns("kinds").items())


def kind_of(question: str) -> Kind | None:
    """The kind of a question; None where its words do not say."""
    low = " ".join(question[:_MOST].lower().replace("’", "'").split())
    return next((kind for kind, pattern in _rules() if pattern.search(low)), None)
