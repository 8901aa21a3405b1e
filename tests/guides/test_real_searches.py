"""What people really type, asked of the guides that ship and of a few occupations: the right answer comes first."""

import pytest
from django.utils import timezone

from guides.content_files import CONTENT
from guides.search import index
from guides.search.results import find
from tests.factories import make_occupation
from tests.guides.small_content import load

pytestmark = pytest.mark.django_db

# Occupations with job titles, as the O*NET database has them.
OCCUPATIONS = [
    ("29-2052.00", "Pharmacy Technicians", ["Accredited Pharmacy Technician", "Pharmacy Tech (Pharm Tech)"]),
    ("29-1051.00", "Pharmacists", ["Druggist", "Staff Pharmacist"]),
    ("29-1141.00", "Registered Nurses", ["Registered Nurse (RN)", "Nurse", "Staff Nurse"]),
    ("29-1292.00", "Dental Hygienists", ["Registered Dental Hygienist (RDH)"]),
    ("53-3032.00", "Heavy and Tractor-Trailer Truck Drivers", ["Truck Driver", "Over the Road Driver (OTR Driver)"]),
    ("47-2111.00", "Electricians", ["Journeyman Electrician", "Wireman"]),
    ("17-2071.00", "Electrical Engineers", ["Circuits Engineer", "Electrical Design Engineer"]),
    ("51-4121.00", "Welders, Cutters, Solderers, and Brazers", ["Welder", "Fabrication Welder"]),
    ("15-1252.00", "Software Developers", ["Software Engineer", "Application Developer"]),
    ("43-4051.00", "Customer Service Representatives", ["Call Center Representative", "Client Services Agent"]),
    ("23-2011.00", "Paralegals and Legal Assistants", ["Paralegal", "Legal Assistant"]),
    ("33-9032.00", "Security Guards", ["Security Officer", "Hotel Security Officer"]),
]
# What is typed, and what must come first: a guide's slug or an occupation's code.
SEARCHES = {
    "pharm tech": "pharmacy-technician",
    "pharmcy technician": "pharmacy-technician",
    "drug store job": "pharmacy-technician",
    "CPhT": "pharmacy-technician",
    "how much do pharmacy technicians make": "pharmacy-technician",
    "blood drawer": "phlebotomist",
    "flebotomist": "phlebotomist",
    "scrub tech": "surgical-technologist",
    "operating room tech": "surgical-technologist",
    "cleans surgical instruments": "sterile-processing-technician",
    "SPD tech": "sterile-processing-technician",
    "how to become an emt": "emt",
    "ambulance driver": "emt",
    "medical coding from home": "medical-coder",
    "vet tech": "veterinary-technician",
    "x ray tech": "radiologic-technologist",
    "CNA": "certified-nursing-assistant",
    "nurses aide": "certified-nursing-assistant",
    "LVN": "licensed-practical-nurse",
    "dental asistant": "dental-assistant",
    "medical assistant training ohio": "medical-assistant",
    "pharmacist": "29-1051.00",
    "registered nurse": "29-1141.00",
    "truck driver": "53-3032.00",
    "electrican": "47-2111.00",
    "how much do welders make": "51-4121.00",
    "software enginer": "15-1252.00",
    "dental hygenist": "29-1292.00",
    "how to become a paralegal": "23-2011.00",
}


def first_hit(question: str) -> str:
    results = find(question, now=timezone.now())
    if results.is_job_first:
        return results.occupations[0].code
    return results.guides[0].role.slug if results.guides else "nothing"


def test_twenty_and_more_plain_searches_lead_to_the_right_answer_first():
    load(CONTENT)
    for code, title, titles in OCCUPATIONS:
        make_occupation(code=code, title=title, titles=titles)
    index.put_occupations()

    assert {question: first_hit(question) for question in SEARCHES} == SEARCHES
