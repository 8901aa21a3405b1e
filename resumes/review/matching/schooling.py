"""Degrees stand in a ladder: who has a bachelor's degree meets what asks for a high school diploma."""

from resumes.review.matching.lexicon import Group, group_of

_LADDER = {
    "high school diploma": 1,
    "associate degree": 2,
    "bachelor's degree": 3,
    "master's degree": 4,
    "doctorate": 5,
}


def rung_of(group: Group | None) -> int:
    """How high a degree stands; 0 for what is no degree."""
    return _LADDER.get(group.names[0], 0) if group else 0


def names_that_meet(rung: int) -> tuple[str, ...]:
    """The names of all degrees at least as high, that of the rung itself first."""
    enough = sorted((height, name) for name, height in _LADDER.items() if height >= rung)
    return tuple(name for _height, known in enough if (group := group_of(known)) for name in group.names)
