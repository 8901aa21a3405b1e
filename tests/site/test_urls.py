"""Every address asks strangers to sign in, unless it stands in the list here."""

import pytest
from django.test import Client

from tests.site.addresses import addresses

# Add the entry with the feature, and say in the change why strangers may look.
PUBLIC = {
    "home",
    "about_accessibility",
    "about_facts",
    "about_feedback",
    "about_privacy",
    "about_reviews",
    "guides:compare",
    "guides:list",
    "guides:detail",
    "guides:search",
    "guides:glossary",
    "guides:state",
    "guides:states",
    "guides:facts",
    # what leaves the site as a file
    "card",
    "guides:card",
    "guides:essentials",
    "occupations:card",
    "guides:my_state",
    "guides:feedback",
    "guides:preview",
    # whoever holds the secret address, until its owner takes it back
    "certifications:shared",
    "calendar_feed",
    "resumes:mentor",
    "practice:mentor",
    "practice:mentor_rate",
    "practice:mentor_recording",
    # official data, open to all
    "occupations:list",
    "occupations:detail",
    # the directory of places to go, open to all
    "places:list",
    "places:detail",
    # the catalogue of credentials, open to all
    "certifications:list",
    "certifications:detail",
    "certifications:compare",
    # the question bank, open to all
    "bank:list",
    "bank:role",
    # the ready plans of a job, open to all
    "ready_plans:for_role",
    # for machines
    "healthz",
    "readyz",
    "robots",
    "favicon",
    "sitemap",
    # the ways in
    "account_login",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "mfa_authenticate",
    "mfa_login_webauthn",
}

MACHINES = {"/healthz", "/readyz", "/robots.txt", "/favicon.ico"}
# Files end with what they are.
FILES = (".png", ".pdf", ".xml", ".ics", ".csv")

pytestmark = pytest.mark.django_db


def asks_to_sign_in(path):
    answer = Client().get(path)
    # `next` tells the door of the site from a page of the sign-in itself that starts over.
    return answer.status_code == 302 and answer["Location"].startswith(
        ("/accounts/login/?next=", "/admin/login/?next=")
    )


def test_every_address_asks_strangers_to_sign_in_unless_listed():
    private = [address for address in addresses() if address.name not in PUBLIC]

    open_doors = {address.name: address.path for address in private if not asks_to_sign_in(address.path)}

    assert open_doors == {}


def test_every_address_in_the_list_is_open_and_exists():
    listed = {address.name: address.path for address in addresses() if address.name in PUBLIC}

    closed = {name for name, path in listed.items() if asks_to_sign_in(path)}

    assert closed == set()
    assert set(listed) == PUBLIC


def test_addresses_are_lower_case_and_end_with_a_slash():
    ours = {address.path for address in addresses() if not address.path.startswith("/admin/")}

    odd = {path for path in ours - MACHINES if path != path.lower() or not path.endswith(("/", *FILES))}

    assert odd == set()
