"""The pages of practice: where it begins, sessions, questions."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from interviews.models import Answer, PracticeSession, Question, Recording
from tests.factories import make_role, make_target_role, make_user
from tests.interviews.factories import (
    NOON,
    make_answer,
    make_given,
    make_interview,
    make_question,
    make_question_card,
    make_session,
    make_story,
)

pytestmark = pytest.mark.django_db
START = {"occasion": "role", "mode": "practice", "number": "4"}


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


# ---- where it begins


def test_an_empty_page_says_what_to_begin_with(as_seeker):
    words = page(as_seeker, "/my/practice/")

    assert "Begin with five minutes" in words
    assert 'aria-current="true">Interview' in words


def test_the_target_role_stands_first(as_seeker, seeker):
    first, target = make_role(title="Aide"), make_role(title="Technician")
    for role in (first, target):
        make_question(role=role)
    make_target_role(seeker, role=target)

    hub = as_seeker.get("/my/practice/").context["hub"]
    assert (hub.aimed, hub.others) == ([target], [first])


def test_the_page_shows_what_is_there_and_nothing_of_others(as_seeker, seeker):
    now = timezone.now()
    for owner, name in ((seeker, "Mine"), (make_user(), "Theirs")):
        make_interview(owner, employer=f"{name} Drug", starts_at=now + timedelta(days=1))
        make_interview(owner, employer=f"{name} past", starts_at=now - timedelta(days=1))
        make_question(owner=owner, text=f"{name}: why did you leave?")
        make_question_card(owner, question=make_question(text=f"{name} due"), due_at=now)
        make_question_card(owner, question=make_question(text=f"{name} later"), due_at=now + timedelta(days=1))
        make_story(owner, title=f"{name} story")
        make_answer(session=make_session(owner, interview=make_interview(owner, employer=f"{name} begun")))
        make_given(session=make_session(owner, finished_at=NOON), badge="getting-there")

    words = page(as_seeker, "/my/practice/")

    for shown in ("Mine Drug", "Mine: why", "Mine due", "Mine begun", "Getting there", "0 of 1 done"):
        assert shown in words
    for hidden in ("Theirs", "Mine past", "Mine later"):
        assert hidden not in words


def test_a_badge_waits_until_its_speaker_rated_or_went_on_without(as_seeker, seeker):
    make_given(session=make_session(seeker, finished_at=NOON), badge="interview-ready", unrated_at=None)

    words = page(as_seeker, "/my/practice/")

    assert "Rate it first" in words
    assert "Interview-ready" not in words


def fill(seeker, number):
    """So much of everything that the lists show."""
    for _index in range(number):
        make_question(owner=seeker, about=("accuracy", "safety"))
        make_question(role=make_role(), about=("accuracy",))
        make_question_card(seeker)
        make_interview(seeker)
        make_story(seeker)
        make_answer(seeker)
        make_given(session=make_session(seeker, finished_at=NOON, role=make_role()))


def test_the_lists_cost_the_same_at_any_length(as_seeker, seeker):
    addresses = ("/my/practice/", "/my/practice/past/", "/my/practice/questions/")

    fill(seeker, 3)
    with_three = [queries(as_seeker, address) for address in addresses]
    fill(seeker, 27)

    assert [queries(as_seeker, address) for address in addresses] == with_three


def queries(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


# ---- starting


def test_five_minutes_begin_at_one_press(as_seeker, seeker):
    for kind in ("behavioural", "motivation", "strength"):
        make_question(kind=kind)

    answer = as_seeker.post("/my/practice/start/", {"occasion": "quick", "mode": "practice", "number": "2"})

    session = PracticeSession.objects.get()
    assert (session.owner, session.occasion, session.answers.count()) == (seeker, "quick", 2)
    assert answer["Location"] == session.answers.get(position=1).get_absolute_url()


def test_a_session_keeps_its_questions_as_they_were_asked(as_seeker):
    role = make_role()
    question = make_question(role=role, text="As it was.")
    as_seeker.post("/my/practice/start/", START | {"role": role.slug})

    question.text = "As it is now."
    question.save()

    answer = Answer.objects.get()
    assert (answer.asked, answer.kind, answer.session.role) == ("As it was.", "behavioural", role)


def test_questions_of_other_roles_and_people_and_unpublished_ones_are_not_asked(as_seeker, seeker):
    role = make_role()
    make_question(role=make_role())
    make_question(owner=make_user())
    make_question(is_published=False)
    wanted = {make_question(role=role), make_question(), make_question(owner=seeker)}

    as_seeker.post("/my/practice/start/", START | {"role": role.slug, "number": "8"})

    assert {answer.question for answer in Answer.objects.all()} == wanted


def test_what_was_answered_before_comes_after_what_was_not(as_seeker, seeker):
    role = make_role()
    old, new = make_question(role=role), make_question(role=role)
    make_given(seeker, question=old)

    as_seeker.post("/my/practice/start/", START | {"role": role.slug, "number": "1"})

    assert Answer.objects.latest("pk").question == new


def test_a_session_begun_and_not_touched_is_replaced_and_one_with_a_draft_stays(as_seeker, seeker):
    make_question()
    untouched, begun, other = make_answer(seeker), make_answer(seeker, saved_at=NOON, text="I"), make_answer()

    as_seeker.post("/my/practice/start/", {"occasion": "quick", "mode": "practice", "number": "2"})

    kept = set(PracticeSession.objects.values_list("pk", flat=True))
    assert untouched.session_id not in kept
    assert {begun.session_id, other.session_id} < kept


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": ""}, "Choose a role, or practice for one competency."),
        ({"occasion": "competency"}, "Choose which competency."),
        ({"occasion": "interview"}, "Choose one of these."),
        ({"number": "0"}, "Choose a number from 1 to 8."),
        ({"number": "9"}, "Choose a number from 1 to 8."),
        ({"kinds": "weakness"}, "There is no question of that sort yet."),
        ({"mode": ""}, "Choose one of these."),
    ],
)
def test_what_is_missing_is_asked_for(as_seeker, fields, words):
    role = make_role()
    make_question(role=role)

    answer = as_seeker.post("/my/practice/start/", START | {"role": role.slug} | fields)

    assert words in answer.content.decode()
    assert not PracticeSession.objects.exists()


def test_an_interview_gives_its_role_and_only_one_s_own_can_be_chosen(as_seeker, seeker):
    role = make_role()
    make_question(role=role)
    mine, theirs = make_interview(seeker, role=role), make_interview()
    start = START | {"occasion": "interview"}

    refused = as_seeker.post("/my/practice/start/", start | {"interview": theirs.pk})
    as_seeker.post("/my/practice/start/", start | {"interview": mine.pk})

    assert "not in the list any more" in refused.content.decode()
    session = PracticeSession.objects.get()
    assert (session.interview, session.role) == (mine, role)


def test_the_form_takes_over_what_the_address_says(as_seeker, seeker):
    role = make_role()
    make_target_role(seeker)

    form = as_seeker.get(f"/my/practice/start/?occasion=role&role={role.slug}&competency=nothing").context["form"]

    assert (form["role"].value(), form["occasion"].value(), form["competency"].value()) == (role.slug, "role", None)


def test_an_interview_in_the_address_brings_its_occasion_and_its_role(as_seeker, seeker):
    role = make_role()
    make_target_role(seeker)
    mine, theirs = make_interview(seeker, role=role), make_interview(role=make_role())

    form = as_seeker.get(f"/my/practice/start/?interview={mine.pk}").context["form"]
    other = as_seeker.get(f"/my/practice/start/?interview={theirs.pk}").context["form"]

    assert (form["occasion"].value(), form["interview"].value(), form["role"].value()) == (
        "interview",
        mine.pk,
        role.slug,
    )
    assert other["role"].value() != theirs.role.slug


# ---- a session


def test_a_session_shows_where_one_is_and_leads_on(as_seeker, seeker):
    session = make_session(seeker)
    make_given(session=session, position=1, badge="getting-there")
    make_answer(session=session, position=2, skipped_at=NOON)
    following = make_answer(session=session, position=3)

    words = page(as_seeker, session.get_absolute_url())

    for shown in ("2 of 3 questions done", "Getting there", "Skipped", following.get_absolute_url()):
        assert shown in words


def test_finishing_keeps_drafts_and_the_first_time_counts(as_seeker, seeker):
    answer = make_answer(seeker, text="So far.", saved_at=NOON)
    session = answer.session
    as_seeker.post(f"{session.get_absolute_url()}finish/")
    session.refresh_from_db()
    finished = session.finished_at

    as_seeker.post(f"{session.get_absolute_url()}finish/")

    session.refresh_from_db()
    answer.refresh_from_db()
    assert (session.finished_at, answer.text) == (finished, "So far.")
    assert finished is not None


def test_deleting_a_session_takes_its_answers_and_recordings(as_seeker, seeker, django_capture_on_commit_callbacks):
    answer = make_given(seeker)
    recording = Recording(answer=answer, media_type="audio/webm", size=3, made_at=NOON)
    recording.file.save("a.webm", ContentFile(b"abc"))
    address = f"{answer.session.get_absolute_url()}delete/"

    asked = page(as_seeker, address)
    with django_capture_on_commit_callbacks(execute=True):
        as_seeker.post(address)

    assert "The one answer in it goes with it" in asked
    assert "So does one recording" in asked
    assert not PracticeSession.objects.exists()
    assert not recording.file.storage.exists(recording.file.name)


# ---- questions


def test_a_question_tells_what_it_is_after_and_what_one_answered(as_seeker, seeker):
    question = make_question(
        looking_for="Your own part.", tip="Name the day.", follow_ups=["What then?"], about=("accuracy",)
    )
    make_given(seeker, question=question, text="I counted twice.", badge="getting-there")
    make_given(question=question, text="Somebody else's.")
    make_answer(seeker, question=question, text="Only a draft.")

    words = page(as_seeker, question.get_absolute_url())

    for shown in ("Your own part.", "Name the day.", "What then?", "Accuracy", "I counted twice.", "Getting there"):
        assert shown in words
    assert "Somebody else" not in words
    assert "Only a draft" not in words


@pytest.mark.parametrize("number", [3, 30])
def test_a_question_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    question = make_question(about=("accuracy", "service"))
    for _index in range(number):
        make_given(seeker, question=question)
        make_story(seeker, shows=("accuracy",))

    with django_assert_num_queries(9):
        as_seeker.get(question.get_absolute_url())


def test_one_question_is_practised_at_a_press(as_seeker, seeker):
    question = make_question()

    as_seeker.post(f"{question.get_absolute_url()}practise/")

    answer = Answer.objects.get()
    assert (answer.question, answer.session.occasion, answer.session.owner) == (question, "one", seeker)


def test_a_question_of_one_s_own_is_added_changed_and_deleted(as_seeker, seeker):
    about = make_question(about=("safety", "accuracy")).competencies.all()
    new = {"text": "Why did you leave?", "kind": "motivation", "role": "", "about": [one.slug for one in about]}

    as_seeker.post("/my/practice/questions/add/", new)
    own = Question.objects.owned_by(seeker).get()
    as_seeker.post(f"{own.get_absolute_url()}edit/", new | {"text": "Why leave now?", "about": []})
    own.refresh_from_db()
    answer = make_given(seeker, question=own)

    assert (own.text, own.kind, own.places.count()) == ("Why leave now?", "motivation", 0)
    as_seeker.post(f"{own.get_absolute_url()}delete/")
    answer.refresh_from_db()
    assert (answer.question, answer.asked) == (None, "Why leave now?")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " "}, "Write the question."),
        ({"text": "x" * 401}, "A question has room for 400 characters; this one has 401."),
        ({"kind": ""}, "Choose a type"),
        ({"about": ["a", "b", "c", "d"]}, "Choose three at most"),
    ],
)
def test_an_odd_question_is_asked_for_again(as_seeker, fields, words):
    make_question(about=("a", "b", "c", "d"))

    answer = as_seeker.post("/my/practice/questions/add/", {"text": "Why?", "kind": "motivation"} | fields)

    assert words in answer.content.decode()
    assert Question.objects.count() == 1


# ---- what is another person's


def test_what_is_another_person_s_does_not_exist(as_seeker):
    session, question = make_answer().session, make_question(owner=make_user())
    hidden = make_question(is_published=False)
    sessions = [f"{session.get_absolute_url()}{part}" for part in ("", "finish/", "delete/")]
    questions = [f"{question.get_absolute_url()}{part}" for part in ("", "practise/", "edit/", "delete/")]

    found = [as_seeker.post(address).status_code for address in (*sessions[1:], *questions[1:])]
    found += [as_seeker.get(address).status_code for address in (sessions[0], questions[0], hidden.get_absolute_url())]

    assert set(found) == {404}


def test_a_question_of_the_bank_cannot_be_changed_by_whoever_practises(as_seeker):
    question = make_question()

    assert as_seeker.post(f"{question.get_absolute_url()}edit/", {"text": "Mine"}).status_code == 404
    assert as_seeker.post(f"{question.get_absolute_url()}delete/").status_code == 404
