"""The folder of content files of certifications, read whole."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from certifications.content_files.entries import (
    CitedSourceEntry,
    DrugNameEntry,
    OutlineEntry,
    PathwayEntry,
    PracticeQuestionEntry,
    RenewalRuleEntry,
    RuleVersionEntry,
)
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule
from certifications.renewal.writing import hours_text, rule_body
from guides.content_files import Folder, Where
from guides.content_files.entries import Entry
from guides.content_files.folder import ListReader
from guides.content_files.nodes import Fields, Node
from guides.content_files.plain import canonical, plain, row_list, text_list, with_whole_numbers
from guides.content_files.reading import BadValueError

# What comes with the application.
CONTENT = Path(__file__).parent.parent / "content"
CONDITION = ("key", "words", "how")
DOMAIN = ("slug", "name", "weight", "holds")
PLACE = ("credential", "domain")
_WHOLE = frozenset({"threshold_months", "cycle_months", "grace_days", "reinstate_months"})

_TOP: dict[str, type[Entry]] = {
    "sources.yaml": CitedSourceEntry,
    "pathways.yaml": PathwayEntry,
    "outlines.yaml": OutlineEntry,
    "drugs.yaml": DrugNameEntry,
}


def read_certifications(files: Mapping[str, str]) -> Folder:
    """Read every file; problems are collected, and entries that could not be read are left out."""
    folder = Folder()
    reader = _Reader(folder.problems)
    for name, text in files.items():
        folder.entries.extend(reader.file(name, text))
    return folder


def _body(node: Node) -> object:
    try:
        return rule_body(read_rule(with_whole_numbers(plain(node), _WHOLE), "body"))
    except ReadingError as error:
        raise BadValueError(f"{error.key.removeprefix('body.')}: {error.said.read(_)}.") from error


def _domains(node: Node) -> list[dict[str, str]]:
    rows = row_list(node, DOMAIN)
    for row in rows:
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,4})?", row["weight"]):
            row["weight"] = hours_text(Decimal(row["weight"]))
    return rows


_JSON: dict[str, Callable[[Node], object]] = {
    "body": _body,
    "choices": text_list,
    "why_not": text_list,
    "conditions": lambda node: row_list(node, CONDITION),
    "domains": _domains,
    "places": lambda node: row_list(node, PLACE),
}


class _Reader(ListReader):
    """Knows which file holds what."""

    def file(self, name: str, text: str) -> Iterator[Entry]:
        """The entries of one file."""
        match name.split("/"):
            case ["rules.yaml"]:
                yield from self.rules(name, text)
            case [top] if top in _TOP:
                yield from self.list_entries(name, text, _TOP[top])
            case ["questions", "sources.yaml"]:
                yield from self.list_entries(name, text, CitedSourceEntry)
            case ["questions", part] if part.endswith(".yaml"):
                yield from self.list_entries(name, text, PracticeQuestionEntry)
            case _:
                self.refuse(Where(name), _("No file of this name belongs here: see docs/rules.md for the layout."))

    def rules(self, name: str, text: str) -> Iterator[Entry]:
        for item in self.list_of(self.document(text, name), name):
            entry = self.entry(RenewalRuleEntry, item, {}, besides=["versions"])
            if entry:
                yield entry
                yield from self.versions(entry, item)

    def versions(self, rule: RenewalRuleEntry, item: Fields) -> Iterator[Entry]:
        for node in self.list_of(item.nodes.get("versions"), "versions"):
            version = self.entry(RuleVersionEntry, node, {"rule": rule.slug})
            if version:
                yield version

    def _value(self, kind: type[Entry], spec: "Field[Any]", node: Node) -> Any:
        if not spec.metadata.get("json"):
            return super()._value(kind, spec, node)
        try:
            return canonical(_JSON[spec.name](node))
        except BadValueError as error:
            self.refuse(node.where, f"{spec.name}: {error}")
            return MISSING
