"""What needs an editor: due for review, reported by readers; and who may open what."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from guides.models import Fact, Role
from tests.factories import (
    make_fact,
    make_feedback,
    make_role,
    make_section,
    make_state,
    make_state_requirement,
    make_user,
)
from tests.guides.test_admin_role import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DUE = "admin:guides_due"
FEEDBACK = "admin:guides_guidefeedback_changelist"


def names(answer):
    return [row["name"] for row in answer.context["rows"]]


def test_the_queue_lists_sections_facts_and_rules_soonest_first(as_editor):
    make_section(title="Pay", review_by=TODAY + timedelta(days=2))
    make_fact(label="Exam fee", review_by=TODAY - timedelta(days=1))
    make_state_requirement(state=make_state("OH"), review_by=TODAY)

    assert names(as_editor.get(reverse(DUE))) == ["Exam fee", "Ohio", "Pay"]


@pytest.mark.parametrize(("days", "is_there"), [(-1, True), (30, True), (31, False)])
def test_the_queue_looks_thirty_days_ahead(as_editor, days, is_there):
    make_fact(review_by=TODAY + timedelta(days=days))

    assert len(names(as_editor.get(reverse(DUE)))) == is_there


def test_what_has_no_date_is_not_due(as_editor):
    make_fact(review_by=None)

    assert "Nothing is due." in text_of(as_editor.get(reverse(DUE)))


def test_ticked_rows_are_due_again_in_a_year(as_editor):
    fact, other = make_fact(review_by=TODAY), make_fact(review_by=TODAY)
    section = make_section(review_by=TODAY)

    answer = as_editor.post(reverse(DUE), {"checked": [f"fact-{fact.pk}", f"section-{section.pk}"]}, follow=True)

    for row in (fact, other, section):
        row.refresh_from_db()
    in_a_year = TODAY + timedelta(days=365)
    assert (fact.review_by, other.review_by, section.review_by) == (in_a_year, TODAY, in_a_year)
    assert section.reviewed_on == TODAY
    assert "2 are due again on" in text_of(answer)


@pytest.mark.parametrize("sent", [[], ["fact-x"], ["role-1"], ["fact-1; drop"]])
def test_sending_nonsense_changes_nothing(as_editor, sent):
    fact = make_fact(review_by=TODAY)

    answer = as_editor.post(reverse(DUE), {"checked": sent}, follow=True)

    fact.refresh_from_db()
    assert fact.review_by == TODAY
    assert "Tick what you have checked first." in text_of(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    for _ in range(count):
        make_fact(review_by=TODAY)
        make_section(review_by=TODAY)
    as_editor.get(reverse(DUE))

    with django_assert_num_queries(6):
        as_editor.get(reverse(DUE))


def test_readers_words_stand_open_until_they_are_dealt_with(as_editor, editor):
    first, second = make_feedback(comment="The fee is old."), make_feedback(comment="Thanks.")

    chosen = {"action": "mark_dealt_with", "_selected_action": [first.pk]}
    answer = as_editor.post(reverse(FEEDBACK), chosen, follow=True)

    first.refresh_from_db()
    assert [*answer.context["cl"].result_list] == [second]
    assert first.handled_by == editor
    assert "1 report is dealt with." in text_of(answer)


def test_readers_words_can_be_opened_again(as_editor):
    feedback = make_feedback(handled_at=timezone.now())

    chosen = {"action": "mark_open", "_selected_action": [feedback.pk]}
    as_editor.post(reverse(FEEDBACK) + "?state=handled", chosen)

    feedback.refresh_from_db()
    assert feedback.handled_at is None


def test_an_editor_cannot_write_readers_words(as_editor):
    assert as_editor.get(reverse("admin:guides_guidefeedback_add")).status_code == 403


def test_the_front_page_counts_what_needs_someone(as_editor):
    make_fact(review_by=TODAY, confidence="low")
    make_feedback()
    make_role(status=Role.Status.REVIEW)

    page = text_of(as_editor.get(reverse("admin:index")))

    for name in ("Due for review", "Reported by readers", "Guides in review", "Facts not confirmed"):
        at = page.index(f"<strong>{name}</strong>")
        assert 'desk-queues__count">1</span>' in page[at - 60 : at]


def test_staff_without_permissions_see_no_queue(sign_in):
    client = sign_in(make_user(is_staff=True))

    assert "Due for review" not in text_of(client.get(reverse("admin:index")))
    assert client.get(reverse(DUE)).status_code == 403


def test_a_job_seeker_has_no_queue(as_seeker):
    assert as_seeker.get(reverse(DUE)).status_code == 302


def test_an_editor_opens_every_list_and_form_of_the_guides(as_editor):
    opened = {}
    for model, desk in admin.site._registry.items():
        if model._meta.app_label == "guides":
            url = f"admin:guides_{model._meta.model_name}"
            opened[f"{url}_changelist"] = as_editor.get(reverse(f"{url}_changelist")).status_code
            may_add = desk.has_add_permission(as_editor.get(reverse("admin:index")).wsgi_request)
            opened[f"{url}_add"] = as_editor.get(reverse(f"{url}_add")).status_code if may_add else 200

    assert {name: status for name, status in opened.items() if status != 200} == {}


def test_the_desk_has_nothing_inline(as_editor):
    role = make_role()
    section = make_section(role=role)
    Fact.objects.all()
    urls = [
        reverse("admin:index"),
        reverse(DUE),
        reverse("admin:guides_how_to_write"),
        reverse("admin:guides_role_change", args=[role.pk]),
        reverse("admin:guides_section_change", args=[section.pk]),
        reverse("admin:guides_section_history", args=[section.pk]),
        reverse("admin:guides_section_preview", args=[section.pk]),
        reverse("admin:guides_role_import"),
    ]

    pages = {url: text_of(as_editor.get(url)) for url in urls}

    assert {url for url, page in pages.items() if " style=" in page or "<style" in page or " onclick=" in page} == set()
