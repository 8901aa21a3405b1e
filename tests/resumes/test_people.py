"""Reviews by people: a counselor who was asked, a mentor with a link, and nobody else."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Notification
from resumes.models import ReviewComment, ReviewRequest
from tests.factories import make_membership, make_user
from tests.resumes.makers import make_document, make_mentor_link, make_request, newest

pytestmark = pytest.mark.django_db

LINE = "Recieved deliveries and checked them against invoices"


@pytest.fixture
def counselor(db):
    user = make_user(email="carla@example.org", name="Carla Counselor")
    make_membership(user=user, role="counselor")
    return user


@pytest.fixture
def document(seeker):
    return make_document(seeker)


def test_asking_lets_the_one_asked_read_this_version_and_tells_them(as_seeker, document, counselor, sign_in):
    as_seeker.post(
        reverse("resumes:request_add", args=[document.pk, 1]),
        {"asked_of": counselor.pk, "message": "Is one page enough?"},
    )

    asked = ReviewRequest.objects.get()
    page = sign_in(counselor).get(asked.get_absolute_url()).content.decode()
    assert "Is one page enough?" in page
    assert LINE in page
    assert Notification.objects.owned_by(counselor).get().link == asked.get_absolute_url()


def test_only_counselors_can_be_asked(as_seeker, document, counselor):
    answer = as_seeker.post(reverse("resumes:request_add", args=[document.pk, 1]), {"asked_of": make_user().pk})

    assert "Choose a counselor from the list." in answer.content.decode()
    assert not ReviewRequest.objects.exists()


def test_without_counselors_the_page_says_what_to_do_instead(as_seeker, document):
    answer = as_seeker.get(reverse("resumes:request_add", args=[document.pk, 1]))

    assert "No counselor uses this site yet" in answer.content.decode()


def test_one_open_request_a_version(as_seeker, document, counselor):
    make_request(document, of=counselor)

    answer = as_seeker.post(reverse("resumes:request_add", args=[document.pk, 1]), {"asked_of": counselor.pk})

    assert "A review of this version is asked for already." in answer.content.decode()


def test_comments_stay_with_the_reviewer_until_the_review_is_returned(as_seeker, document, counselor, sign_in):
    asked = make_request(document, of=counselor)
    reviewer = sign_in(counselor)
    text = newest(document).text
    reviewer.post(
        reverse("resumes:comment", args=[asked.pk]),
        {"quote": LINE, "start": text.index(LINE), "body": "How many a week?"},
    )
    before = as_seeker.get(newest(document).get_absolute_url()).content.decode()

    reviewer.post(reverse("resumes:give", args=[asked.pk]), {"verdict": "suggested"})

    after = as_seeker.get(newest(document).get_absolute_url()).content.decode()
    comment = ReviewComment.objects.get()
    assert (comment.start, comment.end) == (text.index(LINE), text.index(LINE) + len(LINE))
    assert "How many a week?" not in before
    assert "How many a week?" in after
    assert "Changes suggested" in after
    assert Notification.objects.owned_by(document.owner).get().title == "Your review is back: changes suggested"


def test_a_returned_review_is_closed_to_the_reviewer(document, counselor, sign_in):
    asked = make_request(document, of=counselor)
    reviewer = sign_in(counselor)
    reviewer.post(reverse("resumes:give", args=[asked.pk]), {"verdict": "approved"})

    assert reviewer.get(asked.get_absolute_url()).status_code == 404


def test_a_request_that_was_taken_back_opens_nothing(as_seeker, document, counselor, sign_in):
    asked = make_request(document, of=counselor)
    as_seeker.post(reverse("resumes:request_cancel", args=[asked.pk]))

    reviewer = sign_in(counselor)

    assert reviewer.get(asked.get_absolute_url()).status_code == 404
    answer = reviewer.post(reverse("resumes:comment", args=[asked.pk]), {"body": "Too late"})
    assert answer.status_code == 404


def test_who_was_not_asked_or_is_no_counselor_any_more_reads_nothing(document, counselor, sign_in):
    other = make_user()
    make_membership(user=other, role="counselor")
    asked = make_request(document, of=counselor)

    assert sign_in(other).get(asked.get_absolute_url()).status_code == 404

    counselor.team_memberships.update(ended_on=timezone.localdate())

    assert sign_in(counselor).get(asked.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("word", "body", "kept"),
    [
        ("confirmed", "", True),
        ("dismissed", "", True),
        ("reworded", "Say what you did there", True),
        ("reworded", "", False),
        ("praised", "", False),
    ],
)
def test_a_finding_is_confirmed_reworded_or_dismissed(document, counselor, sign_in, word, body, kept):
    asked = make_request(document, of=counselor)
    key = newest(document).review.result["findings"][0]["key"]

    answer = sign_in(counselor).post(
        reverse("resumes:comment", args=[asked.pk]), {"finding_key": key, "on_finding": word, "body": body}
    )

    assert answer.status_code == (302 if kept else 422)
    assert ReviewComment.objects.filter(finding_key=key, on_finding=word).exists() is kept


def test_the_writer_resolves_a_comment_and_opens_it_again(as_seeker, document):
    link = make_mentor_link(document)
    comment = ReviewComment.objects.create(version=newest(document), link=link, author_name="Max", body="Shorter")

    as_seeker.post(reverse("resumes:resolve", args=[comment.pk]))
    comment.refresh_from_db()
    resolved = comment.resolved_at
    as_seeker.post(reverse("resumes:resolve", args=[comment.pk]))
    comment.refresh_from_db()

    assert resolved is not None
    assert comment.resolved_at is None


def test_a_mentor_without_an_account_reads_one_version_and_comments(document):
    link = make_mentor_link(document)
    stranger = Client()
    page = stranger.get(link.get_absolute_url())

    answer = stranger.post(
        link.get_absolute_url(), {"author_name": "Max Mentor", "quote": LINE, "start": "0", "body": "Count them"}
    )

    comment = ReviewComment.objects.get()
    assert LINE in page.content.decode()
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "same-origin"
    assert (answer.status_code, comment.author_name, comment.link) == (302, "Max Mentor", link)
    assert newest(document).text[comment.start : comment.end] == LINE


def test_a_mentor_sees_neither_findings_nor_other_links_comments(document):
    first, second = make_mentor_link(document), make_mentor_link(document)
    ReviewComment.objects.create(version=newest(document), link=first, author_name="Max", body="Between us")

    page = Client().get(second.get_absolute_url()).content.decode()

    assert "Between us" not in page
    assert newest(document).review.result["findings"][0]["message"] not in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"author_name": "", "body": "Shorter"}, "Write your name"),
        ({"author_name": "Max", "body": ""}, "Write your comment."),
        ({"author_name": "Max", "body": "Shorter", "quote": "words that are not there"}, "Open it again"),
    ],
)
def test_a_mentors_bad_input_gets_a_sentence_and_loses_nothing(document, fields, sentence):
    page = Client().post(make_mentor_link(document).get_absolute_url(), fields).content.decode()

    assert sentence in page
    assert fields["body"] in page
    assert not ReviewComment.objects.exists()


def test_a_link_that_ended_or_was_taken_back_opens_nothing(as_seeker, document):
    ended = make_mentor_link(document, expires_at=timezone.now() - timedelta(seconds=1))
    link = make_mentor_link(document)

    assert Client().get(ended.get_absolute_url()).status_code == 404
    assert Client().get(link.get_absolute_url()).status_code == 200

    as_seeker.post(reverse("resumes:link_revoke", args=[link.pk]))

    assert Client().get(link.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("kind", ["stranger", "another counselor", "the writer"])
def test_requests_links_and_comments_of_others_do_not_exist(sign_in, document, counselor, kind):
    asked, link = make_request(document, of=counselor), make_mentor_link(document)
    said = ReviewComment.objects.create(
        version=newest(document), request=asked, author=counselor, author_name="Carla", body="Shorter"
    )
    others = ["link_revoke", "request_cancel", "resolve"] if kind != "the writer" else []
    who = document.owner if kind == "the writer" else make_user()
    if kind == "another counselor":
        make_membership(user=who, role="counselor")
    client = sign_in(who)
    numbers = {"link_revoke": link.pk, "resolve": said.pk, "comment_delete": said.pk}
    posts = [*others, "comment", "give", "comment_delete"]

    answers = {name: client.post(reverse(f"resumes:{name}", args=[numbers.get(name, asked.pk)])) for name in posts}
    answers["request"] = client.get(asked.get_absolute_url())

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 404)
    link.refresh_from_db()
    asked.refresh_from_db()
    assert (link.revoked_at, asked.state) == (None, ReviewRequest.State.NEW)


def test_documents_stand_in_no_cache_no_search_no_sitemap_and_no_desk(client, as_seeker, document):
    link = make_mentor_link(document)
    pages = [
        *(newest(document).get_absolute_url(), reverse("resumes:list"), link.get_absolute_url()),
        *(reverse(f"resumes:{name}", args=[document.pk, 1]) for name in ("text", "export", "printed")),
        f"{reverse('resumes:export', args=[document.pk, 1])}?form=docx&style=plain",
    ]

    kept = {page: as_seeker.get(page)["Cache-Control"] for page in pages}
    public = [client.get("/guides/search/?q=Recieved+deliveries"), client.get("/sitemap.xml")]

    assert {page for page, said in kept.items() if "no-store" not in said} == set()
    assert [page.status_code for page in public] == [200, 200]
    assert not any(LINE in page.content.decode() for page in public)
    assert "/my/" not in public[1].content.decode()
    assert not [model for model in admin.site._registry if model._meta.app_label == "resumes"]
