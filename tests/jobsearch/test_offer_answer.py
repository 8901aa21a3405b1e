"""Yes or no to an offer: dated, undoable, put in writing, and with a way to withdraw the others."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from jobsearch.actions import move
from jobsearch.actions.outreach import checked, send
from jobsearch.models import Application, Message
from plans.models import Deed, Doing
from tests.jobsearch.factories import DAY, make_application, make_offer

pytestmark = pytest.mark.django_db


def where(offer, name="answer"):
    return reverse(f"offers:{name}", args=[offer.application_id])


def stage_of(application):
    return Application.objects.get(pk=application.pk).stage


@pytest.mark.parametrize(("answer", "hired"), [("accepted", 1), ("declined", 0)])
def test_an_answer_is_dated_counted_and_can_be_taken_back(as_seeker, seeker, answer, hired):
    offer = make_offer(owner=seeker)
    on = DAY + timedelta(days=3)

    page = as_seeker.post(where(offer), {"answer": answer, "on": on, "note": "Near home"}, follow=True)

    line = offer.application.changes.last()
    assert (line.stage, line.on, line.note) == (answer, on, "Near home")
    assert "Near home" in page.content.decode() and "Take my answer back" in page.content.decode()
    assert Deed.objects.owned_by(seeker).filter(doing=Doing.HIRED).count() == hired
    as_seeker.post(reverse("jobs:undo", args=[offer.application_id]))
    assert stage_of(offer.application) == "offer"
    assert not Deed.objects.owned_by(seeker).filter(doing=Doing.HIRED).exists()


def test_without_a_day_it_was_today(as_seeker, seeker):
    offer = make_offer(owner=seeker)

    as_seeker.post(where(offer), {"answer": "declined", "on": ""})

    assert offer.application.changes.last().on == timezone.localdate()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"answer": ""}, "Choose whether you accept or decline."),
        ({"answer": "rejected"}, "rejected"),
        ({"answer": "accepted", "on": "2099-01-01"}, "Write a day from"),
        ({"answer": "accepted", "note": "x" * 301}, "300"),
    ],
)
def test_bad_answers_get_a_sentence_and_change_nothing(as_seeker, seeker, values, sentence):
    offer = make_offer(owner=seeker)

    page = as_seeker.post(where(offer), {"note": "Keep this", **values}).content.decode()

    assert sentence in page and (values.get("note") or "Keep this") in page
    assert stage_of(offer.application) == "offer"


def test_the_letter_begins_with_the_terms_that_are_known_and_is_begun_once(as_seeker, seeker):
    offer = make_offer(owner=seeker, pay=Decimal("18.5"), hours_a_week=36, shift="Weekdays", starts_on=date(2027, 1, 4))
    as_seeker.post(where(offer), {"answer": "accepted"})

    for _twice in range(2):
        answer = as_seeker.post(where(offer, "words"))

    letter = Message.objects.get()
    assert (letter.kind, letter.application, answer.url) == ("accept", offer.application, letter.get_absolute_url())
    assert "I start on 4 January 2027, with 36 hours a week (Weekdays) and pay of $18.50 an hour." in letter.text
    assert not {"the day", "the pay agreed"} & {*checked(letter).blanks}
    send(letter, on=timezone.localdate())
    assert "You sent it on" in as_seeker.get(where(offer)).content.decode()


def test_terms_that_are_unknown_stay_blank_and_no_has_its_own_letter(as_seeker, seeker):
    yes, no = make_offer(owner=seeker), make_offer(owner=seeker)

    as_seeker.post(where(no, "words"))
    assert not Message.objects.exists()
    for offer, answer in ((yes, "accepted"), (no, "declined")):
        as_seeker.post(where(offer), {"answer": answer})
        as_seeker.post(where(offer, "words"))

    assert {"the day", "hours and shift", "the pay agreed"} <= {*checked(Message.objects.get(kind="accept")).blanks}
    assert Message.objects.filter(kind="decline").count() == 1


def test_the_others_under_way_are_listed_and_withdrawn_one_by_one(as_seeker, seeker):
    offer = make_offer(owner=seeker)
    saved, applied = make_application(owner=seeker), make_application(owner=seeker, stage="applied")
    over, foreign = make_application(owner=seeker, stage="rejected"), make_application(stage="applied")

    as_seeker.post(where(offer, "withdraw"), {"other": applied.pk})
    assert stage_of(applied) == "applied"  # not before the offer is accepted
    as_seeker.post(where(offer), {"answer": "accepted"})
    page = as_seeker.get(where(offer))
    assert [*page.context["page"]] == [applied, saved]
    assert f"?kind=withdraw&amp;application={applied.pk}" in page.content.decode()
    for other in (applied, over, foreign, offer.application):
        as_seeker.post(where(offer, "withdraw"), {"other": other.pk})

    stages = [stage_of(one) for one in (applied, saved, over, foreign, offer.application)]
    assert stages == ["withdrawn", "saved", "rejected", "applied", "accepted"]
    line = applied.changes.last()
    assert (line.on, line.note) == (timezone.localdate(), "Accepted another offer")
    assert [*as_seeker.get(where(offer)).context["page"]] == [saved]


def test_a_declined_offer_asks_for_no_withdrawals(as_seeker, seeker):
    offer = make_offer(owner=seeker)
    make_application(owner=seeker, stage="applied")
    assert "1 other application is still under way" in as_seeker.get(where(offer)).content.decode()

    move(offer.application, "declined", on=DAY)

    assert "Withdraw" not in as_seeker.get(where(offer)).content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, rows, django_assert_max_num_queries):
    offer = make_offer(owner=seeker)
    for _one in range(rows):
        make_application(owner=seeker, stage="applied")
    move(offer.application, "accepted", on=DAY)

    with django_assert_max_num_queries(9):
        assert as_seeker.get(where(offer)).status_code == 200


@pytest.mark.parametrize(("terms", "link"), [(True, ""), (False, "edit/")])
def test_the_page_of_the_job_leads_to_its_offer(as_seeker, seeker, terms, link):
    application = make_application(owner=seeker, stage="offer")
    if terms:
        make_offer(application=application)

    page = as_seeker.get(application.get_absolute_url()).content.decode()

    assert f'href="/my/offers/{application.pk}/{link}"' in page


def test_offers_of_others_are_not_answered(as_seeker):
    offer = make_offer()

    for name in ("answer", "words", "withdraw"):
        assert as_seeker.post(where(offer, name), {"answer": "accepted"}).status_code == 404
    assert stage_of(offer.application) == "offer"
