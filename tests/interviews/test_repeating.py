"""When a question comes back: graded by badge and rating of oneself, by days, and before the interview."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from interviews.actions.keeping import remove_session
from interviews.actions.repeating import repeat, repeat_before
from interviews.due import due_again
from interviews.models import Answer, Interview, PracticeSession, QuestionCard, Rating
from interviews.returning import day_of, due_before, evening_before, grade_of, is_weak
from kit.memory import Grade
from tests.factories import make_role, make_user
from tests.interviews.factories import NOON, make_given, make_interview, make_question, make_session

NEW_YORK = ZoneInfo("America/New_York")
# NOON is seven in the morning there, on a Saturday.
TODAY = datetime(2026, 11, 28, tzinfo=NEW_YORK)


def rated(answer: Answer, *steps: int) -> Answer:
    Rating.objects.create(
        answer=answer, rater=Rating.Rater.SELF, made_at=NOON, **dict(zip(Rating.DIMENSIONS, steps, strict=True))
    )
    return answer


def days_away(owner, question, *, now=NOON) -> int:
    """How many days off the question is for this person, who lives in New York."""
    repeat(question, owner=owner, now=now)
    due_at = QuestionCard.objects.get(owner=owner, question=question).due_at
    days = due_at.astimezone(NEW_YORK).date() - TODAY.date()
    return days.days


@pytest.fixture
def sam(db):
    return make_user(time_zone="America/New_York")


@pytest.mark.parametrize(
    ("badge", "own", "grade"),
    [
        ("draft", [], Grade.AGAIN),
        ("draft", [5] * 5, Grade.AGAIN),
        ("getting-there", [], Grade.HARD),
        ("getting-there", [5] * 5, Grade.HARD),
        ("getting-there", [1] * 5, Grade.HARD),
        ("interview-ready", [], Grade.GOOD),
        ("interview-ready", [4] * 5, Grade.EASY),
        ("interview-ready", [4, 4, 4, 4, 3], Grade.GOOD),
        ("interview-ready", [3] * 5, Grade.GOOD),
        ("interview-ready", [3, 3, 3, 3, 2], Grade.HARD),
        ("what-is-this", [], Grade.AGAIN),
    ],
)
def test_a_try_is_graded_by_its_badge_and_a_ready_one_by_what_its_speaker_thinks(badge, own, grade):
    assert grade_of(badge, own) is grade


def test_again_and_hard_are_weak_good_and_easy_are_not():
    assert [is_weak(grade) for grade in Grade] == [True, True, False, False]


def test_an_answer_is_due_from_the_beginning_of_a_day():
    late = datetime(2026, 12, 1, 4, 59, 59, tzinfo=UTC)

    assert day_of(late, NEW_YORK) == datetime(2026, 11, 30, tzinfo=NEW_YORK)
    assert day_of(late + timedelta(seconds=1), NEW_YORK) == datetime(2026, 12, 1, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("starts_at", "evening"),
    [
        (datetime(2026, 12, 2, 9, tzinfo=NEW_YORK), datetime(2026, 12, 1, 23, tzinfo=UTC)),
        # Half past eleven in the evening there is the next day by the clock of the server.
        (datetime(2026, 12, 3, 4, 30, tzinfo=UTC), datetime(2026, 12, 1, 23, tzinfo=UTC)),
        # Clocks change in the night between: it stays six o’clock.
        (datetime(2026, 3, 8, 9, tzinfo=NEW_YORK), datetime(2026, 3, 7, 23, tzinfo=UTC)),
        (datetime(2026, 3, 9, 9, tzinfo=NEW_YORK), datetime(2026, 3, 8, 22, tzinfo=UTC)),
        (datetime(2026, 11, 1, 9, tzinfo=NEW_YORK), datetime(2026, 10, 31, 22, tzinfo=UTC)),
        (datetime(2026, 11, 2, 9, tzinfo=NEW_YORK), datetime(2026, 11, 1, 23, tzinfo=UTC)),
    ],
)
def test_the_evening_before_is_six_o_clock_where_the_person_lives(starts_at, evening):
    assert evening_before(starts_at, NEW_YORK) == evening


def test_what_is_due_after_the_evening_before_is_due_then_and_the_next_interview_counts():
    evening = datetime(2026, 12, 1, 18, tzinfo=NEW_YORK)
    interviews = [datetime(2026, 12, 9, 9, tzinfo=NEW_YORK), datetime(2026, 12, 2, 9, tzinfo=NEW_YORK)]

    for due in (evening + timedelta(seconds=1), evening):
        assert due_before(due, interviews, NEW_YORK) == evening
    assert due_before(evening - timedelta(seconds=1), interviews, NEW_YORK) == evening - timedelta(seconds=1)
    assert due_before(evening + timedelta(days=1), [], NEW_YORK) == evening + timedelta(days=1)


@pytest.mark.parametrize(("badge", "days"), [("draft", 1), ("getting-there", 1), ("interview-ready", 2)])
def test_a_first_try_is_back_after_days(sam, badge, days):
    assert days_away(sam, make_given(sam, badge=badge).question) == days


def test_a_rating_of_oneself_afterwards_grades_the_try_anew_and_not_twice(sam):
    answer = make_given(sam, badge="interview-ready")
    assert days_away(sam, answer.question) == 2

    rated(answer, 5, 5, 5, 4, 4)

    assert days_away(sam, answer.question) == 8
    assert days_away(sam, answer.question) == 8


def test_answers_that_stay_good_come_back_later_and_later(sam):
    question = make_question()
    make_given(sam, question=question, badge="interview-ready")
    later = NOON + timedelta(days=2)
    make_given(sam, question=question, badge="interview-ready", given_at=later)

    assert days_away(sam, question, now=later) == 2 + 11


def test_one_s_own_question_comes_back_too_and_a_question_that_is_gone_does_not(sam):
    assert days_away(sam, make_given(sam, question=make_question(owner=sam)).question) == 1

    repeat(None, owner=sam, now=NOON)

    assert QuestionCard.objects.count() == 1


@pytest.mark.parametrize(("limit", "cards"), [("not-english", 0), ("empty", 0), ("one-word", 1), ("very-long", 1)])
def test_what_the_program_cannot_read_is_not_graded(sam, limit, cards):
    answer = make_given(sam)
    answer.feedback.result = {"limit": limit}
    answer.feedback.save()

    repeat(answer.question, owner=sam, now=NOON)

    assert QuestionCard.objects.count() == cards


def test_a_question_whose_answers_were_deleted_is_not_due_any_more(sam):
    answer = make_given(sam)
    repeat(answer.question, owner=sam, now=NOON)
    Answer.objects.all().delete()

    repeat(answer.question, owner=sam, now=NOON)

    assert not QuestionCard.objects.exists()


@pytest.fixture
def weak(sam):
    """A question whose answer, hard three times, is to be back in seven days, on Saturday 12 December."""
    question = make_question(role=make_role())
    for days in (0, 1, 4):
        make_given(sam, question=question, badge="getting-there", given_at=NOON + timedelta(days=days))
    return question


def interview_on(day: int, owner, **fields):
    return make_interview(owner, starts_at=datetime(2026, 12, day, 9, tzinfo=NEW_YORK), **fields)


def due_day(owner, question) -> datetime:
    repeat_before(owner, now=NOON)
    return QuestionCard.objects.get(owner=owner, question=question).due_at.astimezone(NEW_YORK)


def test_a_weak_answer_is_back_on_the_evening_before_the_interview_and_a_good_one_when_memory_asks(sam, weak):
    good = make_given(sam, badge="interview-ready", given_at=NOON + timedelta(days=6)).question
    for question in (weak, good):
        repeat(question, owner=sam, now=NOON)
    before = due_day(sam, weak), due_day(sam, good)
    interview = interview_on(5, sam)

    assert due_day(sam, weak) == datetime(2026, 12, 4, 18, tzinfo=NEW_YORK) < before[0]
    assert due_day(sam, good) == before[1]

    interview.cancel()

    assert due_day(sam, weak) == before[0]


def test_only_interviews_that_may_ask_it_bring_it_forward(sam, weak):
    repeat(weak, owner=sam, now=NOON)
    before = due_day(sam, weak)
    other = interview_on(4, sam, role=make_role())
    make_interview(sam)
    interview_on(5, make_user())
    make_interview(sam, starts_at=NOON)

    assert due_day(sam, weak) == before

    interview_on(6, sam, role=weak.role)

    assert due_day(sam, weak) == datetime(2026, 12, 5, 18, tzinfo=NEW_YORK)

    make_given(
        sam, question=weak, session=make_session(sam, occasion=PracticeSession.Occasion.INTERVIEW, interview=other)
    )

    assert due_day(sam, weak) == datetime(2026, 12, 3, 18, tzinfo=NEW_YORK)


def test_the_list_shows_what_is_due_with_the_last_badge_once_it_was_seen(sam):
    first = make_given(sam, badge="draft")
    second = make_given(sam, badge="getting-there", unrated_at=None)
    third = make_given(sam, badge="interview-ready")
    for answer in (first, second, third):
        repeat(answer.question, owner=sam, now=NOON)
    tomorrow = TODAY + timedelta(days=1)

    assert due_again(sam, now=tomorrow - timedelta(seconds=1), most=5) == []
    assert [(row.last, row.feedback) for row in due_again(sam, now=tomorrow, most=5)] == [
        (first, first.feedback),
        (second, None),
    ]
    assert [row.last for row in due_again(sam, now=tomorrow + timedelta(days=1), most=2)] == [first, second]
    assert due_again(make_user(), now=tomorrow, most=5) == []


def test_a_question_that_was_taken_out_of_the_bank_is_not_due(sam):
    answer = make_given(sam)
    repeat(answer.question, owner=sam, now=NOON)
    answer.question.is_published = False
    answer.question.save()

    assert due_again(sam, now=NOON + timedelta(days=9), most=5) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_at_any_length(sam, rows, django_assert_num_queries):
    for _row in range(rows):
        repeat(make_given(sam).question, owner=sam, now=NOON)

    with django_assert_num_queries(2):
        assert len(due_again(sam, now=NOON + timedelta(days=9), most=5)) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_setting_the_days_anew_costs_the_same_at_any_length(sam, rows, django_assert_num_queries):
    for _row in range(rows):
        repeat(make_given(sam, badge="getting-there").question, owner=sam, now=NOON)
    make_interview(sam, starts_at=NOON + timedelta(hours=30))

    with django_assert_num_queries(7):
        repeat_before(sam, now=NOON)


def test_with_a_session_go_the_days_that_its_tries_asked_for(sam):
    once, twice = make_question(), make_question()
    kept = make_given(sam, question=twice, badge="interview-ready")
    gone = make_session(sam)
    for position, question in enumerate((once, twice), start=1):
        make_given(sam, question=question, session=gone, position=position, given_at=NOON + timedelta(days=5))
        repeat(question, owner=sam, now=NOON)

    remove_session(gone, now=NOON)

    assert days_away(sam, kept.question) == 2
    assert not QuestionCard.objects.filter(question=once).exists()


def test_interviews_move_the_days_when_they_are_written_down_cancelled_and_restored(as_seeker, seeker):
    question = make_given(seeker, badge="getting-there", given_at=timezone.now()).question
    repeat(question, owner=seeker, now=NOON)
    card = QuestionCard.objects.get()
    day = timezone.localdate() + timedelta(days=1)

    def due_at():
        card.refresh_from_db()
        return card.due_at

    before = due_at()
    as_seeker.post(
        "/my/interviews/add/",
        {"employer": "Corner Drug", "day": f"{day}", "hour": "9:00", "way": "phone", "minutes": 30, "round": 1},
    )
    interview = Interview.objects.get()

    assert due_at() == evening_before(interview.starts_at, seeker.zone) < before
    as_seeker.post(f"/my/interviews/{interview.pk}/cancel/")
    assert due_at() == before
    as_seeker.post(f"/my/interviews/{interview.pk}/restore/")
    assert due_at() < before
    as_seeker.post(f"/my/interviews/{interview.pk}/delete/")
    assert due_at() == before
