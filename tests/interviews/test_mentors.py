"""A mentor with a link and no account: reads one answer, hears it where that was ticked, rates and comments."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import MentorLink, Rating, Recording, ReviewComment
from interviews.page.reading import reading_of
from tests.factories import make_user
from tests.interviews.factories import NOON
from tests.interviews.heard import TEXT, but, make_heard, note, place, rated, steps

pytestmark = pytest.mark.django_db
TOLD = "told the pharmacist"


def make_link(answer, *, days=14, **fields):
    return MentorLink.objects.create(
        answer=answer, **{"label": "My old manager", "expires_at": timezone.now() + timedelta(days=days)} | fields
    )


def record(answer):
    return Recording.objects.create(
        answer=answer, file=ContentFile(b"RIFFsound", "a.webm"), media_type="audio/webm", size=9, made_at=NOON
    )


@pytest.fixture
def answer(seeker):
    return make_heard(seeker)


@pytest.fixture
def link(answer):
    return make_link(answer)


def test_a_link_is_made_for_someone_and_stands_on_the_page(as_seeker, answer):
    sent = as_seeker.post(reverse("practice:link_add", args=[answer.pk]), {"label": "Aunt May", "days": "7"})

    made = MentorLink.objects.get()
    assert sent["Location"] == f"{answer.get_absolute_url()}#people"
    assert timedelta(days=6) < made.expires_at - timezone.now() <= timedelta(days=7)
    assert not made.with_recording
    assert made.get_absolute_url() in as_seeker.get(answer.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("send", "said"),
    [({"days": "7"}, "Write for whom the link is"), ({"label": "May", "days": "400"}, "Choose for how long.")],
)
def test_a_link_without_a_name_or_an_end_is_not_made(as_seeker, answer, send, said):
    response = as_seeker.post(reverse("practice:link_add", args=[answer.pk]), send)

    assert said in response.content.decode()
    assert not MentorLink.objects.exists()


def test_ten_open_links_are_enough(as_seeker, answer):
    for _number in range(9):
        make_link(answer)
    address, send = reverse("practice:link_add", args=[answer.pk]), {"label": "May", "days": "7"}

    tenth, eleventh = as_seeker.post(address, send), as_seeker.post(address, send)

    assert tenth.status_code == 302
    assert "Take one back first." in eleventh.content.decode()


def test_warnings_are_shown_before_the_answer_is_shared(as_seeker, seeker):
    answer = make_heard(seeker, heard=but(warnings=(note("privacy", "You name a patient.", "It was a Monday"),)))

    for name in ("link_add", "request_add"):
        page = as_seeker.get(reverse(f"practice:{name}", args=[answer.pk])).content.decode()
        assert "You name a patient." in page


def test_the_page_opens_one_answer_and_is_kept_by_nobody(link):
    response = Client().get(link.get_absolute_url())

    page = response.content.decode()
    assert link.answer.asked in page
    assert all(sentence in page for sentence in ("It was a Monday", "told the pharmacist", "It all worked out."))
    assert "Say how it ended." not in page
    assert "Answers what was asked, soon and in full." in page
    assert "<audio" not in page
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


def test_a_comment_finds_the_words_it_is_about_and_the_speaker_sees_it_there(as_seeker, link):
    sent = Client().post(
        link.get_absolute_url(), {"author_name": "Max", "body": "Which one?", "quote": TOLD, "start": "0"}
    )

    comment = ReviewComment.objects.get()
    page = as_seeker.get(link.answer.get_absolute_url()).content.decode()
    assert sent["Location"] == link.get_absolute_url()
    assert (comment.start, comment.end) == (place(TOLD).start, place(TOLD).end)
    assert "Which one?" in page
    assert f'<mark class="mk mk--keep">{TOLD}</mark>' in page  # the strength is about the same words


@pytest.mark.parametrize(
    ("send", "said"),
    [
        ({"author_name": "", "body": "Shorter"}, "Write your name"),
        ({"author_name": "Max", "body": ""}, "Write your comment."),
        ({"author_name": "Max", "body": "Shorter", "quote": "words that are not there"}, "Open it again"),
    ],
)
def test_a_comment_that_is_refused_gets_a_sentence_and_loses_nothing(link, send, said):
    page = Client().post(link.get_absolute_url(), send).content.decode()

    assert said in page
    assert send["body"] in page
    assert not ReviewComment.objects.exists()


def test_a_mentor_rates_once_and_may_think_again(as_seeker, link):
    stranger, address = Client(), reverse("practice:mentor_rate", args=[link.token])
    rated(link.answer, step=2)

    for step in (3, 4):
        stranger.post(address, steps(step) | {"author_name": "Max Mentor"})

    kept = Rating.objects.get(rater="mentor")
    page = as_seeker.get(link.answer.get_absolute_url()).content.decode()
    assert (kept.outcome, kept.link, kept.author_name) == (4, link, "Max Mentor")
    assert page.count('data-label="You"') == page.count('data-label="Max Mentor"') == 5
    assert "No outcome found" in page
    assert 'value="Max Mentor"' in stranger.get(link.get_absolute_url()).content.decode()


def test_half_a_rating_of_a_mentor_is_refused_and_kept_in_view(link):
    send = steps() | {"author_name": "Max"}
    del send["delivery"]

    page = Client().post(reverse("practice:mentor_rate", args=[link.token]), send).content.decode()

    assert "“Delivery and length”" in page
    assert page.count(" checked>") == 4
    assert not Rating.objects.exists()


def test_the_recording_is_heard_only_where_its_speaker_ticked_it(as_seeker, answer):
    record(answer)
    address = reverse("practice:link_add", args=[answer.pk])
    as_seeker.post(address, {"label": "May", "days": "7", "with_recording": "on"})
    as_seeker.post(address, {"label": "Max", "days": "7"})
    may, max_ = (MentorLink.objects.get(label=name) for name in ("May", "Max"))

    heard = Client().get(reverse("practice:mentor_recording", args=[may.token]))

    assert heard.getvalue() == b"RIFFsound"
    assert heard["Content-Type"] == "audio/webm"
    assert "<audio" in Client().get(may.get_absolute_url()).content.decode()
    assert "<audio" not in Client().get(max_.get_absolute_url()).content.decode()
    assert Client().get(reverse("practice:mentor_recording", args=[max_.token])).status_code == 404


def test_a_link_that_ended_or_was_taken_back_opens_nothing(as_seeker, answer):
    ended = make_link(answer, expires_at=timezone.now() - timedelta(seconds=1), with_recording=True)
    link = make_link(answer, with_recording=True)
    record(answer)
    open_before = Client().get(link.get_absolute_url()).status_code

    as_seeker.post(reverse("practice:link_revoke", args=[link.pk]))

    assert open_before == 200
    for each in (ended, link):
        rate = reverse("practice:mentor_rate", args=[each.token])
        sent = {"author_name": "Max", "body": "Too late"}
        assert Client().get(each.get_absolute_url()).status_code == 404
        assert Client().get(reverse("practice:mentor_recording", args=[each.token])).status_code == 404
        assert Client().post(each.get_absolute_url(), sent).status_code == 404
        assert Client().post(rate, steps() | sent).status_code == 404
    assert not ReviewComment.objects.exists()


def test_the_link_of_a_person_who_left_opens_nothing(link, seeker):
    seeker.is_active = False
    seeker.save()

    assert Client().get(link.get_absolute_url()).status_code == 404


def test_others_cannot_take_a_link_back_and_mentors_do_not_read_each_other(sign_in, link):
    other = make_link(link.answer)
    ReviewComment.objects.create(answer=link.answer, link=link, author_name="Max", body="Between us")

    assert sign_in(make_user()).post(reverse("practice:link_revoke", args=[link.pk])).status_code == 404
    assert "Between us" not in Client().get(other.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("I met Mrs. Lee at 3.5 miles. Fine.", ["I met Mrs. Lee at 3.5 miles.", "Fine."]),
        ("so " * 41, [("so " * 40).strip(), "so"]),
        ("A line\n\nAnother", ["A line", "Another"]),
        ("", []),
    ],
)
def test_an_answer_is_read_sentence_by_sentence(text, sentences):
    found = reading_of(text, []).sentences

    assert [each.text for each in found] == sentences
    assert all(text[each.start :].startswith(each.text) for each in found)


@pytest.mark.parametrize("comments", [1, 3])
def test_the_page_costs_the_same_with_many_comments(link, comments, django_assert_max_num_queries):
    for number in range(comments):
        ReviewComment.objects.create(
            answer=link.answer, link=link, author_name="Max", body="Good", start=number, end=number + 3, quote=TEXT[:3]
        )

    with django_assert_max_num_queries(6):
        Client().get(link.get_absolute_url())
