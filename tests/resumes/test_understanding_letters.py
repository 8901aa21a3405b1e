"""Letters of many forms, taken apart."""

import pytest

from resumes.review.reading import read_text
from resumes.review.understanding import kind_of, understand

# The letter; name, addressee, employer, salutation, date, number of paragraphs, closing, signature.
LETTERS = [
    (
        """Dear Hiring Team,

I would like to apply for the forklift operator role at Summit Cold Storage. I have driven sit-down and reach trucks for six years at Valley Ice.

In that time I had no accident. I train new drivers and I keep the daily inspection log.

I look forward to hearing from you.

Best regards,

Andre Lopez
andre.lopez@example.test
505-555-0144""",
        ("Andre Lopez", None, None, "Dear Hiring Team,", None, 3, "Best regards,", "Andre Lopez"),
    ),
    (
        """SARAH KIM
123 Elm St, Reno NV 89501 | sarah.kim@example.test | 775-555-0100

March 4, 2026

Washoe Family Dental
500 Example Ave
Reno, NV 89502

Re: Dental Assistant position

Dear Dr. Patel,

Your ad on the school board asks for a dental assistant with x-ray certification. I finished my program at Truckee Career College in January and I am certified.

During my externship I took full-mouth series on 40 patients and set up for extractions and crowns.

I would be happy to come in for a working interview any day.

Thank you for your time,
Sarah Kim""",
        (
            "SARAH KIM",
            "Dr. Patel",
            "Washoe Family Dental",
            "Dear Dr. Patel,",
            "March 4, 2026",
            3,
            "Thank you for your time,",
            "Sarah Kim",
        ),
    ),
    (
        """Hello,

My name is Ben Ortiz and I want to work at your bakery. I have baked bread at home since I was twelve and I worked two summers at a pizza place.

I can start at 4 am. I have a food handler card.

Thanks!
Ben Ortiz""",
        ("Ben Ortiz", None, None, "Hello,", None, 2, "Thanks!", "Ben Ortiz"),
    ),
    (
        """Jane Doe-Martin
jane.dm@example.test

To: Human Resources, Blue Mesa School District
Date: 06/12/2026
Subject: Bus driver opening

To Whom It May Concern:

I have held a CDL B with passenger endorsement since 2011 and drove route 9 for Durango Schools for eight years.

I would like to drive for Blue Mesa because my own children ride your buses.

Respectfully submitted,

Jane Doe-Martin""",
        (
            "Jane Doe-Martin",
            None,
            "Blue Mesa School District",
            "To Whom It May Concern:",
            "06/12/2026",
            2,
            "Respectfully submitted,",
            "Jane Doe-Martin",
        ),
    ),
    (
        """November 2, 2026

Mr. Carl Hobbs, Owner
Hobbs Auto & Tire
Bend, Oregon

Mr. Hobbs,

I am writing about the mechanic opening. I hold five ASE certifications and have worked at Cascade Ford since 2015.

You said you need someone for diesel. I rebuilt injectors and turbos on F-350s every week.

May I stop by on Friday?

Sincerely,

Pete Lund""",
        (
            "Pete Lund",
            "Mr. Carl Hobbs, Owner",
            "Hobbs Auto & Tire",
            "Mr. Hobbs,",
            "November 2, 2026",
            3,
            "Sincerely,",
            "Pete Lund",
        ),
    ),
]


@pytest.mark.parametrize(("text", "parts"), LETTERS)
def test_letters(text, parts):
    document = read_text(text)

    assert kind_of(document) == "cover-letter"
    parsed = understand(document, "cover-letter")
    letter = parsed.letter
    assert letter is not None
    pieces = [parsed.name, letter.addressee, letter.employer, letter.salutation, letter.date]
    found = [piece and piece.text for piece in pieces]
    ends = [piece and piece.text for piece in (letter.closing, letter.signature)]
    assert (*found, len(letter.paragraphs), *ends) == parts
