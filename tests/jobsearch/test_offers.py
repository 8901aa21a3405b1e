"""Offers: brought to one unit, set side by side, and kept with their application."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import Notification
from jobsearch.actions import move
from jobsearch.actions.reminders import send_reminders
from jobsearch.models import Application, Offer, Posting
from jobsearch.offers.side_by_side import difference, names_of, rows_of
from jobsearch.offers.terms import terms_of
from jobsearch.offers.units import Pay, days_a_week, in_one_unit, on_the_way
from plans.models import Deed
from tests.factories import make_user
from tests.jobsearch.factories import make_application, make_offer

D = Decimal


@pytest.mark.parametrize(
    ("amount", "per", "hours", "hour", "year"),
    [
        (D("18.50"), "hour", D(40), D("18.50"), D(38480)),
        (D("18.50"), "hour", None, D("18.50"), None),
        (D(740), "week", D(40), D("18.50"), D(38480)),
        (D(740), "week", D(0), None, D(38480)),
        (D(3000), "month", D("37.5"), D("18.46"), D(36000)),
        (D(38480), "year", D(40), D("18.50"), D(38480)),
        (D(38480), "year", None, None, D(38480)),
        (None, "hour", D(40), None, None),
        (D(0), "hour", D(40), D("0.00"), D(0)),
    ],
)
def test_pay_is_brought_to_an_hour_and_a_year(amount, per, hours, hour, year):
    assert in_one_unit(amount, per, hours) == Pay(hour, year)


@pytest.mark.parametrize(
    ("hours", "days"),
    [(None, 5), (D(0), 5), (D("0.5"), 1), (D(8), 1), (D("8.1"), 2), (D(32), 4), (D(33), 5), (D(60), 5)],
)
def test_days_are_counted_from_hours(hours, days):
    assert (days_a_week(hours), on_the_way(20, hours)) == (days, 40 * days)


def _offer(employer="Hill", **terms):
    posting = Posting(title="Technician", employer=employer)
    return Offer(application=Application(posting=posting), **terms)


@pytest.mark.parametrize(
    ("key", "first", "other", "words"),
    [
        ("hour", {"pay": D("18.5")}, {"pay": D(20)}, "$1.50 an hour more than Hill"),
        ("hour", {"pay": D(20)}, {"pay": D("18.5")}, "$1.50 an hour less than Hill"),
        ("hour", {"pay": D(20)}, {"pay": D(20)}, "the same as Hill"),
        ("hour", {"pay": D(20)}, {}, ""),
        ("hour", {"pay": D(20)}, {"pay": D(40000), "pay_per": "year"}, ""),
        ("hours", {"hours_a_week": D("37.5")}, {"hours_a_week": D(40)}, "2.5 hours a week more than Hill"),
        ("commute", {"commute_minutes": 10}, {"commute_minutes": 30}, "20 minutes farther each way than Hill"),
        ("commute", {"commute_minutes": 75}, {"commute_minutes": 5}, "1 h 10 min nearer each way than Hill"),
        ("commute", {"commute_minutes": 5}, {"commute_minutes": 5}, "as far as Hill"),
        ("benefits", {"benefits": "all"}, {"benefits": "none"}, ""),
    ],
)
def test_differences_are_told_in_words(key, first, other, words):
    assert difference(_offer(**first), _offer("Dale", **other), key, "Hill") == words


def test_two_offers_of_one_employer_are_told_apart():
    offers = [_offer(), _offer("HILL"), _offer("Dale")]

    assert names_of(offers) == ["Technician, Hill", "Technician, HILL", "Dale"]
    assert [row.label for row in rows_of(offers)] == [term.label for term in terms_of(offers[0])]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stage", "after", "deeds"),
    [
        ("saved", "offer", 2),
        ("interview", "offer", 2),
        ("quiet", "offer", 2),
        ("offer", "offer", 2),
        ("declined", "declined", 1),
    ],
)
def test_writing_terms_moves_an_earlier_application(as_seeker, seeker, stage, after, deeds):
    application = make_application(owner=seeker, stage=stage)
    place = reverse("offers:edit", args=[application.pk])

    for _twice in range(2):
        page = as_seeker.post(place, {"pay": "18.5", "pay_per": "hour", "answer_by_on": "2027-01-04"}, follow=True)

    application.refresh_from_db()
    assert (application.stage, Deed.objects.owned_by(seeker).count()) == (after, deeds)
    assert Offer.objects.get().answer_by_on == date(2027, 1, 4)
    assert "not computed" in page.content.decode() and page.content.decode().count("to ask") > 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"pay": "NaN"},
        {"pay": "-1"},
        {"pay": "a lot"},
        {"hours_a_week": "101"},
        {"commute_minutes": "-5"},
        {"benefits": "x" * 10_000},
        {"answer_by_on": "31 June"},
        {"ce_paid": "maybe"},
    ],
)
def test_bad_terms_get_a_sentence_and_stay(as_seeker, seeker, values):
    application = make_application(owner=seeker)
    values = {"pay_per": "hour", "growth": "لَيلى 💊", **values}

    page = as_seeker.post(reverse("offers:edit", args=[application.pk]), values)

    assert page.context["form"].errors and "لَيلى 💊" in page.content.decode()
    assert not Offer.objects.exists()
    assert Application.objects.get().stage == "saved"


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [3, 30])
def test_pages_cost_the_same_at_any_length(as_seeker, seeker, rows, django_assert_max_num_queries):
    offers = [make_offer(owner=seeker, pay=D(20)) for _ in range(rows)]
    make_application(owner=seeker, stage="applied")
    asked = "&".join(f"o={offer.pk}" for offer in offers[:3])

    for place in ("", "add/", f"compare/?{asked}", f"{offers[0].application_id}/"):
        with django_assert_max_num_queries(9):
            assert as_seeker.get(f"/my/offers/{place}").status_code == 200


@pytest.mark.django_db
def test_comparing_takes_two_to_four_of_ones_own(as_seeker, seeker):
    mine, other = [make_offer(owner=seeker, pay=D(20)).pk for _ in range(5)], make_offer().pk

    def chosen(*numbers):
        return len(as_seeker.get(reverse("offers:compare"), {"o": numbers}).context["chosen"])

    assert [chosen(*mine[:number]) for number in range(6)] == [0, 0, 2, 3, 4, 0]
    assert [chosen(mine[0], other), chosen(mine[0], "x"), chosen(mine[0], "9" * 30)] == [0, 0, 0]


@pytest.mark.django_db
def test_deleting_terms_leaves_the_job_and_others_see_nothing(as_seeker, seeker):
    offer, others = make_offer(owner=seeker), make_offer()

    as_seeker.post(reverse("offers:delete", args=[offer.application_id]))

    assert [*Offer.objects.all()] == [others]
    assert Application.objects.owned_by(seeker).count() == 1
    for name in ("detail", "edit", "delete"):
        assert as_seeker.get(reverse(f"offers:{name}", args=[others.application_id])).status_code == 404


@pytest.mark.django_db
def test_the_last_day_is_told_the_day_before_once():
    kiritimati = make_user(time_zone="Pacific/Kiritimati")
    offer = make_offer(owner=kiritimati, answer_by_on=date(2026, 11, 21))
    make_offer(owner=kiritimati)
    move(make_offer(owner=kiritimati, answer_by_on=date(2026, 11, 21)).application, "declined", on=date(2026, 11, 3))
    nine = datetime(2026, 11, 19, 19, tzinfo=UTC)

    assert [send_reminders(nine - timedelta(minutes=1)), send_reminders(nine), send_reminders(nine)] == [0, 1, 0]
    assert Notification.objects.get().link == reverse("offers:detail", args=[offer.application_id])
