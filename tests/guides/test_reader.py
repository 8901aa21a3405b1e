"""What a reader may set and leave."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guides.actions.readers import FEEDBACK_A_DAY
from guides.models import GuideFeedback, Role, SavedGuide, TargetRole
from tests.factories import (
    make_role,
    make_saved_guide,
    make_section,
    make_state,
    make_target_role,
    make_user,
    make_wage,
)

pytestmark = pytest.mark.django_db
MY_STATE = "/guides/my-state/"


def page_of(role, *, client=None, **query):
    return (client or Client()).get(role.get_absolute_url(), query).content.decode()


def test_a_chosen_state_is_remembered_without_an_account(client):
    make_state("OH")
    role = make_role()
    make_section(role=role, body="You are in {{ state }}.")

    client.post(MY_STATE, {"state": "OH"})

    assert "You are in Ohio." in page_of(role, client=client)
    assert "You are in your state." in page_of(role)


def test_pay_follows_the_state_in_place(client):
    make_state("OH")
    role = make_role(onet_soc="29-2052.00")
    make_section(role=role, body="{{ fact:pay.place.here }}: {{ fact:pay.median.here }}")
    make_wage(soc="29-2052", place="US", year_median=45750)
    make_wage(soc="29-2052", place="OH", year_median=40650)

    client.post(MY_STATE, {"state": "OH"})

    assert "$40,650" in page_of(role, client=client)
    assert "$45,750" in page_of(role)


def test_the_whole_country_can_be_chosen_again(client):
    make_state("OH")
    role = make_role()
    make_section(role=role, body="You are in {{ state }}.")
    client.post(MY_STATE, {"state": "OH"})

    client.post(MY_STATE, {"state": ""})

    assert "You are in your state." in page_of(role, client=client)


def test_a_state_in_the_address_is_shown_but_not_remembered(client):
    make_state("OH")
    role = make_role()
    make_section(role=role, body="You are in {{ state }}.")

    shown = page_of(role, client=client, state="oh")

    assert "You are in Ohio." in shown
    assert "You are in your state." in page_of(role, client=client)


@pytest.mark.parametrize("asked", ["ZZ", "\x00", "<s", "OHIO-AND-MORE"])
def test_a_state_that_does_not_exist_shows_the_whole_country(client, asked):
    role = make_role()
    make_section(role=role, body="You are in {{ state }}.")

    response = client.get(role.get_absolute_url(), {"state": asked})

    assert response.status_code == 200
    assert "You are in your state." in response.content.decode()


def test_a_state_that_does_not_exist_is_refused_with_a_sentence(client):
    role = make_role()

    response = client.post(MY_STATE, {"state": "ZZ", "next": role.get_absolute_url()}, follow=True)

    assert "Choose a state from the list." in response.content.decode()


def test_a_signed_in_person_s_profile_and_target_follow_the_state(as_seeker, seeker):
    make_state("OH")
    make_target_role(seeker)

    as_seeker.post(MY_STATE, {"state": "OH"})

    seeker.refresh_from_db()
    assert seeker.state == "OH"
    assert TargetRole.objects.get(user=seeker).state_id == "OH"


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "\\\\elsewhere"]
)
def test_a_form_never_leads_to_another_site(client, away):
    response = client.post(MY_STATE, {"state": "", "next": away})

    assert response.headers["Location"] == reverse("guides:list")


def test_a_form_leads_back_to_where_it_stood(client):
    response = client.post(MY_STATE, {"state": "", "next": "/guides/some-role/#pay"})

    assert response.headers["Location"] == "/guides/some-role/#pay"


def test_a_guide_is_saved_and_taken_off_again(as_seeker, seeker):
    role = make_role()
    address = reverse("guides:save", args=[role.slug])

    as_seeker.post(address)
    was_saved = SavedGuide.objects.filter(user=seeker, role=role).exists()
    as_seeker.post(address)

    assert was_saved
    assert not SavedGuide.objects.exists()


def test_saving_touches_only_one_s_own_list(as_seeker):
    role = make_role()
    other = make_saved_guide(make_user(), role=role)

    as_seeker.post(reverse("guides:save", args=[role.slug]))
    as_seeker.post(reverse("guides:save", args=[role.slug]))

    assert [*SavedGuide.objects.all()] == [other]


@pytest.mark.parametrize("name", ["guides:save", "guides:target", "guides:feedback"])
def test_an_unpublished_guide_cannot_be_saved_aimed_for_or_judged(as_seeker, name):
    role = make_role(status=Role.Status.DRAFT)

    response = as_seeker.post(reverse(name, args=[role.slug]), {"verdict": "yes"})

    assert response.status_code == 404


def test_a_scheduled_guide_opens_at_its_moment(client):
    now = timezone.now()
    early = make_role(status=Role.Status.SCHEDULED, publish_at=now - timedelta(seconds=1))
    late = make_role(status=Role.Status.SCHEDULED, publish_at=now + timedelta(hours=1))

    answers = [client.get(role.get_absolute_url()).status_code for role in (early, late)]

    assert answers == [200, 404]


def test_a_new_target_takes_the_place_of_the_old_one(as_seeker, seeker):
    make_target_role(seeker)
    role = make_role()

    as_seeker.post(reverse("guides:target", args=[role.slug]))

    assert [target.role for target in TargetRole.objects.filter(user=seeker)] == [role]


def give(client, role, **fields):
    return client.post(
        reverse("guides:feedback", args=[role.slug]), {"verdict": "no", "comment": "The fee is old."} | fields
    )


def test_a_word_on_a_guide_reaches_the_editors(client):
    role = make_role()
    section = make_section(role=role, body="Text.")

    response = give(client, role, section=section.pk)

    assert response.headers["Location"] == f"{role.get_absolute_url()}#feedback"
    assert GuideFeedback.objects.open().values_list("role", "section", "verdict", "comment", "user").get() == (
        role.pk, section.pk, "no", "The fee is old.", None,
    )  # fmt: skip


def test_a_signed_in_reader_s_word_carries_their_name(as_seeker, seeker):
    role = make_role()

    give(as_seeker, role)

    assert GuideFeedback.objects.get().user == seeker


def test_a_word_without_an_answer_keeps_what_was_typed(client):
    role = make_role()

    response = give(client, role, verdict="")

    assert response.status_code == 422
    assert "Choose yes, partly or no." in response.content.decode()
    assert "The fee is old." in response.content.decode()
    assert not GuideFeedback.objects.exists()


@pytest.mark.parametrize(("length", "status"), [(2000, 302), (2001, 422)])
def test_a_word_has_two_thousand_characters_at_most(client, length, status):
    assert give(client, make_role(), comment="x" * length).status_code == status


def test_a_section_of_another_guide_is_refused(client):
    section = make_section(body="Text.")

    assert give(client, make_role(), section=section.pk).status_code == 422


def test_a_machine_that_fills_the_trap_is_thanked_and_nothing_is_stored(client):
    response = give(client, make_role(), website="https://spam.example")

    assert response.status_code == 302
    assert not GuideFeedback.objects.exists()


def test_one_address_can_leave_so_many_words_a_day(client):
    role = make_role()
    for _number in range(FEEDBACK_A_DAY):
        give(client, role)

    response = give(client, role)

    assert response.status_code == 302
    assert GuideFeedback.objects.count() == FEEDBACK_A_DAY
