"""Guides at the desk, as an editor uses it."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.models import PreviewLink, Role, Section
from tests.factories import (
    make_feedback,
    make_preview_link,
    make_question,
    make_role,
    make_section,
    make_step,
    make_user,
    make_work_setting,
)

pytestmark = pytest.mark.django_db
Status = Role.Status


def change_url(role):
    return reverse("admin:guides_role_change", args=[role.pk])


def form_of(answer):
    """What a browser would send back unchanged."""
    data = {}
    forms = [answer.context["adminform"].form]
    for formset in answer.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            data[bound.html_name] = "" if value is None else value.isoformat() if hasattr(value, "isoformat") else value
    return {name: value for name, value in data.items() if value is not False}


def save(client, role, **changes):
    data = form_of(client.get(change_url(role))) | changes
    return client.post(change_url(role), data, follow=True)


def text_of(answer):
    return answer.content.decode()


def make_draft(**fields):
    return make_role(**({"status": Status.DRAFT, "lead": "You draw blood, kindly."} | fields))


def test_an_editor_begins_a_role_with_the_usual_sections(as_editor):
    new = {
        "title": "Phlebotomist",
        "plural": "Phlebotomists",
        "slug": "phlebotomist",
        "lead": "",
        "start_sections": "on",
    }

    answer = as_editor.post(reverse("admin:guides_role_add"), new, follow=True)

    role = Role.objects.get(slug="phlebotomist")
    assert role.status == Status.DRAFT
    assert role.sections.count() == len(Section.Kind) - 1
    assert role.sections.first().kind == Section.Kind.GLANCE
    assert "“Phlebotomist” is here as a draft." in text_of(answer)


def test_a_role_can_begin_empty(as_editor):
    new = {"title": "Phlebotomist", "plural": "Phlebotomists", "slug": "phlebotomist"}

    as_editor.post(reverse("admin:guides_role_add"), new)

    assert Role.objects.get().sections.count() == 0


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("taken", "Another role has this slug. Choose another, or edit that role."),
        ("search", "search"),
    ],
)
def test_a_slug_that_cannot_be_had_is_refused_in_a_sentence(as_editor, slug, sentence):
    make_role(slug="taken")

    answer = as_editor.post(reverse("admin:guides_role_add"), {"title": "New", "plural": "News", "slug": slug})

    assert sentence in str(answer.context["adminform"].form.errors["slug"])
    assert Role.objects.count() == 1


def test_publishing_saves_what_was_typed_and_shows_the_guide(as_editor, client):
    role = make_draft()
    make_section(role=role)

    answer = save(as_editor, role, title="Phlebotomist", _move="published")

    role.refresh_from_db()
    assert (role.status, role.title) == (Status.PUBLISHED, "Phlebotomist")
    assert "“Phlebotomist” is published. Readers see it now." in text_of(answer)
    assert client.get(role.get_absolute_url()).status_code == 200


def test_publishing_a_guide_in_trouble_lists_every_trouble_with_the_way_there(as_editor):
    role = make_draft()
    section = make_section(role=role, body="See [that](/guides/nowhere/).\n\n{{ fact:no.such }}")

    answer = save(as_editor, role, _move="published")

    role.refresh_from_db()
    page = text_of(answer)
    assert role.status == Status.DRAFT
    assert "leads to a guide that does not exist" in page
    assert "There is no fact “no.such”" in page
    assert reverse("admin:guides_section_change", args=[section.pk]) in page


def test_a_link_to_a_guide_that_is_not_published_keeps_a_guide_back(as_editor):
    make_draft(slug="hidden")
    role = make_draft()
    make_section(role=role, body="See [that](/guides/hidden/).")

    answer = save(as_editor, role, _move="published")

    assert "leads to a guide that is not published yet" in text_of(answer)


def test_a_guide_is_scheduled_for_a_moment_to_come(as_editor):
    role = make_draft()
    make_section(role=role)
    moment = timezone.localtime() + timedelta(days=2)

    save(as_editor, role, publish_at=f"{moment:%Y-%m-%dT%H:%M}", _move="scheduled")

    role.refresh_from_db()
    assert (role.status, role.publish_at) == (Status.SCHEDULED, moment.replace(second=0, microsecond=0))


def test_scheduling_without_a_moment_says_what_to_give(as_editor):
    role = make_draft()
    make_section(role=role)

    answer = save(as_editor, role, _move="scheduled")

    assert "Give a moment that is still to come, then schedule the guide." in text_of(answer)


def test_a_moment_in_the_past_is_refused(as_editor):
    role = make_draft()

    answer = save(as_editor, role, publish_at="2020-01-01T09:00", _move="scheduled")

    role.refresh_from_db()
    assert role.status == Status.DRAFT
    assert "This moment has passed." in text_of(answer)


def test_the_first_button_of_the_form_only_saves(as_editor):
    role = make_draft()

    page = text_of(as_editor.get(change_url(role)))

    assert page.index('name="_continue"') < page.index('name="_move"')


def test_taking_a_guide_back_hides_it(as_editor, client):
    role = make_role()

    save(as_editor, role, _move="draft")

    assert client.get(role.get_absolute_url()).status_code == 404


def test_sections_are_put_in_another_order(as_editor):
    role = make_role()
    first, second = make_section(role=role, position=10), make_section(role=role, position=20)

    save(as_editor, role, **{"sections-0-position": "30"})

    assert [*role.sections.all()] == [second, first]


def test_two_steps_with_the_same_key_are_refused_in_a_sentence(as_editor):
    role = make_role()
    make_step(role=role, slug="register")
    make_step(role=role, slug="apply")

    answer = save(as_editor, role, **{"steps-1-slug": "register"})

    assert answer.context["errors"]
    assert sorted(role.steps.values_list("slug", flat=True)) == ["apply", "register"]


def test_a_script_in_an_answer_is_refused_with_its_line(as_editor):
    question = make_question()

    answer = save(as_editor, question.role, **{"questions-0-answer": "Yes.\n\n<script>alert(1)</script>"})

    question.refresh_from_db()
    assert question.answer == "Yes, mostly."
    assert "Line 3: HTML is not allowed here" in text_of(answer)


def test_line_ends_of_a_browser_are_no_change_in_a_step(as_editor):
    step = make_step(body="One.\n\nTwo.")

    save(as_editor, step.role, **{"steps-0-body": "One.\r\n\r\nTwo."})

    assert step.history.count() == 1


def test_publishing_several_says_which_was_left_and_why(as_editor):
    good, other, bad = make_draft(title="A"), make_draft(title="B"), make_draft(title="C", lead="")
    for role in (good, other, bad):
        make_section(role=role)
    chosen = {"action": "publish", "_selected_action": [good.pk, other.pk, bad.pk]}

    answer = as_editor.post(reverse("admin:guides_role_changelist"), chosen, follow=True)

    page = text_of(answer)
    assert Role.objects.filter(status=Status.PUBLISHED).count() == 2
    assert "Published 2 guides. 1 was left:" in page
    assert "Write the lead" in page


# ---- preview and links for colleagues


def test_an_editor_sees_the_guide_with_its_drafts(as_editor):
    section = make_section(role=make_draft(), body="Old words.", next_body="New words.")

    answer = as_editor.get(reverse("admin:guides_role_preview", args=[section.role_id]))

    assert "New words." in text_of(answer)


def test_an_editor_makes_a_link_and_takes_it_back(as_editor, client):
    role = make_draft()
    make_section(role=role)

    as_editor.post(reverse("admin:guides_role_share", args=[role.pk]))
    link = PreviewLink.objects.get()
    address = reverse("guides:preview", args=[link.token])
    shown = address in text_of(as_editor.get(change_url(role)))
    opened = client.get(address).status_code
    as_editor.post(reverse("admin:guides_role_take_back", args=[role.pk, link.pk]))

    assert (shown, opened, client.get(address).status_code) == (True, 200, 404)
    assert address not in text_of(as_editor.get(change_url(role)))


@pytest.mark.parametrize("name", ["share", "start_sections"])
def test_opening_an_address_that_changes_something_changes_nothing(as_editor, name):
    role = make_draft()

    answer = as_editor.get(reverse(f"admin:guides_role_{name}", args=[role.pk]))

    assert answer.status_code == 404
    assert not PreviewLink.objects.exists()
    assert not role.sections.exists()


def test_a_link_of_another_guide_is_not_found(as_editor):
    link = make_preview_link()

    answer = as_editor.post(reverse("admin:guides_role_take_back", args=[make_role().pk, link.pk]))

    assert answer.status_code == 404


def test_a_job_seeker_has_no_desk(as_seeker):
    role = make_draft()

    for name in ("change", "preview", "export"):
        assert as_seeker.get(reverse(f"admin:guides_role_{name}", args=[role.pk])).status_code == 302


def test_staff_without_the_permission_cannot_share(sign_in):
    role = make_draft()
    client = sign_in(make_user(is_staff=True))

    answer = client.post(reverse("admin:guides_role_share", args=[role.pk]))

    assert answer.status_code == 403
    assert not PreviewLink.objects.exists()


# ---- folders


def test_a_guide_goes_out_and_comes_in_again(as_editor):
    role = make_role(slug="phlebotomist", lead="You draw blood.")
    make_section(role=role, slug="work", body="You find the vein.")
    packed = as_editor.get(reverse("admin:guides_role_export", args=[role.pk]))
    role.delete()
    file = io.BytesIO(packed.content)
    file.name = "phlebotomist.zip"

    answer = as_editor.post(reverse("admin:guides_role_import"), {"file": file}, follow=True)

    back = Role.objects.get(slug="phlebotomist")
    assert packed["Content-Disposition"] == 'attachment; filename="phlebotomist.zip"'
    assert "roles/phlebotomist/role.yaml" in zipfile.ZipFile(io.BytesIO(packed.content)).namelist()
    assert (back.status, back.sections.get().body.strip()) == (Status.DRAFT, "You find the vein.")
    assert "Imported" in text_of(answer)


def test_a_guide_that_is_here_is_replaced_only_when_said_so(as_editor):
    role = make_role(slug="phlebotomist")
    packed = as_editor.get(reverse("admin:guides_role_export", args=[role.pk])).content
    file = io.BytesIO(packed)
    file.name = "phlebotomist.zip"

    answer = as_editor.post(reverse("admin:guides_role_import"), {"file": file})

    assert "There is a guide “phlebotomist” already." in text_of(answer)


def test_a_file_that_is_no_folder_is_refused_in_a_sentence(as_editor):
    file = io.BytesIO(b"not a zip")
    file.name = "guide.zip"

    answer = as_editor.post(reverse("admin:guides_role_import"), {"file": file})

    assert "This is not a .zip file that can be read" in text_of(answer)


# ---- the list


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_guides_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    for _ in range(count):
        role = make_role()
        make_section(role=role, review_by=timezone.localdate() - timedelta(days=1))
        make_feedback(role=role)
    as_editor.get(reverse("admin:guides_role_changelist"))

    with django_assert_num_queries(7):
        as_editor.get(reverse("admin:guides_role_changelist"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_guide_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    role = make_role()
    for _ in range(count):
        make_section(role=role)
        make_step(role=role)
        make_work_setting(role=role)
        make_question(role=role)
        role.related.create(title="Neighbor", why="Alike.")
    as_editor.get(change_url(role))

    with django_assert_num_queries(18):
        as_editor.get(change_url(role))


def test_the_list_counts_what_readers_said(as_editor):
    role = make_role()
    make_section(role=role)
    make_feedback(role=role)
    make_feedback(role=role, handled_at=timezone.now())

    rows = as_editor.get(reverse("admin:guides_role_changelist")).context["cl"].result_list

    assert (rows[0].words_open, rows[0].sections_written) == (1, 1)
