"""The second step: set up, asked for, never used twice, required of staff in production."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.decorators import staff_mfa_required
from accounts.models import AuditEvent
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries_left_over():
    cache.clear()


def sign_in(user) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return client


def confirmed(client, path):
    """Open a page that asks for the password first, and give it."""
    asked = client.get(path)
    if asked.status_code == 302:
        client.post(asked.url, {"password": PASSWORD})
        asked = client.get(path)
    return asked.content.decode()


def code_for(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def set_up_app(client):
    """Set up a code app; its secret."""
    page = confirmed(client, reverse("mfa_activate_totp"))
    secret = re.search(r"code--key\">(\w+)<", page)[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    cache.clear()
    return secret


def is_signed_in(client):
    return client.get(reverse("my_profile")).status_code == 200


def test_setting_up_asks_for_the_password_first(seeker):
    answer = sign_in(seeker).get(reverse("mfa_activate_totp"))

    assert answer.url.startswith(reverse("account_reauthenticate"))


def test_after_an_app_is_set_up_the_password_alone_opens_nothing(seeker, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(sign_in(seeker))

    client = sign_in(seeker)

    assert not is_signed_in(client)
    assert "A code app was set up" in {letter.subject for letter in mail.outbox}


def test_the_right_code_opens_and_a_wrong_one_does_not(seeker):
    secret = set_up_app(sign_in(seeker))
    client = sign_in(seeker)

    page = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "This is not the code" in page
    assert not is_signed_in(client)

    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert is_signed_in(client)


def test_a_code_of_the_app_is_not_taken_twice(seeker):
    secret = set_up_app(sign_in(seeker))
    code = code_for(secret)
    sign_in(seeker).post(reverse("mfa_authenticate"), {"code": code})

    second = sign_in(seeker)
    second.post(reverse("mfa_authenticate"), {"code": code})

    assert not is_signed_in(second)


def test_a_recovery_code_works_once(seeker):
    first = sign_in(seeker)
    set_up_app(first)
    codes = re.findall(r'<li class="code">(\w+)</li>', first.get(reverse("mfa_view_recovery_codes")).content.decode())
    assert len(codes) == 10

    outcomes = []
    for _ in range(2):
        client = sign_in(seeker)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        outcomes.append(is_signed_in(client))

    assert outcomes == [True, False]


def test_signing_in_by_mailed_code_asks_for_the_second_step_too(seeker):
    set_up_app(sign_in(seeker))
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": seeker.email})
    code = re.search(r"^    (\w{4}-\w{4})$", mail.outbox[-1].body, re.MULTILINE)[1]

    client.post(reverse("account_confirm_login_code"), {"code": code})

    assert not is_signed_in(client)


def test_another_persons_passkey_does_not_exist(seeker):
    other = Authenticator.objects.create(user=make_user(), type="webauthn", data={"name": "Key", "credential": {}})
    client = sign_in(seeker)
    confirmed(client, reverse("mfa_activate_totp"))

    assert client.get(reverse("mfa_edit_webauthn", args=[other.pk])).status_code == 404
    assert client.post(reverse("mfa_remove_webauthn", args=[other.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=other.pk).exists()


# ---- required of staff


@staff_mfa_required
def counselors_page(request) -> HttpResponse:
    return HttpResponse("secret")


def ask(rf, user):
    request = rf.get("/clients/")
    request.user = user
    request.session = {}
    request._messages = type("Messages", (), {"add": lambda *_words: None})()
    return counselors_page(request)


@pytest.mark.parametrize(
    ("required", "has_one", "opens"), [(True, False, False), (True, True, True), (False, False, True)]
)
def test_staff_pages_open_only_with_a_second_step_where_it_is_required(rf, settings, seeker, required, has_one, opens):
    settings.STAFF_MFA = required
    if has_one:
        set_up_app(sign_in(seeker))

    answer = ask(rf, seeker)

    assert (answer.content == b"secret") is opens
    assert opens or answer.url == reverse("mfa_index")


@pytest.mark.parametrize(("required", "status"), [(True, 302), (False, 200)])
def test_the_desk_opens_only_with_a_second_step_where_it_is_required(settings, as_editor, required, status):
    settings.STAFF_MFA = required

    answer = as_editor.get(reverse("admin:index"))

    assert answer.status_code == status


def test_an_administrator_takes_a_lost_second_step_away_and_it_is_written_down(as_administrator, administrator, seeker):
    set_up_app(sign_in(seeker))

    as_administrator.post(
        reverse("admin:accounts_user_changelist"),
        {"action": "take_second_step_away", "_selected_action": [seeker.pk]},
    )

    assert not Authenticator.objects.filter(user=seeker).exists()
    entry = AuditEvent.objects.get()
    assert (entry.actor, entry.action, entry.subject) == (administrator, "second step removed", f"person {seeker.pk}")
