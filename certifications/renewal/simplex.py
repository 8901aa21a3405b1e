"""Linear programs in exact fractions, for the few dozen unknowns of a renewal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Name = tuple[str, str]
Values = dict[Name, Fraction]


@dataclass(frozen=True)
class Constraint:
    """A sum of unknowns, each times a whole number, that is at most `limit`, which is never less than nought."""

    factors: Mapping[Name, int]
    limit: int


def maximise(aim: Mapping[Name, int], constraints: Sequence[Constraint]) -> Values:
    """Values, none below nought, that make the sum of the aim as large as the constraints allow."""
    names = sorted({*aim, *(name for constraint in constraints for name in constraint.factors)})
    table = _Table([_row(constraint, names, number, len(constraints)) for number, constraint in enumerate(constraints)])
    table.climb([Fraction(-aim.get(name, 0)) for name in names] + [Fraction(0)] * (len(constraints) + 1))
    return {names[column]: row[-1] for column, row in zip(table.basis, table.rows, strict=True) if column < len(names)}


def _row(constraint: Constraint, names: Sequence[Name], number: int, of: int) -> list[Fraction]:
    """Its factors, what is left under its limit, and the limit."""
    factors = [Fraction(constraint.factors.get(name, 0)) for name in names]
    return [*factors, *(Fraction(number == other) for other in range(of)), Fraction(constraint.limit)]


class _Table:
    """The simplex method. Bland's choice of columns and rows makes sure that it ends."""

    def __init__(self, rows: list[list[Fraction]]) -> None:
        self.rows = rows
        unknowns = len(rows[0]) - len(rows) - 1
        self.basis = [unknowns + number for number in range(len(rows))]

    def climb(self, aim: list[Fraction]) -> None:
        while (column := next((at for at, value in enumerate(aim[:-1]) if value < 0), None)) is not None:
            pivot = self._turn(column)
            _clear(aim, self.rows[pivot], column)

    def _turn(self, column: int) -> int:
        steps = [(row[-1] / row[column], self.basis[at], at) for at, row in enumerate(self.rows) if row[column] > 0]
        pivot = min(steps)[-1]
        factor = self.rows[pivot][column]
        self.rows[pivot] = [value / factor for value in self.rows[pivot]]
        for at, row in enumerate(self.rows):
            if at != pivot:
                _clear(row, self.rows[pivot], column)
        self.basis[pivot] = column
        return pivot


def _clear(row: list[Fraction], pivot: Sequence[Fraction], column: int) -> None:
    """Take so much of the pivot row away that nothing stays in the column."""
    factor = row[column]
    if factor:
        row[:] = [value - factor * other if other else value for value, other in zip(row, pivot, strict=True)]
