"""A stranger who sends a form comes back to the page it stood on."""

from urllib.parse import parse_qs, urlsplit

import pytest

from guides.models import SavedGuide
from tests.factories import make_role

pytestmark = pytest.mark.django_db


def page_after_sign_in(response):
    return parse_qs(urlsplit(response.headers["Location"]).query)["next"][0]


def test_a_page_is_opened_after_sign_in(client):
    assert page_after_sign_in(client.get("/my/data/?from=mail")) == "/my/data/?from=mail"


@pytest.mark.parametrize(
    ("referrer", "page"),
    [
        ("http://testserver/guides/some-role/", "/guides/some-role/"),
        ("http://testserver/guides/some-role/?state=OH", "/guides/some-role/?state=OH"),
        ("https://elsewhere.example/guides/", "/my/"),
        ("javascript:alert(1)", "/my/"),
        ("", "/my/"),
    ],
)
def test_a_form_leads_back_to_its_page_and_never_to_another_site(client, referrer, page):
    role = make_role()

    response = client.post(f"/guides/{role.slug}/save/", headers={"referer": referrer})

    assert page_after_sign_in(response) == page


def test_a_stranger_s_form_changes_nothing_and_says_so(client):
    role = make_role()

    page = client.post(f"/guides/{role.slug}/save/", follow=True).content.decode()

    assert "Nothing was changed." in page
    assert not SavedGuide.objects.exists()
