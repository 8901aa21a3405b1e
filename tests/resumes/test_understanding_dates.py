"""Dates as people write them."""

import pytest

from resumes.review.parsed import Piece
from resumes.review.understanding.periods import periods

# As written; first date, last date, goes on, expected.
DATES = [
    ("Jan 2020 – Present", "2020-01", None, True, False),
    ("01/2020-03/2022", "2020-01", "2022-03", False, False),
    ("2019–2021", "2019", "2021", False, False),
    ("Summer 2020", None, "2020", False, False),
    ("Jan '19", None, "2019-01", False, False),
    ("Jan '19 - Mar ’20", "2019-01", "2020-03", False, False),
    ("since 2018", "2018", None, True, False),
    ("2020 to date", "2020", None, True, False),
    ("Current", None, None, True, False),
    ("1/2012 to Current", "2012-01", None, True, False),
    ("June 2023 until now", "2023-06", None, True, False),
    ("Present – 2019", "2019", None, True, False),
    ("Aug 2018/Present", "2018-08", None, True, False),
    ("2019 –", "2019", None, True, False),
    ("3/15/2019", None, "2019-03", False, False),
    ("25/12/2019", None, "2019-12", False, False),
    ("3/15/2019 - 4/1/2020", "2019-03", "2020-04", False, False),
    ("15 March 2021 – 3 May 2022", "2021-03", "2022-05", False, False),
    ("March 3rd, 2021 through May 2022", "2021-03", "2022-05", False, False),
    ("2020-01-15 – 2021-02-20", "2020-01", "2021-02", False, False),
    ("2019-05", None, "2019-05", False, False),
    ("2009-10 to 2011-02", "2009-10", "2011-02", False, False),
    ("2015-17", "2015", "2017", False, False),
    ("03.2018 - 05.2020", "2018-03", "2020-05", False, False),
    ("6/09 – 8/15", "2009-06", "2015-08", False, False),
    ("Nov 2019–Feb 20", "2019-11", "2020-02", False, False),
    ("Jun - Aug 2023", "2023-06", "2023-08", False, False),
    ("Summers 2014 – 2016", "2014", "2016", False, False),
    ("Sept. 2018—Dec. 2021", "2018-09", "2021-12", False, False),
    ("January 2022 - Present (2 years 11 months)", "2022-01", None, True, False),
    ("Expected May 2027", None, "2027-05", False, True),
    ("anticipated graduation: June 2027", None, "2027-06", False, True),
    ("2018 - 2022 (expected)", "2018", "2022", False, True),
]
NO_DATES = ["(404) 555-0109", "NEC 20231", "$2015", "4 years 11 months", "13/45/2019", "Suite 2020B", "maybe", "#2019"]


@pytest.mark.parametrize(("text", "starts_on", "ends_on", "is_current", "is_expected"), DATES)
def test_dates_are_understood(text, starts_on, ends_on, is_current, is_expected):
    (period,) = periods(Piece(text, 100, 100 + len(text)))

    assert (period.starts_on, period.ends_on) == (starts_on, ends_on)
    assert (period.is_current, period.is_expected) == (is_current, is_expected)
    assert period.text == text[period.start - 100 : period.end - 100]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_figures_are_no_dates(text):
    assert periods(Piece(text, 0, len(text))) == []
