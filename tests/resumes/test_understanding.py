"""What is understood of a document: contact, sections, credentials, lists, letters, and what other parsers get wrong."""

import time

import pytest

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Piece
from resumes.review.reading import read_text
from resumes.review.understanding import contact, kind_of, understand

PHONES = [
    ("+1 (415) 555-0142", "+1 (415) 555-0142"),
    ("415.555.0142 x12", "415.555.0142 x12"),
    ("(415)555-0142", "(415)555-0142"),
    ("4155550142", "4155550142"),
    ("Tel: 555-0142", "555-0142"),
    ("020 7946 0958", "020 7946 0958"),
    ("+49 (0)30 23125 123", "+49 (0)30 23125 123"),
    ("+91 98765 43210", "+91 98765 43210"),
    ("Columbus, OH 43215 (614) 555-0142", "(614) 555-0142"),
    ("512-555-0142jane@example.test", "512-555-0142"),
    ("Fax: 614-555-0142", None),
    ("555-0142", None),
    ("2016 - 05/2018", None),
    ("License #RN555012345", None),
    ("ZIP 43215-1234", None),
]
EMAILS = [
    ("✉maria@example.test", "maria@example.test"),
    ("\uf0e0maria@example.test", "maria@example.test"),
    ("envelopemaria@example.test", "maria@example.test"),
    ("415-555-0142maria@example.test", "maria@example.test"),
    ("<maria.o'neil+jobs@mail.example.co.uk>", "maria.o'neil+jobs@mail.example.co.uk"),
    ("emaria@example.test", "emaria@example.test"),
    ("maria @ home", None),
]
PLACES = [
    ("123 Main Street, Apt 4, Columbus, OH 43215", "Columbus, OH 43215"),
    ("P.O. Box 12, Red Mesa, NM", "Red Mesa, NM"),
    ("Coeur d'Alene, ID", "Coeur d'Alene, ID"),
    ("Toronto, ON M5V 2T6", "Toronto, ON M5V 2T6"),
    ("London SW1A 1AA", "London SW1A 1AA"),
    ("Mumbai, Maharashtra, India", "Mumbai, Maharashtra, India"),
    ("I want a job in Ohio", None),
]


def first(found, text):
    piece = next(iter(found(Piece(text, 0, len(text)))), None)
    return piece and piece.text


@pytest.mark.parametrize(("text", "phone"), PHONES)
def test_phone_numbers(text, phone):
    assert first(contact.phones, text) == phone


@pytest.mark.parametrize(("text", "email"), EMAILS)
def test_email_addresses(text, email):
    assert first(contact.emails, text) == email


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(text, place):
    found = contact.first_place([Line(text, 0)])

    assert (found and found.text) == place


HEADINGS = [
    ("WORK EXPERIENCE", "experience"),
    ("Employment", "experience"),
    ("Career Overview", "summary"),
    ("Educational Background", "education"),
    ("Core Strengths", "skills"),
    ("Licensure & Certifications:", "certifications"),
    ("E X P E R I E N C E", "experience"),
    ("My Hobbies", "interests"),
    ("Where I've Worked", "experience"),
    ("REFERENCES", "references"),
    ("Honors & Awards", "awards"),
    ("Objective:", "summary"),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_headings_that_people_write(heading, kind):
    parsed = understand(
        read_text(f"Ana Silva\nana.silva@example.test\n\n{heading}\nSomething that is there\n"), "resume"
    )

    assert [section.kind for section in parsed.sections] == [kind]


def test_labels_inside_a_job_open_no_section():
    text = (
        "Ana Silva\nana.silva@example.test\n\nEXPERIENCE\nNurse, Valley Hospital, 2019 - Present\n- Triage\n"
        "Key achievements:\n- Named nurse of the year\nSkills: triage, wounds\n"
    )

    parsed = understand(read_text(text), "resume")

    assert [section.kind for section in parsed.sections] == ["experience"]
    assert [len(job.bullets) for job in parsed.jobs] == [2]


def test_headings_in_a_column_of_their_own():
    rows = (
        "EXPERIENCE\tNurse, Valley Hospital, 2019 - Present",
        "EDUCATION\tBSN, Bay University, 2018",
        "SKILLS\tTriage",
    )
    lines, start = [Line("Ana Silva", 0)], 10
    for row in rows:
        lines.append(Line(row, start, kind="table"))
        start += len(row) + 1
    document = ReadDocument("\n".join(line.text for line in lines), tuple(lines), "docx")

    parsed = understand(document, "resume")

    assert [section.kind for section in parsed.sections] == ["experience", "education", "skills"]
    assert [job.employer.text for job in parsed.jobs] == ["Valley Hospital"]
    assert [degree.school.text for degree in parsed.education] == ["Bay University"]


def test_pieces_stand_where_they_say():
    document = read_text(
        "Ana Silva, RN\nana.silva@example.test | (415) 555-0142 | Oakland, CA\n\nExperience\n"
        "Nurse | Valley Hospital | Oakland, CA | May 2019 – Present\n• Triage\n• Wound care\n\n"
        "Education\nBSN, Bay University, 2018\n\nSkills\nClinical: triage, wound care\n"
    )
    parsed = understand(document, "resume")

    (job,), (degree,) = parsed.jobs, parsed.education
    pieces = [parsed.name, parsed.email, parsed.phone, parsed.location, job.title, job.employer, job.location]
    pieces += [*job.bullets, job.period, degree.award, degree.school, *parsed.skills]
    assert all(document.text[piece.start : piece.end] == piece.text for piece in pieces)
    assert [skill.text for skill in parsed.skills] == ["triage", "wound care"]


def test_a_name_on_two_lines():
    lines, start = [], 0
    for text, size in (("GUADALUPE", 26.0), ("DE LA CRUZ", 26.0), ("Receptionist", 10.0), ("lupe@example.test", 10.0)):
        lines.append(Line(text, start, size=size, bold=size > 20))
        start += len(text) + 1
    document = ReadDocument("\n".join(line.text for line in lines), tuple(lines), "pdf")

    parsed = understand(document, "resume")

    assert parsed.name is not None
    assert (parsed.name.text, parsed.headline and parsed.headline.text) == ("GUADALUPE DE LA CRUZ", "Receptionist")


def test_a_name_in_a_header_and_in_a_side_column():
    header = (
        Line("Caleb Thornquist", 0, kind="header"),
        Line("208-555-0153", 17, kind="header"),
        Line("Objective", 30, kind="heading"),
        Line("A shop to learn in", 40),
    )
    side = (
        Line("Contact", 0, kind="heading", size=12.0),
        Line("(415) 555-0142", 8, size=9.0),
        Line("Priya Raman", 23, column=1, size=24.0, bold=True),
        Line("Work", 35, kind="heading", column=1, size=12.0),
        Line("Cashier, Evergreen Market, 2022 - Present", 40, column=1, size=9.0),
    )

    names = [
        understand(ReadDocument("\n".join(line.text for line in lines), lines, "pdf"), "resume").name
        for lines in (header, side)
    ]

    assert [name and name.text for name in names] == ["Caleb Thornquist", "Priya Raman"]


def test_several_positions_at_one_employer_have_it_each():
    text = (
        "Ana Silva\nana.silva@example.test\n\nExperience\n\nACME FOODS, Reno, NV\n2012 – Present\n"
        "Plant Manager (2018 – Present)\n- Ran the plant\nShift Supervisor (2012 – 2018)\n- Ran the night\n"
    )

    jobs = understand(read_text(text), "resume").jobs

    assert [(job.title.text, job.employer.text) for job in jobs] == [
        ("Plant Manager", "ACME FOODS"),
        ("Shift Supervisor", "ACME FOODS"),
    ]


def test_an_employer_is_not_lent_to_work_that_had_none():
    text = (
        "Ana Silva\nana.silva@example.test\n\nExperience\n\nValley Home Helpers\nHome Attendant\nJune 2023 until now\n"
        "bathing, dressing, meals\n\nCaregiver for my mother\n2018 - 2023\nfull time care\n"
    )

    assert [job.employer and job.employer.text for job in understand(read_text(text), "resume").jobs] == [
        "Valley Home Helpers",
        None,
    ]


def test_credentials_without_their_numbers():
    text = (
        "Ana Silva\nana.silva@example.test\n\nCertifications\nRegistered Nurse, Ohio, License #RN555012, exp. 10/31/2027\n"
        "Certified Pharmacy Technician (CPhT), No. 30099999, issued May 2021, expires 06/2027\nBLS, ACLS, PALS\n"
        "2022: Forklift operator\n"
    )

    held = understand(read_text(text), "resume").certifications

    assert [(each.name.text, each.issued_on, each.expires_on) for each in held] == [
        ("Registered Nurse, Ohio", None, "2027-10"),
        ("Certified Pharmacy Technician (CPhT)", "2021-05", "2027-06"),
        ("BLS", None, None),
        ("ACLS", None, None),
        ("PALS", None, None),
        ("Forklift operator", "2022", None),
    ]


@pytest.mark.parametrize(
    "section",
    [
        "Grill, saute, knife skills",
        "• Grill\n• Saute\n• Knife skills",
        "Grill | Saute | Knife skills",
        "Kitchen: grill, saute\nOther: knife skills",
        "Grill; saute; and knife skills.",
        "Grill\tSaute\tKnife skills",
    ],
)
def test_skills_however_they_are_set(section):
    skills = understand(read_text(f"Ana Silva\nana.silva@example.test\n\nSkills\n{section}\n"), "resume").skills

    assert [skill.text.casefold() for skill in skills] == ["grill", "saute", "knife skills"]


LETTER = """Ana Silva
21 Sample Court, Reno, NV 89501
(415) 555-0142 | ana.silva@example.test

November 3, 2026

Ms. Dana Whitmore
Director of Nursing
Valley Hospital
9 Example Road
Reno, NV 89502

Dear Ms. Whitmore:

I am applying for the staff nurse position on your telemetry unit. I have five years at the bedside, and I was glad to
read about your new unit.

Your posting asks for charge experience. I relieve our charge nurse twice a month and assign nine nurses.

May I call you next week?

Sincerely,
Ana Silva, RN
"""


def test_a_letter_is_taken_apart():
    document = read_text(LETTER)
    parsed = understand(document, kind_of(document))

    letter = parsed.letter
    assert letter is not None
    assert (letter.addressee.text, letter.employer.text) == ("Ms. Dana Whitmore", "Valley Hospital")
    assert (letter.salutation.text, letter.date.text) == ("Dear Ms. Whitmore:", "November 3, 2026")
    assert (letter.closing.text, letter.signature.text) == ("Sincerely,", "Ana Silva, RN")
    assert len(letter.paragraphs) == 3
    assert (parsed.name.text, parsed.location.text) == ("Ana Silva", "Reno, NV 89501")


def test_letters_are_told_from_resumes():
    resume = "Ana Silva\nana.silva@example.test\n\nSummary\nI am a nurse.\n\nExperience\nNurse, Valley Hospital, 2019 - Present\n"

    assert kind_of(read_text(LETTER)) == "cover-letter"
    assert (
        kind_of(read_text("To whom it may concern\n\nI saw your ad. I can cook.\n\nThank you\nAna")) == "cover-letter"
    )
    assert kind_of(read_text(resume)) == "resume"


@pytest.mark.parametrize(
    "text", ["1 " * 6000, "Nurse, " * 5000, "(1" * 6000, "Aa " * 6000, "2019-" * 5000, "a-" * 6000]
)
def test_strange_text_takes_no_longer_than_a_long_document(text):
    lines = (Line("Experience", 0), Line(text, 11))
    start = time.process_time()

    understand(ReadDocument(f"Experience\n{text}", lines), "resume")

    assert time.process_time() - start < 5
