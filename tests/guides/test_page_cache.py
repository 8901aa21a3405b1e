"""Pages that everyone sees alike are kept, and what is kept is never wrong and never anyone's own."""

import gzip
import re
from datetime import timedelta

import brotli
import pytest
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guides.models import GuideFeedback, Role, SavedGuide, Section
from guides.shared import shared_page
from guides.version import TABLE
from tests.factories import make_related_role, make_role, make_section, make_state, make_user

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"(?: form="([\w-]+)")?')


@pytest.fixture
def role():
    found = make_role(slug="helper", title="Helper")
    make_section(role=found, slug="work", title="The work", body="You are in {{ state }}.")
    return found


def page_of(client=None, query="", **headers):
    return (client or Client()).get(f"/guides/helper/{query}", headers=headers)


def text_of(client=None, query=""):
    return page_of(client, query).content.decode()


# ---- kept, and never wrong


def test_a_second_stranger_gets_the_same_answer_at_the_price_of_asking_for_the_version(role):
    first = page_of()

    with CaptureQueriesContext(connection) as queries:
        second = page_of()

    assert second.content == first.content
    assert second["ETag"] == first["ETag"]
    assert [query["sql"].split()[3] for query in queries] == [TABLE]


def test_an_edit_shows_at_once(role):
    page_of()

    Section.objects.update(body="Other words.")

    assert "Other words." in text_of()


def test_an_edit_of_a_neighbor_shows_at_once(role):
    make_related_role(role=role, title="Neighbor")
    was_there = "Neighbor" in text_of()

    role.related.update(title="Somebody else")

    assert was_there
    assert "Somebody else" in text_of()


def test_a_guide_that_is_taken_back_is_gone_at_once(role):
    page_of()

    role.move_to(Role.Status.DRAFT, at=timezone.now())

    assert page_of().status_code == 404


def test_a_guide_that_was_missing_is_not_remembered_as_missing():
    statuses = [page_of().status_code]
    role = make_role(slug="helper", status=Role.Status.SCHEDULED, publish_at=timezone.now() + timedelta(seconds=90))
    statuses.append(page_of().status_code)
    Role.objects.filter(pk=role.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    statuses.append(page_of().status_code)

    assert statuses == [404, 404, 200]


def test_each_state_has_a_page_of_its_own(role):
    make_state("OH")
    make_state("TX")

    shown = [text_of(query=query) for query in ("", "?state=OH", "?state=tx", "?state=oh", "?state=ZZ", "?state=%00")]

    assert ["Ohio" in text for text in shown] == [False, True, False, True, False, False]
    assert ["your state" in text for text in shown] == [True, False, False, False, True, True]


def test_what_the_page_does_not_read_of_the_address_makes_no_page_more(role):
    page_of()

    with CaptureQueriesContext(connection) as queries:
        page_of(query="?utm_source=somewhere&state=")

    assert len(queries) == 1


def test_each_host_has_a_page_of_its_own(role):
    with CaptureQueriesContext(connection) as queries:
        page_of(host="localhost")
        page_of(host="127.0.0.1")

    assert len([query for query in queries if 'FROM "guides_role"' in query["sql"]]) >= 2


def test_without_a_version_nothing_is_kept(role):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")

    answer = page_of()

    assert answer.status_code == 200
    assert "ETag" not in answer


# ---- asked again


def test_a_browser_that_has_the_page_is_told_so(role):
    tag = page_of()["ETag"]

    answer = page_of(if_none_match=tag)

    assert answer.status_code == 304
    assert answer.content == b""
    assert answer["ETag"] == tag
    assert {"Cookie", "Accept-Encoding"} <= {*answer["Vary"].split(", ")}


def test_after_an_edit_the_browser_gets_the_page_anew(role):
    tag = page_of()["ETag"]
    Section.objects.update(body="Other words.")

    answer = page_of(if_none_match=tag)

    assert answer.status_code == 200
    assert answer["ETag"] != tag


def test_a_change_that_the_page_does_not_show_leaves_the_browser_s_copy_good(role):
    tag = page_of()["ETag"]
    make_role(slug="other")

    assert page_of(if_none_match=tag).status_code == 304


def test_browsers_ask_each_time(role):
    assert page_of()["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.0, gzip;q=0", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_answer_comes_in_an_encoding_that_the_browser_takes(role, accepted, encoding):
    plain = page_of().content
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]

    for _time in range(2):
        answer = page_of(accept_encoding=accepted)

        assert answer.get("Content-Encoding", "") == encoding
        assert unpack(answer.content) == plain


def test_whoever_asks_first_gets_the_page_quickly_packed_and_all_others_packed_well(role):
    Section.objects.update(
        body="\n\n".join(f"Paragraph {number} of the work, told at length." for number in range(300))
    )

    first, second, third = (page_of(accept_encoding="br").content for _time in range(3))

    assert brotli.decompress(first) == brotli.decompress(second)
    assert len(second) < len(first)
    assert third == second


def test_head_answers_like_get_without_the_text(role):
    page = page_of()

    answer = Client().head("/guides/helper/")

    assert answer.status_code == 200
    assert answer.content == b""
    assert answer["ETag"] == page["ETag"]
    assert answer["Content-Length"] == page["Content-Length"]


# ---- nobody's own


def test_a_stranger_gets_no_cookie_and_no_token(role):
    answer = page_of()

    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_what_one_person_sees_is_never_served_to_another(role, as_seeker, seeker, sign_in):
    make_state("OH")
    SavedGuide.objects.create(user=seeker, role=role)
    as_seeker.post("/guides/my-state/", {"state": "OH"})
    other = sign_in(make_user(name="Olga Other"))

    seen = {"seeker": text_of(as_seeker), "other": text_of(other), "stranger": text_of(), "again": text_of(as_seeker)}

    assert {who: "You are in Ohio." in text for who, text in seen.items()} == {
        "seeker": True, "other": False, "stranger": False, "again": True,
    }  # fmt: skip
    assert {who: "is-saved" in text for who, text in seen.items()} == {
        "seeker": True, "other": False, "stranger": False, "again": True,
    }  # fmt: skip
    assert {who: "Sign out" in text for who, text in seen.items()} == {
        "seeker": True, "other": True, "stranger": False, "again": True,
    }  # fmt: skip
    tokens = {who: {token for token, _form in TOKEN.findall(text)} for who, text in seen.items()}
    assert not tokens["stranger"]
    assert tokens["seeker"].isdisjoint(tokens["other"])


def test_a_person_s_page_is_no_one_else_s_to_keep(role, as_seeker):
    answer = page_of(as_seeker)

    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_a_person_s_page_is_not_taken_for_the_stranger_s_copy(role, as_seeker):
    tag = page_of()["ETag"]

    assert page_of(as_seeker, if_none_match=tag).status_code == 200


def test_a_word_of_thanks_is_shown_once_and_to_nobody_else(role):
    reader = Client()
    reader.post("/guides/helper/feedback/", {"verdict": "yes"})

    seen = [text_of(), text_of(reader), text_of(reader), text_of()]

    assert ["An editor will read it." in text for text in seen] == [False, True, False, False]


def test_a_forged_session_cookie_gets_a_page_of_its_own(role):
    client = Client()
    client.cookies["sessionid"] = "forged"

    answer = page_of(client)

    assert answer.status_code == 200
    assert "ETag" not in answer


def test_an_edit_shows_to_a_person_at_once(role, as_seeker):
    page_of(as_seeker)

    Section.objects.update(body="Other words.")

    assert "Other words." in text_of(as_seeker)


def test_a_page_that_needs_a_token_a_session_or_a_cookie_is_not_kept():
    def with_token(request):
        return HttpResponse(get_token(request))

    def with_session(request):
        request.session["seen"] = 1
        return HttpResponse("seen")

    def with_cookie(request):
        answer = HttpResponse("cookie")
        answer.set_cookie("seen", "1")
        return answer

    def no_store(request):
        return HttpResponse("mine", headers={"Cache-Control": "private"})

    for view in (with_token, with_session, with_cookie, no_store):
        request = RequestFactory().get("/")
        request.session, request.resolver_match = {}, None
        answers = [shared_page()(view)(request) for _time in range(2)]

        assert all("ETag" not in answer for answer in answers), view


# ---- forms without a token


def strict():
    return Client(enforce_csrf_checks=True)


OURS = [
    {"sec-fetch-site": "same-origin"},
    {"origin": "http://testserver"},
    {"sec-fetch-site": "same-origin", "origin": "http://testserver"},
]
NOT_OURS = [
    {},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": "https://elsewhere.example"},
    {"origin": "http://testserver.elsewhere.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
]


@pytest.mark.parametrize("headers", OURS)
def test_a_stranger_s_form_of_our_page_is_taken_without_script_and_without_cookies(role, headers):
    make_state("OH")
    reader = strict()

    answer = reader.post("/guides/my-state/", {"state": "OH", "next": "/guides/helper/"}, headers=headers)
    word = strict().post("/guides/helper/feedback/", {"verdict": "yes"}, headers=headers)

    assert answer["Location"] == "/guides/helper/"
    assert "You are in Ohio." in text_of(reader)
    assert word.status_code == 302
    assert GuideFeedback.objects.count() == 1


@pytest.mark.parametrize("headers", NOT_OURS)
@pytest.mark.parametrize("path", ["/guides/my-state/", "/guides/helper/feedback/"])
def test_a_form_from_elsewhere_is_refused(role, path, headers):
    answer = strict().post(path, {"verdict": "yes", "state": ""}, headers=headers)

    assert answer.status_code == 403
    assert not GuideFeedback.objects.exists()


@pytest.mark.parametrize("headers", NOT_OURS)
def test_a_signed_in_person_s_guide_is_not_saved_from_elsewhere(role, seeker, headers):
    reader = strict()
    reader.force_login(seeker)

    answer = reader.post("/guides/helper/save/", headers=headers)

    assert answer.status_code == 403
    assert not SavedGuide.objects.exists()


def test_whoever_has_a_session_finds_a_token_for_every_form_of_the_page(role, seeker):
    make_section(role=role, slug="rule", title="The rule", body="{{ show:glance }}\n\n{{ show:state-rule }}")
    reader = strict()
    reader.force_login(seeker)
    text = text_of(reader)
    token = TOKEN.findall(text)[0][0]

    answers = [
        reader.post("/guides/helper/save/", {"csrfmiddlewaretoken": token}),
        reader.post("/guides/helper/feedback/", {"verdict": "no", "csrfmiddlewaretoken": token}),
        reader.post("/guides/my-state/", {"state": "", "csrfmiddlewaretoken": token}),
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert {form for _token, form in TOKEN.findall(text)} >= {"save", "feedback-form"}
    assert SavedGuide.objects.count() == GuideFeedback.objects.count() == 1


def test_a_stranger_who_saves_a_guide_is_asked_to_sign_in(role):
    answer = strict().post("/guides/helper/save/", headers={"sec-fetch-site": "same-origin"})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


# ---- lists


@pytest.mark.parametrize("path", ["/", "/guides/"])
def test_a_guide_that_comes_out_by_itself_is_listed_from_its_moment_on(path, monkeypatch):
    make_role(slug="helper", title="Helper")
    moment = timezone.now() + timedelta(minutes=5)
    make_role(slug="late", title="Latecomer", status=Role.Status.SCHEDULED, publish_at=moment)
    clock = [moment - timedelta(seconds=1), moment]

    seen = []
    for now in clock:
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        seen.append("Latecomer" in Client().get(path).content.decode())

    assert seen == [False, True]
