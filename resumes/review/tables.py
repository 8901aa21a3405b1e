"""Lists of words and of patterns, kept in files beside the code that uses them; lines with a "#" in front are notes."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a file, such as "rules/leftovers"."""
    folder, _, file = name.partition("/")
    text = (_HERE / folder / "data" / f"{file}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("# "))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a file, whatever its lines."""
    return frozenset(word for line in lines(name) for word in line.split())
