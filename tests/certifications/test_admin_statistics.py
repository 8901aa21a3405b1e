"""The desk's page on how questions work."""

import pytest
from django.utils import timezone

from certifications.models import PracticeQuestion
from tests.certifications.rounds import make_exam_bank, make_round
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PAGE = "/admin/certifications/practicequestion/statistics/"


@pytest.fixture
def exam(groups):
    return make_exam_bank(first=6, second=1)


def answer_all(exam, people, *, is_first=True):
    """Rounds of that many people, half of whom are right on everything."""
    now = timezone.now()
    for number in range(people):
        session = make_round(make_user(), exam, finished_at=now)
        right = number % 2 == 0
        session.attempts.update(chosen=int(right), is_correct=right, answered_at=now, is_first=is_first)


def test_questions_are_withheld_under_twenty_first_answers(as_editor, exam):
    answer_all(exam, 19)

    before = as_editor.get(PAGE).content.decode()
    answer_all(exam, 1, is_first=False)
    again = as_editor.get(PAGE).content.decode()
    answer_all(exam, 1)
    after = as_editor.get(PAGE).content.decode()

    for page in (before, again):
        assert "No question has enough first answers yet." in page
        assert "7 questions have fewer" in page
    assert str(PracticeQuestion.objects.first()) in after
    assert "<td>20</td><td>55%</td><td>1.00</td>" in after


def test_the_page_costs_the_same_however_many_questions_there_are(as_editor, exam, django_assert_max_num_queries):
    answer_all(exam, 20)

    as_editor.get(PAGE)
    with django_assert_max_num_queries(12):
        as_editor.get(PAGE)


def test_people_without_the_right_do_not_see_it(as_seeker, exam):
    assert as_seeker.get(PAGE).status_code in {302, 403}
