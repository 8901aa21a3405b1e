"""The pages of sign-in and of one's own account, in a real browser."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS
from tests.factories import PASSWORD, make_notification, make_user

pytestmark = pytest.mark.django_db(transaction=True)

DOOR = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/login/code/",
    "/accounts/password/reset/",
    "/accounts/inactive/",
]
OWN = [
    "/my/profile/",
    "/my/notifications/",
    "/my/data/",
    "/my/data/delete/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/sessions/",
    "/accounts/logout/",
]


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_every_page_is_usable_by_everyone(open_context, sign_in_by_form, assert_accessible, complaints, size, colors):
    user = make_user(name="Sam Seeker")
    make_notification(user, title="The guide has changed", link="/guides/")
    page = open_context(size=size, colors=colors).new_page()

    for address in DOOR:
        page.goto(address)
        assert complaints == []
        assert_accessible(page)
        complaints.clear()
    sign_in_by_form(page, user)
    for address in OWN:
        page.goto(address)
        assert complaints == []
        assert_accessible(page)
        complaints.clear()


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_pages_on_the_way_are_usable_by_everyone(
    open_context, sign_in_by_form, assert_accessible, complaints, settings, size, colors
):
    settings.MFA_TOTP_TOLERANCE = 1  # the code may change between its making and its sending
    user = make_user()
    page = open_context(size=size, colors=colors).new_page()

    def check() -> None:
        assert complaints == []
        assert_accessible(page)
        complaints.clear()

    page.goto("/accounts/login/code/")
    page.get_by_label("E-mail").fill(user.email)
    with page.expect_navigation():
        page.get_by_role("button", name="Send me a code").click()
    check()
    page.context.clear_cookies()
    sign_in_by_form(page, user)
    page.goto("/accounts/2fa/totp/activate/")
    check()
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()
    check()
    secret = page.locator(".code--key").inner_text()
    page.locator("#id_code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    check()
    for address in ["/accounts/2fa/", "/accounts/2fa/webauthn/add/", "/accounts/2fa/totp/deactivate/"]:
        page.goto(address)
        check()
    page.context.clear_cookies()
    sign_in_by_form(page, user)
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    check()


def test_mistakes_are_summed_up_and_the_summary_takes_focus(page: Page):
    page.goto("/accounts/signup/")
    page.locator("form").evaluate_all("forms => forms.forEach(form => { form.noValidate = true; })")
    page.get_by_label("E-mail").fill("nobody@")

    page.get_by_role("button", name="Make the account").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^There is a problem"))
    summary.get_by_role("link", name=re.compile("whole e-mail address")).click()
    expect(page.locator("#id_email")).to_be_in_viewport()


def test_a_password_can_be_shown_and_is_sent_hidden(page: Page):
    page.goto("/accounts/login/")
    field = page.locator("#id_password")
    field.fill(PASSWORD)

    page.get_by_role("button", name="Show: Password").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide: Password").click()
    expect(field).to_have_attribute("type", "password")


def test_sign_up_by_code_without_script(without_script: Page):
    without_script.goto("/accounts/signup/")
    without_script.get_by_label("E-mail").fill("new@example.org")
    without_script.locator("#id_password1").fill(PASSWORD)
    without_script.locator("#id_password2").fill(PASSWORD)
    without_script.get_by_role("button", name="Make the account").click()
    expect(without_script.get_by_label("Code")).to_be_visible()

    code = re.search(r"^    (\w{4}-\w{4})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code
    without_script.get_by_label("Code").fill(code[1])
    without_script.get_by_role("button", name="Confirm the address").click()

    expect(without_script).to_have_url(re.compile("/my/$"))


def test_a_passkey_is_added_and_signs_in_alone(page: Page, live_server, sign_in_by_form):
    # Browsers know passkeys only for names, not for addresses of numbers.
    base = live_server.url.replace("127.0.0.1", "localhost")
    user = make_user()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    page.goto(f"{base}/accounts/login/")
    page.locator("#id_login").fill(user.email)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/my/")
    page.goto(f"{base}/accounts/2fa/webauthn/add/")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()

    page.get_by_label("Name of the passkey").fill("Work phone")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert Authenticator.objects.filter(user=user, type="webauthn").count() == 1

    page.goto(f"{base}/accounts/2fa/webauthn/")
    expect(page.get_by_text("Work phone").first).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/my/")


def test_a_device_without_a_passkey_gets_a_sentence(page: Page, live_server):
    base = live_server.url.replace("127.0.0.1", "localhost")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
            }
        },
    )
    page.goto(f"{base}/accounts/login/")

    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_text("The device gave no passkey")).to_be_visible()
