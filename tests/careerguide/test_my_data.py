"""One's own data: taken along, and erased after the days of grace."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import ask_erasure, keep_account, record
from accounts.models import AuditEvent, ErasureRequest, Notification, User
from careerguide.personal_data import erase_due, export
from guides.models import GuideFeedback, SavedGuide, TargetRole
from resumes.actions.keeping import keep_upload
from resumes.models import Document, Version
from tests.factories import (
    PASSWORD,
    make_feedback,
    make_membership,
    make_notification,
    make_role,
    make_saved_guide,
    make_state,
    make_target_role,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_person(db):
    """Someone who left something everywhere."""
    user = make_user(email="full@example.org", name="Fay Full", state="OH", time_zone="America/Chicago")
    make_saved_guide(user, role=make_role(slug="saved-one"))
    make_target_role(user, role=make_role(slug="target"), state=make_state("OH"))
    make_feedback(user=user, comment="The pay part is old.")
    make_notification(user, title="Hello Fay")
    make_membership(user=user)
    keep_upload(Document.objects.create(owner=user, title="Resume"), SimpleUploadedFile("resume.txt", b"Fay Full"))
    record(actor=user, action="something", subject=user)
    return user


def sign_in(user) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return client


# ---- download


def test_the_download_holds_everything_and_no_secret(full_person):
    client = sign_in(full_person)

    answer = client.post(reverse("my_data_download"))

    data = json.loads(answer.content)
    assert data["schema"] == 1
    assert data["account"]["profile"]["name"] == "Fay Full"
    assert data["account"]["addresses"][0]["email"] == "full@example.org"
    assert [notice["title"] for notice in data["account"]["notices"]] == ["Hello Fay"]
    assert data["guides"]["target_role"]["role__slug"] == "target"
    assert [saved["role__slug"] for saved in data["guides"]["saved_guides"]] == ["saved-one"]
    assert data["guides"]["feedback"][0]["comment"] == "The pay part is old."
    assert full_person.password not in answer.content.decode()
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="careerguide-data-')
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_download_holds_nothing_of_others(full_person, seeker):
    text = json.dumps(export(seeker, now=timezone.now()), default=str)

    assert "Fay" not in text
    assert "full@example.org" not in text


def test_every_table_that_points_to_a_person_is_in_the_download_or_named_here(full_person):
    elsewhere = {
        "logentry",  # the desk's own log of editors; part of the history of content
        "usersession",
        "emailaddress",
        "authenticator",
        "user_groups",
        "user_user_permissions",
        "previewlink",  # links to drafts that an editor shared; they belong to the guide
        "renewalruleversion",  # who published a version of a rule
        "practicequestion",  # who reviewed a question
    }
    exported = {
        "teammembership",
        "notification",
        "notificationpreference",
        "auditevent",
        "erasurerequest",
        "targetrole",
        "savedguide",
        "guidefeedback",
        "heldcredential",
        "cecredit",
        "evidencefile",
        "calendarfeed",
        "practicesession",
        "card",
        "groupmember",
        "studygroup",
        "goal",
        "document",
        "reviewrequest",
        "reviewcomment",
        "interview",
        "story",
        "question",
        "questioncard",
        "rating",
        "posting",
        "application",
        "searchactivity",
        "contact",
        "event",
        "message",
        "pitch",
        "profiletick",
        "alert",
        "deed",
        "weeklygoal",
        "achievement",
        "counselingrelationship",
        "assignment",
        "invitation",
        "servicenote",
        "riskflag",
        "appointment",
        "availabilitywindow",
    }
    pointing = {
        relation.related_model._meta.model_name
        for relation in User._meta.related_objects
        if not relation.related_model._meta.model_name.startswith("historical")
    } | {
        model._meta.model_name
        for model in _all_models()
        for field in model._meta.concrete_fields
        if field.related_model is User and not model._meta.model_name.startswith("historical")
    }

    assert pointing - elsewhere == exported


def _all_models():
    return apps.get_models()


@pytest.mark.parametrize("name", ["my_data_download", "my_data_keep"])
def test_looking_makes_no_file_and_changes_nothing(as_seeker, name):
    assert as_seeker.get(reverse(name)).status_code == 405


# ---- the wish to be erased


def ask(client):
    return client.post(reverse("my_data_delete"), {"sure": "on"})


def test_erasing_asks_for_the_password_and_then_goes_on(seeker, django_capture_on_commit_callbacks):
    client = sign_in(seeker)

    asked = ask(client)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not ErasureRequest.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(asked.url, {"password": PASSWORD})
    wish = ErasureRequest.objects.get()
    assert wish.due_at - wish.asked_at == timedelta(days=14)
    assert mail.outbox[-1].subject == "Your account will be deleted"
    assert "Keep my account" in client.get(reverse("my_data")).content.decode()


def test_a_wrong_password_starts_nothing(seeker):
    client = sign_in(seeker)

    asked = ask(client)
    page = client.post(asked.url, {"password": "not my password"}).content.decode()

    assert "This is not your password" in page
    assert not ErasureRequest.objects.exists()


def test_the_box_must_be_ticked(seeker):
    client = sign_in(seeker)
    asked = client.post(reverse("my_data_delete"), {})

    page = client.post(asked.url, {"password": PASSWORD}).content.decode()

    assert "Tick the box if you want your account deleted" in page
    assert not ErasureRequest.objects.exists()


def test_asking_twice_keeps_the_first_day(seeker):
    now = timezone.now()
    first = ask_erasure(seeker, now=now)

    assert ask_erasure(seeker, now=now + timedelta(days=5)) == first
    assert ErasureRequest.objects.count() == 1


def test_the_account_can_be_kept_and_asked_away_again(as_seeker, seeker):
    ask_erasure(seeker, now=timezone.now())

    as_seeker.post(reverse("my_data_keep"))

    assert not ErasureRequest.objects.open().exists()
    assert ask_erasure(seeker, now=timezone.now())
    assert list(AuditEvent.objects.values_list("action", flat=True)) == [
        "erasure asked for",
        "erasure taken back",
        "erasure asked for",
    ]


def test_keeping_an_account_that_is_not_going_says_nothing(as_seeker, seeker):
    answer = as_seeker.post(reverse("my_data_keep"))

    assert answer.url == reverse("my_data")
    assert not AuditEvent.objects.exists()


# ---- erased


@pytest.mark.parametrize(("days", "erased"), [(13, 0), (14, 1), (15, 1)])
def test_erasure_comes_when_the_days_of_grace_are_over(seeker, days, erased):
    now = timezone.now()
    ask_erasure(seeker, now=now)

    assert erase_due(now + timedelta(days=days)) == erased
    assert User.objects.filter(pk=seeker.pk).exists() is not bool(erased)


def test_one_second_before_the_time_nothing_is_erased(seeker):
    wish = ask_erasure(seeker, now=timezone.now())

    assert erase_due(wish.due_at - timedelta(seconds=1)) == 0
    assert erase_due(wish.due_at) == 1


def test_a_kept_account_is_not_erased(seeker):
    now = timezone.now()
    ask_erasure(seeker, now=now)
    keep_account(seeker, now=now + timedelta(days=13))

    assert erase_due(now + timedelta(days=30)) == 0


def test_erasing_twice_erases_once(full_person, django_capture_on_commit_callbacks):
    now = timezone.now()
    ask_erasure(full_person, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        outcomes = [erase_due(now + timedelta(days=15)), erase_due(now + timedelta(days=16))]

    assert outcomes == [1, 0]
    assert [letter.subject for letter in mail.outbox] == ["Your account is deleted"]


def test_everything_goes_but_what_helps_others_without_the_name(full_person, django_capture_on_commit_callbacks):
    client = sign_in(full_person)
    LogEntry.objects.create(
        user=make_user(),
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(full_person.pk),
        object_repr="Fay Full",
        action_flag=CHANGE,
    )
    number = full_person.pk
    ask_erasure(full_person, now=timezone.now() - timedelta(days=15))

    file = Version.objects.get().file
    assert file.storage.exists(file.name)

    with django_capture_on_commit_callbacks(execute=True):
        erase_due(timezone.now())

    assert not Document.objects.exists()
    assert not file.storage.exists(file.name)
    assert not EmailAddress.objects.filter(email="full@example.org").exists()
    assert not SavedGuide.objects.exists()
    assert not TargetRole.objects.exists()
    assert not Notification.objects.exists()
    assert client.get(reverse("my_profile")).status_code == 302
    feedback = GuideFeedback.objects.get()
    assert (feedback.user, feedback.comment) == (None, "The pay part is old.")
    assert {entry.actor for entry in AuditEvent.objects.all()} == {None}
    assert AuditEvent.objects.filter(action="account erased", subject=f"person {number}").exists()
    assert LogEntry.objects.get().object_repr == f"person {number}"
    wish = ErasureRequest.objects.get()
    assert (wish.user, wish.done_at is None) == (None, False)


def test_the_address_is_free_again_afterwards(seeker):
    address = seeker.email
    ask_erasure(seeker, now=timezone.now() - timedelta(days=15))
    erase_due(timezone.now())

    assert make_user(email=address)
