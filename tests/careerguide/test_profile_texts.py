"""Texts for an online profile: only what the resume tells, and what fits."""

import pytest
from django.urls import reverse

from careerguide.profile_texts import ABOUT, HEADLINE, about, headlines, jobs, missing, skills
from careerguide.told import Line, Told
from guides.actions.readers import aim_for
from tests.factories import make_role, make_user
from tests.resumes.makers import make_document

RESUME = """Sam Seeker
Columbus, Ohio | (614) 555-0142 | sam@example.test

EXPERIENCE
Pharmacy Cashier, Corner Drug, Columbus, OH\tJune 2023 - Present
• Answered the phone
• Served 60 patients a shift at pick-up

SKILLS
Patient service, Spanish
"""
KNOWN = Told(
    title="Cashier", learning="Certificate, expected May 2027", place="Dover", skills=("cash", "Spanish", "tea")
)


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


def test_headlines_say_what_one_is_and_what_one_heads_for():
    assert [text.text for text in headlines(KNOWN, "EMT")] == [
        "Cashier | Certificate, expected May 2027 | cash, Spanish",
        "Heading for work as an EMT | Certificate, expected May 2027 | Cashier",
    ]
    assert [text.text for text in headlines(KNOWN, "cashier")] == [
        "Cashier | Certificate, expected May 2027 | cash, Spanish"
    ]
    assert headlines(Told(), "") == []


def test_what_does_not_fit_is_left_out_from_the_end():
    long = Told(title="x" * HEADLINE, learning="y", summary="s" * ABOUT, skills=("cash",))

    assert [text.text for text in headlines(long, "")] == ["x" * HEADLINE]
    assert about(long, "").text == "s" * ABOUT
    assert jobs(Told(jobs=(("Cashier", ("a" * 1990, "b" * 20)), ("Clerk", ()))))[0].text == "• " + "a" * 1990


def test_about_takes_lines_with_a_number_where_there_are_any():
    lines = (Line("I served 60.", "", 5), Line("I helped.", "", 0))

    assert "I helped." not in about(Told(lines=lines), "").text
    assert "I helped." in about(Told(lines=lines[1:]), "").text
    assert about(Told(skills=("cash",)), "clerk") is None
    assert skills(Told(skills=("cash handling",))).text == "Cash handling"
    assert missing(KNOWN) == [
        "It has no summary, so “About” begins with your job.",
        "No line has a number in it.",
    ]


@pytest.mark.django_db
def test_texts_come_out_of_the_resume_without_phone_or_mail(client, seeker):
    aim_for(seeker, make_role(title="Pharmacy technician"))
    empty = client.get(reverse("profile_texts")).content.decode()
    make_document(make_user(), text=RESUME.replace("Corner Drug", "Secret Drug"))
    make_document(seeker, text=RESUME)

    page = client.get(reverse("profile_texts")).content.decode()

    assert "You keep no resume here yet" in empty
    assert "I am a pharmacy cashier at Corner Drug." in page
    assert "• I served 60 patients a shift at pick-up." in page
    assert "I am looking for work as a pharmacy technician in Columbus, Ohio." in page
    assert "555-0142" not in page
    assert "sam@example" not in page
    assert "Secret Drug" not in page


@pytest.mark.django_db
def test_of_several_resumes_one_is_chosen(client, seeker):
    first, second = (make_document(seeker, text=RESUME, title=title) for title in ("For stores", "For clinics"))

    usual = client.get(reverse("profile_texts")).content.decode()
    choice = client.get(f"{reverse('profile_texts')}?document=").content.decode()
    chosen = client.get(f"{reverse('profile_texts')}?document={first.pk}").content.decode()

    assert "Put together from “For clinics”" in usual
    assert f"?document={second.pk}" in choice
    assert "Put together from “For stores”" in chosen
