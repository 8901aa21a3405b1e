"""The version of the content follows every change of what a page may show, whoever makes it."""

import threading

import pytest
from django.apps import apps
from django.db import connection, transaction

from guides.models import Area, Credential, GuideFeedback, LoadedContent, Role, SavedGuide, Section
from guides.version import (
    NOT_SHOWN,
    TABLE,
    content_version,
    keep_version,
    shown_models,
    table_versions,
    triggers,
)
from tests.factories import (
    make_credential,
    make_feedback,
    make_role,
    make_saved_guide,
    make_section,
    make_state,
    make_user,
)

EVENTS = {"sqlite": ("insert", "update", "delete"), "postgresql": ("insert", "update", "delete", "truncate")}


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def expected_triggers():
    for model in shown_models():
        table = model._meta.db_table
        for event in EVENTS[connection.vendor]:
            yield table, f"version_{event}" if connection.vendor == "postgresql" else f"{table}_version_{event}"


@pytest.mark.django_db
def test_every_table_that_a_page_may_show_has_its_triggers():
    assert {*expected_triggers()} <= triggers(connection).keys()


def test_every_model_is_shown_unless_it_is_named_here():
    """A model that is added counts as shown; name it in NOT_SHOWN only if no public page reads it."""
    every = apps.get_app_config("guides").get_models(include_auto_created=True)

    left_out = {model.__name__ for model in every} - {model.__name__ for model in shown_models()}

    assert left_out == NOT_SHOWN == {"GuideFeedback", "LoadedContent", "PreviewLink", "SavedGuide", "TargetRole"}
    assert {"Role", "HistoricalSection", "Credential_roles", "WageEstimate", "Occupation", "Source"} <= {
        model.__name__ for model in shown_models()
    }


def test_what_people_leave_is_known_by_its_link_to_a_person():
    linked = {
        model.__name__
        for model in shown_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model._meta.app_label == "accounts"
        # The editor who published a row is no reader who left it.
        if not model.__name__.startswith("Historical") and field.name != "published_by"
    }

    # What people add for themselves lies with the bank's questions; its pages show those without an owner alone.
    assert linked == {"Question"}


def add():
    make_role()


def edit():
    role = Role.objects.get()
    role.title = "Another title"
    role.save()


def edit_many():
    Section.objects.update(body="Other words.")


def add_many():
    Role.objects.bulk_create(
        [Role(slug="one", title="One", plural="Ones"), Role(slug="two", title="Two", plural="Twos")]
    )


def add_where_missing():
    Role.objects.bulk_create([Role(slug="three", title="Three", plural="Threes")], ignore_conflicts=True)


def delete():
    Section.objects.all().delete()


def link():
    Credential.objects.get().roles.add(Role.objects.get())


def link_areas():
    Area.objects.create(code="0010180", name="Abilene").states.add(make_state("TX"))


def write_sql():
    run("UPDATE guides_section SET title = 'Plain SQL'")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [edit, edit_many, add, add_many, add_where_missing, delete, link, link_areas, write_sql]
)
def test_the_version_changes_with(change):
    make_section()
    make_credential()
    before = content_version()

    change()

    assert content_version() not in {"", before}


@pytest.mark.django_db
def test_what_people_leave_does_not_change_the_version():
    role, user = make_role(), make_user()
    before = content_version()

    make_feedback(role=role)
    make_saved_guide(user, role=role)
    LoadedContent.objects.create(key="role:x", digest="0")
    SavedGuide.objects.all().delete()
    GuideFeedback.objects.all().delete()

    assert content_version() == before


@pytest.mark.django_db
def test_a_change_that_is_taken_back_leaves_no_version_that_comes_again():
    role = make_role()
    before, seen = content_version(), set()
    for title in ("First", "Second"):
        with transaction.atomic():
            Role.objects.filter(pk=role.pk).update(title=title)
            seen.add(content_version())
            transaction.set_rollback(True)

    assert content_version() == before
    assert len(seen | {before}) == 3


@pytest.mark.django_db
def test_without_its_row_there_is_no_version_to_remember_anything_by():
    run(f"DELETE FROM {TABLE}")

    assert content_version() == ""


@pytest.mark.django_db
def test_triggers_that_a_migration_dropped_are_made_again():
    table = Role._meta.db_table
    lost = next(name for name in sorted(triggers(connection)) if name[0] == table)
    run(f'DROP TRIGGER {lost[1]} ON "{table}"' if connection.vendor == "postgresql" else f'DROP TRIGGER "{lost[1]}"')

    keep_version(connection)

    assert lost in triggers(connection)


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="On PostgreSQL all triggers call one function.")
def test_triggers_of_an_older_release_are_replaced():
    name, section = "guides_section_version_update", make_section()
    run(f'DROP TRIGGER "{name}"')
    run(f'CREATE TRIGGER "{name}" AFTER update ON "guides_section" BEGIN SELECT 1; END')

    keep_version(connection)
    before = content_version()
    section.save()

    assert content_version() != before


@pytest.mark.django_db
def test_each_table_has_a_version_of_its_own():
    section = make_section()
    before = table_versions()

    section.save()

    after = table_versions()
    assert {name for name in after if after[name] != before[name]} == {"", "guides_section", "guides_historicalsection"}


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_is_another_version():
    make_role()
    before = content_version()

    Role.objects.all().delete()
    run("DELETE FROM guides_role") if connection.vendor == "sqlite" else run("TRUNCATE guides_role CASCADE")

    assert content_version() not in {"", before}


@pytest.mark.django_db(transaction=True)
def test_another_connection_sees_the_version_once_the_change_is_saved():
    role = make_role()
    before, seen = content_version(), []

    def look():
        seen.append(content_version())
        connection.close()

    def look_elsewhere():
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()

    with transaction.atomic():
        Role.objects.filter(pk=role.pk).update(title="Not yet")
        look_elsewhere()
    look_elsewhere()

    assert seen[0] == before
    assert seen[1] == content_version() != before


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="On SQLite one writer waits for the other anyway.")
def test_two_who_write_at_once_do_not_wait_for_each_other():
    one, two, seen = make_role(), make_role(), []
    before = content_version()

    def write_elsewhere():
        run("SET lock_timeout = '2s'")
        Role.objects.filter(pk=two.pk).update(title="Two")
        seen.append(content_version())
        connection.close()

    with transaction.atomic():
        Role.objects.filter(pk=one.pk).update(title="One")
        thread = threading.Thread(target=write_elsewhere)
        thread.start()
        thread.join()
    seen.append(content_version())

    assert len({before, *seen}) == 3
