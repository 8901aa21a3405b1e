"""Versions: changed in place, answered, compared, restored, tailored to an ad, and noted as sent."""

from datetime import date

import pytest
from django.urls import reverse

from jobsearch.models import Application, Posting
from resumes.models import FindingAnswer, SentVersion
from tests.factories import make_user
from tests.resumes.makers import AD, RESUME, make_document, make_posting, newest

pytestmark = pytest.mark.django_db


def address(name: str, document, number: int = 1) -> str:
    return reverse(f"resumes:{name}", args=[document.pk, number])


def keys(version, rule: str) -> list[str]:
    return [row["key"] for row in version.review.result["findings"] if row["rule"] == rule]


@pytest.fixture
def document(seeker):
    return make_document(seeker)


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(as_seeker, document):
    text = newest(document).text.replace("Recieved", "Received")

    as_seeker.post(address("text", document), {"text": text, "note": "spelling"})

    first, second = document.versions.order_by("number")
    assert "Recieved" in first.text
    assert "Received" in second.text
    assert (second.made_from, second.note, second.origin) == (first, "spelling", "edit")
    assert keys(first, "spelling")
    assert not keys(second, "spelling")
    assert second.review.score > first.review.score


def test_an_empty_text_is_refused_with_a_sentence(as_seeker, document):
    answer = as_seeker.post(address("text", document), {"text": "  "})

    assert "The text is empty" in answer.content.decode()
    assert document.versions.count() == 1


def test_one_line_is_changed_where_it_stands(as_seeker, document):
    text = newest(document).text
    was = "Responsible for customers at pick-up and the drive-through"

    as_seeker.post(
        address("line", document),
        {"start": text.index(was), "was": was, "line": "Served 60 customers a shift at pick-up"},
    )

    assert "• Served 60 customers a shift at pick-up\n" in newest(document).text
    assert was not in newest(document).text
    assert newest(document).number == 2


def test_an_emptied_line_goes_with_its_mark(as_seeker, document):
    text = newest(document).text
    was = "Responsible for customers at pick-up and the drive-through"

    as_seeker.post(address("line", document), {"start": text.index(was), "was": was, "line": ""})

    assert was not in newest(document).text
    assert "•\n" not in newest(document).text


def test_a_line_that_is_no_longer_there_is_not_changed_and_what_was_typed_is_shown(as_seeker, document):
    answer = as_seeker.post(address("line", document), {"start": 5, "was": "Something else", "line": "My better words"})

    assert answer.status_code == 409
    assert "My better words" in answer.content.decode()
    assert document.versions.count() == 1


def test_not_for_me_is_remembered_for_later_versions(as_seeker, document):
    key = keys(newest(document), "weak-verb")[0]

    as_seeker.post(address("answer", document), {"key": key, "answer": "not-for-me"})
    as_seeker.post(address("text", document), {"text": newest(document).text + "\nAlso: Polish"})

    page = as_seeker.get(newest(document).get_absolute_url()).content.decode()
    assert FindingAnswer.objects.get().answer == "not-for-me"
    assert "1 note dealt with or set aside" in page

    as_seeker.post(address("answer", document, 2), {"key": key})

    assert not FindingAnswer.objects.exists()


def test_what_was_marked_as_fixed_and_still_stands_in_the_next_version_is_shown_again(as_seeker, document):
    key = keys(newest(document), "weak-verb")[0]
    as_seeker.post(address("answer", document), {"key": key, "answer": "fixed"})
    hidden = as_seeker.get(newest(document).get_absolute_url()).content.decode()

    as_seeker.post(address("text", document), {"text": newest(document).text + "\nAlso: Polish"})
    shown = as_seeker.get(newest(document).get_absolute_url()).content.decode()

    assert "the same words still stand" not in hidden
    assert "the same words still stand" in shown


def test_two_versions_are_compared_by_notes_and_words(as_seeker, document):
    as_seeker.post(address("text", document), {"text": newest(document).text.replace("Recieved", "Received")})

    page = as_seeker.get(reverse("resumes:compare", args=[document.pk]), {"old": 1, "new": 2}).content.decode()

    assert "Notes gone: 1. New: 0." in page
    assert "<del>Recieved</del>" in page
    assert "<ins>Received</ins>" in page


@pytest.mark.parametrize("numbers", [{}, {"old": 1, "new": 9}, {"old": "x", "new": "1"}])
def test_versions_that_are_not_there_are_asked_for_again(as_seeker, document, numbers):
    answer = as_seeker.get(reverse("resumes:compare", args=[document.pk]), numbers)

    assert answer.status_code == 200


def test_an_earlier_version_comes_back_as_the_newest(as_seeker, document):
    as_seeker.post(address("text", document), {"text": "All gone but these words"})

    as_seeker.post(address("restore", document, 1))

    assert [version.number for version in document.versions.all()] == [3, 2, 1]
    assert newest(document).text == document.versions.get(number=1).text


def test_a_version_for_an_ad_is_held_against_what_it_asks_for(as_seeker, document, seeker):
    as_seeker.post(address("tailor", document), {"text": AD, "title": "Pharmacy technician"})

    tailored = newest(document)
    page = as_seeker.get(tailored.get_absolute_url()).content.decode()
    assert tailored.posting == Posting.objects.owned_by(seeker).get()
    assert "Against the ad:" in page
    assert keys(tailored, "missing-credential")
    assert not keys(document.versions.get(number=1), "missing-credential")


@pytest.mark.parametrize("text", ["", "Pharmacy technician wanted"])
def test_an_ad_without_requirements_is_asked_for_again(as_seeker, document, text):
    answer = as_seeker.post(address("tailor", document), {"text": text})

    assert "Paste the whole ad" in answer.content.decode()
    assert not Posting.objects.exists()


def test_another_persons_ad_can_not_be_chosen(as_seeker, document, seeker):
    make_posting(seeker)
    theirs = make_posting(make_user())

    answer = as_seeker.post(address("tailor", document), {"posting": theirs.pk})

    assert answer.status_code == 200
    assert document.versions.count() == 1


def test_the_version_that_was_sent_is_noted_with_its_application(as_seeker, document, seeker):
    as_seeker.post(address("tailor", document), {"posting": make_posting(seeker).pk})

    as_seeker.post(address("sent", document, 2), {"sent_on": "2026-11-03"})
    as_seeker.post(address("sent", document, 2), {"sent_on": "2026-11-04"})

    sent = SentVersion.objects.get()
    application = Application.objects.get()
    assert (sent.version.number, sent.sent_on) == (2, date(2026, 11, 3))
    assert (application.stage, application.applied_on) == ("applied", date(2026, 11, 3))


def test_a_version_without_an_ad_can_not_be_sent_for_one(as_seeker, document):
    answer = as_seeker.post(address("sent", document), {"sent_on": "2026-11-03"}, follow=True)

    assert "Tailor a version to an ad first" in answer.content.decode()
    assert not SentVersion.objects.exists()


def test_a_letter_is_put_together_from_the_writers_own_words(as_seeker, document, seeker):
    parts = {
        "addressee": "Ms. Ortiz",
        "opening": "I am applying for the pharmacy technician job at Harbor Pharmacy.",
        "why": "Your team taught me to count when I was a volunteer.",
        "first": "You ask for insurance claims. I called insurers about rejected claims every day.",
        "second": "You ask for customer service. I rang up 120 orders a shift.",
        "closing": "I can start on 1 December and would like to talk.",
        "name": "Sam Rivera",
    }

    gap = as_seeker.post(reverse("resumes:letter"), parts | {"why": ""})
    as_seeker.post(reverse("resumes:letter"), parts | {"resume": document.pk})

    letter = seeker.documents.get(kind="cover-letter")
    assert "Write one true reason" in gap.content.decode()
    assert parts["first"] in gap.content.decode()
    assert letter.resume == document
    assert newest(letter).text.split("\n\n") == [
        "Dear Ms. Ortiz,",
        *(parts[key] for key in ("opening", "why", "first", "second", "closing")),
        "Sincerely,\nSam Rivera",
    ]


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_costs_the_same_with_any_number_of_versions(as_seeker, seeker, count, django_assert_num_queries):
    document = make_document(seeker)
    for number in range(count):
        as_seeker.post(address("text", document), {"text": f"{RESUME}\nAlso: {number}"})

    page = newest(document).get_absolute_url()
    as_seeker.get(page)  # takes the message about the last change along

    with django_assert_num_queries(12):
        as_seeker.get(page)
