"""What people see when something went wrong: a page in our look, a sentence, and what to do next."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from kit.errors import server_error

pytestmark = pytest.mark.django_db


def breaks(trouble):
    @login_not_required
    def view(request: HttpRequest):
        raise trouble

    return view


urlpatterns = [
    path("broken/", breaks(ZeroDivisionError())),
    path("away/", breaks(OperationalError("connection refused"))),
    path("full/", breaks(OperationalError("database or disk is full"))),
    path("closed/", breaks(InterfaceError("connection already closed"))),
]
handler500 = "kit.errors.server_error"


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def test_an_unknown_address_offers_a_search(client):
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "This page is not here" in answer.text
    assert 'role="search"' in answer.text


def test_a_host_that_is_not_ours_gets_a_sentence(client):
    answer = client.get("/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "We could not read that request" in answer.text


def test_a_form_without_its_token_says_that_nothing_was_changed():
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@example.org"})

    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text


def test_a_page_for_others_says_so(rf):
    assert "This page is for others" in render_to_string("403.html", request=rf.get("/"))


@override_settings(ROOT_URLCONF="tests.site.test_errors")
def test_a_fault_of_ours_shows_a_page_without_the_trace(visitor):
    answer = visitor.get("/broken/")

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text
    assert "ZeroDivisionError" not in answer.text


@override_settings(ROOT_URLCONF="tests.site.test_errors")
@pytest.mark.parametrize("address", ["/away/", "/full/", "/closed/"])
def test_a_database_that_cannot_answer_asks_for_patience(visitor, address):
    answer = visitor.get(address)

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Back in a moment" in answer.text


@pytest.mark.parametrize("status", ["500", "503"])
def test_pages_for_bad_moments_need_no_database(status, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(f"{status}.html")

    assert "<h1>" in page


def test_the_handler_of_the_site_is_ours():
    from careerguide import urls  # noqa: PLC0415 -- after override_settings above

    request = RequestFactory().get("/")

    assert urls.handler500 == "kit.errors.server_error"
    assert server_error(request).status_code == 500
