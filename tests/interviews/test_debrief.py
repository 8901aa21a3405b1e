"""Right after: how it went, what was asked goes into one's questions, thanks and follow-up onto the plan."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.actions.afterwards import write_debrief
from interviews.models import AskedQuestion, Debrief, Interview, NoteToEmployer, Question
from interviews.preparing.warm_up import warm_up_questions
from interviews.preparing.wording import closest
from plans.models import Goal, Step
from tests.factories import make_role, make_user
from tests.interviews.meetings import make_bank_question, make_interview, make_past_interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(seeker):
    return make_past_interview(owner=seeker)


def place(interview):
    return reverse("interviews:debrief", args=[interview.pk])


def steps():
    return {step.title: step.due_on for step in Step.objects.all()}


def test_it_took_place_and_everything_is_kept(as_seeker, interview):
    answer = as_seeker.post(
        place(interview), {"went_well": "The story", "was_hard": "Pay", "learned": "Busy", "next_step": "A call"}
    )

    debrief = Debrief.objects.get()
    interview.refresh_from_db()
    assert answer.url == interview.get_absolute_url()
    assert interview.state == "done"
    assert (debrief.went_well, debrief.was_hard, debrief.learned, debrief.next_step) == (
        *("The story", "Pay", "Busy", "A call"),
    )


def test_it_can_be_written_on_later_and_stays_one(as_seeker, interview):
    as_seeker.post(place(interview), {"went_well": "The story", "asked": "Why here?"})
    as_seeker.post(place(interview), {"went_well": "Two stories", "asked": "When can you start?"})

    assert Debrief.objects.get().went_well == "Two stories"
    assert [asked.text for asked in interview.asked.all()] == ["Why here?", "When can you start?"]


def test_sent_twice_in_one_moment_it_stays_one(interview):
    for words in ("first", "second"):
        debrief = Debrief(interview=interview, went_well=words, made_at=timezone.now())
        write_debrief(debrief, people="Dana", asked=["Why us?"])

    assert [debrief.went_well for debrief in Debrief.objects.all()] == ["second"]
    assert (NoteToEmployer.objects.count(), AskedQuestion.objects.count(), Step.objects.count()) == (1, 1, 2)


@pytest.mark.parametrize(("minutes", "may"), [(1, False), (-1, True)])
def test_before_it_begins_nobody_can_tell_how_it_went(as_seeker, seeker, minutes, may):
    interview = make_interview(owner=seeker, starts_at=timezone.now() + timedelta(minutes=minutes))

    page = as_seeker.get(place(interview)).content.decode()
    as_seeker.post(place(interview), {})

    assert ("Come back right after it" in page) is not may
    assert Debrief.objects.exists() is may


def test_without_a_day_the_day_is_asked_for_first(as_seeker, seeker):
    page = as_seeker.get(place(make_interview(owner=seeker, starts_at=None))).content.decode()

    assert "Write the day and the hour first" in page


@pytest.mark.parametrize(("days", "is_fine"), [(-1, False), (0, True)])
def test_they_cannot_have_named_a_day_before_you_met(as_seeker, interview, days, is_fine):
    day = timezone.localdate(interview.starts_at) + timedelta(days=days)

    answer = as_seeker.post(place(interview), {"hear_by_on": day.isoformat(), "went_well": "The story"})

    assert Debrief.objects.exists() is is_fine
    assert is_fine or "before the interview" in answer.context["form"].errors["hear_by_on"][0]
    assert is_fine or "The story" in answer.content.decode()


# ---- what was asked


def test_one_question_a_line_becomes_one_s_own(as_seeker, seeker, interview):
    interview.role = make_role()
    interview.save()

    as_seeker.post(place(interview), {"asked": "1. How do you count a controlled drug?\n\n • Why us?\nWhy us?"})

    questions = Question.objects.owned_by(seeker).order_by("pk")
    assert [(question.text, question.kind, question.role, question.is_published) for question in questions] == [
        ("How do you count a controlled drug?", "knowledge", interview.role, True),
        ("Why us?", "motivation", interview.role, True),
    ]
    assert not Question.history.exists()
    assert not Question.objects.bank().exists()
    assert not Question.objects.open_to(make_user()).exists()


def test_what_the_bank_asks_in_other_words_leads_there(as_seeker, interview):
    upset = make_bank_question(text="Tell me about a time when you dealt with an upset customer.")
    other_role = make_bank_question(text="How do you label a tube?", role=make_role())

    as_seeker.post(
        place(interview), {"asked": "Describe a time you had to deal with upset customers?\nHow do you label a tube?"}
    )

    asked = [*AskedQuestion.objects.select_related("question")]
    assert [one.question == upset for one in asked] == [True, False]
    assert asked[0].text == "Describe a time you had to deal with upset customers?"
    assert asked[1].question.owner and asked[1].question != other_role
    assert "In the bank as: Tell me about a time" in as_seeker.get(place(interview)).content.decode()


def test_one_that_was_taken_for_another_is_kept_as_one_s_own(as_seeker, seeker, interview):
    upset = make_bank_question(text="Tell me about a time when you dealt with an upset customer.")
    as_seeker.post(place(interview), {"asked": "Tell me of a time you dealt with an upset customer"})
    asked = AskedQuestion.objects.get()

    for _time in range(2):
        as_seeker.post(reverse("interviews:asked_own", args=[asked.pk]))

    own = Question.objects.owned_by(seeker).get()
    asked.refresh_from_db()
    assert (asked.question, own.text) == (own, "Tell me of a time you dealt with an upset customer")
    assert Question.objects.bank().get() == upset


def test_what_was_not_asked_after_all_is_taken_off_and_the_question_stays(as_seeker, interview):
    as_seeker.post(place(interview), {"asked": "Why us?"})

    as_seeker.post(reverse("interviews:asked_delete", args=[AskedQuestion.objects.get().pk]))

    assert not AskedQuestion.objects.exists()
    assert Question.objects.exists()


def test_asked_again_in_the_next_round_it_is_not_doubled(as_seeker, seeker, interview):
    for meeting in (interview, make_past_interview(owner=seeker)):
        as_seeker.post(place(meeting), {"asked": "Why do you want to leave your job?"})

    assert Question.objects.count() == 1
    assert AskedQuestion.objects.count() == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is your greatest strength?", "What's your greatest strength"),
        ("Tell me about yourself.", "Can you tell me about yourself?"),
        ("Tell me about a mistake you made.", "Describe a time when you made a mistake"),
        ("Why do you want to work here?", "why would you want to work here"),
        ("How do you handle stress?", "How do you handle stressful situations"),
        ("What are your strengths?", "What is your greatest strength?"),
        ("Why did you leave your last job?", "Why are you leaving your job, or why did you leave the last one?"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert closest(one, [("it", other)]) == "it"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is your greatest strength?", "What is your greatest weakness?"),
        ("Tell me about yourself.", "Tell me about your last job."),
        ("Tell me about a mistake you made.", "Tell me about a time you caught someone else’s mistake."),
        ("Tell me about a conflict with a coworker.", "Tell me about a conflict with a doctor."),
        ("What is your greatest weakness?", "What are your strengths?"),
        ("How do you draw blood from a child?", "How do you label a blood tube?"),
        ("Why us?", ""),
    ],
)
def test_what_asks_something_else(one, other):
    assert closest(one, [("it", other)]) is None


@pytest.mark.parametrize(
    ("asked", "words"),
    [("\n".join(f"Question number {n}?" for n in range(31)), "Thirty questions at most"), ("x" * 401, "very long")],
)
def test_too_much_is_refused_and_kept(as_seeker, interview, asked, words):
    answer = as_seeker.post(place(interview), {"asked": asked})

    assert words in answer.context["form"].errors["asked"][0]
    assert asked[:400] in answer.content.decode()
    assert not Debrief.objects.exists()


@pytest.mark.parametrize("number", [1, 6])
def test_looking_for_the_same_question_costs_the_same(as_seeker, interview, number, django_assert_max_num_queries):
    for _index in range(number * 10):
        make_bank_question()

    with django_assert_max_num_queries(60):
        as_seeker.post(place(interview), {"asked": "How do you count a controlled drug?"})


# ---- thanks and follow-up on the plan


def test_each_who_was_there_gets_a_note_and_a_step(as_seeker, seeker, interview):
    as_seeker.post(place(interview), {"people": "Ana Ortiz and Mr. Lee"})
    as_seeker.post(place(interview), {"people": "Ana Ortiz, Mr. Lee, Dana"})

    ends = timezone.localtime(interview.ends_at, seeker.zone).date()
    assert [note.to for note in NoteToEmployer.objects.all()] == ["Ana Ortiz", "Mr. Lee", "Dana"]
    assert steps() == {
        "Thank-you note to Ana Ortiz": ends + timedelta(days=1),
        "Thank-you note to Mr. Lee": ends + timedelta(days=1),
        "Thank-you note to Dana": ends + timedelta(days=1),
        "Follow up with Hill Pharmacy": ends + timedelta(days=7),
    }
    assert Goal.objects.get().title == "Interview at Hill Pharmacy"


def test_where_nobody_is_named_one_step_stands_for_all(as_seeker, seeker, interview):
    as_seeker.post(place(interview), {})
    as_seeker.post(reverse("interviews:thanks", args=[interview.pk]), {"to": "Dana"})
    note = NoteToEmployer.objects.get()
    NoteToEmployer.objects.update(point="the new robot", tie="two years at a robot")

    before = set(steps())
    as_seeker.post(reverse("interviews:note_sent", args=[note.pk]))

    assert before == {"Thank-you note to Hill Pharmacy", "Follow up with Hill Pharmacy"}
    assert Step.objects.get(title="Thank-you note to Hill Pharmacy").done_on


def test_the_day_they_named_moves_the_follow_up(as_seeker, interview):
    named = timezone.localdate() + timedelta(days=3)

    as_seeker.post(place(interview), {})
    as_seeker.post(place(interview), {"hear_by_on": named.isoformat()})

    assert steps()["Follow up with Hill Pharmacy"] == named + timedelta(days=1)


def test_the_plan_is_the_person_s_own(as_seeker, seeker, interview):
    as_seeker.post(place(interview), {"people": "Ana Ortiz"})

    assert {step.goal.owner for step in Step.objects.select_related("goal__owner")} == {seeker}


# ---- the evening before


def test_three_questions_the_weak_ones_first(seeker):
    role = make_role()
    about = make_bank_question(kind="about-you")
    make_bank_question(kind="motivation")
    of_job = make_bank_question(kind="knowledge", role=role)
    weak, later, other = make_bank_question(), make_bank_question(), make_bank_question(owner=make_user())
    interview = make_interview(owner=seeker, role=role)
    for question, days in ((weak, 1), (later, 30), (other, 1)):
        seeker.interview_cards.create(question=question, due_at=timezone.now() + timedelta(days=days))

    assert warm_up_questions(interview) == [weak, about, of_job]


def test_the_three_are_practiced_in_a_session_of_the_interview(as_seeker, seeker):
    question, interview = make_bank_question(), make_interview(owner=seeker)

    answer = as_seeker.post(reverse("interviews:warm_up_begin", args=[interview.pk]))

    session = interview.sessions.get()
    assert (session.owner, session.occasion) == (seeker, "warm-up")
    assert [turn.question for turn in session.answers.all()] == [question]
    assert answer.url == session.answers.get().get_absolute_url()


def test_without_questions_no_session_begins(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    assert as_seeker.post(reverse("interviews:warm_up_begin", args=[interview.pk])).url.endswith("/warm-up/")
    assert not interview.sessions.exists()


def test_without_a_bank_there_are_words(as_seeker, seeker):
    interview = make_interview(owner=seeker, travel_minutes=20)

    page = as_seeker.get(reverse("interviews:warm_up", args=[interview.pk])).content.decode()

    assert "Say who you are in four sentences" in page
    assert timezone.localtime(interview.leave_at).strftime("%H:%M") in page
    assert "At the door 10 to 15 minutes early" in page


def test_only_done_interviews_are_done():
    assert Interview(state="done").is_done
    assert not Interview(state="planned").is_done
