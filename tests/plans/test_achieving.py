"""What the app sees done counts once, and its milestones stand on the record of achievements."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from plans.actions import did, did_all, undid
from plans.models import Achievement, Deed, Doing, Goal

pytestmark = pytest.mark.django_db

DAY = date(2027, 1, 11)


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
