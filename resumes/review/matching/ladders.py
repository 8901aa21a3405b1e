"""What meets what: a bachelor's degree meets what asks for a high school diploma, and BLS what asks for CPR."""

from functools import cache

from resumes.review.matching.lexicon import Group, group_of
from resumes.review.matching.wordlists import lines_of

_DEGREES = frozenset({"associate degree", "bachelor's degree", "master's degree", "doctorate"})


def is_degree(group: Group | None) -> bool:
    """Whether it is a degree of a college."""
    return group is not None and group.names[0] in _DEGREES


def names_above(group: Group | None) -> tuple[str, ...]:
    """The names of all credentials that meet the group's, the next ones first."""
    higher = _above().get(group.names[0], ()) if group else ()
    return tuple(name for known in higher if (found := group_of(known, kind="credential")) for name in found.names)


@cache
def _above() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines_of("ladders.txt"):
        rungs = line.split(" < ")
        for place, name in enumerate(rungs):
            found[name] = (*found.get(name, ()), *rungs[place + 1 :])
    return found
