"""What the rules find in words: spelling, grammar, empty phrases, leftovers; contact, sections, looks and fit."""

from typing import Any

import pytest

from resumes.review.terms import Match, Posting, RoleTerms, Term, TermMatch
from tests.resumes.cases import GOOD_LINES, findings, job, make_letter, make_resume, quotes, severities


@pytest.mark.parametrize(
    ("line", "said", "meant"),
    [
        ("Recieved 40 deliveries a week", "Recieved", "Received"),
        ("Answered phones and scheduled apointments", "apointments", "appointments"),
        ("Kept the medicaton room stocked", "medicaton", "medication"),
        ("Managed inventry and ordering", "inventry", "inventory"),
        ("Ran teh night audit", "teh", "the"),
        ("Instaled and tested 30 panels", "Instaled", "Installed"),
        ("Prepared vegtables for 200 covers", "vegtables", "vegetables"),
        ("Improved patient satisfacton scores", "satisfacton", "satisfaction"),
        ("Kept a calender for three doctors", "calender", "calendar"),
    ],
)
def test_a_misspelled_word_is_named_with_what_is_meant(line, said, meant):
    (found,) = findings(make_resume(job(line, *GOOD_LINES)), "spelling")

    assert (found.quote, found.suggestions, found.severity) == (said, (meant,), "should")


@pytest.mark.parametrize(
    "line",
    [
        "Dispensed lisinopril, metformin and enoxaparin under USP 797",
        "Precepted students and triaged walk-ins in Epic and Pyxis",
        "Julienned vegetables, sautéed fish and plated crudités with the sous chef",
        "Megged motors, terminated feeders and hung subpanels in romex and EMT",
        "Dockerized microservices, wrote GraphQL webhooks and tuned PostgreSQL in kubernetes",
        "Organised the theatre programme and supervised paediatric anaesthetic trolleys",
        "Worked for Okonkwo & Brightwater, Walgreens and Meijer in Schaumburg",
        "Scaffolded phonics lessons for preschoolers with IEPs on Chromebooks",
        "Palletized freight, ran a reach-in and a hi-lo, and built endcaps from planograms",
        "Can’t miss interventional suites, entrees in hardcopy and double-posting, and didn’t",
        "Mailed dsimmons_88@example.test and kept www.riversidedrug.example current",
    ],
)
def test_names_and_terms_of_the_trade_are_not_misspelled(line):
    assert severities(make_resume(job(line, *GOOD_LINES)), "spelling") == []


def test_a_run_of_letters_without_end_is_no_word():
    assert findings(make_resume(email="", extra=["a" * 50_000, "b-" * 9_000]), "spelling") == []


def test_words_of_the_role_and_the_posting_are_known():
    case = make_resume(job("Used Zyntrax for frobulating", *GOOD_LINES))
    role = RoleTerms("x", "X", vocabulary=frozenset({"frobulating"}))

    assert severities(case, "spelling") == ["could"]
    assert findings(make_resume(job("Used Zyntrax for frobulating", *GOOD_LINES), role=role), "spelling") == []
    assert (
        findings(make_resume(job("Used it for frobulating", *GOOD_LINES), posting=Posting("frobulating")), "spelling")
        == []
    )


@pytest.mark.parametrize(
    ("line", "said", "meant"),
    [
        ("Trained three technician on the new system", "technician", "technicians"),
        ("Ensured that patients was greeted within two minutes", "was", "were"),
        ("Worked as a experienced aide to four nurses", "a", "an"),
        ("Kept the the walk-in clean", "the the", "the"),
        ("Filled more then 200 orders a day", "then", "than"),
        ("Promoted to store manger in two years", "manger", "manager"),
        ("Maintained there records in Epic", "there", "their"),
        ("Led a team of 5 nurse", "nurse", "nurses"),
        ("Could of used fewer hours", "of", "have"),
        ("Orders was packed by 9", "was", "were"),
        ("Worked with less mistakes on 40 lines", "less", "fewer"),
        ("Packed more boxes then 9 others", "then", "than"),
    ],
)
def test_a_fault_of_grammar_is_named_with_what_is_meant(line, said, meant):
    found = findings(make_resume(job(line, *GOOD_LINES)), "grammar")

    assert [(one.quote, one.suggestions) for one in found] == [(said, (meant,))]


@pytest.mark.parametrize(
    "line",
    [
        "Trained three technician apprentices on lockout",
        "Led two nurse managers and five customer service representatives",
        "Cut the number of patients who were turned away",
        "Held an RN license, an FBI clearance and a UPS route",
        "Kept a one-time setup and an honest, hourly count",
        "Passed vitamin A and hepatitis A screens for managed care plans",
        "Moved the store to Walla Walla, WA",
        "Taught every student's family to use the children's library",
        "Sold to Lowe's in Ohio and McDonald's in Reno",
        "Worked as Technician I has in 2019",
    ],
)
def test_sound_grammar_is_left_alone(line):
    assert quotes(make_resume(job(line, *GOOD_LINES)), "grammar") == []


@pytest.mark.parametrize(
    ("line", "said", "severity"),
    [
        ("Team player on a crew of 9", "Team player", "should"),
        ("Was a hard-worker on nights", "hard-worker", "should"),
        ("Results-driven manager of 3 stores", "Results-driven manager", "should"),
        ("Proven track record in sales", "Proven track record", "should"),
        ("Thought outside the box", None, None),
        ("Detail-oriented and quick", "Detail-oriented", "could"),
        ("Built dynamic websites in Microsoft Dynamics", None, None),
        ("Named “a real team player” by the manager", None, None),
        ("Ran a team of players at the youth league", None, None),
        ("Directed seasoned wood to 4 sites", None, None),
    ],
)
def test_phrases_that_fit_everyone(line, said, severity):
    case = make_resume(job(line, *GOOD_LINES))

    assert quotes(case, "generic-phrase") == ([said] if said else [])
    assert severities(case, "generic-phrase") == ([severity] if severity else [])


def test_a_phrase_of_the_posting_is_its_own_word():
    case = make_resume(job("Detail-oriented and quick", *GOOD_LINES), posting=Posting("We want detail-oriented people"))

    assert findings(case, "generic-phrase") == []


@pytest.mark.parametrize(
    "line",
    [
        "[Your Name]", "[Company Name]", "[insert date]", "[City, State]", "[X years]", "[number]", "<Job Title>", "{{ name }}", "{company}",
        "Lorem ipsum dolor sit amet", "Grew sales by XX%", "Saved $X a year", "Trained X people", "XXX-XXX-XXXX", "Company Name",
        "Click here to enter text", "INSERT JOB TITLE", "Summarize your key responsibilities", "your.name@email.com", "20XX – 20XX", "Job Title, Company Name",
    ],
)  # fmt: skip
def test_text_left_over_from_a_template(line):
    case = make_resume(job(line, *GOOD_LINES))

    assert severities(case, "placeholder") != []
    assert set(severities(case, "placeholder")) == {"must"}


@pytest.mark.parametrize(
    "line",
    [
        "Support engineer [Remote]",
        "Published in Nature [1] and Cell [2, 3]",
        "Wrote List<String> adapters and <div> templates",
        "Ran a TODO app for 40 users",
        "Insert IV lines and Foley catheters",
        "Met company name guidelines",
        "Grew sales by 20%",
        "Moved to Xcel Energy [contract]",
        "Reported on FY20 and Q4",
        "Enter 300 orders a day",
        "Sized XXL uniforms for 90",
        "Type 75 words a minute",
    ],
)
def test_a_writers_own_signs_are_left_alone(line):
    assert quotes(make_resume(job(line, *GOOD_LINES)), "placeholder") == []


def test_every_placeholder_is_counted_once():
    case = make_letter("Dear reader, I admire [Company Name] and its [insert value]. I have XX years of experience.")

    assert quotes(case, "placeholder") == ["[Company Name]", "[insert value]", "XX"]


@pytest.mark.parametrize(
    ("address", "name", "is_named"),
    [
        ("hotbabe2000@example.test", "Dana Whitfield", True),
        ("partyboy@example.test", "Sam Lee", True),
        ("xx_dana_xx@example.test", "Dana Whitfield", True),
        ("dana420@example.test", "Dana Whitfield", True),
        ("skaterdude88@example.test", "Sam Lee", True),
        ("beer.lover@example.test", "Sam Lee", True),
        ("princess_dana@example.test", "Dana Whitfield", True),
        ("momof3@example.test", "Dana Whitfield", True),
        ("ilovecats@example.test", "Dana Whitfield", True),
        ("crazycatlady@example.test", "Dana Whitfield", True),
        ("dana.whitfield@example.test", "Dana Whitfield", False),
        ("dwhitfield1987@example.test", "Dana Whitfield", False),
        ("angel.king@example.test", "Angel King", False),
        ("maria.glover@example.test", "Maria Glover", False),
        ("chotchkiss@example.test", "Carl Hotchkiss", False),
        ("danarn@example.test", "Dana Whitfield", False),
        ("j.princess.moore@example.test", "Princess Moore", False),
        ("dana_w69@example.test", "Dana Whitfield", False),
        ("studer.electric@example.test", "Ann Studer", False),
        ("chef.kim@example.test", "Kim Park", False),
    ],
)
def test_an_address_that_is_a_joke(address, name, is_named):
    assert quotes(make_resume(name=name, email=address), "email-address") == ([address] if is_named else [])


def test_missing_contact_data_and_data_that_stands_elsewhere():
    assert severities(make_resume(email=""), "missing-email") == ["must"]
    assert severities(make_resume(phone=""), "missing-phone") == ["must"]
    header = {"in_headers": ("dana@example.test | 614.555.0148",)}
    case = make_resume(email="", phone="", layout=header)
    assert findings(case, "missing-email") == findings(case, "missing-phone") == []
    assert severities(make_resume(phone="", extra=["2016-2020 2018 – 2021"]), "missing-phone") == ["must"]


@pytest.mark.parametrize(
    ("extra", "severity"),
    [
        ("Date of Birth: 4 May 1990", "should"),
        ("DOB: 05/04/1990", "should"),
        ("Born 12 March 1990 in Lima", "should"),
        ("Age: 34", "should"),
        ("Age 34", "should"),
        ("DOB 05/04/1990", "should"),
        ("Marital Status: Married", "should"),
        ("Nationality: Indian", "should"),
        ("Religion: Catholic", "should"),
        ("SSN: 123-45-6789", "must"),
        ("Passport No: A1234567", "must"),
        ("National ID 4420-1123-55", "must"),
        ("Ages 3 to 5 preferred", None),
        ("Age 12 and under league, coach", None),
        ("License No. 30099999", None),
        ("Driver's license: Class A CDL", None),
        ("Languages: Spanish, English", None),
        ("614-555-0148", None),
        ("Authorized to work in the United States", None),
    ],
)
def test_what_is_nobodys_business(extra, severity):
    assert severities(make_resume(extra=[extra]), "personal-data") == ([severity] if severity else [])


def test_a_patients_data_is_work_and_a_photo_is_not():
    line = "Verified name and date of birth: two identifiers, each time"

    assert findings(make_resume(job(line, *GOOD_LINES)), "personal-data") == []
    assert severities(make_resume(layout={"has_photo": True}), "personal-data") == ["should"]


def test_sections_that_are_missing():
    assert severities(make_resume(school=None), "missing-section") == ["should"]
    assert severities(make_resume(skills=""), "missing-section") == ["could"]
    assert severities(make_resume(school=None, extra=["IBEW apprenticeship, 2015"]), "missing-section") == ["could"]
    assert findings(make_resume(), "missing-section") == []


@pytest.mark.parametrize(
    ("words", "short", "long"), [(149, ["should"], []), (150, [], []), (1100, [], []), (1101, [], ["should"])]
)
def test_length_of_a_resume(words, short, long):
    have = make_resume().document.words
    case = make_resume(summary="care " * (words - have - 1))

    assert (case.document.words, severities(case, "too-short"), severities(case, "too-long")) == (words, short, long)


def test_length_in_pages():
    assert severities(make_resume(layout={"pages": 3}), "too-long") == ["should"]
    assert severities(make_resume(layout={"pages": 2}), "too-long") == []


@pytest.mark.parametrize(
    ("layout", "severity"),
    [
        ({"hidden": ("pharmacy pharmacy",)}, "must"),
        ({"in_headers": ("dana@example.test",)}, "should"),
        ({"in_headers": ("Dana Whitfield, page 2",)}, None),
        ({"text_boxes": 1}, "should"),
        ({"columns": 2}, "could"),
        ({"tables": 1}, "could"),
        ({}, None),
    ],
)
def test_layout_that_programs_misread(layout, severity):
    assert severities(make_resume(layout=layout), "layout") == ([severity] if severity else [])


def test_uneven_style_is_a_matter_of_taste():
    marks = make_resume(job(*GOOD_LINES), job("Sold 40 plans", mark="-"))
    small = make_resume(job(*GOOD_LINES, "trained 4 people"))
    spaces = make_resume(job("Filled  many orders", *GOOD_LINES))
    fonts = make_resume(layout={"fonts": ("Arial-Bold", "ArialMT", "Georgia", "Lato-Light", "Verdana")})

    for case in (marks, small, spaces, fonts):
        assert severities(case, "inconsistent-style") == ["could"]
    assert findings(make_resume(), "inconsistent-style") == []


def _match(*found: tuple[str, Any, bool, bool], from_posting: bool = True) -> Match:
    terms = [TermMatch(Term(name, kind, required=required), is_found) for name, kind, required, is_found in found]
    return Match(tuple(terms), from_posting)


@pytest.mark.parametrize(
    ("match", "severity"),
    [
        (_match(("ACLS", "credential", True, False)), ["must"]),
        (_match(("ACLS", "credential", False, False)), ["could"]),
        (_match(("ACLS", "credential", True, True)), []),
        (_match(("Spanish", "skill", True, False)), []),
        (
            _match(("CPhT", "credential", True, False), ("BLS", "credential", False, False), from_posting=False),
            ["could"],
        ),
        (_match(("CPhT", "credential", True, False), ("BLS", "credential", False, True), from_posting=False), []),
    ],
)
def test_a_credential_that_is_asked_for(match, severity):
    assert severities(make_resume(match=match), "missing-credential") == severity


def test_a_credential_that_stands_in_the_text_is_never_called_missing():
    case = make_resume(certifications=[("ACLS, 2025", None)], match=_match(("ACLS", "credential", True, False)))

    assert findings(case, "missing-credential") == []


@pytest.mark.parametrize(("found", "severity"), [(5, []), (4, ["could"]), (3, ["should"])])
def test_a_resume_for_another_posting(found, severity):
    match = _match(*((f"skill {number}", "skill", False, number < found) for number in range(10)))

    assert severities(make_resume(match=match), "not-tailored") == severity
    role_alone = Match(match.terms, from_posting=False)
    assert findings(make_resume(match=role_alone), "not-tailored") == []
