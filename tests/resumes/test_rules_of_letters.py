"""What the rules find in cover letters."""

import pytest

from resumes.review.terms import Match, Posting, RoleTerms, Term, TermMatch
from tests.resumes.cases import GOOD_LINES, GOOD_PARAGRAPHS, findings, job, make_letter, make_resume, quotes, severities

OPENING, PROOF, MORE, ENDING = GOOD_PARAGRAPHS
POSTING = Posting(
    "Mercy General Hospital, Columbus. Pharmacy Technician II, nights.",
    "Pharmacy Technician II",
    "Mercy General Hospital",
)


def test_a_good_letter_raises_nothing_that_matters():
    for about in ({}, {"posting": POSTING}, {"role": RoleTerms("x", "Pharmacy Technician")}, {"resume": make_resume()}):
        assert [finding for finding in findings(make_letter(**about)) if finding.severity != "could"] == []


@pytest.mark.parametrize(
    ("salutation", "address", "severity"),
    [
        ("", (), ["should"]),
        ("To Whom It May Concern:", (), ["should"]),
        ("Dear Sir or Madam,", (), ["should"]),
        ("Dear Sirs,", (), ["should"]),
        ("Dear Hiring Manager,", ("Mercy General Hospital",), ["could"]),
        ("Dear Hiring Manager,", ("Dana Ortiz", "Mercy General Hospital"), []),
        ("Dear Hiring Committee,", (), ["could"]),
        ("Hello,", (), ["could"]),
        ("Dear Mercy General Hiring Team,", (), []),
        ("Dear Pharmacy Manager,", (), []),
        ("Dear Ms. Ortiz,", (), []),
        ("Dear Dana Ortiz:", (), []),
        ("Hello Dr. Singh,", (), []),
    ],
)
def test_whom_a_letter_is_for(salutation, address, severity):
    assert severities(make_letter(salutation=salutation, address=address), "no-addressee") == severity


@pytest.mark.parametrize(
    ("opening", "title", "is_named"),
    [
        ("I am applying for the Pharmacy Technician position.", "Pharmacy Technician II, Nights", True),
        ("I would like to be your next pharmacy tech.", "Pharmacy Technician", True),
        ("Your CPhT opening caught my eye.", "Pharmacy Technician", True),
        ("I am a registered nurse, and I am applying for the night role.", "Registered Nurse (RN) - ICU", True),
        ("I am applying for the RN position in your ICU.", "Registered Nurse", True),
        ("Your kitchen needs a line cook, and I am one.", "Line Cook", True),
        ("I am applying for the fourth-grade teaching position.", "4th Grade Teacher", True),
        ("I am applying for the electrician opening.", "Journeyman Electrician", True),
        ("I am applying for the open position at your hospital.", "Pharmacy Technician", False),
        ("I am applying for the medical assistant position.", "Dental Assistant", False),
        ("I would like to work for you.", "Truck Driver", False),
        ("I am applying for the job.", None, False),
        ("I am applying for your open position.", None, False),
        ("I am applying for the dishwasher position.", None, True),
        ("I want to join you as a night baker.", None, True),
        ("I am applying for Forklift Operator.", None, True),
    ],
)
def test_the_role_is_named(opening, title, is_named):
    posting = Posting("An ad.", title, "") if title else None
    case = make_letter(f"{opening} I filled 250 orders a day.", "I would welcome a talk.", posting=posting)

    assert bool(findings(case, "role-not-named")) is not is_named


@pytest.mark.parametrize(
    ("body", "employer", "address", "severity"),
    [
        ("I want to work at Mercy General.", "Mercy General Hospital", (), []),
        ("I want to work at MGH.", "Mercy General Hospital", (), []),
        ("I want to work at your hospital.", "Mercy General Hospital", (), ["should"]),
        (
            "I want to work at your hospital.",
            "Mercy General Hospital",
            ("Ana Ruiz", "Mercy General Hospital"),
            ["could"],
        ),
        ("I want to cook at Bayou Table.", "Bayou Table, LLC", (), []),
        ("I want to teach in your school.", "", ("Lincoln Elementary School",), ["could"]),
        ("I want to teach at Lincoln.", "", ("Lincoln Elementary School",), []),
        ("I would love to work for your company.", "", (), ["should"]),
        ("I would love to work for Northwind Labs.", "", (), []),
        ("I am applying for the cook position at The Crab Trap.", "", (), []),
    ],
)
def test_the_employer_is_named(body, employer, address, severity):
    posting = Posting(f"{employer} is hiring.", "Cook", employer) if employer else None

    assert severities(make_letter(body, address=address, posting=posting), "employer-not-named") == severity


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("I am applying for the technician position at Walgreens.", ["Walgreens"]),
        ("I would be glad to join CVS Pharmacy this fall.", ["CVS Pharmacy"]),
        ("I hope to bring my skills to Riverside Methodist Hospital.", ["Riverside Methodist Hospital"]),
        ("Kaiser Permanente's mission is close to mine.", ["Kaiser Permanente"]),
        ("I am applying for the technician position at Mercy General Hospital.", []),
        ("I am applying for the position at Mercy in Columbus.", []),
        ("In my current position at Walgreens, I fill 200 orders a day.", []),
        ("At Kroger, I worked with two pharmacists.", []),
        ("I left my job at Rite Aid when the store closed.", []),
        ("My previous role at CVS Pharmacy taught me that.", []),
        ("I want to join the Emergency Department.", []),
        ("I learned that at Columbus State College.", []),
        ("I would welcome the chance to talk to Ms. Ortiz.", []),
    ],
)
def test_another_employers_name(body, named):
    case = make_letter(OPENING, body, ENDING, posting=POSTING)

    assert quotes(case, "wrong-employer") == named
    assert set(severities(case, "wrong-employer")) <= {"must"}


def test_another_employers_name_without_a_posting():
    wrong = make_letter("I am applying for the cook position at Bayou Table.", address=("Ana Ruiz", "The Crab Trap"))
    right = make_letter("I am applying for the cook position at The Crab Trap.", address=("Ana Ruiz", "The Crab Trap"))

    assert quotes(wrong, "wrong-employer") == ["Bayou Table"]
    assert findings(right, "wrong-employer") == []


@pytest.mark.parametrize(
    ("opening", "is_weak"),
    [
        ("My name is Dana and I saw your ad online. I was very happy to see it.", True),
        ("I hope this letter finds you well. I want to grow.", True),
        ("I have always loved helping people, and I learn fast.", True),
        ("I am applying for the pharmacy technician position.", False),
        ("For six years I have filled prescriptions.", False),
        ("As a certified technician I know the counter.", False),
        ("Mercy General Hospital is where my son was born.", False),
        ("I cooked 220 covers a night last summer.", False),
    ],
)
def test_the_first_paragraph(opening, is_weak):
    case = make_letter(opening, PROOF, ENDING, posting=POSTING)

    assert bool(findings(case, "weak-opening")) is is_weak


@pytest.mark.parametrize(
    ("middle", "severity"),
    [
        (["I have excellent communication skills. I am very organized."], ["should"]),
        (["I have experience with inventory, and I am proficient in Excel."], ["should"]),
        (["I meet all of your requirements.", "I am a fast learner."], ["should"]),
        ([PROOF, "I have strong leadership skills."], ["could"]),
        ([PROOF], []),
        (["I taught 28 students a year and raised reading scores by 17 points."], []),
        (["At Volt Electric I wired 40 homes from rough-in to trim-out."], []),
        (["When two cooks called out, I ran grill and fry alone for 180 covers."], []),
        (["I load 14 trailers a shift. I have good balance."], []),
        (["I wanted this. I was there. I believe in it."], ["should"]),
    ],
)
def test_a_claim_needs_an_example(middle, severity):
    case = make_letter("I am applying for the cook position at Bayou Table.", *middle, ENDING)

    assert severities(case, "no-evidence") == severity


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("I think I might be a good nurse.", "should"),
        ("I believe I could help your team.", "should"),
        ("I feel that I would perhaps fit.", "should"),
        ("Although I do not have hospital experience, I try.", "should"),
        ("I am not sure if I qualify.", "should"),
        ("Hopefully I can learn the rest.", "should"),
        ("I just wanted to ask.", "should"),
        ("I believe I can do this well.", "could"),
        ("I hope to hear from you.", None),
        ("I hope we can meet.", None),
        ("I could start on the first of the month.", None),
        ("Perhaps the store was quiet.", None),
        ("I am confident behind a counter.", None),
        ("I might add that 40 of them came back.", None),
        ("Although the store was short of staff, no order was late.", None),
        ("You may call me on any day.", None),
    ],
)
def test_doubt_about_oneself(said, severity):
    case = make_letter(OPENING, f"{PROOF} {said}", ENDING)

    assert severities(case, "hedging") == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("ending", "is_missing"),
    [
        ("Thank you for your time and consideration.", True),
        ("I have enclosed my resume. I wish you a good week.", True),
        ("It is a fine hospital, and I like it.", True),
        ("I look forward to hearing from you.", False),
        ("I would welcome an interview.", False),
        ("Please call me at (614) 555-0148.", False),
        ("May I come by on Tuesday to talk?", False),
        ("I would be glad to work a trial shift.", False),
        ("I am available to meet on any weekday.", False),
        ("Could we speak next week?", False),
        ("I hope to discuss the night shift with you.", False),
    ],
)
def test_the_end_asks_for_something(ending, is_missing):
    assert bool(findings(make_letter(OPENING, PROOF, ending), "no-closing-request")) is is_missing


def test_a_letter_that_is_the_resume_again():
    resume = make_resume(job(*GOOD_LINES, "Trained six new technicians in sterile compounding"))
    copied = "I filled 250 prescriptions a day for the pharmacist to check. I resolved 15 insurance rejections a day by telephone. I trained six new technicians in sterile compounding."
    listed = (
        "From 2018 to 2020 I worked at Kroger. From 2020 to 2022 I worked at CVS. From 2022 to 2024 I worked at Aldi."
    )
    pointed = "As you can see from my resume, I have done this."

    assert severities(make_letter(OPENING, copied, ENDING, resume=resume), "restates-resume") == ["should"]
    assert severities(make_letter(OPENING, listed, ENDING), "restates-resume") == ["should"]
    assert quotes(make_letter(OPENING, pointed, ENDING), "restates-resume") == ["As you can see from my resume"]
    assert findings(make_letter(resume=resume), "restates-resume") == []
    assert findings(make_letter(OPENING, PROOF, "My resume is enclosed. May I call you?"), "restates-resume") == []


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("I have twelve years of experience in pharmacy.", ["must"]),
        ("I have 12 years of experience.", ["must"]),
        ("I have eight years of experience in pharmacy.", []),
        ("My grandmother ran this store for 40 years.", []),
        ("I have been at Riverside Drug since 2015.", ["must"]),
        ("I have been at Riverside Drug since 2019.", []),
        ("I hold my CPhT and my ACLS.", ["should"]),
        ("I hold my CPhT.", []),
        ("I earned my bachelor's degree at night.", ["must"]),
        ("I earned my associate degree at night.", []),
        ("I trained 12 technicians.", ["must"]),
        ("I trained 6 technicians.", []),
        ("I trained six technicians.", []),
    ],
)
def test_letter_and_resume_do_not_agree(said, severity):
    resume = make_resume(
        job(*GOOD_LINES, "Trained 6 technicians", dates="June 2019 – Present"),
        certifications=[("Certified Pharmacy Technician (CPhT)", None)],
    )

    assert severities(make_letter(OPENING, said, ENDING, resume=resume), "contradicts-resume") == severity
    assert findings(make_letter(OPENING, said, ENDING), "contradicts-resume") == []


@pytest.mark.parametrize(
    ("words", "short", "long"), [(99, True, False), (120, False, False), (450, False, False), (451, False, True)]
)
def test_length_of_a_letter(words, short, long):
    case = make_letter(
        "work " * words,
        address=("Ana Ruiz", "12 Main Street, Columbus, Ohio 43004, suite two", "Mercy General Hospital"),
    )

    assert (bool(findings(case, "too-short")), bool(findings(case, "too-long"))) == (short, long)


def test_a_letter_for_another_posting():
    def match(found: int) -> Match:
        terms = (TermMatch(Term(f"skill {number}", "skill"), number < found) for number in range(8))
        return Match(tuple(terms), from_posting=True)

    assert severities(make_letter(match=match(1)), "not-tailored") == ["should"]
    assert severities(make_letter(match=match(2)), "not-tailored") == []


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("I am the perfect candidate for this position.", "should"),
        ("This is my dream job.", "should"),
        ("I admire your esteemed organization.", "should"),
        ("I am excited to apply.", "could"),
        ("I am writing to express my interest.", "could"),
        ("I am writing to apply for the night shift.", None),
        ("The fit of the mask is perfect.", None),
    ],
)
def test_phrases_of_every_letter(said, severity):
    case = make_letter(OPENING, f"{PROOF} {said}", ENDING)

    assert severities(case, "generic-phrase") == ([severity] if severity else [])
