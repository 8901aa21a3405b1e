"""Which figures of pay have enough answers behind them to be told, and the words in the place of those that have not.

The survey asks employers, not everyone: where few answered, a figure says more about them than about the place.
docs/decisions/0012 says why the limits are what they are; `sure()` on rows of pay is the same rule for the database.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.utils.translation import gettext as _

from guides.models.pay import FEWEST_JOBS, MOST_JOBS_ERROR, MOST_MEAN_ERROR, PAY, PayColumns

_Row = TypeVar("_Row", bound=PayColumns)


def is_pay_sure(row: PayColumns) -> bool:
    """Whether the row's pay may be told; where the survey gives no error, its figure stands."""
    few = row.employment is not None and row.employment < FEWEST_JOBS
    vague = row.mean_error is not None and row.mean_error > MOST_MEAN_ERROR
    return not (few or vague)


def are_jobs_sure(row: PayColumns) -> bool:
    """Whether the row's number of jobs may be told."""
    return row.employment_error is None or row.employment_error <= MOST_JOBS_ERROR


def has_pay(row: PayColumns | None) -> bool:
    """Whether there is a middle to tell, by the year or by the hour."""
    return row is not None and (row.year_median is not None or row.hour_median is not None)


def is_withheld(row: PayColumns | None) -> bool:
    """Whether the survey has pay for the row that is not told; it gives the error of what it released alone."""
    return row is not None and not is_pay_sure(row) and (has_pay(row) or row.mean_error is not None)


def told(rows: Iterable[_Row]) -> list[_Row]:
    """The rows for a page: where pay may not be told, it is taken out, so that no part of the page can show it."""
    found = [*rows]
    for row in found:
        if not is_pay_sure(row):
            for column in PAY:
                setattr(row, column, None)
    return found


def instead_of_pay(row: PayColumns | None) -> str:
    """What to say where a row has no pay to tell: that it is withheld, was not released, or is not here."""
    if row is None:
        return _("not in our data")
    return _("too few answers to be sure") if is_withheld(row) else _("not released")


def missing_pay(place: str, row: PayColumns | None) -> str:
    """A sentence in the place of a place's pay."""
    if row is None:
        return _("Pay in %s is not in our data.") % place
    if is_withheld(row):
        return _("%s: too few employers answered to be sure of pay there, so it is not shown.") % place
    return _("The survey does not release pay for %s.") % place
