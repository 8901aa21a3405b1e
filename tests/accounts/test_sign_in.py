"""Through the door: sign-up, sign-in, codes, limits, and who is turned away."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import ask_erasure
from accounts.models import User
from tests.factories import PASSWORD, make_membership, make_user

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _no_tries_left_over():
    cache.clear()


def mailed_code():
    return re.search(r"^    (\w{4}-\w{4})$", mail.outbox[-1].body, re.MULTILINE)[1]


def sign_in(client, email, password=PASSWORD, **extra):
    return client.post(LOGIN, {"login": email, "password": password}, **extra)


def is_signed_in(client):
    return client.get(reverse("my_profile")).status_code == 200


# ---- sign-up


def sign_up(client, email="New.Person@Example.org", password=PASSWORD, again=None):
    return client.post(
        reverse("account_signup"), {"email": email, "password1": password, "password2": again or password}
    )


def test_a_new_person_confirms_the_address_by_code_and_is_in(client):
    answer = sign_up(client)
    assert answer.url == reverse("account_email_verification_sent")
    assert not is_signed_in(client)

    answer = client.post(reverse("account_email_verification_sent"), {"code": mailed_code()})

    assert answer.url == reverse("my")
    assert is_signed_in(client)
    user = User.objects.get()
    assert user.email == "new.person@example.org"
    assert EmailAddress.objects.get(user=user).verified


def test_a_code_can_be_typed_in_small_letters_and_without_the_dash(client):
    sign_up(client)

    client.post(reverse("account_email_verification_sent"), {"code": mailed_code().lower().replace("-", " ")})

    assert is_signed_in(client)


def test_a_known_address_leads_to_the_same_page_and_tells_its_owner_by_mail(client):
    make_user(email="known@example.org")

    answer = sign_up(client, email="KNOWN@example.org")

    assert answer.url == reverse("account_email_verification_sent")
    assert User.objects.count() == 1
    assert mail.outbox[-1].subject == "You have an account already"


def test_a_wrong_address_can_be_put_right_while_the_code_is_awaited(client):
    sign_up(client, email="tpyo@example.org")

    client.post(reverse("account_email_verification_sent"), {"action": "change", "email": "typo@example.org"})
    client.post(reverse("account_email_verification_sent"), {"code": mailed_code()})

    assert mail.outbox[-1].to == ["typo@example.org"]
    assert User.objects.get().email == "typo@example.org"


def test_bad_input_is_named_above_its_field_and_stays(client):
    page = sign_up(client, email="not an address", password="too short", again="something else").content.decode()

    assert "There is a problem: Make an account" in page
    assert "Enter a whole e-mail address" in page
    assert "Use at least 15 characters. This has 9." in page
    assert 'href="#id_email"' in page
    assert 'value="not an address"' in page
    assert 'aria-describedby="id_email_helptext id_email_error"' in page
    assert page.index('id="id_email_error"') < page.index('id="id_email"')


@pytest.mark.parametrize("field", ["email", "password1"])
def test_huge_input_is_refused_with_a_sentence(client, field):
    data = {"email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD}
    data[field] = "x" * 100_000

    answer = client.post(reverse("account_signup"), data)

    assert answer.status_code == 200
    assert not User.objects.exists()


# ---- sign-in


def test_sign_in_does_not_mind_the_case_of_the_address(client):
    make_user(email="jane@example.org")

    assert sign_in(client, "JANE@Example.ORG").url == reverse("my")
    assert is_signed_in(client)


def test_the_clock_of_the_profile_holds_from_sign_in(client):
    make_user(email="jane@example.org", time_zone="Pacific/Honolulu")

    sign_in(client, "jane@example.org")

    assert client.session["time_zone"] == "Pacific/Honolulu"


def test_a_new_session_key_is_given_at_sign_in(client):
    make_user(email="jane@example.org")
    client.get(reverse("account_signup"))
    sign_in(client, "jane@example.org", password="wrong password here")
    before = client.session.session_key

    sign_in(client, "jane@example.org")

    assert client.session.session_key != before


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_sign_in_never_leads_away(client, elsewhere):
    make_user(email="jane@example.org")

    answer = client.post(LOGIN, {"login": "jane@example.org", "password": PASSWORD, "next": elsewhere})

    assert answer.url == reverse("my")


def test_sign_in_goes_on_to_the_page_that_was_asked_for(client):
    make_user(email="jane@example.org")

    assert sign_in(client, "jane@example.org", QUERY_STRING="next=/my/data/").url == "/my/data/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(client):
    make_user(email="jane@example.org")

    sentences = [
        re.search(
            r"<li>(This address and password[^<]+)</li>", sign_in(client, email, "wrong password").content.decode()
        )
        for email in ("jane@example.org", "nobody@example.org")
    ]

    assert sentences[0]
    assert sentences[0][1] == sentences[1][1]


def test_closed_accounts_are_out_at_once(as_seeker, seeker, client):
    seeker.is_active = False
    seeker.save()

    assert not is_signed_in(as_seeker)
    sign_in(client, seeker.email)
    assert not is_signed_in(client)


@pytest.mark.parametrize(("name", "value"), [("PRODUCTION", True), ("BIND", "0.0.0.0:8000")])
def test_demo_accounts_never_open_where_others_can_reach_them(client, settings, name, value):
    make_user(email="seeker@demo.test")
    setattr(settings, name, value)

    assert sign_in(client, "seeker@demo.test").url == reverse("account_inactive")
    assert not is_signed_in(client)


def test_sign_out_ends_the_session_on_the_server(as_seeker, seeker):
    stolen = as_seeker.cookies["sessionid"].value

    as_seeker.post(reverse("account_logout"))

    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert not is_signed_in(thief)


def test_looking_at_sign_out_does_not_sign_out(as_seeker):
    as_seeker.get(reverse("account_logout"))

    assert is_signed_in(as_seeker)


def test_neither_addresses_nor_passwords_reach_the_log(client, caplog):
    make_user(email="jane@example.org")

    with caplog.at_level("INFO"):
        sign_in(client, "jane@example.org", "a wrong passphrase")
        sign_in(client, "jane@example.org\r\nforged line")
        sign_in(client, "jane@example.org")

    assert "Sign-in refused, from 127.0.0.1" in caplog.text
    assert "Signed in: person" in caplog.text
    for secret in ("jane", "passphrase", "forged"):
        assert secret not in caplog.text


# ---- limits


def refused(answer) -> bool:
    return "too many tries" in answer.content.decode()


def test_the_sixth_wrong_password_for_an_account_is_refused_and_so_is_the_right_one(client):
    make_user(email="jane@example.org")

    answers = [refused(sign_in(client, "jane@example.org", "wrong password")) for _ in range(6)]

    assert answers == [False] * 5 + [True]
    assert refused(sign_in(client, "jane@example.org"))
    assert not is_signed_in(client)


def test_changing_host_and_case_gives_no_new_tries(client):
    make_user(email="jane@example.org")
    for number in range(5):
        sign_in(client, "jane@example.org", "wrong password", headers={"host": f"localhost:{number + 1}"})

    assert refused(sign_in(client, "JANE@example.org", "wrong password", headers={"host": "127.0.0.1:99"}))


def test_a_forged_forwarded_address_gives_no_new_tries(client):
    for number in range(10):
        sign_in(
            client, f"person{number}@example.org", "wrong password", headers={"x-forwarded-for": f"10.0.0.{number}"}
        )

    assert refused(sign_in(client, "other@example.org", "wrong", headers={"x-forwarded-for": "10.9.9.9"}))


def test_right_passwords_do_not_use_up_tries(client):
    make_user(email="jane@example.org")

    for _ in range(8):
        sign_in(client, "jane@example.org")
        assert is_signed_in(client)
        client.post(reverse("account_logout"))


def test_the_fourth_code_in_a_minute_is_not_sent():
    make_user(email="jane@example.org")

    for _ in range(4):
        ask_code(Client())

    assert len(mail.outbox) == 3


# ---- codes by mail


def ask_code(client, email="jane@example.org"):
    return client.post(reverse("account_request_login_code"), {"email": email})


def use_code(client, code):
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def test_a_mailed_code_signs_in_once(client):
    make_user(email="jane@example.org")
    ask_code(client)
    code = mailed_code()

    use_code(client, code)
    assert is_signed_in(client)

    client.post(reverse("account_logout"))
    use_code(client, code)
    assert not is_signed_in(client)


def test_a_code_only_works_in_the_browser_that_asked(client):
    make_user(email="jane@example.org")
    ask_code(client)

    other = Client()
    use_code(other, mailed_code())

    assert not is_signed_in(other)


def test_an_older_code_is_dead_once_a_new_one_is_sent(client):
    make_user(email="jane@example.org")
    ask_code(client)
    old = mailed_code()
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    assert mailed_code() != old

    use_code(client, old)

    assert not is_signed_in(client)


def test_three_wrong_codes_end_the_try(client):
    make_user(email="jane@example.org")
    ask_code(client)

    for _ in range(3):
        use_code(client, "BBBB-BBBB")
    use_code(client, mailed_code())

    assert not is_signed_in(client)


@pytest.mark.parametrize(("seconds", "works"), [(599, True), (601, False)])
def test_a_code_holds_for_ten_minutes(client, seconds, works):
    make_user(email="jane@example.org")
    ask_code(client)
    session = client.session
    login = session["account_login"]
    login["state"]["stages"]["login_by_code"]["data"]["at"] -= seconds
    session["account_login"] = login
    session.save()

    use_code(client, mailed_code())

    assert is_signed_in(client) is works


def test_an_unknown_address_gets_the_same_page_and_a_mail_without_a_code(client):
    answer = ask_code(client, "nobody@example.org")

    assert answer.url == reverse("account_confirm_login_code")
    assert mail.outbox[-1].subject == "No account with this address"


def test_someone_added_without_a_password_gets_in_by_code_and_is_confirmed_by_it(client):
    user = User.objects.create_user("added@example.org")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
    ask_code(client, "added@example.org")

    use_code(client, mailed_code())

    assert is_signed_in(client)
    assert EmailAddress.objects.get(user=user).verified


def test_a_forgotten_password_is_chosen_anew_with_a_code(client, as_seeker, seeker):
    client.post(reverse("account_reset_password"), {"email": seeker.email})
    answer = client.post(reverse("account_confirm_password_reset_code"), {"code": mailed_code()})
    assert answer.url == reverse("account_complete_password_reset")

    client.post(answer.url, {"password1": "an entirely new phrase", "password2": "an entirely new phrase"})

    assert sign_in(Client(), seeker.email, "an entirely new phrase").url == reverse("my")
    assert not is_signed_in(as_seeker)
    assert mail.outbox[-1].subject == "Your password was changed"


def test_mails_take_links_from_the_settings_and_never_from_the_request(client, settings):
    settings.BASE_URL = "https://guide.example.org"

    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"}, headers={"host": "localhost:6666"})

    assert "https://guide.example.org/accounts/signup/" in mail.outbox[-1].body
    assert "6666" not in mail.outbox[-1].body


def test_a_mail_server_that_is_down_is_said_so(client, settings):
    make_user(email="jane@example.org")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    page = client.post(reverse("account_request_login_code"), {"email": "jane@example.org"}, follow=True)

    assert "We could not send the mail just now" in page.content.decode()


# ---- passwords and addresses of people who are signed in


def test_changing_the_password_ends_other_sessions(client, as_seeker, seeker):
    sign_in(client, seeker.email)

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "an entirely new phrase", "password2": "an entirely new phrase"},
    )

    assert is_signed_in(client)
    assert not is_signed_in(as_seeker)


def test_the_present_password_is_asked_for(as_seeker, seeker):
    page = as_seeker.post(
        reverse("account_change_password"),
        {"oldpassword": "not it at all", "password1": "an entirely new phrase", "password2": "an entirely new phrase"},
    )

    seeker.refresh_from_db()
    assert "This is not your present password" in page.content.decode()
    assert seeker.check_password(PASSWORD)


def test_a_new_address_counts_only_after_password_and_code(client, seeker):
    sign_in(client, seeker.email)
    asked = client.post(reverse("account_email"), {"email": "Newer@example.org", "action_add": ""})
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not mail.outbox

    client.post(asked.url, {"password": PASSWORD})
    seeker.refresh_from_db()
    assert (seeker.email, mail.outbox[-1].to) == ("seeker@example.org", ["newer@example.org"])

    client.post(reverse("account_email_verification_sent"), {"code": mailed_code()})

    seeker.refresh_from_db()
    assert seeker.email == "newer@example.org"
    assert sign_in(Client(), "newer@example.org").url == reverse("my")
    assert "The address of your account was changed" in {letter.subject for letter in mail.outbox}


# ---- staff


@pytest.mark.parametrize("role", ["counselor", "supervisor"])
def test_staff_without_a_second_step_are_sent_to_set_one_up(client, settings, role):
    settings.STAFF_MFA = True
    user = make_user()
    make_membership(user=user, role=role)

    assert sign_in(client, user.email).url == reverse("mfa_index")


def test_seekers_are_not(client, settings, seeker):
    settings.STAFF_MFA = True

    assert sign_in(client, seeker.email).url == reverse("my")


def test_who_asked_to_be_erased_is_reminded_at_sign_in(client, seeker):
    ask_erasure(seeker, now=timezone.now() - timedelta(days=3))

    answer = sign_in(client, seeker.email)

    assert answer.url == reverse("my_data")
    assert "You can still keep it" in client.get(answer.url).content.decode()
