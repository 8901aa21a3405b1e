"""The nouns of the content files of interviews with their models."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from guides.actions.loading.children import ParentTable
from guides.actions.loading.table import Known, Row, Table
from guides.content_files.entries import Entry
from interviews.content_files.entries import CompetencyEntry, InterviewQuestionEntry
from interviews.models import Competency, Question, QuestionCompetency

# Lists of phrases in a row, one a line in an entry.
PHRASES = frozenset({"prototypes", "cue_phrases", "follow_ups"})


class PhrasesTable(Table):
    """A noun with lists of phrases."""

    def cell(self, name: str, value: Any) -> Any:
        """Phrases, one a line."""
        return "\n".join(value) if name in PHRASES else value

    def row_value(self, name: str, value: Any) -> Any:
        """Phrases as a list."""
        return value.splitlines() if name in PHRASES else super().row_value(name, value)


class QuestionTable(PhrasesTable, ParentTable):
    """Questions of the bank, with what they ask about, the main thing first."""

    def rows(self, which: models.Q | None = None) -> dict[str, Row]:
        """Without those that people added for themselves."""
        return super().rows(models.Q(owner__isnull=True) & (which or models.Q()))

    def found_beside(self) -> Mapping[str, Mapping[Any, Any]]:
        """By question, the slugs of its competencies, one a line."""
        found: defaultdict[Any, list[str]] = defaultdict(list)
        places = self.child.objects.order_by("position", "pk").values_list("question_id", "competency__slug")
        for question, slug in places:
            found[question].append(slug)
        return {self.child_name: defaultdict(str, {pk: "\n".join(slugs) for pk, slugs in found.items()})}

    def missing(self, entry: Entry, known: Known) -> list[tuple[str, str]]:
        """With the competencies."""
        named = [("competency", slug) for slug in _slugs(entry) if slug not in known["competency"]]
        return super().missing(entry, known) + named

    def children(self, entry: Entry, known: Known, parent: Mapping[str, Any]) -> Iterable[models.Model]:
        """A place for each competency, in the order of the entry."""
        for place, slug in enumerate(_slugs(entry), start=1):
            yield self.child(competency_id=known["competency"].get(slug), position=place * 10, **parent)

    def troubles(self, entry: Entry) -> list[str]:
        """With what its competencies must be."""
        return [*super().troubles(entry), *_place_troubles(_slugs(entry))]


def _slugs(entry: Entry) -> list[str]:
    slugs: str = getattr(entry, "competencies", "")
    return slugs.splitlines()


def _place_troubles(slugs: list[str]) -> Iterator[str]:
    if not slugs:
        yield _("competencies: name at least one, the main one first.")
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        yield _("competencies: “%s” stands twice.") % slug


COMPETENCIES = PhrasesTable(CompetencyEntry, Competency)
QUESTIONS = QuestionTable(InterviewQuestionEntry, Question, QuestionCompetency, name="competencies", parent="question")
# In the order of need: what is named stands before what names it.
TABLES: tuple[Table, ...] = (COMPETENCIES, QUESTIONS)
