"""What comes due: done once, however often it is asked."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.actions import ask_erasure, notify
from accounts.models import Notification, User
from accounts.notices import Kind
from careerguide import due
from guides.models import Role
from guides.notices import tell_of_changes
from tests.factories import make_role, make_saved_guide, make_section, make_user

pytestmark = pytest.mark.django_db


def run(capsys) -> dict[str, str]:
    call_command("run_due")
    return dict(line.split(": ") for line in capsys.readouterr().out.splitlines())


def test_each_task_says_one_line_and_a_second_run_finds_nothing(capsys, seeker):
    now = timezone.now()
    make_role(status=Role.Status.SCHEDULED, publish_at=now - timedelta(minutes=1))
    make_section(next_body="The new text.", next_on=timezone.localdate())
    notify(seeker, kind=Kind.ACCOUNT, title="Hello", key="hello")
    ask_erasure(make_user(), now=now - timedelta(days=15))

    first, second = run(capsys), run(capsys)

    assert first == {
        "guides published": "1",
        "next texts taken over": "1",
        "guides told of": "0",
        "renewal reminders sent": "0",
        "interview reminders sent": "0",
        "job search reminders sent": "0",
        "appointment reminders sent": "0",
        "flags raised or cleared": "0",
        "old invitations forgotten": "0",
        "mails with notices sent": "1",
        "accounts erased": "1",
        "ended sessions cleared": "0",
    }
    assert set(second.values()) == {"0"}
    assert len([letter for letter in mail.outbox if letter.subject == "Hello"]) == 1
    assert User.objects.count() == 1


def test_one_broken_task_stops_no_other(capsys, monkeypatch, caplog):
    def broken(now):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(due, "TASKS", [("first", broken), ("second", lambda _now: 3)])

    with pytest.raises(CommandError, match="Something went wrong"):
        call_command("run_due")

    assert capsys.readouterr().out == "first: failed, see the log\nsecond: 3\n"
    assert "the disk is full" in caplog.text


@pytest.mark.parametrize("minutes", ["0", "1441"])
def test_the_worker_refuses_a_senseless_pace(minutes):
    with pytest.raises(CommandError, match="minutes from 1 to 1440"):
        call_command("run_due", every=int(minutes))


def test_sessions_that_ran_out_leave_the_lists_too(seeker):
    now = timezone.now()
    for key, end in (("dead", now - timedelta(seconds=1)), ("alive", now + timedelta(hours=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=end)
        UserSession.objects.create(user=seeker, session_key=key, ip="127.0.0.1", user_agent="Firefox")

    assert due.clear_sessions(now) == 1
    assert [session.session_key for session in UserSession.objects.all()] == ["alive"]


# ---- a saved guide changed


@pytest.fixture
def changed(seeker):
    """A guide whose text changed today, saved before by one person and by another only now."""
    section = make_section(body="Old words.")
    make_saved_guide(seeker, role=section.role)
    section.body = "New words."
    section.save()
    make_saved_guide(make_user(), role=section.role)
    return section


def test_people_are_told_the_next_day_and_once(changed, seeker):
    today, tomorrow = timezone.now(), timezone.now() + timedelta(days=1)

    assert tell_of_changes(today) == 0
    assert tell_of_changes(tomorrow) == 1
    tell_of_changes(tomorrow)

    notice = Notification.objects.get()
    assert notice.user == seeker
    assert notice.title == f"The guide “{changed.role.title}” has changed"
    assert notice.link == changed.role.get_absolute_url()


def test_many_changes_of_one_day_are_one_notice(changed, seeker):
    for words in ("Newer words.", "Newest words."):
        changed.body = words
        changed.save()

    tell_of_changes(timezone.now() + timedelta(days=1))

    assert Notification.objects.owned_by(seeker).count() == 1


def test_a_change_that_leaves_the_text_alone_is_not_told(seeker):
    section = make_section()
    make_saved_guide(seeker, role=section.role)
    section.reviewed_on = timezone.localdate()
    section.save()

    assert tell_of_changes(timezone.now() + timedelta(days=1)) == 0


def test_drafts_are_not_told_of(changed):
    Role.objects.update(status=Role.Status.DRAFT)

    tell_of_changes(timezone.now() + timedelta(days=1))

    assert not Notification.objects.exists()


@pytest.mark.parametrize(("days", "told"), [(7, 1), (9, 0)])
def test_a_week_without_a_run_loses_nothing(changed, days, told):
    assert tell_of_changes(timezone.now() + timedelta(days=days)) == told
