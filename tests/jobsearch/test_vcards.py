"""Address cards: every version read, damaged ones told with their line, and one's own written so that phones read them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jobsearch.vcards import Person, cards_of, vcard
from plans.models import Deed
from tests.jobsearch.factories import make_contact

OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg
ORG;ENCODING=QUOTED-PRINTABLE:A name so long that it is=
 torn;Pharmacy
TEL;HOME:555-0101
TEL;CELL:555-0102
END:VCARD
"""
PHONE = """BEGIN:VCARD
VERSION:3.0
N:Ortiz;Ana;;;
FN:Ana Ortiz
item1.EMAIL;type=INTERNET;type=pref:ana@example.org
NOTE:Trains starters\\, at night.\\nLikes short mes
 sages
PHOTO;ENCODING=b;TYPE=JPEG:AAAA
 BBBB
END:VCARD
"""
NEW = """BEGIN:VCARD
VERSION:4.0
FN:Bo Lee
TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+1-555-0100;ext=5
URL:www.example.org/bo
END:VCARD
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_version_is_read(end):
    old, phone, new = (card.person for card in cards_of("\ufeff" + (OLD + PHONE + NEW).replace("\n", end)))

    assert old == Person(
        "Jörg Müller", employer="A name so long that it is torn, Pharmacy", phone="555-0102", notes="Home: 555-0101"
    )
    assert phone == Person(
        "Ana Ortiz", email="ana@example.org", notes="Trains starters, at night.\nLikes short messages"
    )
    assert new == Person("Bo Lee", phone="+1-555-0100 ext. 5", link="www.example.org/bo")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("BEGIN:VCARD\nFN:A\nno colon\nEND:VCARD", 3, "It has no name with a colon"),
        ("BEGIN:VCARD\nFN:A", 2, "The card has no end"),
        ("words", 1, "This stands outside a card"),
        ("BEGIN:VCARD\nTEL:1\nEND:VCARD", 1, "The card names nobody"),
        ("BEGIN:VCARD\nVERSION:5.0\nFN:A\nEND:VCARD", 2, "Version “5.0” is none"),
        ("BEGIN:VCARD\nFN;CHARSET=punycode;ENCODING=QUOTED-PRINTABLE:A\nEND:VCARD", 2, "We don’t know the characters"),
        ("BEGIN:VCARD\nFN:A\nNOTE;ENCODING=b:A?\nEND:VCARD", 3, "It should be in Base64"),
        ("BEGIN:VCARD\nFN:" + "\\" * 40_000 + "\nEND:VCARD", 2, "It is too long"),
    ],
)
def test_a_damaged_card_is_told_and_takes_no_other_with_it(text, line, reason):
    damaged, *_between, whole = cards_of(f"{text}\n{NEW}")

    assert damaged.trouble.line == line
    assert str(damaged.trouble).startswith(reason)
    assert damaged.source.strip() == text
    assert whole.person.name == "Bo Lee"


def test_what_is_written_is_read_again_and_fits_the_line():
    person = Person("Łukasz Žluťoučký", "Hill; Sons, Ltd \\ Co", "Lead", notes="žluť\nEND:VCARD\n" * 30)

    text = vcard(person)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert [len(line) for line in vcard(Person("A", notes="n" * 145)).split("\r\n")[4:8]] == [75, 75, 2, 9]
    (card,) = cards_of(text)
    assert card.person == Person(person.name, person.employer, person.job_title, notes=person.notes.strip())


@pytest.mark.django_db
def test_one_or_those_that_the_list_shows_are_taken_along(as_seeker, seeker):
    ana = make_contact(owner=seeker, name="Ana", notes="a\nb", how_met="At a fair")
    make_contact(owner=seeker, name="Bo", referral="asked")
    stranger = make_contact(name="Cy")

    one = as_seeker.get(reverse("contacts:card", args=[ana.pk]))
    assert (one["Content-Type"], one["Content-Disposition"]) == (
        "text/vcard; charset=utf-8",
        'attachment; filename="contact.vcf"',
    )
    assert [card.person.how_met for card in cards_of(one.content.decode())] == ["At a fair"]
    names = [
        [card.person.name for card in cards_of(as_seeker.get(f"/my/contacts/export/{query}").content.decode())]
        for query in ("", "?referral=asked")
    ]
    assert names == [["Ana", "Bo"], ["Bo"]]
    assert as_seeker.get(reverse("contacts:card", args=[stranger.pk])).status_code == 404


def send(client, text, **fields):
    file = SimpleUploadedFile("people.vcf", text if isinstance(text, bytes) else text.encode())
    return client.post("/my/contacts/import/", {"file": file, **fields})


@pytest.mark.django_db
def test_good_cards_are_kept_known_ones_asked_about_and_damaged_ones_stay_until_they_are_right(as_seeker, seeker):
    make_contact(owner=seeker, name="Robert Lee", phone="1 (555) 0100")
    make_contact(name="Ana Ortiz")
    bad = "BEGIN:VCARD\nFN:Cy\nEMAIL:nowhere\nEND:VCARD"

    page = send(as_seeker, f"{PHONE}{bad}\n{NEW.replace(';ext=5', '')}{PHONE}")
    preview = page.context["preview"]
    assert [row.contact.name for row in preview.fresh] == ["Ana Ortiz"]
    assert [(row.contact.name, row.same) for _place, row in preview.known] == [
        ("Bo Lee", "Robert Lee"),
        ("Ana Ortiz", "Ana Ortiz"),
    ]
    (trouble,) = preview.bad[0].errors
    assert (trouble.line, trouble.quote) == (13, "EMAIL:nowhere")
    assert page.context["damaged"] == bad
    assert seeker.contacts.count() == 1

    again = {"good": page.context["good"], "damaged": bad}
    page = as_seeker.post("/my/contacts/import/", {**again, "step": "keep", "take": ["1"]})
    assert page.context["damaged"] == bad
    assert {*seeker.contacts.values_list("name", flat=True)} == {"Ana Ortiz", "Bo Lee", "Robert Lee"}
    as_seeker.post("/my/contacts/import/", {**again, "step": "keep"})
    assert seeker.contacts.count() == 3

    right = {"good": "", "damaged": bad.replace("nowhere", "cy@example.org"), "step": "look"}
    page = as_seeker.post("/my/contacts/import/", right)
    page = as_seeker.post("/my/contacts/import/", {"good": page.context["good"], "damaged": "", "step": "keep"})
    assert page["Location"] == "/my/contacts/"
    assert seeker.contacts.get(name="Cy").email == "cy@example.org"
    assert not Deed.objects.owned_by(seeker).filter(title="Cy").exists()


@pytest.mark.django_db
def test_a_thousand_known_people_can_all_be_taken_page_by_page(as_seeker, seeker):
    text = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {number}\nEND:VCARD\n" for number in range(500))
    page = send(as_seeker, text * 2)
    assert (page.content.decode().count('name="take"'), page.context["page"].paginator.num_pages) == (50, 20)

    for _step in range(2):
        told = {name: page.context[name] for name in ("good", "damaged", "ticked", "asked")}
        told["take"] = [place for place, _row, _is_ticked in page.context["known"]]
        told["page"] = page.context["page"].number
        page = as_seeker.post("/my/contacts/import/", {**told, "step": "later"})
    assert page.context["page"].number == 3
    told = {name: page.context[name] for name in ("good", "damaged", "ticked", "asked")}
    as_seeker.post("/my/contacts/import/", {**told, "ticked": ",".join(map(str, range(1000))), "step": "keep"})

    # All but those of the third page, whose ticks were taken away.
    assert seeker.contacts.count() == 950


@pytest.mark.django_db
def test_ticks_stay_with_their_people_when_a_damaged_card_is_put_right(as_seeker, seeker):
    make_contact(owner=seeker, name="Bo Lee")
    page = send(as_seeker, f"BEGIN:VCARD\nFN:Cy\nEMAIL:nowhere\nEND:VCARD\n{PHONE}{NEW}")
    place = page.context["known"][0][0]
    told = {"good": page.context["good"], "damaged": "BEGIN:VCARD\nFN:Cy\nEND:VCARD", "take": [place]}

    page = as_seeker.post("/my/contacts/import/", {**told, "asked": place, "step": "look"})

    assert [(row.contact.name, is_ticked) for _place, row, is_ticked in page.context["known"]] == [("Bo Lee", True)]


@pytest.mark.django_db
def test_what_is_no_file_of_cards_is_refused_with_a_sentence(as_seeker):
    def said(text):
        return send(as_seeker, text).content.decode()

    assert "This file is empty" in said("")
    assert "There is no card in this file" in said("\n\n")
    assert "more than 1,000 cards" in said("BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 1001)
    assert "Too much of this file is damaged" in said("x" * 2_100_000)
    assert "To put right" in said(b"\x00\xff\xfe\x89PNG")
    assert "Choose a .vcf file" in as_seeker.post("/my/contacts/import/").content.decode()
    assert as_seeker.post("/my/contacts/import/", {"step": "none"})["Location"] == "/my/contacts/import/"
