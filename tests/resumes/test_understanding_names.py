"""Whose document it is: names of many forms are found, and nothing else is taken for one."""

import pytest

from resumes.review.document import Line, ReadDocument
from resumes.review.reading import read_text
from resumes.review.understanding import understand

BELOW = "\n{email}\n(555) 555-0100\n\nExperience\nCook, Blue Diner, 2019 - Present\n- Cooked\n"

# The first lines, the name, the e-mail address.
NAMES = [
    ("Maria T. Alvarez, CPhT", "Maria T. Alvarez", "maria@example.test"),
    ("JOHN A. SMITH", "JOHN A. SMITH", "jsmith99@example.test"),
    ("Siobhán Ní Bhriain", "Siobhán Ní Bhriain", "contact@example.test"),
    ("Ludwig van der Berg", "Ludwig van der Berg", "lvdb@example.test"),
    ("Ana-Lucía Fernández de la Cruz", "Ana-Lucía Fernández de la Cruz", "analu@example.test"),
    ("Nguyễn Thị Hương", "Nguyễn Thị Hương", "huong.nguyen@example.test"),
    ("Grace Hill", "Grace Hill", "grace.hill@example.test"),
    ("Mark Young", "Mark Young", "x@example.test"),
    ("Will Baker", "Will Baker", "willb@example.test"),
    ("Mason Cook", "Mason Cook", "mcook@example.test"),
    ("Dr. Priya Shankar, PharmD, BCPS", "Dr. Priya Shankar", "pshankar@example.test"),
    ("Name: Kofi Mensah", "Kofi Mensah", "kofi@example.test"),
    ("Resume of Helen Troy", "Helen Troy", "helen.troy@example.test"),
    ("Xochitl Quetzal", "Xochitl Quetzal", "hello@example.test"),
    ("O'Brien, Patrick", "O'Brien, Patrick", "pobrien@example.test"),
    ("Robert Downing III", "Robert Downing III", "rd3@example.test"),
    ("Michael Smith Jr.", "Michael Smith Jr.", "mike@example.test"),
    ("Yusuf Al-Rashid", "Yusuf Al-Rashid", "yusuf@example.test"),
    ("Li Wei", "Li Wei", "liwei@example.test"),
    ("Bo Xu", "Bo Xu", "boxu@example.test"),
    ("Madonna", "Madonna", "madonna@example.test"),
    ("Jean-Luc Picard RN, BSN", "Jean-Luc Picard", "jlp@example.test"),
    ("Tomás Ó Súilleabháin", "Tomás Ó Súilleabháin", "tomas@example.test"),
    ("Curriculum Vitae\nAnders Öberg", "Anders Öberg", "anders.oberg@example.test"),
    ("RESUME\n\nTanya Whitecloud", "Tanya Whitecloud", "tw@example.test"),
    ("Elizabeth (Liz) Warrenton", "Elizabeth (Liz) Warrenton", "liz@example.test"),
    ("D'Angelo Russell-Hayes", "D'Angelo Russell-Hayes", "drh@example.test"),
    ("mary ellen jones", "mary ellen jones", "maryellen.jones@example.test"),
    ("Sarah Johnson | Registered Nurse", "Sarah Johnson", "sarahj@example.test"),
    ("Chidinma Okonkwo - Software Engineer", "Chidinma Okonkwo", "chidi@example.test"),
    ("John Lee, MD", "John Lee", "jlee@example.test"),
    ("Angela Park, PA-C", "Angela Park", "apark@example.test"),
    ("Rev. Samuel T. Goodwin", "Rev. Samuel T. Goodwin", "stg@example.test"),
    ("Hope Fields", "Hope Fields", "hopefields@example.test"),
    ("Rose Garden", "Rose Garden", "rose.garden@example.test"),
    ("Carpenter, Joy", "Carpenter, Joy", "joy.carpenter@example.test"),
    ("Joy Carpenter", "Joy Carpenter", "jc@example.test"),
    ("KIM MASON", "KIM MASON", "kmason@example.test"),
    ("Abdul Rahman bin Yusof", "Abdul Rahman bin Yusof", "arby@example.test"),
    ("Wanjiru Kamau\nCertified Nursing Assistant", "Wanjiru Kamau", "w@example.test"),
    ("Christian Marshall", "Christian Marshall", "cm@example.test"),
    ("Faith Bishop", "Faith Bishop", "fb@example.test"),
    ("Dakota Forest", "Dakota Forest", "dakota@example.test"),
]

NO_NAMES = [
    "Certified Pharmacy Technician",
    "RESUME",
    "Curriculum Vitae",
    "Professional Summary",
    "Experienced Line Cook",
    "Dedicated Customer Service Professional",
    "Northgate Community Pharmacy",
    "Registered Nurse, BSN",
    "123 Main Street",
    "Columbus, Ohio",
    "Silver Spring, MD",
    "Seeking a Position in Nursing",
    "Retail Manager",
    "CDL-A Driver",
    "Bilingual Medical Receptionist",
    "Objective",
    "Cover Letter",
    "Personal Details",
    "Electrician",
    "Licensed Practical Nurse",
    "Detail-Oriented Bookkeeper",
    "Truck Driver",
    "Software Engineer",
    "Warehouse Associate / Forklift Operator",
    "High School Graduate",
    "Your Name",
    "[Your Name]",
    "First Last",
    "Applicant 4471",
    "Candidate Profile",
    "Hardworking Team Player",
    "Medical Assistant",
    "Dental Hygienist RDH",
    "Austin Texas",
    "San Antonio",
    "Career Objective:",
    "Confidential Resume",
    "Recent Graduate",
    "Entry Level Welder",
    "Results-Driven Sales Leader",
    "Journeyman Plumber",
    "Home Health Aide",
    "Special Education Teacher",
    "Functional Resume",
    "Chronological Resume",
    "Food Service Worker",
    "Heavy Equipment Operator",
    "Marketing Intern",
    "Current Student",
    "Help Desk",
    "Cyber Security",
    "Human Resources",
    "Data Entry",
    "Early Childhood Educator",
    "Fine Dining Server",
    "Private Duty Nurse",
    "Oak Ridge",
    "Green Valley Clinic",
    "Summer Job Application",
    "Page 1",
    "Hair Stylist & Colorist",
    "Forklift",
    "Barista",
    "Pharm Tech",
    "Skilled Trades",
    "Customer Service",
    "Administrative Professional",
    "Nursing Student",
    "Fast Learner",
    "Open to Work",
    "Full Stack Developer",
    "Team Lead",
    "U.S. Army Veteran",
    "Patient Care",
    "Quality Control",
]


def plain(text):
    return read_text(text)


def set_large(text):
    """As a PDF has it: the first line large and bold."""
    lines, start = [], 0
    for at, line in enumerate(text.split("\n")):
        lines.append(Line(line, start, size=10.0 if at else 20.0, bold=not at, kind="text" if at else "heading"))
        start += len(line) + 1
    return ReadDocument(text, tuple(lines), "pdf")


@pytest.mark.parametrize("as_read", [plain, set_large])
@pytest.mark.parametrize(("top", "name", "email"), NAMES)
def test_a_name_is_found(as_read, top, name, email):
    parsed = understand(as_read(top + BELOW.format(email=email)), "resume")

    assert parsed.name is not None
    assert parsed.name.text == name


@pytest.mark.parametrize("as_read", [plain, set_large])
@pytest.mark.parametrize("top", NO_NAMES)
def test_nothing_else_is_taken_for_a_name(as_read, top):
    parsed = understand(as_read(top + BELOW.format(email="applicant22@example.test")), "resume")

    assert parsed.name is None
