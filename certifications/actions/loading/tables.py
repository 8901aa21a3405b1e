"""Every noun of the content files of certifications with its model."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from certifications.actions.loading.rules import RuleTable
from certifications.content_files.entries import (
    CitedSourceEntry,
    DrugNameEntry,
    OutlineEntry,
    PathwayEntry,
    PracticeQuestionEntry,
    RenewalRuleEntry,
)
from certifications.content_files.folder import CONDITION, DOMAIN, PLACE
from certifications.models import (
    DrugName,
    ExamOutline,
    OutlineDomain,
    Pathway,
    PathwayCondition,
    PracticeQuestion,
    QuestionPlace,
    RenewalRule,
)
from certifications.questions import question_troubles
from certifications.renewal.writing import hours_text
from guides.actions.loading.children import ParentTable
from guides.actions.loading.table import Known, Stamp, Table
from guides.content_files.entries import Entry
from guides.content_files.plain import canonical
from guides.models import Source


class CitedSourceTable(Table):
    """Sources that only certifications rest on; they lie beside those of the guides."""

    def create(self, entries: Sequence[Entry], known: Known, stamp: Stamp) -> None:
        """Make the rows, and make them known as sources."""
        super().create(entries, known, stamp)
        known["source"] |= known[self.noun]


class ChildTable(ParentTable):
    """A noun with rows below it, whose cells the entry holds as the text of their JSON."""

    def __init__(
        self, entry: type[Entry], model: Any, child: Any, *, name: str, parent: str, keys: Sequence[str]
    ) -> None:
        super().__init__(entry, model, child, name=name, parent=parent)
        self.keys = keys
        self.is_placed = any(field.name == "position" for field in child._meta.fields)

    def _paths(self) -> list[str]:
        return ["credential__slug" if key == "credential" else key for key in self.keys]

    def found_beside(self) -> Mapping[str, Mapping[Any, Any]]:
        """The rows below each row, as the text of their JSON."""
        order = ["position", "pk"] if self.is_placed else ["pk"]
        found: defaultdict[Any, list[dict[str, str]]] = defaultdict(list)
        for parent, *cells in self.child.objects.order_by(*order).values_list(f"{self.parent}_id", *self._paths()):
            found[parent].append({key: _said(cell) for key, cell in zip(self.keys, cells, strict=True)})
        texts: defaultdict[Any, str] = defaultdict(lambda: "[]")
        texts.update({parent: canonical(rows) for parent, rows in found.items()})
        return {self.child_name: texts}

    def missing(self, entry: Entry, known: Known) -> list[tuple[str, str]]:
        """With the credentials that rows below name."""
        named = [row["credential"] for row in self._rows_of(entry) if "credential" in row]
        return super().missing(entry, known) + [
            ("credential", slug) for slug in named if slug not in known["credential"]
        ]

    def _rows_of(self, entry: Entry) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = json.loads(getattr(entry, self.child_name))
        return rows

    def children(self, entry: Entry, known: Known, parent: Mapping[str, Any]) -> Iterable[models.Model]:
        """The rows below, with places in the order of the entry."""
        for place, row in enumerate(self._rows_of(entry), start=1):
            values: dict[str, Any] = {key: value for key, value in row.items() if key != "credential"}
            if "credential" in row:
                values["credential_id"] = known["credential"].get(row["credential"])
            if self.is_placed:
                values["position"] = place * 10
            yield self.child(**values, **parent)

    def troubles(self, entry: Entry) -> list[str]:
        """What the models would not accept, as sentences."""
        found = super().troubles(entry)
        seen: set[str] = set()
        for row, child in zip(self._rows_of(entry), self.children(entry, {"credential": {}}, {}), strict=True):
            name = f"{self.child_name}, {row[self.keys[0]]}"
            if row[self.keys[0]] in seen:
                found.append(f"{name}: it stands twice")
            seen.add(row[self.keys[0]])
            try:
                child.clean_fields(exclude={self.parent, "credential"})
            except ValidationError as error:
                found += [f"{name}, {key}: {' '.join(said)}" for key, said in error.message_dict.items()]
        return found


class QuestionTable(ChildTable):
    """Practice questions, with their places in exams."""

    def cell(self, name: str, value: Any) -> Any:
        """Answers as the text of their JSON."""
        return canonical(value) if name in {"choices", "why_not"} else value

    def row_value(self, name: str, value: Any) -> Any:
        """Answers as a list."""
        return json.loads(value) if name in {"choices", "why_not"} else super().row_value(name, value)

    def troubles(self, entry: Entry) -> list[str]:
        """With what a question needs that no single field can say."""
        return super().troubles(entry) + [
            str(said) for said in question_troubles(PracticeQuestion(**self._own_values(entry)))
        ]


def _said(cell: Any) -> str:
    return cell if isinstance(cell, str) else hours_text(cell)


SOURCES = CitedSourceTable(CitedSourceEntry, Source)
RULES = RuleTable(RenewalRuleEntry, RenewalRule)
PATHWAYS = ChildTable(PathwayEntry, Pathway, PathwayCondition, name="conditions", parent="pathway", keys=CONDITION)
OUTLINES = ChildTable(OutlineEntry, ExamOutline, OutlineDomain, name="domains", parent="outline", keys=DOMAIN)
QUESTIONS = QuestionTable(
    PracticeQuestionEntry, PracticeQuestion, QuestionPlace, name="places", parent="question", keys=PLACE
)
DRUGS = Table(DrugNameEntry, DrugName)
