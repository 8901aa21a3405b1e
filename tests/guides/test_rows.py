"""Rows that were fetched before are used again only while none of their tables has changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.models import Role, Section
from guides.rows import Rows, rows_now
from tests.factories import make_role, make_section, make_source, make_wage

pytestmark = pytest.mark.django_db


def titles(rows):
    return [row.title for row in rows.get(("titles",), lambda: [*Section.objects.order_by("pk")])]


def queries_of(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def test_rows_are_fetched_once_while_nothing_changes():
    make_section(title="One")
    titles(rows_now())
    rows = rows_now()

    assert queries_of(lambda: titles(rows)) == 0
    assert titles(rows) == ["One"]


def test_rows_are_fetched_again_when_their_table_changed():
    make_section(title="One")
    titles(rows_now())

    Section.objects.update(title="Other")

    assert titles(rows_now()) == ["Other"]


def test_a_change_of_another_table_leaves_them_good():
    make_section(title="One")
    titles(rows_now())

    make_source()
    rows = rows_now()

    assert queries_of(lambda: titles(rows)) == 0


def test_every_table_that_a_question_joins_counts():
    wage = make_wage()

    def publishers():
        asked = ("wages",)
        rows = rows_now().get(asked, lambda: [*type(wage).objects.select_related("source")])
        return [row.source.publisher for row in rows]

    publishers()

    type(wage.source).objects.update(publisher="Somebody else")

    assert publishers() == ["Somebody else"]


def test_what_hangs_on_a_row_without_having_come_with_it_is_not_remembered():
    role = make_role(title="Before")
    make_section(role=role)

    def role_of_the_section():
        found = Role.objects.get(pk=role.pk)
        return rows_now().get(("sections", role.pk), lambda: [*found.sections.all()])[0].role.title

    first = role_of_the_section()

    Role.objects.update(title="After")

    assert [first, role_of_the_section()] == ["Before", "After"]


def test_rows_of_a_table_without_a_version_are_fetched_each_time(seeker):
    rows = rows_now()

    def ask():
        rows.get(("people",), lambda: [*type(seeker).objects.all()])

    assert [queries_of(ask), queries_of(ask)] == [1, 1]


def test_without_versions_nothing_is_remembered():
    make_section(title="One")
    rows = Rows()

    assert [queries_of(lambda: titles(rows)), queries_of(lambda: titles(rows))] == [1, 1]
