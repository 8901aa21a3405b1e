"""The content that we ship: it loads cleanly, quickly, and once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guides.checks.links import broken_links
from guides.content_files import CONTENT
from guides.content_files.entries import QuestionEntry, RungEntry, SectionEntry, StepEntry
from guides.content_files.folder import files_below, read_folder
from guides.models import Role, Section
from tests.guides.small_content import load

pytestmark = pytest.mark.django_db


def test_our_content_loads_without_a_conflict_and_the_second_time_changes_nothing():
    first = load(CONTENT)
    second = load(CONTENT)

    number = first.split()[1]
    assert first == f"Loaded {number} items: {number} new, 0 changed, 0 unchanged; 0 conflicts.\n"
    assert second == f"Loaded {number} items: 0 new, 0 changed, {number} unchanged; 0 conflicts.\n"


def test_the_pharmacy_technician_guide_is_published_and_complete():
    load(CONTENT)

    role = Role.objects.published(timezone.now()).get(slug="pharmacy-technician")
    kinds = {section.kind for section in role.sections.all()}
    assert {*Section.Kind} - {Section.Kind.OTHER} <= kinds
    assert role.state_requirements.count() == 51
    assert all(section.body and section.reviewed_on and section.review_by for section in role.sections.all())


def test_no_link_of_our_guides_leads_nowhere():
    load(CONTENT)

    assert broken_links(now=timezone.now()) == []


def test_loading_asks_the_database_a_bounded_number_of_times():
    with CaptureQueriesContext(connection) as first:
        load(CONTENT)
    with CaptureQueriesContext(connection) as second:
        load(CONTENT)

    # The search keeps its own index, a row a text.
    ours = [query for query in first.captured_queries if "fulltext" not in query["sql"]]
    # Rows come in batches; a guide is put together once for the search, whatever it holds.
    assert len(ours) < 90 + 20 * Role.objects.count()
    assert len(second) < 30


def test_no_tag_of_ours_stands_where_nothing_fills_it_in():
    filled = {SectionEntry: "body", StepEntry: "body", QuestionEntry: "answer", RungEntry: "needs"}

    raw = [
        f"{entry.where}: {name}"
        for entry in read_folder(files_below(CONTENT)).entries
        for name, value in vars(entry).items()
        if isinstance(value, str) and "{{" in value and filled.get(type(entry)) != name
    ]

    assert raw == []
