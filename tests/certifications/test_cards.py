"""Cards: begun a few at a time, shown when due, graded once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certifications.models import Card
from tests.factories import (
    make_card,
    make_credential,
    make_drug,
    make_practice_question,
    make_role,
    make_section,
    make_target_role,
    make_term,
    make_user,
)

pytestmark = pytest.mark.django_db
CARDS = "/my/study/cards/"


def grade(client, card, value="3", seen=None):
    return client.post(f"{CARDS}{card.pk}/grade/", {"grade": value, "seen": seen or card.due_at.isoformat()})


def test_ten_drug_names_are_begun_in_both_directions(as_seeker):
    for _ in range(11):
        make_drug()

    page = as_seeker.post(f"{CARDS}begin/", {"kind": "drug"}, follow=True).content.decode()

    keys = list(Card.objects.values_list("key", flat=True))
    assert len(keys) == 20
    assert not any(key.endswith("__brand") for key in keys[:10])
    assert "20 cards are due" in page
    as_seeker.post(f"{CARDS}begin/", {"kind": "drug"})
    assert Card.objects.count() == 22


def test_the_words_of_the_guide_one_aims_at_become_cards(as_seeker, seeker):
    role = make_role(slug="helper")
    make_section(role=role, body="Mind the [sig](term:sig) and the [none](term:no-such).")
    make_term(slug="sig", term="Sig", definition="Directions for use.")
    make_term(slug="elsewhere")
    make_target_role(seeker, role=role)

    page = as_seeker.post(f"{CARDS}begin/", {"kind": "term", "role": "helper"}, follow=True).content.decode()

    assert list(Card.objects.values_list("kind", "key")) == [("term", "sig")]
    assert "Directions for use." in page


@pytest.mark.parametrize("fields", [{}, {"kind": "question"}, {"kind": "term", "role": "no-such"}, {"kind": "term"}])
def test_an_odd_set_of_cards_is_refused_with_a_sentence(as_seeker, fields):
    make_drug()

    page = as_seeker.post(f"{CARDS}begin/", fields, follow=True).content.decode()

    assert "Choose one of the sets of cards." in page
    assert not Card.objects.exists()


def test_a_card_shows_the_brand_for_the_generic_and_the_other_way_round(as_seeker, seeker):
    make_drug(slug="metformin", generic="Metformin", brand="Glucophage")
    card = make_card(seeker, key="metformin__brand")

    page = as_seeker.get(CARDS).content.decode()

    assert page.index("Which generic name?") < page.index("Glucophage") < page.index("Metformin")
    card.delete()
    make_card(seeker, key="metformin")
    page = as_seeker.get(CARDS).content.decode()
    assert page.index("Metformin") < page.index("Glucophage")


@pytest.mark.parametrize(
    ("role", "reviewed_by", "word"),
    [
        ("pharmacy-technician", "", "Not reviewed by a pharmacist"),
        ("helper", "", "Not reviewed by a member of the profession"),
        ("pharmacy-technician", "P. Harm, PharmD", ""),
    ],
)
def test_a_card_of_a_question_says_that_nobody_of_the_profession_has_checked_it(
    as_seeker, seeker, role, reviewed_by, word
):
    credential = make_credential(roles=(make_role(slug=role),))
    question = make_practice_question(places=[(credential, "law")], reviewed_by=reviewed_by, source_words="")
    make_card(seeker, kind="question", key=question.slug)

    page = as_seeker.get(CARDS).content.decode()

    assert question.rationale in page
    assert ("Not reviewed" in page) is bool(word)
    assert word in page


def test_a_grade_moves_the_card_and_keeps_its_memory(as_seeker, seeker):
    make_drug(slug="a")
    card = make_card(seeker, key="a")
    before = timezone.now()

    grade(as_seeker, card, "4")

    card.refresh_from_db()
    assert card.due_at > before + timedelta(days=1)
    assert card.state["last_review"]


def test_a_form_sent_twice_counts_once(as_seeker, seeker):
    make_drug(slug="a")
    card = make_card(seeker, key="a")
    seen = card.due_at.isoformat()
    grade(as_seeker, card, "3", seen)
    card.refresh_from_db()
    once = (card.due_at, card.state)

    grade(as_seeker, card, "3", seen)

    card.refresh_from_db()
    assert (card.due_at, card.state) == once


@pytest.mark.parametrize("value", ["0", "5", "", "good"])
def test_an_odd_grade_changes_nothing(as_seeker, seeker, value):
    make_drug(slug="a")
    card = make_card(seeker, key="a")

    page = as_seeker.post(f"{CARDS}{card.pk}/grade/", {"grade": value, "seen": card.due_at.isoformat()}, follow=True)

    card.refresh_from_db()
    assert card.state == {}
    assert "Choose how well you knew it." in page.content.decode()


def test_what_was_just_missed_can_be_taken_again_without_waiting(as_seeker, seeker):
    make_drug(slug="a", generic="Amoxicillin")
    grade(as_seeker, make_card(seeker, key="a"), "1")

    waiting = as_seeker.get(CARDS).content.decode()
    early = as_seeker.get(f"{CARDS}?early=on").content.decode()

    assert "Take the one that comes back within 20 minutes now" in waiting
    assert "Turn the card" not in waiting
    assert "Amoxicillin" in early


def test_a_card_is_due_from_its_moment_on(as_seeker, seeker):
    make_drug(slug="a")
    card = make_card(seeker, key="a", due_at=timezone.now() + timedelta(hours=1))

    assert "Nothing is due" in as_seeker.get(CARDS).content.decode()
    Card.objects.filter(pk=card.pk).update(due_at=timezone.now())
    assert "1 card is due" in as_seeker.get(CARDS).content.decode()


def test_a_card_whose_subject_is_gone_is_passed_over(as_seeker, seeker):
    question = make_practice_question(is_published=False)
    make_card(seeker, kind="question", key=question.slug)

    assert "Nothing is due" in as_seeker.get(CARDS).content.decode()


def test_a_card_is_taken_out_by_its_owner_only(as_seeker, seeker):
    own, other = make_card(seeker), make_card(make_user())

    assert as_seeker.post(f"{CARDS}{other.pk}/delete/").status_code == 404
    assert grade(as_seeker, other).status_code == 404
    as_seeker.post(f"{CARDS}{own.pk}/delete/")
    assert list(Card.objects.all()) == [other]


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    for n in range(number):
        make_card(seeker, key=make_drug(slug=f"d{n}").slug)
        make_card(seeker, kind="term", key=make_term(slug=f"t{n}").slug)

    as_seeker.get(CARDS)
    with django_assert_num_queries(9):
        as_seeker.get(CARDS)
