"""Questions before an offer is answered: what the terms leave open comes first, and nothing typed is lost."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from jobsearch.forms.offer_questions import MOST_OWN
from jobsearch.models import OfferQuestion
from jobsearch.offers.questions import QUESTIONS, lines_of, parts_of
from jobsearch.offers.terms import terms_of
from tests.jobsearch.factories import make_offer

pytestmark = pytest.mark.django_db


def place(offer):
    return reverse("offers:questions", args=[offer.application_id])


def everything(offer, **changed):
    """What the page sends when nothing on it was changed."""
    sent = {}
    for line in lines_of(offer, offer.questions.all()):
        sent[f"said_{line.name}"] = line.answer
        if line.asked_on:
            sent[f"asked_{line.name}"] = "on"
    return {**sent, "own": "", **changed}


def test_every_question_fits_and_its_term_exists():
    offer = make_offer()
    keys = {term.key for term in terms_of(offer)}

    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)
    assert {question.term for question in QUESTIONS} <= keys | {""}
    assert max(len(str(question.text)) for question in QUESTIONS) <= 200


def test_what_the_terms_leave_open_comes_first_and_what_was_asked_follows():
    offer = make_offer(pay=Decimal(20))
    OfferQuestion.objects.create(offer=offer, key="shift", text="x", asked_on=timezone.localdate())

    parts = {part.key: [line.name for line in part.lines] for part in parts_of(lines_of(offer, offer.questions.all()))}

    assert [*parts] == ["open", "asked", "told"]
    assert (parts["asked"], parts["told"]) == (["shift"], ["pay"])
    assert parts["open"][0] == "differential" and len(parts["open"]) == len(QUESTIONS) - 2


def test_ticks_and_answers_stay_and_can_be_taken_back(as_seeker, seeker):
    offer, today = make_offer(owner=seeker), timezone.localdate()

    as_seeker.post(place(offer), everything(offer, asked_pay="on", said_leave="  Ten days 💊 "))

    kept = {one.key: (one.asked_on, one.answer) for one in offer.questions.all()}
    assert kept == {"pay": (today, ""), "leave": (today, "Ten days 💊")}
    offer.questions.update(asked_on=today - timedelta(days=3))
    changed = everything(offer, said_leave="Twelve days")
    del changed["asked_pay"]
    page = as_seeker.post(place(offer), changed, follow=True).content.decode()
    kept = {one.key: (one.asked_on, one.answer) for one in offer.questions.all()}
    assert kept == {"leave": (today - timedelta(days=3), "Twelve days")}
    assert "Twelve days" in page
    del changed["asked_leave"]
    as_seeker.post(place(offer), changed)
    assert [*offer.questions.values_list("asked_on", "answer")] == [(None, "Twelve days")]


def test_ones_own_question_is_added_once_and_taken_off_with_nothing_lost(as_seeker, seeker):
    offer = make_offer(owner=seeker)
    as_seeker.post(place(offer), everything(offer, own=" Is there a locker? ", said_team="Three"))
    own = offer.questions.own().get()

    twice = as_seeker.post(place(offer), everything(offer, own="is there a LOCKER?", said_pay="20 an hour"))
    assert "on the list already" in twice.content.decode() and "20 an hour" in twice.content.decode()
    as_seeker.post(place(offer), everything(offer, remove=str(own.pk), said_team="Four"))

    assert [*offer.questions.values_list("text", "answer")] == [(str(QUESTIONS[10].text), "Four")]


def test_a_question_that_came_meanwhile_keeps_what_it_holds(as_seeker, seeker):
    offer = make_offer(owner=seeker)
    old_page = everything(offer)
    own = OfferQuestion.objects.create(offer=offer, text="Who else?", asked_on=timezone.localdate(), answer="Two")

    as_seeker.post(place(offer), old_page)

    own.refresh_from_db()
    assert (own.asked_on, own.answer) == (timezone.localdate(), "Two")


@pytest.mark.parametrize("values", [{"said_pay": "x" * 1001}, {"own": "x" * 201}])
def test_too_long_gets_a_sentence_and_stays(as_seeker, seeker, values):
    offer = make_offer(owner=seeker)

    page = as_seeker.post(place(offer), everything(offer, said_team="Three and a float", **values))

    assert page.context["form"].errors and "Three and a float" in page.content.decode()
    assert not OfferQuestion.objects.exists()


def test_thirty_of_ones_own_are_enough(as_seeker, seeker):
    offer = make_offer(owner=seeker)
    OfferQuestion.objects.bulk_create(OfferQuestion(offer=offer, text=f"Q {n}") for n in range(MOST_OWN - 1))

    for text in ("One more?", "And another?"):
        page = as_seeker.post(place(offer), everything(offer, own=text))

    assert "Take one off first" in page.content.decode()
    assert offer.questions.own().count() == MOST_OWN


@pytest.mark.parametrize("rows", [0, 25])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, rows, django_assert_max_num_queries):
    offer = make_offer(owner=seeker)
    OfferQuestion.objects.bulk_create(OfferQuestion(offer=offer, text=f"Q {n}") for n in range(rows))

    with django_assert_max_num_queries(6):
        assert as_seeker.get(place(offer)).status_code == 200


def test_questions_of_others_do_not_exist(as_seeker, seeker):
    mine, others = make_offer(owner=seeker), make_offer()
    foreign = OfferQuestion.objects.create(offer=others, text="Hidden")

    assert as_seeker.get(place(others)).status_code == 404
    as_seeker.post(place(mine), everything(mine, remove=str(foreign.pk)))
    assert OfferQuestion.objects.get() == foreign
