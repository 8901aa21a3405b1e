"""Whether a job is worth applying for: few that fit well come before many."""

from dataclasses import replace

import pytest

from jobsearch.worth import MANY, SOON, Case, Reason, Verdict, worth

GOOD = Case(shown=2, in_part=1, missing=1)
HALF = Case(shown=2, missing=2)


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (Case(), Verdict.UNKNOWN),
        (GOOD, Verdict.APPLY),
        (Case(shown=5, missing=2), Verdict.MEND),
        (HALF, Verdict.MEND),
        (Case(shown=2, missing=3), Verdict.LEAVE),
        (replace(HALF, under_way=MANY - 1), Verdict.MEND),
        (replace(HALF, under_way=MANY), Verdict.LEAVE),
        (replace(GOOD, under_way=MANY), Verdict.APPLY),
        (replace(GOOD, days_left=0), Verdict.APPLY),
        (replace(GOOD, days_left=-1), Verdict.CLOSED),
        (replace(GOOD, papers=1), Verdict.ASK),
        (replace(GOOD, pay="under"), Verdict.ASK),
        (replace(GOOD, pay="low"), Verdict.APPLY),
        (Case(shown=2, missing=3, papers=1), Verdict.LEAVE),
    ],
)
def test_verdict(case, verdict):
    assert worth(case).verdict == verdict


def test_reasons_name_all_that_was_weighed():
    full = Case(shown=1, missing=1, papers=1, days_left=SOON - 1, pay="high", under_way=MANY)

    assert worth(full).reasons == (
        Reason.FITS_HALF, Reason.PAPER, Reason.CLOSES_SOON, Reason.PAY_HIGH, Reason.DESK_FULL,
    )  # fmt: skip
    assert worth(replace(GOOD, days_left=SOON)).reasons == (Reason.FITS, Reason.CLOSES, Reason.DESK_FREE)
