"""What the rules find in lines of work: verbs, tense, persons, figures, stops and lengths."""

import pytest

from tests.resumes.cases import GOOD_LINES, findings, job, make_resume, quotes, severities

CLEAN_JOBS = {
    "nurse": job(
        "Care for 5 patients a shift on a 32-bed telemetry unit",
        "Titrate cardiac drips and interpret 12-lead ECGs",
        "Precept 4 new graduates a year",
        title="Registered Nurse",
        employer="St. Luke's Hospital",
    ),
    "cook": job(
        "Worked the grill and sauté stations on a line of 6, 220 covers on Saturdays",
        "Broke down whole fish and butchered pork for daily specials",
        "Kept the walk-in at 38 degrees and dated, with no points lost in 3 inspections",
        title="Line Cook",
        employer="Bayou Table",
        dates="June 2019 – March 2022",
    ),
    "electrician": job(
        "Wired 40 new homes from rough-in to trim-out",
        "Pulled, terminated and tested feeders up to 500 kcmil",
        "Read blueprints and bent conduit to NEC 2020",
        title="Journeyman Electrician",
        employer="Volt Electric",
        dates="June 2019 – March 2022",
    ),
    "teacher": job(
        "Teach 28 fourth graders a year, a third of them English learners",
        "Raised the share who read at grade level from 54% to 71%",
        "Lead the after-school math club for 15 students",
        title="Elementary Teacher",
        employer="Lincoln Elementary",
    ),
    "driver": job(
        "Drove 110,000 miles a year in 11 western states without an accident",
        "Cut fuel use by 6% by planning stops",
        "Secured flatbed loads of up to 48,000 pounds",
        title="Truck Driver",
        employer="Western Freight",
        dates="06/2019 – 03/2022",
    ),
    "programmer": job(
        "Built a React and Django portal that 12,000 users sign in to each month",
        "Led a migration to PostgreSQL 16 with two minutes of downtime",
        "Wrote the test suite that raised coverage from 40% to 90%",
        title="Software Engineer",
        employer="Northwind Labs",
        dates="June 2019 – March 2022",
    ),
    "surgical technologist": job(
        "Scrubbed in on 600 cases a year, from knees to craniotomies",
        "Assisted surgeons with retraction and suturing",
        "Counted instruments and sponges with the circulating nurse, 3 times a case",
        title="Surgical Technologist",
        employer="Valley Surgery Center",
        dates="June 2019 – March 2022",
    ),
}
LINE_RULES = (
    "weak-verb", "repeated-verb", "tense", "first-person", "no-numbers", "bullet-punctuation", "long-bullet", "long-paragraph",
    "spelling", "grammar", "generic-phrase", "placeholder", "personal-data",
)  # fmt: skip


@pytest.mark.parametrize("occupation", CLEAN_JOBS)
def test_good_lines_of_any_occupation_raise_nothing_that_matters(occupation):
    case = make_resume(CLEAN_JOBS[occupation])

    found = [finding for rule in LINE_RULES for finding in findings(case, rule) if finding.severity != "could"]

    assert found == []


@pytest.mark.parametrize(
    ("line", "said", "severity"),
    [
        ("Responsible for managing inventory of 900 items", "Responsible for", "should"),
        ("Was responsible for closing the kitchen", "Was responsible for", "should"),
        ("Duties included answering phones", "Duties included", "should"),
        ("Job duties include stocking shelves", "Job duties include", "should"),
        ("Responsibilities included charting and rounding", "Responsibilities included", "should"),
        ("Tasked with ordering produce", "Tasked with", "should"),
        ("In charge of the night crew", "In charge of", "should"),
        ("Was in charge of two servers", "Was in charge of", "should"),
        ("Helped with inventory", "Helped with", "should"),
        ("Worked on the billing backlog", "Worked on", "should"),
        ("Involved in planning the move", "Involved in", "should"),
        ("Assisted with filing", "Assisted with", "should"),
        ("Participated in weekly meetings", "Participated in", "could"),
        ("Stock room: Responsible for ordering", "Responsible for", "should"),
    ],
)
def test_an_opening_that_tells_the_job_and_not_the_work_is_named(line, said, severity):
    case = make_resume(job(line, *GOOD_LINES, title="Office Clerk"))

    assert (quotes(case, "weak-verb"), severities(case, "weak-verb")) == ([said], [severity])


@pytest.mark.parametrize(
    "line",
    [
        "Assisted surgeons during 40 procedures a week",
        "Helped customers find the right size",
        "Assisted residents to walk and to eat",
        "Worked the register and the drive-through",
        "Worked with two pharmacists on a new layout",
        "Worked on the line beside five cooks",
        "Made the technician responsible for narcotics a lead",
        "Supported three buyers",
        "Served 60 tables a night",
        "Handled cash up to $4,000",
    ],
)
def test_an_opening_that_says_what_was_done_is_left_alone(line):
    assert quotes(make_resume(job(line, *GOOD_LINES, title="Associate")), "weak-verb") == []


def test_assisting_is_right_where_it_is_the_job():
    line = "Assisted with bathing and feeding 9 residents"

    assert severities(make_resume(job(line, title="Nursing Assistant")), "weak-verb") == ["could"]
    assert severities(make_resume(job(line, title="Sales Manager")), "weak-verb") == ["should"]


def test_a_rewrite_uses_the_writers_own_verb_and_a_blank():
    past = make_resume(job("Responsible for managing the stockroom.", dates="May 2019 – May 2020"))
    now = make_resume(job("Responsible for managing the stockroom"))

    (was,) = findings(past, "weak-verb")
    (still,) = findings(now, "weak-verb")

    assert was.suggestions == ("Managed the stockroom, [how many, how often or with what result]",)
    assert still.suggestions == ("Manage the stockroom, [how many, how often or with what result]",)


@pytest.mark.parametrize(
    ("groups", "severity"),
    [
        ([["Managed a", "Managed b", "Counted c", "Managed d"]], ["should"]),
        ([["Managed a", "Manages b"], ["Managed c", "Sold d"]], ["could"]),
        ([["Managed a", "Managed b", "Sold c"]], []),
        ([["Trained 3 cooks", "Cooked for 90"], ["Trained servers", "Retrained hosts"]], []),
    ],
)
def test_a_verb_is_repeated_from_the_third_line_on(groups, severity):
    assert severities(make_resume(*(job(*lines) for lines in groups)), "repeated-verb") == severity


@pytest.mark.parametrize(
    ("dates", "lines", "quoted", "severity"),
    [
        ("May 2019 – May 2021", ["Filled orders", "Stock shelves", "Trained 3 people"], ["Stock"], ["could"]),
        ("May 2019 – May 2021", ["Filled orders", "Manage stock", "Trained 3 people"], ["Manage"], ["should"]),
        ("May 2019 – May 2021", ["Filled orders", "Manages stock", "Trained 3 people"], ["Manages"], ["should"]),
        ("May 2019 – May 2021", ["Fill orders", "Manage stock", "Train people"], ["Fill"], ["should"]),
        ("May 2019 – May 2021", ["Filled orders", "Managing stock", "Trained 3 people"], ["Managing"], ["could"]),
        ("May 2019 – Present", ["Fill orders", "Managed stock", "Train 3 people"], ["Managed"], ["could"]),
        ("May 2019 – Present", ["Fill orders", "Cut waste by 9%", "Raised sales", "Train 3 people"], [], []),
        ("May 2019 – May 2021", ["Filled orders", "Process payroll for 40", "Sold 9 plans"], ["Process"], ["could"]),
        ("May 2019 – May 2021", ["Filled orders", "Led a team", "Ran the bar", "Cut waste", "Read gauges"], [], []),
        ("May 2019 – Present", ["Fill orders", "Lead a team", "Run the bar", "Cut waste", "Set tables"], [], []),
        ("May 2019 – Present", ["Filled orders", "Led a team", "Ran the bar"], [], []),
        ("May 2019 – May 2021", ["Filled orders", "Inventory control and ordering", "Lead cook on Sundays"], [], []),
        (
            "May 2019 – May 2021",
            ["Filled orders", "Patient care: Took vital signs", "Successfully sold 9 plans"],
            [],
            [],
        ),
        ("May 2019 – May 2021", ["Supervision of 12 staff", "Support for end users", "130 lines an hour"], [], []),
        ("May 2019 – May 2021", ["Wrote code", "Test automation in Python", "Design of switchgear"], [], []),
        ("May 2019 – May 2021", ["Taught classes", "Certified trainer for CPR", "Licensed in Ohio"], [], []),
    ],
)
def test_tense_within_a_job(dates, lines, quoted, severity):
    case = make_resume(job(*lines, dates=dates))

    assert quotes(case, "tense") == quoted
    assert severities(case, "tense") == severity


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("I managed a team of 12", "I"),
        ("Cut my drawer errors to 2 a month", "my"),
        ("We served 200 guests a night", "We"),
        ("Taught new hires what I learned at 3 sites", "I"),
        ("Was the one my manager called first", "my"),
        ("I’ve trained 9 cooks", "I’ve"),
        ("Told 40 patients a day how to reach us", "us"),
        ("As a nurse, I was on 3 committees", "I"),
    ],
)
def test_the_person_is_named(line, said):
    assert quotes(make_resume(job(line, *GOOD_LINES)), "first-person") == [said]


@pytest.mark.parametrize(
    "line",
    [
        "Staffed a Level I trauma center with 40 beds",
        "Worked as Pharmacy Technician I for 2 years",
        "Ran phase I and II trials with 60 patients",
        "Managed I-9 forms for 300 hires",
        "Wired I/O panels for 14 machines",
        "Sorted Title I funds for 3 schools",
        "Volunteered 200 hours at Our Lady of Mercy",
        "Earned “I trust her with my kids” from 3 parents",
        "Moved 12 offices to Portland, ME",
        "Taught Algebra I to 90 students",
        "Served US and Canadian clients on 14 accounts",
        "Answered MyChart messages for 6 doctors",
    ],
)
def test_numerals_names_and_quotations_are_no_person(line):
    assert quotes(make_resume(job(line, *GOOD_LINES)), "first-person") == []


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (["Coded charts in ICD-10 and CPT-4", "Compounded under USP 797", "Taught grade 4"], ["should"]),
        (["Migrated to Windows 10 in 2019", "Worked 24/7 call", "Passed an ISO 9001 audit"], ["should"]),
        (["Filled orders", "Counted stock", "Trained people"], ["should"]),
        (["Read a 12-lead ECG", "Wore an N95", "Gave COVID-19 shots"], ["should"]),
        (["Filled 20 orders", "Counted stock", "Trained people"], []),
        (["Filled orders", "Counted stock", "Trained three people"], ["could"]),
        (["Cut waste by half", "Counted stock", "Trained people"], ["could"]),
        (["Saved $400", "Counted stock", "Trained people"], []),
        (["Staffed a 32-bed unit", "Counted stock", "Trained people"], []),
        (["Filled orders", "Counted stock"], []),
    ],
)
def test_a_resume_without_a_figure_in_its_lines(lines, severity):
    assert severities(make_resume(job(*lines)), "no-numbers") == severity


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        (["Filled orders.", "Counted stock", "Trained people"], ["orders."]),
        (["Filled orders.", "Counted stock.", "Trained people"], ["people"]),
        (["Filled orders.", "Counted stock.", "Trained people."], []),
        (["Filled orders", "Counted stock", "Trained people"], []),
        (["Worked 4 a.m. to 1 p.m.", "Counted stock", "Sold for Acme Inc.", "Trained people"], []),
        (["Filled orders;", "Counted stock;", "Trained people."], []),
        (["Filled orders (90 a day).", "Counted stock (all of it)", "Cut waste by 5%"], ["day)."]),
    ],
)
def test_full_stops_are_on_all_lines_or_none(lines, quoted):
    assert quotes(make_resume(job(*lines)), "bullet-punctuation") == quoted


@pytest.mark.parametrize(("words", "severity"), [(35, []), (36, ["could"]), (45, ["could"]), (46, ["should"])])
def test_a_line_is_too_long(words, severity):
    line = "Counted " + " ".join(["stock"] * (words - 1))

    assert severities(make_resume(job(line, *GOOD_LINES)), "long-bullet") == severity


@pytest.mark.parametrize(("words", "severity"), [(75, []), (76, ["could"]), (95, ["could"]), (96, ["should"])])
def test_a_paragraph_is_too_long(words, severity):
    text = " ".join(["care"] * words) + "."

    assert severities(make_resume(summary=text), "long-paragraph") == severity
    assert severities(make_resume(job(paragraphs=[text])), "long-paragraph") == severity
