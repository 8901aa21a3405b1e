"""Which figures of pay have enough answers behind them to be told, and the words in the place of those that have not.

The survey asks employers, not everyone: where few answered, a figure says more about them than about the place.
docs/decisions/0010 says why the limits are what they are; `sure()` on rows of pay is the same rule for the database.
"""

from django.utils.translation import gettext as _

from guides.models.pay import FEWEST_JOBS, MOST_JOBS_ERROR, MOST_MEAN_ERROR, PayColumns


def is_pay_sure(row: PayColumns) -> bool:
    """Whether the row's pay may be told; where the survey gives no error, its figure stands."""
    few = row.employment is not None and row.employment < FEWEST_JOBS
    vague = row.mean_error is not None and row.mean_error > MOST_MEAN_ERROR
    return not (few or vague)


def are_jobs_sure(row: PayColumns) -> bool:
    """Whether the row's number of jobs may be told."""
    return row.employment_error is None or row.employment_error <= MOST_JOBS_ERROR


def is_withheld(row: PayColumns | None) -> bool:
    """Whether there is pay in the row that is not told."""
    return row is not None and (row.year_median or row.hour_median) is not None and not is_pay_sure(row)


def instead_of_pay(row: PayColumns | None) -> str:
    """What to say where a row has no pay to tell: that it is withheld, was not released, or is not here."""
    if row is None:
        return _("not in our data")
    return _("too few answers to be sure") if is_withheld(row) else _("not released")
