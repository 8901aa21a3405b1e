"""The index follows the content: what was saved is found by the next question, in every process."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from guides.models import Role, Section
from guides.search import index
from guides.search.results import find
from tests.factories import (
    make_credential,
    make_fact,
    make_question,
    make_role,
    make_section,
    make_step,
    make_term,
    make_title,
    make_work_setting,
)

pytestmark = pytest.mark.django_db


def urls(question: str) -> list[str]:
    results = find(question, now=timezone.now())
    return [hit.url for hit in (*results.passages, *results.terms, *results.credentials)]


def guides(question: str) -> list[Role]:
    return [hit.role for hit in find(question, now=timezone.now()).guides]


@pytest.fixture
def role():
    role = make_role(slug="coder", title="Medical coder")
    make_section(role=role, slug="work", title="What you would do", body="You turn charts into codes.")
    index.put_role(role)
    return role


def test_a_changed_text_is_found_by_its_new_words_only(role):
    role.sections.update(body="You read charts aloud.")
    index.put_role(role)

    assert urls("aloud") == ["/guides/coder/#work"]
    assert urls("codes") == []


def test_a_new_title_is_found_at_once(role):
    assert guides("ledger wizard") == []

    make_title(role=role, title="ledger wizard")
    index.put_role(role)

    assert guides("ledger wizard") == [role]


def test_what_another_process_saved_is_found_at_once(role):
    assert guides("medical coder") == [role]

    # Another process writes rows and token; this one has only what it remembers.
    Role.objects.filter(pk=role.pk).update(title="Wound dresser", plural="Wound dressers")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE guides_search_version SET token = 'other'")

    assert guides("wound dresser") == [role]


def test_the_version_changes_with_every_change_and_with_nothing_else(role):
    versions = {index.memory().version}
    for change in (
        lambda: index.put_role(role),
        lambda: index.put_term(make_term()),
        lambda: index.remove_term(1),
        lambda: index.put_credential(make_credential()),
        lambda: index.put_fact(make_fact()),
        lambda: index.remove_role(role.pk),
        index.reindex,
        index.clear,
    ):
        change()
        versions.add(index.memory().version)
        versions.add(index.memory().version)

    assert len(versions) == 9


def test_names_are_remembered_while_nothing_changes(role, django_assert_num_queries):
    first = index.memory()

    with django_assert_num_queries(1):
        second = index.memory()

    assert second is first


def test_a_deleted_role_is_forgotten(role):
    pk = role.pk
    role.delete()
    index.remove_role(pk)

    assert guides("medical coder") == []
    assert urls("codes") == []


def test_a_deleted_role_is_gone_even_before_it_is_forgotten(role):
    role.delete()

    assert guides("medical coder") == []
    assert urls("codes") == []


def test_one_role_is_put_without_touching_its_neighbors(role):
    other = make_role(slug="scribe")
    make_section(role=other, slug="work", body="You write down what doctors say.")
    make_credential(roles=(other,), slug="cs", name="Certified Scribe", is_entry=True)
    index.put_role(other)
    index.put_role(role)
    index.remove_role(role.pk)

    assert urls("doctors") == ["/guides/scribe/#work"]
    assert urls("certified scribe") == ["/certifications/cs/"]


def test_a_term_is_put_and_removed():
    term = make_term(slug="ndc", term="NDC", definition="The number on every package.")
    index.put_term(term)
    assert urls("package") == ["/guides/glossary/#ndc"]

    term.definition = "The number on every bottle."
    index.put_term(term)
    assert urls("package") == []
    assert urls("bottle") == ["/guides/glossary/#ndc"]

    index.remove_term(term.pk)
    assert urls("bottle") == []


def test_a_changed_fact_shows_in_the_texts_that_use_it(role):
    fact = make_fact(key="coder/training.months", value="fortnightly drills")
    role.sections.update(body="Training takes {{ fact:training.months }}.")
    index.put_fact(fact)

    assert urls("fortnightly") == ["/guides/coder/#work"]
    assert "fact:" not in find("fortnightly", now=timezone.now()).passages[0].snippet


def test_a_fact_in_an_answer_is_found_by_its_value(role):
    make_fact(key="coder/exam.fee", value="ninety dollars")
    make_section(role=role, body="{{ show:questions }}")
    make_question(role=role, slug="fee", question="What is the fee?", answer="It is {{ fact:exam.fee }}.")
    index.put_role(role)

    assert urls("ninety dollars") == ["/guides/coder/#q-fee"]


def test_links_beside_the_text_are_no_part_of_it(role):
    make_fact(key="coder/rule", value="a rule that is far too long to be underlined as a link")
    role.sections.update(body="### First steps\n\nThere is {{ fact:rule }}.")
    index.put_role(role)

    snippet = find("underlined", now=timezone.now()).passages[0].snippet

    assert snippet.startswith("First steps. There is a rule")
    # PostgreSQL leaves out the last full stop.
    assert snippet.rstrip(".").endswith("</mark> as a link")


def test_a_term_in_a_text_is_found_by_its_words(role):
    make_term(slug="icd", term="Diagnosis book")
    role.sections.update(body="Look it up in the {{ term:icd|thick book }}.")
    index.put_role(role)

    assert urls("thick book") == ["/guides/coder/#work"]


def test_steps_and_settings_are_found_in_the_section_that_shows_them(role):
    make_step(role=role, title="Take the anatomy class", body="Ask for evenings.")
    make_work_setting(role=role, name="Insurer’s office", pace="Steady, in headphones")
    make_section(role=role, slug="way-in", title="How to get in", body="Do this.\n\n{{ show:steps }}\n")
    make_section(role=role, slug="where", title="Where", body="{{ show:settings }}")
    index.put_role(role)

    assert urls("anatomy") == ["/guides/coder/#way-in"]
    assert urls("headphones") == ["/guides/coder/#where"]


def test_a_section_without_a_text_is_not_found(role):
    make_section(role=role, slug="empty", title="Unwritten marvels", body="")
    index.put_role(role)

    assert urls("unwritten marvels") == []


def test_the_next_text_is_found_from_its_day(role):
    today = timezone.localdate()
    section = Section.objects.get(role=role)
    section.next_body, section.next_on = "You speak to robots.", today.replace(year=today.year + 1)
    section.save()
    index.put_role(role)
    assert urls("robots") == []

    section.next_on = today
    section.save()
    index.put_role(role)
    assert urls("robots") == ["/guides/coder/#work"]


def test_building_anew_finds_everything_and_forgets_what_is_gone(role):
    make_section(role=role, slug="late", body="A late addition about ledgers.")
    make_section(role=role, body="{{ show:questions }}")
    make_question(role=role, slug="maths", question="Is there maths?", answer="Hardly.")
    index.put_term(gone := make_term(term="Goneword"))
    gone.delete()

    number = index.reindex()

    assert number == 1
    assert urls("ledgers") == ["/guides/coder/#late"]
    assert urls("maths") == ["/guides/coder/#q-maths"]
    assert urls("goneword") == []


def test_a_role_may_hold_more_texts_than_rows(role):
    for number in range(3):
        make_section(role=role, slug=f"more-{number}", body="Sorting envelopes.")
    index.put_role(role)

    assert len(urls("envelopes")) == 3


def test_a_search_writes_nothing(role):
    version = index.memory().version

    find("medical coder charts", now=timezone.now())

    assert index.memory().version == version


@pytest.mark.django_db(transaction=True)
def test_tables_are_made_once_and_taken_away():
    # The migration's own steps: to take every app back to its beginning for them takes half a minute.
    tables = import_module("guides.migrations.0002_fulltext")
    with connection.schema_editor() as editor:
        tables.drop(apps, editor)
    assert "guides_fulltext" not in connection.introspection.table_names()

    for _again in range(2):
        with connection.schema_editor() as editor:
            tables.create(apps, editor)
    index.put_term(make_term(slug="back", definition="Here it stands."))

    assert urls("stands") == ["/guides/glossary/#back"]
