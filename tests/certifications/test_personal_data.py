"""What the app keeps about a person: taken along whole, and gone when they leave, from the disk too."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.utils import timezone

from certifications import personal_data
from certifications.models import (
    Card,
    CreditAllocation,
    ExamTarget,
    GroupMember,
    PracticeSession,
    ReminderSent,
    RenewalCycle,
    StudyDone,
    StudyGroup,
)
from tests.factories import (
    make_credential,
    make_credit,
    make_evidence,
    make_exam,
    make_feed,
    make_held,
    make_share_link,
    make_user,
)

pytestmark = pytest.mark.django_db


def fill(user):
    """A row of each kind that can belong to a person."""
    held = make_held(holder=user, name="First aid", number="30100457", expires_on=date(2027, 3, 31))
    credit = make_credit(owner=user, title="Pharmacy law update", serves=[held])
    make_exam(held=held, place="Main Street")
    make_share_link(held=held, label="Store manager")
    make_feed(owner=user)
    files = [make_evidence(held=held), make_evidence(credit=credit)]
    cycle = RenewalCycle.objects.create(held=held, starts_on=date(2025, 4, 1), ends_on=date(2027, 3, 31))
    CreditAllocation.objects.create(cycle=cycle, credit=credit, counted=2)
    ReminderSent.objects.create(held=held, expires_on=date(2027, 3, 31), days_before=90, sent_at=timezone.now())
    target = ExamTarget.objects.create(
        held=held, exam_on=date(2027, 1, 12), started_on=date(2026, 11, 1), hours_a_week=5
    )
    StudyDone.objects.create(target=target, on=date(2026, 11, 2), domain="medications", minutes=30)
    credential = make_credential()
    PracticeSession.objects.create(owner=user, credential=credential, started_at=timezone.now())
    Card.objects.create(owner=user, kind="term", key="ndc", due_at=timezone.now())
    group = StudyGroup.objects.create(credential=credential, name="Columbus in January", made_by=user)
    GroupMember.objects.create(group=group, user=user, name="Pat")
    GroupMember.objects.create(group=group, user=make_user(), name="Someone else")
    return files


def rows_of(user):
    """How many rows of the app's models point at the person, in any way, by model."""
    found = {}
    for model in apps.get_app_config("certifications").get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is type(user) and (number := model.objects.filter(**{field.name: user}).count()):
                found[model.__name__] = number
    return found


def test_the_download_holds_everything_and_no_secret_address(seeker):
    fill(seeker)
    feed, link = seeker.calendar_feed, seeker.held_credentials.get().share_links.get()

    text = json.dumps(personal_data.export(seeker), default=str)

    for words in (
        *("30100457", "Pharmacy law update", "Main Street", "Store manager", "certificate.pdf", "2026-11-02"),
        *("Columbus in January", "ndc", "days_before"),
    ):
        assert words in text
    assert feed.token not in text
    assert link.token not in text


def test_the_download_holds_nothing_of_others(seeker):
    fill(make_user())

    text = json.dumps(personal_data.export(seeker), default=str)

    assert "30100457" not in text
    assert "Columbus" not in text


def test_everything_goes_from_the_disk_too(seeker, django_capture_on_commit_callbacks):
    files = fill(seeker)

    with django_capture_on_commit_callbacks(execute=True):
        personal_data.erase(seeker)

    assert rows_of(seeker) == {}
    assert [file.file.storage.exists(file.file.name) for file in files] == [False, False]


def test_a_group_stays_for_the_others_without_the_name(seeker):
    fill(seeker)

    personal_data.erase(seeker)

    assert StudyGroup.objects.get().made_by != seeker
    assert list(GroupMember.objects.values_list("name", flat=True)) == ["Someone else"]


def test_nothing_of_others_goes(seeker):
    other = make_user()
    fill(seeker)
    fill(other)
    before = rows_of(other)

    personal_data.erase(seeker)

    assert rows_of(other) == before


def test_every_model_that_points_at_a_person_is_met_by_these_tests(seeker):
    fill(seeker)
    pointing = {
        model.__name__
        for model in apps.get_app_config("certifications").get_models()
        for field in model._meta.concrete_fields
        if field.related_model is type(seeker) and not model.__name__.startswith("Historical")
    }

    # Who published a rule or reviewed a question is an editor's act on content, and loses its name by itself.
    assert pointing - {"RenewalRuleVersion", "PracticeQuestion"} == {*rows_of(seeker)}
