"""Every answer carries the policy headers, errors, files and the admin included."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy_of(answer):
    directives = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: sources.split() for name, _, sources in directives}


ANSWERS = [
    ("/", 200, {}),
    ("/my/", 302, {}),
    ("/nothing/here/", 404, {}),
    ("/", 400, {"host": "evil.example"}),
    ("/static/css/app.css", 200, {}),
    ("/static/nothing.css", 404, {}),
    ("/healthz", 200, {}),
    ("/accounts/login/", 200, {}),
    ("/admin/", 302, {}),
]


@pytest.mark.parametrize(("path", "status", "headers"), ANSWERS)
def test_every_answer_carries_the_policies(client, path, status, headers):
    answer = client.get(path, headers=headers)

    assert answer.status_code == status
    assert {name: answer.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert policy_of(answer)["default-src"] == ["'none'"]


def test_the_admin_and_a_refused_method_carry_them_too(as_admin):
    for answer in (as_admin.get("/admin/"), as_admin.post("/", {})):
        assert {name: answer.get(name) for name in EVERYWHERE} == EVERYWHERE
        assert policy_of(answer)["default-src"] == ["'none'"]


def test_scripts_and_styles_come_from_here_alone(client):
    policy = policy_of(client.get("/"))

    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert not any("unsafe" in source for sources in policy.values() for source in sources)


@pytest.mark.parametrize("path", ["/", "/my/", "/static/css/app.css", "/nothing/here/", "/admin/"])
@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "FOO"])
def test_methods_that_no_page_knows_are_refused(path, method):
    answer = Client().generic(method, path)

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert "Content-Security-Policy" in answer


def test_pages_of_a_person_are_kept_by_nobody(as_seeker):
    assert "no-store" in as_seeker.get("/my/").get("Cache-Control", "")


def test_no_page_is_shared_with_other_sites(client):
    answer = client.get("/", headers={"origin": "https://evil.example"})

    assert "Access-Control-Allow-Origin" not in answer
