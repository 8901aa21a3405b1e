"""A counselor's view of an answer: asked by name, taken, rated, commented, returned; nobody else's business."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Notification
from interviews.models import Rating, ReviewComment, ReviewRequest
from interviews.personal_data import export
from tests.factories import make_membership, make_user
from tests.interviews.heard import make_heard, rated, steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def counselor(db):
    user = make_user(email="carla@example.org", name="Carla Counselor")
    make_membership(user=user, role="counselor")
    return user


@pytest.fixture
def answer(seeker):
    return make_heard(seeker)


@pytest.fixture
def asked(answer, counselor):
    return ReviewRequest.objects.create(answer=answer, asked_by=answer.session.owner, asked_of=counselor)


def to(name, asked):
    return reverse(f"practice:request_{name}", args=[asked.pk])


def test_asking_lets_the_one_asked_see_this_answer_and_tells_them(as_seeker, answer, counselor, sign_in):
    send = {"asked_of": counselor.pk, "message": "Is the ending sure?"}

    as_seeker.post(reverse("practice:request_add", args=[answer.pk]), send)

    asked = ReviewRequest.objects.get()
    reviewer = sign_in(counselor)
    page = reviewer.get(asked.get_absolute_url()).content.decode()
    assert "Is the ending sure?" in page
    assert "It all worked out." in page
    assert "Say how it ended." not in page
    assert Notification.objects.owned_by(counselor).get().link == asked.get_absolute_url()
    assert asked.get_absolute_url() in reviewer.get(reverse("practice:requests")).content.decode()


def test_only_counselors_can_be_asked_and_one_at_a_time(as_seeker, answer, counselor, asked):
    address = reverse("practice:request_add", args=[answer.pk])

    stranger = as_seeker.post(address, {"asked_of": make_user().pk}).content.decode()
    twice = as_seeker.post(address, {"asked_of": counselor.pk}).content.decode()

    assert "Choose a counselor from the list." in stranger
    assert "Somebody was asked about this answer already." in twice
    assert ReviewRequest.objects.count() == 1


def test_without_counselors_the_page_says_what_to_do_instead(as_seeker, answer):
    page = as_seeker.get(reverse("practice:request_add", args=[answer.pk])).content.decode()

    assert "No counselor uses this site yet" in page


def test_ratings_and_comments_are_seen_once_the_view_is_returned(as_seeker, answer, counselor, asked, sign_in):
    reviewer = sign_in(counselor)
    rated(answer, step=5)
    reviewer.post(to("take", asked))
    taken = ReviewRequest.objects.get()
    for step in (1, 2):
        reviewer.post(to("rate", asked), steps(step))
    reviewer.post(to("comment", asked), {"quote": "told the pharmacist", "body": "Which one?"})
    before = as_seeker.get(answer.get_absolute_url()).content.decode()
    own_data = str(export(answer.session.owner))

    reviewer.post(to("give", asked), {"verdict": "suggested"})

    after = as_seeker.get(answer.get_absolute_url()).content.decode()
    assert (taken.state, taken.claimed_by) == (ReviewRequest.State.CLAIMED, counselor)
    assert "Which one?" not in before
    assert "Which one?" not in own_data
    assert "Carla Counselor</th>" not in before
    assert "Which one?" in after
    assert after.count('data-label="Carla Counselor"') == after.count('data-label="You"') == 5
    assert "Changes suggested" in after
    assert Rating.objects.get(rater="counselor").outcome == 2
    told = Notification.objects.owned_by(answer.session.owner).get()
    assert told.title == "Your answer was looked at: changes suggested"


@pytest.mark.parametrize(
    ("name", "send", "said"),
    [
        ("comment", {"body": ""}, "Write your comment."),
        ("rate", {"outcome": "3"}, "“Own actions and reasons”"),
        ("give", {}, "Choose how it came out."),
    ],
)
def test_what_is_incomplete_gets_a_sentence_and_claims_nothing(counselor, asked, sign_in, name, send, said):
    response = sign_in(counselor).post(to(name, asked), send)

    asked.refresh_from_db()
    assert response.status_code == 422
    assert said in response.content.decode()
    assert asked.state == ReviewRequest.State.NEW


def test_a_comment_can_go_until_it_is_returned(counselor, asked, sign_in):
    reviewer = sign_in(counselor)
    for body in ("Stays", "Goes"):
        reviewer.post(to("comment", asked), {"body": body})
    goes, stays = (ReviewComment.objects.get(body=body) for body in ("Goes", "Stays"))

    reviewer.post(reverse("practice:comment_delete", args=[goes.pk]))
    reviewer.post(to("give", asked), {"verdict": "approved"})

    assert reviewer.post(reverse("practice:comment_delete", args=[stays.pk])).status_code == 404
    assert [*ReviewComment.objects.all()] == [stays]


@pytest.mark.parametrize("end", ["returned", "taken back", "no counselor any more", "another was asked", "own"])
def test_whoever_may_not_see_it_finds_nothing(as_seeker, seeker, counselor, asked, sign_in, end):
    reviewer = sign_in(counselor)
    if end == "returned":
        reviewer.post(to("give", asked), {"verdict": "approved"})
    elif end == "taken back":
        as_seeker.post(to("cancel", asked))
    elif end == "no counselor any more":
        counselor.team_memberships.update(ended_on=timezone.localdate())
    else:
        other = make_user() if end == "another was asked" else seeker
        make_membership(user=other, role="counselor")
        reviewer = sign_in(other)

    found = [reviewer.post(to(name, asked)).status_code for name in ("take", "rate", "comment", "give")]

    assert reviewer.get(asked.get_absolute_url()).status_code == 404
    assert found == [404] * 4
    assert asked.get_absolute_url() not in reviewer.get(reverse("practice:requests")).content.decode()


def test_only_who_asked_takes_it_back(as_seeker, counselor, asked, sign_in):
    for user in (counselor, make_user()):
        assert sign_in(user).post(to("cancel", asked)).status_code == 404

    as_seeker.post(to("cancel", asked))

    asked.refresh_from_db()
    assert asked.state == ReviewRequest.State.CLOSED


@pytest.mark.parametrize("many", [1, 3])
def test_the_queue_and_a_request_cost_the_same_at_any_length(counselor, sign_in, many, django_assert_max_num_queries):
    for _number in range(many):
        answer = make_heard()
        asked = ReviewRequest.objects.create(answer=answer, asked_by=answer.session.owner, asked_of=counselor)
        for each in range(many):
            ReviewComment.objects.create(answer=answer, request=asked, author_name="C", body="x", start=each, end=9)
    reviewer = sign_in(counselor)

    with django_assert_max_num_queries(8):
        reviewer.get(reverse("practice:requests"))
    with django_assert_max_num_queries(12):
        reviewer.get(asked.get_absolute_url())
