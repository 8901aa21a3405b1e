"""What the app sees done counts once, and its milestones stand on the record of achievements."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.actions import did, did_all, undid
from plans.models import Achievement, Deed, Doing, Goal
from tests.factories import make_user

pytestmark = pytest.mark.django_db

DAY = date(2027, 1, 11)
LIST, ADD, TIMELINE = "/my/plan/achievements/", "/my/plan/achievements/add/", "/my/plan/timeline/"


def test_milestones_come_once_and_go_with_what_made_them(seeker):
    for _time in range(2):
        did(seeker, Doing.CREDENTIAL_EARNED, "held:1", on=DAY, title="CPhT")
        did(seeker, Doing.APPLIED, "application:1", on=DAY, title="Pharmacy")
        did(seeker, Doing.HIRED, "application:1", on=DAY, title="Pharmacy")
    assert {*Achievement.objects.values_list("title", flat=True)} == {"Earned: CPhT", "Hired: Pharmacy"}
    Achievement.objects.filter(title__startswith="Hired").update(text="Night shift")

    undid(seeker, Doing.CREDENTIAL_EARNED, "held:1")
    undid(seeker, Doing.HIRED, "application:1")

    assert [row.title for row in Achievement.objects.all()] == ["Hired: Pharmacy"]


def test_the_first_and_the_fifth_interview_count(seeker):
    for number in range(1, 7):
        did(seeker, Doing.INTERVIEW_HELD, f"interview:{number}", on=DAY + timedelta(days=number), title="Clinic")

    assert [row.title for row in Achievement.objects.all()] == ["5 interviews held", "The first interview: Clinic"]


def test_many_deeds_at_once_count_once_each(seeker):
    for _time in range(2):
        did_all(seeker, Doing.CE_LOGGED, [Deed(key=f"credit:{number}", on=DAY) for number in range(3)])

    assert Deed.objects.owned_by(seeker).count() == 3


def test_a_goal_reached_is_an_achievement_until_it_is_open_again(as_seeker, seeker):
    goal = Goal.objects.create(owner=seeker, title="Pass the exam")

    as_seeker.post(reverse("plans:finish", args=[goal.pk]))
    assert Achievement.objects.get().title == "Reached: Pass the exam"

    as_seeker.post(reverse("plans:reopen", args=[goal.pk]))
    assert not Achievement.objects.exists()
    assert not Deed.objects.exists()


def test_the_record_is_kept_by_hand_and_is_its_owner_s_alone(as_seeker, seeker):
    fields = {"title": "Trained three", "on": "2026-01-05", "kind": "leading", "learned": "Patience", "to_thank": "Ada"}
    as_seeker.post(ADD, fields)
    mine = Achievement.objects.get()
    other = Achievement.objects.create(owner=make_user(), on=DAY, title="Another's")

    as_seeker.post(reverse("plans:achievement_edit", args=[mine.pk]), {**fields, "title": "Trained four"})
    page = as_seeker.get(LIST).content.decode()

    assert all(words in page for words in ("Trained four", "Patience", "Ada", "2026"))
    assert "Another" not in page
    for name in ("achievement_edit", "achievement_delete"):
        assert as_seeker.post(reverse(f"plans:{name}", args=[other.pk])).status_code == 404
    as_seeker.post(reverse("plans:achievement_delete", args=[mine.pk]))
    assert [*Achievement.objects.all()] == [other]


@pytest.mark.parametrize("changed", [{"title": " "}, {"on": ""}, {"on": "2099-01-01"}, {"kind": "magic"}])
def test_what_cannot_be_is_refused_with_the_words_kept(as_seeker, changed):
    fields = {"title": "Caught an error", "on": "2026-01-05", "kind": "result", "text": "🙂" * 50}

    answer = as_seeker.post(ADD, {**fields, **changed})

    assert answer.context["form"].errors
    assert "🙂" * 50 in answer.content.decode()


def test_what_was_reached_of_late_is_celebrated_until_it_is_seen(as_seeker, seeker):
    today = timezone.localdate()
    did(seeker, Doing.HIRED, "application:1", on=today, title="Clinic")
    did(seeker, Doing.CREDENTIAL_EARNED, "held:1", on=today - timedelta(days=61), title="Old one")
    other = Achievement.objects.create(owner=make_user(), on=DAY, title="Another's", key="x")

    for place in ("/my/", "/my/plan/"):
        page = as_seeker.get(place).content.decode()
        assert "You did it" in page
        assert "Hired: Clinic" in page
        assert "Old one" not in page
    new = Achievement.objects.get(title="Hired: Clinic")
    as_seeker.post(reverse("plans:achievements_seen"), {"pk": [new.pk, other.pk, "²", "9" * 40], "next": "my"})

    assert "You did it" not in as_seeker.get("/my/").content.decode()
    other.refresh_from_db()
    assert other.seen_on is None


@pytest.mark.parametrize("number", [3, 30])
def test_record_and_timeline_cost_the_same_at_any_length(as_seeker, seeker, number, django_assert_max_num_queries):
    today = timezone.localdate()
    for one in range(number):
        Achievement.objects.create(owner=seeker, on=today - timedelta(days=one), title=f"One {one}")
        goal = Goal.objects.create(owner=seeker, title=f"Goal {one}", due_on=today + timedelta(days=one))
        goal.steps.create(title=f"Step {one}", due_on=today)
    with django_assert_max_num_queries(6):
        assert "One 0" in as_seeker.get(LIST).content.decode()
    with django_assert_max_num_queries(7):
        assert "Step 0" in as_seeker.get(TIMELINE).content.decode()
