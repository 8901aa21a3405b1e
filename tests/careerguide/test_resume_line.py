"""From the record of achievements into a resume: the draft, the place, and nothing lost."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Achievement
from plans.wording import draft_line
from resumes.placing import places
from resumes.review.reading import read_text
from tests.factories import make_user
from tests.resumes.makers import make_document, newest

TEXT = """Dana Whitfield
dana@example.test | (614) 555-0148

EXPERIENCE
Pharmacy Cashier, Corner Drug, Columbus, OH\tJune 2023 - Present
• Served 60 patients a shift at pick-up
• Balanced the drawer to the cent

Stock Associate, Northside Grocery, Columbus, OH\tAugust 2021 - May 2023
• Rotated stock every week

AWARDS
Employee of the month, May 2024

SKILLS
Inventory, Spanish
"""


def _achievement(owner, **fields):
    words = {"title": "Trained three new technicians", "on": date(2026, 5, 1), "text": "All worked alone in 10 days."}
    return Achievement.objects.create(owner=owner, **{**words, **fields})


def test_a_line_stands_behind_the_last_one_of_its_job_or_section():
    document = read_text(TEXT)
    found = places(document)
    job = found[0].with_line(document.text, "Trained three")
    award = found[2].with_line(document.text, "Thanked by the chief")

    assert [place.name for place in found] == [
        "Pharmacy Cashier, Corner Drug",
        "Stock Associate, Northside Grocery",
        "AWARDS",
        "",
    ]
    assert "to the cent\n• Trained three\n\nStock" in job
    assert "May 2024\nThanked by the chief\n\nSKILLS" in award
    assert found[-1].with_line(document.text, "Last").endswith("Spanish\nLast")


@pytest.mark.parametrize("text", ["", "One line", "🙂\n• ", "EXPERIENCE\n"])
def test_any_text_has_an_end(text):
    document = read_text(text)

    assert places(document)[-1].with_line(document.text, "Here").rstrip().endswith("Here")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"title": "Trained three", "text": "It took 10 days. More."}, "Trained three; It took 10 days"),
        (
            {"title": "Earned: CPhT", "key": "credential-earned:held:1", "kind": "learning"},
            "Earned: CPhT; [what came of it]; [a number: how many, how often, how much]",
        ),
    ],
)
def test_the_draft_invents_nothing(fields, line):
    assert draft_line(Achievement(**fields)) == line


@pytest.mark.django_db
def test_the_line_becomes_the_next_version(as_seeker, seeker):
    document, achievement = make_document(seeker, text=TEXT), _achievement(seeker)
    place = reverse("achievement_resume", args=[achievement.pk])
    page = as_seeker.get(place)
    fields = {**page.context["form"].initial, "words": "Trained  three\nnew technicians"}

    blank = as_seeker.post(place, {**fields, "words": "Trained [how many]"})
    answer = as_seeker.post(place, fields)

    achievement.refresh_from_db()
    made = newest(document)
    assert "in brackets" in blank.content.decode()
    assert answer.url == made.get_absolute_url()
    assert (made.number, achievement.in_resume_on) == (2, timezone.localdate())
    assert "to the cent\n• Trained three new technicians\n" in made.text

    late = as_seeker.post(place, {**fields, "words": "Typed in another tab"})
    assert "newer version" in late.content.decode()
    assert "Typed in another tab" in late.content.decode()
    again = {
        **fields,
        "number": late.context["form"]["number"].value(),
        "place": late.context["version"].text.index("\n\nAW"),
    }
    assert as_seeker.post(place, {**again, "words": "Typed in another tab"}).status_code == 302
    assert "every week\n• Typed in another tab" in newest(document).text


@pytest.mark.django_db
def test_which_resume_is_asked_and_another_person_s_are_not_there(as_seeker, seeker):
    achievement = _achievement(seeker)
    place = reverse("achievement_resume", args=[achievement.pk])
    other = make_document(make_user(), text=TEXT)
    assert "You keep no resume here yet" in as_seeker.get(f"{place}?document={other.pk}").content.decode()

    first, second = (make_document(seeker, text=TEXT, title=title) for title in ("For clinics", "For stores"))
    assert "Which resume?" in as_seeker.get(f"{place}?document={other.pk}").content.decode()
    assert as_seeker.get(f"{place}?document={second.pk}").context["version"].document == second
    assert first.versions.count() == 1

    theirs = reverse("achievement_resume", args=[_achievement(make_user()).pk])
    assert as_seeker.get(theirs).status_code == 404
