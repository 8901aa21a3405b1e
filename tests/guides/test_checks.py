"""Checks of texts and links: each problem is one sentence, on the line where it stands."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from guides.checks import DatabaseLookup, check_text
from guides.checks.links import external_links
from guides.checks.web import Answer, WebChecker, is_public
from tests.factories import (
    make_credential,
    make_fact,
    make_projection,
    make_question,
    make_role,
    make_section,
    make_source,
    make_state_requirement,
    make_step,
    make_term,
    make_wage,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def role():
    """A guide with a section, a fact, a term, a question, a step, pay and an outlook."""
    role = make_role(slug="helper", title="Helper")
    make_section(role=role, slug="work", title="Work", body="### The counter\n\nYou count.")
    make_question(role=role, slug="no-experience")
    make_step(role=role, slug="register")
    make_fact(key="helper/training.months", role=role)
    make_fact(key="usa.states")
    make_fact(key="cph/exam.fee", credential=make_credential(slug="cph"))
    make_term(slug="sig")
    make_wage(place="US")
    make_wage(place="OH")
    make_wage(place="US", naics="456110")
    make_projection()
    return role


def said(body: str, role=None, prefix: str = "work") -> list[str]:
    problems = check_text(body, role=role, lookup=DatabaseLookup(now=NOW), prefix=prefix)
    return [f"{problem.line}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "body",
    [
        "{{ fact:training.months }} {{ fact:helper/training.months }} {{ fact:usa.states }} {{ fact:cph/exam.fee }}",
        "{{ fact:pay.median.us }} {{ fact:pay.p10.here }} {{ fact:pay.hour.p90.oh }} {{ fact:pay.jobs.us }}",
        "{{ fact:pay.median.n456110 }} {{ fact:pay.place.here }} {{ fact:outlook.change }}",
        "{{ term:sig }} {{ term:sig|short directions }} {{ state }}",
        "[a](#work) [b](#work-the-counter) [c](#q-no-experience) [d](#step-register) [e](/guides/helper/#work)",
        "### New here\n\n[a](#work-new-here)",
        "[a](https://www.example.org/x?y#z) [b](mailto:a@example.org) [c](/guides/) [d](/guides/glossary/#sig)",
    ],
)
def test_what_exists_may_be_named(role, body):
    assert said(body, role) == []


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One.\n\n{{ fact:training.month }}", "3: There is no fact “training.month”. Did you mean “training.months”?"),
        ("{{ fact:pay.middle.us }}", "1: There is no fact “pay.middle.us”. Did you mean “pay.median.us”?"),
        ("{{ fact:zzz }}", "1: There is no fact “zzz”."),
        ("{{ fact:pay.median.tx }}", "1: There is no pay for “tx” in “pay.median.tx”: it is not in the tables."),
        ("{{ fact:outlook.chance }}", "1: There is no fact “outlook.chance”. Did you mean “outlook.change”?"),
        ("{{ term:sigg }}", "1: There is no glossary term “sigg”. Did you mean “sig”?"),
        ("[a](#wrok)", "1: The link “#wrok” leads nowhere: this guide has no such place. Did you mean “work”?"),
        ("a\n[a](/guides/nobody/)", "1: The link “/guides/nobody/” leads to a guide that does not exist."),
        ("[a](/guides/draft/)", "1: The link “/guides/draft/” leads to a guide that is not published yet."),
        ("[a](/guides/draft/states/)", "1: The link “/guides/draft/states/” leads to a guide that is not published yet."),
        ("[a](/guides/other/#x)", "1: The link “/guides/other/#x” leads to a guide that has no such place."),
        ("[a](/nowhere/)", "1: The link “/nowhere/” leads to no page of this site."),
        ("[a](/guides/helper)", "1: The link “/guides/helper” leads to no page of this site."),
        ("[a](https://)", "1: The link “https://” leads nowhere: write the whole address."),
        ("[a](http://example.org/)", "1: Links must begin with https://, mailto:, / or #."),
        ("[a](javascript:alert(1))", "1: This link would run something"),
        ("x\n\n<script>alert(1)</script>", "3: HTML is not allowed here"),
        ("![a](/static/img/a.svg)", "1: Pictures cannot be put into the text"),
        ("## Two", "1: Begin headings inside a section with ###"),
        ("{{ show:pai }}", "1: There is no block “pai”."),
        ("::: dya\nx\n:::", "1: There is no container “dya”."),
        ("::: never\nx", "1: The container “never” is never closed"),
        ("::: do\nx\n:::\n\n::: do\ny\n:::", "1: A section ends with one thing to do"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_one_sentence(role, body, sentence):
    make_role(slug="draft", status="draft")
    make_role(slug="other")

    found = said(body, role)

    assert len(found) == 1
    assert found[0].startswith(sentence)


def test_a_scheduled_guide_may_be_linked_from_its_moment_on(role):
    make_role(slug="soon", status="scheduled", publish_at=NOW)
    make_role(slug="later", status="scheduled", publish_at=NOW + timedelta(seconds=1))

    assert said("[a](/guides/soon/)", role) == []
    assert len(said("[a](/guides/later/)", role)) == 1


def test_a_role_without_an_occupation_has_no_outlook(role):
    other = make_role(onet_soc="")

    assert said("{{ fact:outlook.change }}", other) == [
        "1: There is no outlook for this role's occupation: check its O*NET-SOC code."
    ]


def test_a_check_asks_the_database_the_same_number_of_times_for_any_text(role, django_assert_num_queries):
    body = "{{ fact:a.b }} {{ fact:c.d }} {{ term:x }} {{ fact:pay.median.us }} [a](#work) [b](#x)\n\n"

    with django_assert_num_queries(7):
        said(body * 3, role)


# ---- the command


def test_links_of_published_guides_are_checked(role):
    make_section(role=role, slug="pay", title="Pay", body="Fine.\n\nSee [it](#gone).")
    make_step(role=role, slug="apply", title="Apply", body="[a](/nowhere/)")
    make_section(role=make_role(status="draft"), body="[a](#gone)")
    out = StringIO()

    with pytest.raises(CommandError, match=r"2 links need mending\."):
        call_command("check_links", stdout=out)

    assert out.getvalue().splitlines() == [
        "Helper: Pay, line 3: The link “#gone” leads nowhere: this guide has no such place.",
        "Helper: Apply, line 1: The link “/nowhere/” leads to no page of this site.",
    ]


def test_nothing_to_mend_is_said(role):
    out = StringIO()

    call_command("check_links", stdout=out)

    assert out.getvalue() == "Every link leads somewhere.\n"


def test_addresses_elsewhere_are_listed_once_with_their_places(role):
    make_section(role=role, slug="pay", title="Pay", body="[a](https://example.org/a#x) [b](https://example.org/a)")
    make_source(title="Report", url="https://example.org/a")
    make_state_requirement(role=role, board_url="https://example.org/board")

    assert external_links(now=NOW) == {
        "https://example.org/a": ["Helper: Pay", "Source: Report"],
        "https://example.org/board": ["State rule: Helper, Ohio"],
    }


# ---- other sites


class _Site(BaseHTTPRequestHandler):
    """A small site on this machine."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        codes = {"/there": 200, "/only-get": 200 if self.command == "GET" else 405, "/shy": 403}
        if self.path in {"/moved", "/round", "/out"}:
            self.send_response(302)
            self.send_header(
                "Location", {"/moved": "/there", "/round": "/round", "/out": "ftp://127.0.0.1/"}[self.path]
            )
        else:
            self.send_response(codes.get(self.path, 404))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def local_checker() -> WebChecker:
    return WebChecker(schemes=("http",), may_connect=lambda address: address == "127.0.0.1")


@pytest.mark.parametrize(
    ("path", "is_alive", "is_sure", "words"),
    [
        ("/there", True, True, "200"),
        ("/only-get", True, True, "200"),
        ("/moved", True, True, "moved to "),
        ("/shy", True, False, "403"),
        ("/gone", False, True, "404"),
        ("/out", False, True, "moved to an address that is not https"),
    ],
)
def test_an_address_is_asked(site, path, is_alive, is_sure, words):
    answer = local_checker().ask(site + path)

    assert (answer.is_alive, answer.is_sure) == (is_alive, is_sure)
    assert answer.said.startswith(words)


def test_an_address_that_leads_round_in_circles_is_gone(site):
    assert not local_checker().ask(f"{site}/round").is_alive


def test_a_closed_door_is_gone(site):
    answer = local_checker().ask("http://127.0.0.1:1/")

    assert (answer.is_alive, answer.is_sure) == (False, True)


def test_only_https_is_asked(site):
    url = f"{site}/there"

    assert WebChecker().ask(url) == Answer(url, is_alive=False, is_sure=True, said="not an https address")


def test_private_addresses_are_never_connected_to(site):
    answer = WebChecker(schemes=("http",)).ask(f"{site}/there")

    assert (answer.is_alive, answer.said) == (False, "leads to an address that is not public")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(address) is public
