"""Notices: told once, mailed once, switched off by kind, and nobody else's."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.actions import mail_notices, notify, save_switches
from accounts.models import Notification, NotificationPreference
from accounts.notices import Kind
from accounts.templatetags.accounts import unread_notifications
from tests.factories import make_notification, make_user

pytestmark = pytest.mark.django_db


def tell(user, **fields):
    return notify(user, **{"kind": Kind.ACCOUNT, "title": "You joined a team", "key": "team-1"} | fields)


def test_the_same_event_is_told_once(seeker):
    first = tell(seeker)

    assert tell(seeker, title="Said again") == first
    assert Notification.objects.get().title == "You joined a team"


def test_the_same_event_is_told_to_each_person(seeker):
    tell(seeker)
    tell(make_user())

    assert Notification.objects.count() == 2


def test_a_kind_that_is_switched_off_is_neither_shown_nor_mailed(seeker):
    save_switches(seeker, {Kind.ACCOUNT: (False, False)})

    tell(seeker)

    assert not Notification.objects.owned_by(seeker).shown().exists()
    assert mail_notices(timezone.now()) == 0


def test_switching_mail_on_again_does_not_send_old_news(seeker):
    save_switches(seeker, {Kind.ACCOUNT: (True, False)})
    tell(seeker)

    save_switches(seeker, {Kind.ACCOUNT: (True, True)})

    assert mail_notices(timezone.now()) == 0


def test_mail_switched_off_after_the_event_is_not_sent(seeker):
    tell(seeker)
    save_switches(seeker, {Kind.ACCOUNT: (True, False)})

    assert mail_notices(timezone.now()) == 0


def test_a_notice_is_mailed_once_with_a_link_from_the_settings(seeker, settings):
    settings.BASE_URL = "https://guide.example.org"
    tell(seeker, link="/my/", body="Welcome.")

    sent = [mail_notices(timezone.now()), mail_notices(timezone.now())]

    assert sent == [1, 0]
    assert mail.outbox[0].to == [seeker.email]
    assert mail.outbox[0].subject == "You joined a team"
    assert "https://guide.example.org/my/" in mail.outbox[0].body
    assert "https://guide.example.org/my/notifications/" in mail.outbox[0].body


def test_several_notices_to_one_person_are_one_mail(seeker):
    tell(seeker)
    tell(seeker, key="team-2", title="You left a team")

    assert mail_notices(timezone.now()) == 1
    assert mail.outbox[0].subject == "2 notices for you"
    assert "You left a team" in mail.outbox[0].body


def test_line_ends_in_a_title_do_not_become_headers(seeker):
    tell(seeker, title="Hello\r\nBcc: everyone@example.org")

    mail_notices(timezone.now())

    assert mail.outbox[0].subject == "Hello Bcc: everyone@example.org"
    assert mail.outbox[0].recipients() == [seeker.email]


def test_a_mail_server_that_is_down_is_tried_again(seeker, settings, tmp_path):
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    tell(seeker)

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert mail_notices(timezone.now()) == 0

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert mail_notices(timezone.now()) == 1


@pytest.mark.parametrize(("hours", "sent"), [(71, 1), (72, 0)])
def test_news_older_than_three_days_is_not_mailed(seeker, hours, sent):
    now = timezone.now()
    make_notification(seeker, by_email=True, made_at=now - timedelta(hours=hours))

    assert mail_notices(now) == sent


def test_closed_accounts_get_no_mail(seeker):
    tell(seeker)
    seeker.is_active = False
    seeker.save()

    assert mail_notices(timezone.now()) == 0


@pytest.mark.parametrize("link", ["https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)"])
def test_a_link_cannot_lead_away(seeker, link):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_notification(seeker, link=link)


# ---- pages


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_max_num_queries):
    for _ in range(number):
        make_notification(seeker)

    with django_assert_max_num_queries(9):
        page = as_seeker.get(reverse("my_notifications"))

    assert page.status_code == 200


def test_the_header_says_how_many_are_new(as_seeker, seeker):
    make_notification(seeker)
    make_notification(seeker)
    make_notification(seeker, read_at=timezone.now())
    make_notification(seeker, in_app=False)

    page = as_seeker.get(reverse("my_notifications")).content.decode()

    assert re.search(r"2\s+new notices", page)


def test_marking_one_as_read_keeps_the_others(as_seeker, seeker):
    one, other = make_notification(seeker), make_notification(seeker)

    answer = as_seeker.post(reverse("my_notification_read", args=[one.pk]))

    one.refresh_from_db()
    other.refresh_from_db()
    assert answer.url == reverse("my_notifications")
    assert one.read_at
    assert other.read_at is None


def test_opening_one_marks_it_and_goes_to_its_page(as_seeker, seeker):
    notice = make_notification(seeker, link="/guides/")

    answer = as_seeker.post(reverse("my_notification_read", args=[notice.pk]), {"open": "1"})

    notice.refresh_from_db()
    assert answer.url == "/guides/"
    assert notice.read_at


def test_reading_again_keeps_the_first_moment(as_seeker, seeker):
    moment = timezone.now() - timedelta(days=2)
    notice = make_notification(seeker, read_at=moment)

    as_seeker.post(reverse("my_notification_read", args=[notice.pk]))

    notice.refresh_from_db()
    assert notice.read_at == moment


def test_someone_elses_notice_does_not_exist(as_seeker):
    notice = make_notification(make_user())

    assert as_seeker.post(reverse("my_notification_read", args=[notice.pk])).status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None
    assert notice.title not in as_seeker.get(reverse("my_notifications")).content.decode()


def test_mark_all_leaves_other_people_alone(as_seeker, seeker):
    make_notification(seeker)
    make_notification(make_user())

    as_seeker.post(reverse("my_notifications_read"))

    assert [notice.user for notice in Notification.objects.filter(read_at__isnull=False)] == [seeker]


@pytest.mark.parametrize("name", ["my_notifications_read", "my_notification_switches"])
def test_getting_changes_nothing(as_seeker, name):
    assert as_seeker.get(reverse(name)).status_code == 405


def test_switches_are_kept_and_shown_again(as_seeker, seeker):
    answer = as_seeker.post(reverse("my_notification_switches"), {"account-in_app": "on"})

    switch = NotificationPreference.objects.get(user=seeker, kind=Kind.ACCOUNT)
    assert answer.url == reverse("my_notifications")
    assert (switch.in_app, switch.by_email) == (True, False)
    page = as_seeker.get(reverse("my_notifications")).content.decode()
    assert re.search(r'id="id_account-in_app" checked', page)
    assert re.search(r'id="id_account-by_email">', page)


@pytest.mark.parametrize("page", ["abc", "-1", "999999999999999999999", "\x00"])
def test_a_senseless_page_number_shows_a_page(as_seeker, seeker, page):
    make_notification(seeker)

    assert as_seeker.get(reverse("my_notifications"), {"page": page}).status_code == 200


def test_visitors_are_asked_nothing_of_the_database(django_assert_num_queries):

    with django_assert_num_queries(0):
        assert unread_notifications(AnonymousUser()) == 0
