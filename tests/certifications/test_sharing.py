"""Share links: they show what was chosen, to whoever holds them, until they end or are taken back."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certifications.forms.sharing import MOST_OPEN
from certifications.models import ShareLink
from tests.factories import make_held, make_share_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(seeker):
    return make_held(
        holder=seeker, name="First aid", number="30100457", earned_on=date(2025, 4, 1), expires_on=date(2099, 3, 31)
    )


def make(client, held, **fields):
    return client.post(reverse("held:share_add", args=[held.pk]), {"label": "Manager", "days": "30"} | fields)


def seen(link):
    return Client().get(link.get_absolute_url())


SECRETS = {
    "holder": "Sam Seeker",
    "number": "30100457",
    "earned": "1 April 2025",
    "expires": "31 March 2099",
    "status": "In force",
}


@pytest.mark.parametrize("chosen", [[], ["holder"], ["number"], ["earned"], ["expires"], ["status"], [*SECRETS]])
def test_a_link_shows_exactly_what_was_chosen(as_seeker, held, chosen):
    make(as_seeker, held, shown=chosen)

    page = seen(ShareLink.objects.get()).content.decode()

    assert "First aid" in page
    assert "Reported by the holder" in page
    assert {field for field, words in SECRETS.items() if words in page} == {*chosen}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stage": "considering"}, "Considering"),
        ({"stage": "applied"}, "Applied"),
        ({"expires_on": date(2026, 1, 1)}, "Ended"),
        ({"stage": "given-up"}, "Not kept up"),
    ],
)
def test_what_is_not_in_force_says_so_chosen_or_not(seeker, fields, words):
    held = make_held(holder=seeker, name="Another", **({"earned_on": date(2025, 4, 1)} | fields))

    page = seen(make_share_link(held=held, shown=["holder"])).content.decode()

    assert words in page
    assert ("Held by" in page) is held.is_held


@pytest.mark.parametrize("days", [7, 30, 90, 365])
def test_a_link_ends_when_it_was_chosen_to(as_seeker, held, days):
    make(as_seeker, held, days=str(days))

    link = ShareLink.objects.get()
    left = link.expires_at - timezone.now()
    assert timedelta(days=days, minutes=-1) < left <= timedelta(days=days)


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"label": ""}, "label", "Write for whom the link is"),
        ({"days": "10000"}, "days", "Choose for how long."),
        ({"days": ""}, "days", "Choose for how long."),
        ({"shown": ["password"]}, "shown", "Choose from the list."),
    ],
)
def test_what_cannot_be_is_told(as_seeker, held, fields, name, words):
    answer = make(as_seeker, held, **fields)

    assert answer.context["form"].errors[name][0].startswith(words)
    assert not ShareLink.objects.exists()


def test_a_link_opens_until_its_last_second_and_no_longer(held):
    now = timezone.now()
    open_link = make_share_link(held=held, expires_at=now + timedelta(minutes=1))
    over = make_share_link(held=held, expires_at=now - timedelta(seconds=1))

    assert seen(open_link).status_code == 200
    assert seen(over).status_code == 404


def test_a_link_that_is_taken_back_opens_nothing(as_seeker, held):
    link = make_share_link(held=held)

    as_seeker.post(reverse("held:share_revoke", args=[link.pk]))

    assert seen(link).status_code == 404


def test_taking_back_twice_keeps_the_first_moment(as_seeker, held):
    link = make_share_link(held=held)
    as_seeker.post(reverse("held:share_revoke", args=[link.pk]))
    link.refresh_from_db()
    first = link.revoked_at

    as_seeker.post(reverse("held:share_revoke", args=[link.pk]))

    link.refresh_from_db()
    assert link.revoked_at == first


def test_a_guessed_token_opens_nothing(client):
    assert client.get("/certifications/shared/guess/").status_code == 404


def test_the_page_is_found_by_no_search_and_kept_by_nobody(held):
    answer = seen(make_share_link(held=held))

    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_the_page_follows_what_is_written_down_today(held):
    link = make_share_link(held=held, shown=["number", "earned"])
    held.number, held.earned_on, held.stage = "", None, "preparing"
    held.save()

    assert seen(link).context["page"].fields == [
        ("Today", "Preparing"),
        ("Number", "not written down"),
        ("Earned on", "not written down"),
    ]


def test_it_says_when_staff_saw_the_paper(held):
    held.provenance = "evidence"
    held.save()

    page = seen(make_share_link(held=held)).content.decode()

    assert "Evidence seen by staff" in page
    assert "That is no check with the issuer" in page


def test_the_label_is_for_its_owner_alone(held):
    page = seen(make_share_link(held=held, label="My awful boss")).content.decode()

    assert "My awful boss" not in page


def test_the_link_of_someone_who_may_no_longer_sign_in_opens_nothing(held, seeker):
    link = make_share_link(held=held)
    seeker.is_active = False
    seeker.save()

    assert seen(link).status_code == 404


@pytest.mark.parametrize(("open_links", "status"), [(MOST_OPEN - 1, 302), (MOST_OPEN, 200)])
def test_so_many_open_links_at_most(as_seeker, held, open_links, status):
    for _number in range(open_links):
        make_share_link(held=held)

    assert make(as_seeker, held).status_code == status


def test_another_person_s_link_cannot_be_taken_back(as_seeker):
    link = make_share_link()

    assert as_seeker.post(reverse("held:share_revoke", args=[link.pk])).status_code == 404
    assert seen(link).status_code == 200
