"""Practice: one question at a time, its answer kept at once, its reasons shown after it."""

from datetime import date

import pytest

from certifications.models import Attempt, Card, PracticeQuestion, PracticeSession
from tests.certifications.rounds import RIGHT, WRONG, make_exam_bank, make_round
from tests.factories import make_credential, make_practice_question, make_role, make_user

pytestmark = pytest.mark.django_db
BEGIN = {"domain": "", "which": "any", "number": "10"}


@pytest.fixture
def bank():
    return make_exam_bank()


def begin(client, **fields):
    return client.post("/my/study/practice/helper-exam/", BEGIN | fields)


def at(session, position):
    return f"/my/study/rounds/{session.pk}/{position}/"


def test_a_round_holds_the_questions_of_the_part_that_was_chosen(as_seeker, bank):
    begin(as_seeker, domain="law")

    assert {row.domain for row in Attempt.objects.all()} == {"law"}
    assert Attempt.objects.count() == 4


def test_a_round_that_was_begun_and_not_touched_is_not_kept_twice(as_seeker, bank):
    begin(as_seeker)
    begin(as_seeker)

    assert PracticeSession.objects.count() == 1


def test_an_answer_shows_its_reasons_its_source_and_that_nobody_reviewed_it(as_seeker, seeker, bank):
    session = make_round(seeker, bank)

    before = as_seeker.get(at(session, 1)).content.decode()
    after = as_seeker.post(at(session, 1), {"chosen": WRONG}, follow=True).content.decode()

    assert "The pharmacist decides." not in before
    for words in ("Not this one", "The pharmacist decides.", "A guess can harm.", "Not reviewed by a member"):
        assert words in after


def test_questions_of_pharmacy_wait_for_a_pharmacist_until_one_signs(as_seeker, seeker):
    exam = make_credential(slug="cpht", roles=(make_role(slug="pharmacy-technician"),))
    question = make_practice_question(places=[(exam, "law")])
    session = make_round(seeker, exam)
    session.attempts.update(chosen=1, is_correct=True, answered_at=session.started_at)

    assert "Not reviewed by a pharmacist" in as_seeker.get(at(session, 1)).content.decode()
    PracticeQuestion.objects.update(reviewed_by="Pat Pharm, PharmD", reviewed_on=date(2026, 11, 1))
    page = as_seeker.get(at(session, 1)).content.decode()
    assert "Reviewed by Pat Pharm, PharmD" in page
    assert "Not reviewed" not in page
    assert question.reviewed_by == ""


def test_an_answer_whose_reasons_were_shown_cannot_be_changed(as_seeker, seeker, bank):
    session = make_round(seeker, bank)

    as_seeker.post(at(session, 1), {"chosen": WRONG})
    as_seeker.post(at(session, 1), {"chosen": RIGHT})

    assert session.attempts.get(position=1).is_correct is False


def test_a_round_goes_on_where_it_stopped_and_ends_with_the_last_answer(as_seeker, seeker, bank):
    session = make_round(seeker, bank, number=2)
    as_seeker.post(at(session, 1), {"chosen": RIGHT})

    resumed = as_seeker.get(session.get_absolute_url())
    as_seeker.post(at(session, 2), {"chosen": WRONG})

    assert resumed["Location"] == at(session, 2)
    session.refresh_from_db()
    assert session.is_finished
    assert "1 of 2 right" in as_seeker.get(session.get_absolute_url()).content.decode()


def test_what_is_missed_becomes_a_card_once(as_seeker, seeker, bank):
    for _ in range(2):
        session = make_round(seeker, bank, number=2)
        as_seeker.post(at(session, 1), {"chosen": WRONG})
        as_seeker.post(at(session, 2), {"chosen": RIGHT})

    assert list(Card.objects.values_list("kind", "key")) == [("question", session.attempts.first().question.slug)]


def test_only_the_first_answer_of_a_person_counts_as_first(as_seeker, seeker, bank):
    for chosen in (WRONG, RIGHT):
        session = make_round(seeker, bank, number=1)
        as_seeker.post(at(session, 1), {"chosen": chosen})

    assert list(Attempt.objects.first_ones().values_list("is_correct", flat=True)) == [False]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("", "Choose an answer first."), ("9", "Choose one of the answers."), ("x", "Choose one of the answers.")],
)
def test_a_missing_or_odd_answer_is_asked_for_again(as_seeker, seeker, bank, chosen, words):
    session = make_round(seeker, bank)

    page = as_seeker.post(at(session, 1), {"chosen": chosen})

    assert words in page.content.decode()
    assert not Attempt.objects.answered().exists()


def test_a_flag_is_set_and_taken_away_wherever_it_was_set(as_seeker, seeker, bank):
    first, second = make_round(seeker, bank, number=1), make_round(seeker, bank, number=1)
    as_seeker.post(at(first, 1), {"flag": "on"})

    assert Attempt.objects.flagged().count() == 1
    begin(as_seeker, which="flagged")
    assert PracticeSession.objects.first().attempts.count() == 1

    as_seeker.post(at(second, 1), {"flag": "off"})
    assert Attempt.objects.flagged().count() == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"which": "flagged"}, "You have flagged none there."),
        ({"which": "missed"}, "You have missed none there"),
        ({"number": "7"}, "Choose one of these."),
        ({"domain": "no-such"}, "Choose one of these."),
    ],
)
def test_a_choice_that_leads_to_nothing_says_so(as_seeker, bank, fields, words):
    page = begin(as_seeker, **fields)

    assert words in page.content.decode()
    assert not PracticeSession.objects.exists()


def test_another_persons_round_does_not_exist(as_seeker, bank):
    session = make_round(make_user(), bank)

    for path in (session.get_absolute_url(), at(session, 1), f"{session.get_absolute_url()}finish/"):
        assert as_seeker.get(path).status_code == 404
        assert as_seeker.post(path).status_code in {404, 405}
    assert as_seeker.post(f"{session.get_absolute_url()}delete/").status_code == 404


@pytest.mark.parametrize("path", ["/my/study/practice/no-such/", "/my/study/mock/bare/"])
def test_an_exam_without_questions_has_no_practice(as_seeker, path):
    make_credential(slug="bare")

    assert as_seeker.get(path).status_code == 404


def test_unpublished_questions_never_come(as_seeker, bank):
    PracticeQuestion.objects.filter(places__domain="law").update(is_published=False)

    begin(as_seeker, number="40")

    assert Attempt.objects.count() == 6


def test_the_page_of_a_person_who_has_begun_nothing_teaches(as_seeker, bank):
    assert "Ten questions are a good beginning" in as_seeker.get("/my/study/").content.decode()


@pytest.mark.parametrize("number", [1, 3, 30])
def test_pages_cost_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    bank = make_exam_bank(first=number, second=1)
    for _ in range(number):
        session = make_round(seeker, bank)
    for mode in ("practice", "mock"):
        done = make_round(seeker, bank, mode=mode, finished_at=session.started_at)
        done.attempts.update(chosen=0, is_correct=False, answered_at=session.started_at)

    pages = [("/my/study/", 15), ("/my/study/practice/helper-exam/", 11), ("/my/study/mock/helper-exam/", 12)]
    pages += [(at(session, 1), 10), (f"{session.get_absolute_url()}finish/", 6), (done.get_absolute_url(), 13)]

    for path, queries in pages:
        with django_assert_num_queries(queries):
            assert as_seeker.get(path).status_code == 200
