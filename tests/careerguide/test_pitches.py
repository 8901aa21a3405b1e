"""Introductions joined with the resume and with the interview room."""

import pytest
from django.urls import reverse

from careerguide.told import in_first_person, with_article
from guides.actions.readers import aim_for
from interviews.models import Answer, Question
from jobsearch.models import Pitch
from plans.models import Deed
from tests.factories import make_role
from tests.jobsearch.factories import make_pitch
from tests.resumes.makers import make_document

pytestmark = pytest.mark.django_db
RESUME = """Sam Seeker
Columbus, Ohio | sam@example.test

EXPERIENCE
Pharmacy Cashier, Corner Drug, Columbus, OH\tJune 2023 - Present
• Answered the phone
• Served 60 patients a shift at pick-up

SKILLS
Patient service, Spanish
"""


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


def test_it_begins_with_what_resume_and_target_role_tell(client, seeker):
    aim_for(seeker, make_role(title="Pharmacy technician"))
    make_document(seeker, text=RESUME)

    answer = client.post(reverse("pitch_add"), {"audience": "fair", "title": ""})

    own = Pitch.objects.get()
    assert answer.url == own.get_absolute_url()
    assert own.title == "An employer at a job fair"
    assert own.who == "Hello, I am Sam Seeker, a pharmacy cashier at Corner Drug"
    assert own.proof == "I served 60 patients a shift at pick-up."
    assert "as a pharmacy technician" in own.seeking
    assert client.get(own.get_absolute_url()).status_code == 200


def test_without_a_resume_what_is_not_known_stays_blank(client):
    page = client.get(reverse("pitch_add"))
    refused = client.post(reverse("pitch_add"), {"title": "Kept"})
    client.post(reverse("pitch_add"), {"audience": "friend", "title": "Aunt Rosa"})

    assert "You keep no resume here yet" in page.content.decode()
    assert "Choose who listens." in refused.content.decode()
    assert 'value="Kept"' in refused.content.decode()
    own = Pitch.objects.get()
    assert own.proof == "[[one thing you did that shows it, with a number]]"
    assert not Deed.objects.exists()


def test_a_line_of_the_resume_becomes_what_one_has_done(client, seeker):
    own = make_pitch(owner=seeker, proof="")
    address = reverse("pitch_lines", args=[own.pk])
    empty = client.get(address).content.decode()
    make_document(seeker, text=RESUME)

    page = client.get(address).content.decode()
    gone = client.post(address, {"line": "I never did this."}, follow=True)
    client.post(address, {"line": "I served 60 patients a shift at pick-up."})

    own.refresh_from_db()
    assert "You keep no resume here yet" in empty
    assert page.index("I served 60") < page.index("I answered the phone")
    assert "Choose the line once more" in gone.content.decode()
    assert own.proof == "I served 60 patients a shift at pick-up."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Served 60 patients a shift.", "I served 60 patients a shift."),
        ("Serves 60 patients a shift", "I serve 60 patients a shift."),
        ("Carries the stock up", "I carry the stock up."),
        ("Process 40 orders", "I process 40 orders."),
        ("Responsible for the drawer", ""),
        ("Serving 60 patients", ""),
        ("60 patients a shift", ""),
    ],
)
def test_a_line_is_said_in_the_first_person_or_not_at_all(line, said):
    assert in_first_person(line) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Pharmacy Technician", "a pharmacy technician"), ("EMT", "an EMT"), ("Office Clerk", "an office clerk")],
)
def test_titles_stand_inside_of_a_sentence(name, said):
    assert with_article(name) == said


def test_it_is_practiced_as_a_question_of_ones_own(client, seeker):
    own = make_pitch(owner=seeker)
    address = reverse("pitch_practice", args=[own.pk])

    for _press in range(2):
        answer = client.post(address)
    page = client.get(answer.url).content.decode()

    question = Question.objects.owned_by(seeker).get()
    assert Answer.objects.get().question == question
    assert "What brings you to us?" in page
    assert "What you wrote: I am Sam Seeker" in page


def test_with_a_blank_it_is_not_practiced(client, seeker):
    own = make_pitch(owner=seeker, question="[[what]]")

    answer = client.post(reverse("pitch_practice", args=[own.pk]))

    assert answer.url == own.get_absolute_url()
    assert not Question.objects.exists()
