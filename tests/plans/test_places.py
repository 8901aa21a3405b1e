"""Places of the directory on a person's plan."""

from datetime import date

import pytest

from plans.models import Goal, Step
from tests.factories import make_resource, make_role

pytestmark = pytest.mark.django_db


def add(client, place, **sent):
    return client.post(f"/my/plan/places/{place.pk}/add/", sent, follow=True)


def test_a_place_becomes_a_step_once_and_the_person_stays_where_they_were(as_seeker, seeker):
    place = make_resource(name="Guild", key="guild")

    first = add(as_seeker, place, next="/places/?state=OH")
    second = add(as_seeker, place)

    step = Step.objects.owned_by(seeker).get()
    assert (step.title, step.link, step.goal.key) == ("Look at Guild", "/places/guild/", "places")
    assert first.redirect_chain[-1][0] == "/places/?state=OH"
    assert "is a step on your plan" in first.content.decode()
    assert second.redirect_chain[-1][0] == "/places/guild/"
    assert "is on your plan already" in second.content.decode()


def test_a_further_place_opens_a_goal_that_was_reached(as_seeker, seeker):
    add(as_seeker, make_resource())
    Goal.objects.owned_by(seeker).get().finish(on=date(2026, 11, 1))

    add(as_seeker, make_resource())

    goal = Goal.objects.owned_by(seeker).get()
    assert goal.done_on is None
    assert goal.steps.count() == 2


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_away(as_seeker, elsewhere):
    place = make_resource()

    assert add(as_seeker, place, next=elsewhere).redirect_chain[-1][0] == place.get_absolute_url()


def test_what_readers_cannot_see_cannot_be_added(as_seeker, client):
    hidden, shown = make_resource(role=make_role(status="draft")), make_resource()

    assert add(as_seeker, hidden).status_code == 404
    assert as_seeker.get(f"/my/plan/places/{shown.pk}/add/").status_code == 405
    assert client.post(f"/my/plan/places/{shown.pk}/add/").url.startswith("/accounts/login/")
    assert not Step.objects.exists()
