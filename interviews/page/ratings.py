"""Ratings of one answer side by side: by its speaker, by people who help, and what the program found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from interviews.models import Rating
from interviews.rubric import RUBRIC


@dataclass(frozen=True)
class Rated:
    """One rater's step on one dimension."""

    who: str
    step: int
    words: Promise


@dataclass(frozen=True)
class RatingRow:
    """One dimension."""

    name: Promise
    rated: tuple[Rated, ...]
    program: str


@dataclass(frozen=True)
class SideBySide:
    """The table; without ratings there is none."""

    raters: tuple[Rating, ...]
    rows: tuple[RatingRow, ...]

    @property
    def has_program(self) -> bool:
        """Whether the program read it as well."""
        return any(row.program for row in self.rows)

    @property
    def others(self) -> int:
        """How many people besides the speaker rated it."""
        return sum(rating.rater != Rating.Rater.SELF for rating in self.raters)


def side_by_side(ratings: Iterable[Rating], program: Mapping[str, str]) -> SideBySide:
    """The speaker first, then the others in the order they came."""
    raters = sorted(ratings, key=lambda rating: (rating.rater != Rating.Rater.SELF, rating.pk))
    rows = [
        RatingRow(
            dimension.name,
            tuple(
                Rated(rating.who, getattr(rating, dimension.key), dimension.words(getattr(rating, dimension.key)))
                for rating in raters
            ),
            program.get(dimension.key, ""),
        )
        for dimension in RUBRIC
    ]
    return SideBySide(tuple(raters), tuple(rows))
