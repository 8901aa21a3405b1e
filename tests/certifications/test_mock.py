"""Mock exams: made by the outline, timed by the server, counted once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from certifications.models import Attempt, Card, ExamOutline, ExamTarget, PracticeSession
from tests.certifications.rounds import RIGHT, WRONG, make_exam_bank, make_round
from tests.factories import make_held, make_outline, make_practice_question

pytestmark = pytest.mark.django_db
MOCK = "/my/study/mock/helper-exam/"


def at(session, position):
    return f"/my/study/rounds/{session.pk}/{position}/"


def finish(client, session):
    return client.post(f"/my/study/rounds/{session.pk}/finish/", follow=True).content.decode()


@pytest.fixture
def bank():
    return make_exam_bank()


@pytest.fixture
def mock(seeker, bank):
    """A mock exam of 20 minutes that has just begun."""
    return make_round(seeker, bank, mode="mock", minutes=20)


def begun(mock, **ago):
    """The mock exam, begun that long ago."""
    mock.started_at = timezone.now() - timedelta(**ago)
    mock.save()
    return mock


def test_an_exam_is_made_by_the_outlines_shares(as_seeker, bank):
    as_seeker.post(MOCK)

    session = PracticeSession.objects.get()
    domains = list(session.attempts.values_list("domain", flat=True))
    assert (session.mode, session.minutes) == ("mock", 20)
    assert (domains.count("safety"), domains.count("law")) == (6, 4)


def test_a_bank_that_is_too_small_gives_a_shorter_exam_and_says_so(as_seeker):
    make_exam_bank(first=3, second=4)

    page = as_seeker.get(MOCK).content.decode()
    as_seeker.post(MOCK)

    assert "Shorter than the exam" in page
    assert "5 questions, 10 minutes" in page
    assert Attempt.objects.count() == 5


def test_the_outline_of_the_day_aimed_at_is_used(as_seeker, seeker, bank):
    today = timezone.localdate()
    ExamOutline.objects.update(in_force_until=today + timedelta(days=30))
    make_outline(
        credential=bank,
        version="Next",
        domains=[("Law", Decimal(100))],
        items=2,
        minutes=4,
        in_force_from=today + timedelta(days=31),
    )
    target = ExamTarget.objects.create(
        held=make_held(holder=seeker, credential=bank),
        exam_on=today + timedelta(days=30),
        hours_a_week=5,
        started_on=today,
    )

    assert "10 questions" in as_seeker.get(MOCK).content.decode()
    ExamTarget.objects.filter(pk=target.pk).update(exam_on=today + timedelta(days=31))
    assert "2 questions" in as_seeker.get(MOCK).content.decode()


def test_without_an_outline_no_exam_is_made_up(as_seeker, bank):
    ExamOutline.objects.all().delete()

    assert "We cannot make one up yet" in as_seeker.get(MOCK).content.decode()
    assert "We know too little of this exam" in as_seeker.post(MOCK, follow=True).content.decode()
    assert not PracticeSession.objects.exists()


def test_without_known_minutes_there_is_no_clock(as_seeker):
    make_exam_bank(minutes=None)
    as_seeker.post(MOCK)

    assert PracticeSession.objects.get().minutes is None
    assert "data-timer" not in as_seeker.get(at(PracticeSession.objects.get(), 1)).content.decode()


def test_starting_twice_leads_to_the_same_exam(as_seeker, bank):
    as_seeker.post(MOCK)
    as_seeker.post(MOCK)

    assert PracticeSession.objects.count() == 1


def test_an_open_exam_tells_no_answers(as_seeker, mock):
    as_seeker.post(at(mock, 1), {"chosen": WRONG})

    page = as_seeker.get(at(mock, 1)).content.decode()
    progress = as_seeker.get("/my/study/").content.decode()

    assert "The pharmacist decides." not in page
    assert "0 of 10 questions tried" in progress


def test_answers_change_until_the_time_is_up(as_seeker, mock):
    as_seeker.post(at(mock, 1), {"chosen": WRONG})
    as_seeker.post(at(mock, 1), {"chosen": RIGHT})

    assert mock.attempts.get(position=1).is_correct


def test_a_question_may_be_skipped(as_seeker, mock):
    assert as_seeker.post(at(mock, 1), {})["Location"] == at(mock, 2)
    assert as_seeker.post(at(mock, 10), {})["Location"].endswith("/finish/")


def test_after_the_time_an_answer_stands_and_a_new_one_is_kept_but_does_not_count(as_seeker, mock):
    as_seeker.post(at(mock, 1), {"chosen": RIGHT})
    Attempt.objects.filter(position=1).update(answered_at=timezone.now() - timedelta(minutes=25))
    begun(mock, minutes=30)

    as_seeker.post(at(mock, 1), {"chosen": WRONG})
    as_seeker.post(at(mock, 2), {"chosen": RIGHT})
    page = finish(as_seeker, mock)

    assert list(mock.attempts.filter(position__lte=2).values_list("is_correct", flat=True)) == [True, True]
    assert "1 of 10 right" in page
    assert "1 came after the time and does not count." in page
    assert "The time is up" not in page


def test_the_page_says_when_the_time_is_up(as_seeker, mock):
    assert "The time is up. " not in as_seeker.get(f"{mock.get_absolute_url()}finish/").content.decode()

    begun(mock, minutes=20, seconds=1)

    assert "The time is up. Finish" in as_seeker.get(f"{mock.get_absolute_url()}finish/").content.decode()
    assert "is kept and does not count" in as_seeker.get(at(mock, 1)).content.decode()


def test_finishing_twice_finishes_once(as_seeker, mock):
    as_seeker.post(at(mock, 1), {"chosen": WRONG})
    finish(as_seeker, mock)
    mock.refresh_from_db()
    first = mock.finished_at

    finish(as_seeker, mock)

    mock.refresh_from_db()
    assert mock.finished_at == first
    assert Card.objects.count() == 1


def test_a_finished_exam_takes_no_answer(as_seeker, mock):
    finish(as_seeker, mock)

    answer = as_seeker.post(at(mock, 1), {"chosen": RIGHT})

    assert answer["Location"] == mock.get_absolute_url()
    assert not Attempt.objects.answered().exists()


def test_the_end_names_each_part_and_what_to_study_next_and_predicts_nothing(as_seeker, mock):
    for attempt in mock.attempts.all():
        as_seeker.post(at(mock, attempt.position), {"chosen": WRONG if attempt.domain == "law" else RIGHT})
    page = finish(as_seeker, mock)

    assert "6 of 10 right" in page
    assert "<strong>Law</strong>: 4 of 4 missed" in page
    assert "?domain=law" in page
    assert "does not predict the score" in page


@pytest.mark.parametrize(("show", "seen"), [("missed", 2), ("flagged", 1), ("all", 3), ("nonsense", 2)])
def test_the_questions_of_a_finished_exam_are_looked_at_by_how_they_went(as_seeker, seeker, bank, show, seen):
    mock = make_round(seeker, bank, number=3, mode="mock")
    as_seeker.post(at(mock, 1), {"chosen": RIGHT, "flag": "on"})
    finish(as_seeker, mock)

    page = as_seeker.get(f"{mock.get_absolute_url()}?show={show}").content.decode()

    assert page.count('<details class="reviewed">') == seen


def test_an_answer_that_comes_with_a_flag_is_kept_too(as_seeker, mock):
    as_seeker.post(at(mock, 1), {"chosen": RIGHT, "flag": "on"})

    attempt = mock.attempts.get(position=1)
    assert (attempt.is_flagged, attempt.is_correct) == (True, True)


def test_questions_of_a_part_that_the_outline_does_not_name_stay_out(as_seeker, bank):
    make_practice_question(places=[(bank, "old-part")])

    as_seeker.post(MOCK)

    assert "old-part" not in Attempt.objects.values_list("domain", flat=True)
