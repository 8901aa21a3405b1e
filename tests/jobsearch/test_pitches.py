"""Introductions: begun with what is known, measured in seconds, and counted once they can be said."""

import pytest
from django.urls import reverse

from jobsearch.models import Pitch
from jobsearch.wording import AUDIENCES, check_pitch, draft_pitch, length_of
from plans.models import Deed
from tests.jobsearch.factories import PARTS, make_pitch

FACTS = {"me": "Sam", "role": "a clerk", "standing": "a cashier", "proof": "I sold 9 cars.", "place": "Dover"}


def words(count):
    """A text of that many spoken words that gives no other reason for a remark."""
    sentence = " ".join(["word"] * 9) + ". "
    rest = count - count // 9 * 9
    return sentence * (count // 9) + " ".join(["word"] * (rest - 1)) + " 9?"


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


def test_every_audience_has_a_frame_and_a_draft_without_blame():
    assert {*AUDIENCES} == {*Pitch.Audience.values}
    for audience in AUDIENCES:
        text = draft_pitch(audience, FACTS).text()
        assert "I sold 9 cars. " in text
        assert text.endswith("?")
        assert not check_pitch(text, audience).remarks
        assert "the job you want" in check_pitch(draft_pitch(audience, {}).text(), audience).blanks


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("", 0), ("60", 1), ("99 bottles", 2), ("120", 3), ("$18.50", 3), ("about ten", 2), ("[[name]] here", 1)],
)
def test_figures_count_as_they_are_said(text, spoken):
    assert length_of(text).words == spoken


@pytest.mark.parametrize(("count", "seconds"), [(65, (26, 30)), (75, (30, 35))])
def test_half_a_minute_is_65_to_75_words(count, seconds):
    length = length_of(words(count))

    assert (length.words, length.shortest, length.longest) == (count, *seconds)


@pytest.mark.parametrize(("count", "remarks"), [(31, 1), (32, 0), (76, 0), (77, 1)])
def test_length_is_held_against_the_patience_of_the_listeners(count, remarks):
    assert len(check_pitch(words(count), "fair").remarks) == remarks


@pytest.mark.parametrize(
    ("text", "audience", "marked"),
    [
        ("I am a hard-working person.", "fair", ["hard-working"]),
        ("Do you have a job for me?", "colleague", ["Do you have a job"]),
        ("I passed the PTCE. Ask the PTCE.", "friend", ["PTCE", "PTCE"]),
        ("I passed the PTCE.", "colleague", []),
        ("Mrs. McDonald knows me.", "friend", []),
    ],
)
def test_words_that_cost_more_than_they_say_are_marked(text, audience, marked):
    assert [piece.text for piece in check_pitch(text, audience).pieces if piece.number] == marked


@pytest.mark.django_db
def test_it_counts_once_and_only_without_blanks(client, seeker):
    own = make_pitch(owner=seeker, question="[[what you ask]]")
    values = {"title": "Spring fair", "audience": "fair", **PARTS}

    client.post(own.get_absolute_url(), {**values, "question": "[[what you ask]]"})
    open_page = client.get(own.get_absolute_url()).content.decode()
    before = Deed.objects.count()
    for _press in range(2):
        client.post(own.get_absolute_url(), values)
    page = client.get(own.get_absolute_url()).content.decode()

    assert before == 0
    assert "A card for your pocket" not in open_page
    assert [(deed.doing, deed.title) for deed in Deed.objects.owned_by(seeker)] == [("pitch-written", "Spring fair")]
    assert "A card for your pocket" in page
    assert "I serve 60 patients a shift. I look for" in page


@pytest.mark.django_db
def test_ones_own_wording_takes_the_place_of_the_parts(client, seeker):
    own = make_pitch(owner=seeker, text="I am Sam, and I ask you: how did you begin?")

    page = client.get(own.get_absolute_url()).content.decode()
    empty = client.post(own.get_absolute_url(), {"title": "Kept title", "audience": "fair"})

    assert "I serve 60 patients a shift. I look for" not in page
    assert "Write at least one part" in empty.content.decode()
    assert 'value="Kept title"' in empty.content.decode()
    own.refresh_from_db()
    assert own.who == PARTS["who"]


@pytest.mark.django_db
def test_introductions_of_others_do_not_exist(client):
    other = make_pitch()

    for name in ("outreach:pitch", "outreach:pitch_delete", "pitch_lines", "pitch_practice"):
        assert client.get(reverse(name, args=[other.pk])).status_code in {404, 405}
        assert client.post(reverse(name, args=[other.pk])).status_code == 404


@pytest.mark.django_db
def test_it_is_deleted_when_asked_twice(client, seeker):
    address = reverse("outreach:pitch_delete", args=[make_pitch(owner=seeker).pk])

    assert client.get(address).status_code == 200
    assert client.post(address).url == reverse("outreach:pitches")
    assert not Pitch.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 30])
def test_a_long_list_costs_what_a_short_one_does(client, seeker, count, django_assert_max_num_queries):
    Pitch.objects.bulk_create(Pitch(owner=seeker, title=f"Fair {n}", **PARTS) for n in range(count))
    with django_assert_max_num_queries(7):
        page = client.get(reverse("outreach:pitches"))
    assert page.content.decode().count("seconds</span>") == min(count, 20)
