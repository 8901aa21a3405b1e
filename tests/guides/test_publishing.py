"""The way of a guide to its readers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.actions.publishing import (
    NotReadyError,
    find_troubles,
    move_guide,
    publish_due,
    start_sections,
    take_next_texts,
)
from guides.models import Role, Section
from guides.models.role import WrongStatusError
from tests.factories import make_preview_link, make_question, make_role, make_section, make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()
Status = Role.Status


def make_draft(**fields):
    fields = {"status": Status.DRAFT, "lead": "You count what the pharmacist checks."} | fields
    return make_role(**fields)


def messages_of(role):
    return [trouble.message for trouble in find_troubles(role, at=NOW)]


def test_a_guide_without_troubles_is_published_with_its_day():
    role = make_draft()
    make_section(role=role)

    move_guide(role, Status.PUBLISHED, by=make_user(), at=NOW)

    role.refresh_from_db()
    assert (role.status, role.published_at) == (Status.PUBLISHED, NOW)


def test_history_names_who_published():
    role, user = make_draft(), make_user()
    make_section(role=role)

    move_guide(role, Status.PUBLISHED, by=user, at=NOW)

    assert role.history.first().history_user == user


def test_a_guide_with_an_unknown_fact_stays_a_draft_and_says_where():
    role = make_draft()
    section = make_section(role=role, body="It takes\n{{ fact:no.such }}.")

    with pytest.raises(NotReadyError) as refused:
        move_guide(role, Status.PUBLISHED, by=make_user(), at=NOW)

    role.refresh_from_db()
    trouble = refused.value.troubles[0]
    assert role.status == Status.DRAFT
    assert (trouble.what, trouble.line) == (section, 2)
    assert "no.such" in trouble.message


def test_a_guide_in_trouble_may_still_go_to_review():
    role = make_draft()

    move_guide(role, Status.REVIEW, by=make_user(), at=NOW)

    assert role.status == Status.REVIEW


def test_a_guide_needs_a_lead_and_a_text():
    role = make_draft(lead="")
    make_section(role=role, body="")

    assert messages_of(role) == [
        "Write the lead: one or two sentences that say what this person does.",
        "Write at least one section.",
    ]


def test_answers_are_checked_too():
    role = make_draft()
    make_section(role=role)
    make_question(role=role, answer="Yes. <script>alert(1)</script>")

    assert any("HTML is not allowed" in message for message in messages_of(role))


def test_a_next_text_is_checked_once_it_has_a_day():
    role = make_draft()
    section = make_section(role=role, next_body="{{ term:no-such }}")

    before = messages_of(role)
    section.next_on = timezone.localdate()
    section.save()

    assert before == []
    assert len(messages_of(role)) == 1


def test_scheduling_wants_a_moment_that_is_still_to_come():
    role = make_draft(publish_at=NOW)
    make_section(role=role)

    with pytest.raises(WrongStatusError):
        move_guide(role, Status.SCHEDULED, by=make_user(), at=NOW)

    role.publish_at = NOW + timedelta(seconds=1)
    role.save()
    move_guide(role, Status.SCHEDULED, by=make_user(), at=NOW)
    assert role.status == Status.SCHEDULED


def test_scheduled_guides_are_published_at_their_moment_and_not_before():
    due = make_draft(status=Status.SCHEDULED, publish_at=NOW)
    later = make_draft(status=Status.SCHEDULED, publish_at=NOW + timedelta(seconds=1))

    count = publish_due(now=NOW)

    due.refresh_from_db()
    later.refresh_from_db()
    assert (count, due.status, later.status) == (1, Status.PUBLISHED, Status.SCHEDULED)
    assert due.published_at == NOW
    assert publish_due(now=NOW) == 0


def test_next_texts_take_over_on_their_day_and_not_before():
    today = timezone.localdate()
    due = make_section(body="Old.", next_body="New.", next_on=today)
    later = make_section(body="Old.", next_body="New.", next_on=today + timedelta(days=1))
    begun = make_section(body="Old.", next_body="New.")

    count = take_next_texts(today=today)

    bodies = [Section.objects.get(pk=section.pk).body for section in (due, later, begun)]
    assert (count, bodies) == (1, ["New.", "Old.", "Old."])
    assert take_next_texts(today=today) == 0


def test_the_usual_sections_are_added_once_and_in_order():
    role = make_draft()
    make_section(role=role, kind=Section.Kind.PAY, slug="pay")

    added = start_sections(role)

    kinds = [kind for kind in Section.Kind if kind != Section.Kind.OTHER]
    assert added == len(kinds) - 1
    assert set(role.sections.values_list("kind", flat=True)) == {*kinds}
    assert start_sections(role) == 0


# ---- the link for a colleague


def test_a_preview_link_opens_a_draft_to_anyone_and_is_kept_out_of_caches_and_indexes(client):
    role = make_draft(title="Phlebotomist")
    make_section(role=role, body="Old words.", next_body="New words.")
    link = make_preview_link(role=role)

    answer = client.get(reverse("guides:preview", args=[link.token]))

    assert answer.status_code == 200
    assert "New words." in answer.content.decode()
    assert "Old words." not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_preview_link_ends_at_its_moment(client):
    ended = make_preview_link(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(reverse("guides:preview", args=[ended.token])).status_code == 404


def test_a_preview_link_that_was_taken_back_opens_nothing(client):
    link = make_preview_link(revoked_at=timezone.now())

    assert client.get(reverse("guides:preview", args=[link.token])).status_code == 404


def test_a_made_up_token_opens_nothing(client):
    assert client.get(reverse("guides:preview", args=["made-up"])).status_code == 404
