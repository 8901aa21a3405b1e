"""What the rules find in dates: forms, order, gaps, overlaps and expiry."""

from datetime import date

import pytest

from tests.resumes.cases import findings, job, make_resume, quotes, severities


@pytest.mark.parametrize(
    ("dates", "school", "quoted", "severity"),
    [
        (["June 2021 – Present", "08/2018 – 05/2021"], "2018", "08/2018 – 05/2021", "should"),
        (
            ["06/2021 – Present", "08/2018 – 05/2021", "July 2016 – June 2018"],
            "2014",
            "July 2016 – June 2018",
            "should",
        ),
        (["January 2021 – Present", "Aug 2018 – Dec 2020"], "2018", "Aug 2018 – Dec 2020", "could"),
        (["June 2021 – Present", "2018 – 2020"], "2018", "2018 – 2020", "could"),
        (["June 2021 – Present", "June 2018 – May 2021"], "05/2018", "05/2018", "could"),
        (["June 2021 – Present", "June 2018 – May 2021"], "2018", None, None),
        (["Aug 2021 – Present", "May 2018 – June 2021"], "May 2018", None, None),
        (["06/2021 – Present", "08/2018 – 05/2021"], "2018", None, None),
        (["2021 – Present", "2018 – 2021"], "2016", None, None),
    ],
)
def test_dates_in_more_than_one_form(dates, school, quoted, severity):
    case = make_resume(*(job(dates=said) for said in dates), school=f"State College, {school}")

    assert quotes(case, "date-format") == ([quoted] if quoted else [])
    assert severities(case, "date-format") == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("dates", "severity"),
    [
        ("May 2021 – March 2019", "must"),
        ("2021 – 2019", "must"),
        ("January 2027 – Present", "must"),
        ("May 2021 – March 2027", "must"),
        ("May 2021 – November 2026", None),
        ("2021 – 2026", None),
        ("May 2021 – May 2021", None),
        ("2021 – 2021", None),
    ],
)
def test_a_job_that_cannot_be_dated_so(dates, severity):
    assert severities(make_resume(job(dates=dates)), "date-order") == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("school", "severity"),
    [
        ("State College, Expected May 2027", []),
        ("State College, May 2027", ["could"]),
        ("State College, September 2024 – May 2023", ["must"]),
        ("State College, 2018", []),
    ],
)
def test_an_expected_graduation_is_fine(school, severity):
    assert severities(make_resume(school=school), "date-order") == severity


@pytest.mark.parametrize(
    ("dates", "quoted"),
    [
        (["March 2021 – Present", "June 2018 – July 2020"], ["June 2018 – July 2020"]),
        (["March 2021 – Present", "June 2018 – August 2020"], []),
        (["2021 – Present", "2016 – 2018"], ["2016 – 2018"]),
        (["2021 – Present", "2018 – 2020"], []),
        (["June 2019 – April 2026"], ["June 2019 – April 2026"]),
        (["June 2019 – May 2026"], []),
        (["March 2021 – Present", "June 2015 – June 2021", "June 2012 – May 2015"], []),
        (["March 2021 – Present", "", "June 2018 – July 2019"], []),
    ],
)
def test_a_gap_of_over_six_months(dates, quoted):
    case = make_resume(*(job(dates=said) for said in dates), school="State College, 2010")

    assert quotes(case, "employment-gap") == quoted
    assert set(severities(case, "employment-gap")) <= {"could"}


@pytest.mark.parametrize(
    "about",
    [
        {"school": "State College, August 2019 – December 2020"},
        {"school": "State College, October 2020"},
        {"extra": ["Career break to care for my father, July 2019 – February 2021"]},
        {"extra": ["2019 – 2021: full-time parent"]},
        {"extra": ["Relocated to Ohio with a spouse in the service"]},
        {"summary": "Returning to work after raising two children."},
    ],
)
def test_a_gap_that_the_document_explains(about):
    jobs = [job(dates="March 2021 – Present"), job(dates="June 2018 – June 2019")]
    before = make_resume(*jobs, school="State College, 2010")

    assert quotes(before, "employment-gap") == ["June 2018 – June 2019"]
    assert findings(make_resume(*jobs, **{"school": "State College, 2010", **about}), "employment-gap") == []


def test_unpaid_work_fills_a_gap():
    jobs = [job(dates="March 2021 – Present"), job(dates="June 2018 – June 2019")]
    unpaid = job(dates="August 2019 – January 2021", section="volunteer")

    assert findings(make_resume(*jobs, unpaid, school="State College, 2010"), "employment-gap") == []


@pytest.mark.parametrize(
    ("earlier", "more", "is_named"),
    [
        ("June 2018 – May 2021", {}, True),
        ("June 2018 – April 2021", {}, True),
        ("June 2018 – March 2021", {}, False),
        ("2018 – 2021", {}, False),
        ("June 2018 – May 2021", {"employer": "Mercy Hospital"}, False),
        ("June 2018 – May 2021", {"title": "Nurse (part-time)"}, False),
        ("June 2018 – May 2021", {"title": "PRN Nurse"}, False),
        ("June 2018 – May 2021", {"title": "Adjunct Instructor"}, False),
    ],
)
def test_two_jobs_at_once(earlier, more, is_named):
    now = job(dates="March 2021 – Present", employer="Mercy General")
    case = make_resume(now, job(dates=earlier, **{"employer": "Kroger", **more}))

    assert quotes(case, "overlapping-jobs") == ([earlier] if is_named else [])
    assert set(severities(case, "overlapping-jobs")) <= {"could"}


@pytest.mark.parametrize(
    ("said", "expires", "severity"),
    [
        ("BLS, American Heart Association, expires October 2026", "2026-10", ["must"]),
        ("BLS, American Heart Association, expires November 2026", "2026-11", []),
        ("BLS, exp. 10/2026", None, ["must"]),
        ("BLS, exp. 11/27/2026", None, ["must"]),
        ("BLS, exp. 11/28/2026", None, []),
        ("BLS, valid through 2026", None, []),
        ("BLS, valid through 2025", None, ["must"]),
        ("Licensed Social Worker, 2018 – 2022", "2022", ["could"]),
        ("CPhT, PTCB, 2019", None, []),
    ],
)
def test_a_credential_has_expired(said, expires, severity):
    assert severities(make_resume(certifications=[(said, expires)]), "expired-credential") == severity


def test_expiry_depends_on_the_day():
    held = [("CPhT, expires June 2027", "2027-06")]

    assert findings(make_resume(certifications=held, today=date(2027, 6, 30)), "expired-credential") == []
    assert severities(make_resume(certifications=held, today=date(2027, 7, 1)), "expired-credential") == ["must"]
