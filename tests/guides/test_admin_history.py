"""Versions at the desk: who changed which words, and the way back."""

import pytest
from django.urls import reverse

from guides.differences import Piece, differences
from guides.models import Role, Section
from tests.factories import make_fact, make_role, make_section, make_source, make_step
from tests.guides.test_admin_role import text_of

pytestmark = pytest.mark.django_db


def history_url(thing):
    return reverse(f"admin:guides_{thing._meta.model_name}_history", args=[thing.pk])


def version_url(thing, version):
    return reverse(f"admin:guides_{thing._meta.model_name}_simple_history", args=[thing.pk, version.pk])


def changed(thing, **fields):
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()
    return thing


def test_the_list_shows_the_words_that_went_and_came(as_editor):
    section = changed(make_section(body="You count pills."), body="You count tablets.")

    page = text_of(as_editor.get(history_url(section)))

    assert "You count <del>pills</del><ins>tablets</ins>." in page


def test_the_list_names_choices_and_other_rows_in_words(as_editor):
    fact = make_fact(source=make_source(title="Old report"), confidence="low")
    changed(fact, source=make_source(title="New report"), confidence="high")

    page = text_of(as_editor.get(history_url(fact)))

    assert "<del>Old</del><ins>New</ins> report" in page
    assert "Low" in page
    assert "High" in page


def test_a_version_is_restored_as_a_new_one(as_editor, editor):
    section = changed(make_section(body="Old words."), body="New words.")
    first = section.history.last()

    answer = as_editor.post(version_url(section, first), follow=True)

    section.refresh_from_db()
    latest = section.history.first()
    assert section.body == "Old words."
    assert (section.history.count(), latest.history_user) == (3, editor)
    assert latest.history_change_reason.startswith("Restored the version of")
    assert "Restored the version of" in text_of(answer)


def test_opening_a_version_restores_nothing(as_editor):
    section = changed(make_section(body="Old words."), body="New words.")

    page = text_of(as_editor.get(version_url(section, section.history.last())))

    section.refresh_from_db()
    assert section.body == "New words."
    assert "Restore this version" in page
    assert "<del>Old</del><ins>New</ins> words." in page


def test_what_stands_now_cannot_be_restored(as_editor):
    section = make_section()

    assert "Restore this version" not in text_of(as_editor.get(version_url(section, section.history.first())))


def test_restoring_a_role_leaves_its_status(as_editor):
    role = make_role(status=Role.Status.DRAFT, title="Old title")
    changed(role, status=Role.Status.PUBLISHED, title="New title")

    as_editor.post(version_url(role, role.history.last()))

    role.refresh_from_db()
    assert (role.title, role.status) == ("Old title", Role.Status.PUBLISHED)


def test_a_version_whose_anchor_was_given_away_is_not_restored(as_editor):
    section = changed(make_section(slug="pay"), slug="wages")
    make_section(role=section.role, slug="pay")

    answer = as_editor.post(version_url(section, section.history.last()), follow=True)

    section.refresh_from_db()
    assert section.slug == "wages"
    assert "Another section of this guide has the same anchor." in text_of(answer)


def test_a_deleted_section_comes_back_with_its_words(as_editor):
    section = make_section(body="Old words.")
    pk, version = section.pk, section.history.last()
    section.delete()

    as_editor.post(reverse("admin:guides_section_simple_history", args=[pk, version.pk]))

    assert Section.objects.get(pk=pk).body == "Old words."


def test_a_version_of_something_else_is_not_found(as_editor):
    section, other = make_section(), make_section()

    assert as_editor.get(version_url(section, other.history.first())).status_code == 404


def test_a_job_seeker_sees_no_versions(as_seeker):
    section = make_section()

    assert as_seeker.get(history_url(section)).status_code == 302
    assert as_seeker.post(version_url(section, section.history.first())).status_code == 302


@pytest.mark.parametrize("make", [make_role, make_section, make_fact, make_step])
@pytest.mark.parametrize("versions", [1, 3])
def test_the_list_costs_the_same_at_any_length(as_editor, make, versions, django_assert_max_num_queries):
    thing = make()
    for number in range(versions):
        changed(thing, **{"label" if hasattr(thing, "label") else "title": f"Title {number}"})
    as_editor.get(history_url(thing))

    with django_assert_max_num_queries(8):
        as_editor.get(history_url(thing))


# ---- differences, as plain values


def test_equal_texts_have_no_differences():
    assert differences("Same.", "Same.") == ()


def test_a_changed_word_stands_between_the_words_that_stayed():
    assert differences("It is old.", "It is new.") == (
        Piece("same", "It is "),
        Piece("old", "old"),
        Piece("new", "new"),
        Piece("same", "."),
    )


def test_a_long_stretch_without_a_change_is_left_out():
    stretch = "word " * 100

    kinds = [piece.kind for piece in differences(f"{stretch}old", f"{stretch}new")]

    assert kinds == ["gap", "same", "old", "new"]


def test_old_and_new_can_be_put_together_again():
    old, new = "One.\n\nTwo two.\n\nThree.", "One.\n\nTwo.\n\nThree and four."

    pieces = differences(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "old") == new
