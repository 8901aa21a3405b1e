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


def test_our_content_loads_once_in_few_questions_and_is_whole():
    """One test for what needs all of the content: loading it takes seconds."""
    with CaptureQueriesContext(connection) as asked_first:
        first = load(CONTENT)
    with CaptureQueriesContext(connection) as asked_again:
        second = load(CONTENT)

    number = first.split()[1]
    assert first == f"Loaded {number} items: {number} new, 0 changed, 0 unchanged; 0 conflicts.\n"
    assert second == f"Loaded {number} items: 0 new, 0 changed, {number} unchanged; 0 conflicts.\n"
    # The search keeps its own index, a row a text; a guide is put together once for it, whatever it holds.
    ours = [query for query in asked_first.captured_queries if "fulltext" not in query["sql"]]
    assert len(ours) < 90 + 20 * Role.objects.count()
    assert len(asked_again) < 30
    assert broken_links(now=timezone.now()) == []
    assert_whole(Role.objects.published(timezone.now()).get(slug="pharmacy-technician"))


def assert_whole(role: Role) -> None:
    kinds = {section.kind for section in role.sections.all()}
    assert {*Section.Kind} - {Section.Kind.OTHER} <= kinds
    assert role.state_requirements.count() == 51
    assert all(section.body and section.reviewed_on and section.review_by for section in role.sections.all())


def test_no_tag_of_ours_stands_where_nothing_fills_it_in():
    filled = {SectionEntry: "body", StepEntry: "body", QuestionEntry: "answer", RungEntry: "needs"}

    raw = [
        f"{entry.where}: {name}"
        for entry in read_folder(files_below(CONTENT)).entries
        for name, value in vars(entry).items()
        if isinstance(value, str) and "{{" in value and filled.get(type(entry)) != name
    ]

    assert raw == []
