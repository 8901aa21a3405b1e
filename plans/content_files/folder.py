"""The folder of content files of plans, read whole."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from guides.content_files import Folder, Where
from guides.content_files.entries import Entry
from guides.content_files.folder import ListReader
from guides.content_files.nodes import Node
from guides.content_files.plain import canonical, row_list
from guides.content_files.reading import BadValueError
from plans.content_files.entries import STEP, PlanTemplateEntry

# What comes with the application.
CONTENT = Path(__file__).parent.parent / "content"
# The file of the templates for any job.
GENERAL = "general"


def read_plans(files: Mapping[str, str]) -> Folder:
    """Read every file; problems are collected, and entries that could not be read are left out."""
    folder = Folder()
    reader = _Reader(folder.problems)
    for name, text in files.items():
        folder.entries.extend(reader.file(name, text))
    return folder


class _Reader(ListReader):
    """Knows that each file holds the templates of one role."""

    def file(self, name: str, text: str) -> Iterator[Entry]:
        """The entries of one file."""
        role = name.removesuffix(".yaml")
        if "/" in name or role == name:
            self.refuse(Where(name), _("No file of this name belongs here: see docs/content.md for the layout."))
        else:
            yield from self.list_entries(name, text, PlanTemplateEntry, role="" if role == GENERAL else role)

    def _value(self, kind: type[Entry], spec: "Field[Any]", node: Node) -> Any:
        if not spec.metadata.get("json"):
            return super()._value(kind, spec, node)
        try:
            return canonical([_step(row) for row in row_list(node, STEP)])
        except BadValueError as error:
            self.refuse(node.where, f"{spec.name}: {error}")
            return MISSING


def _step(row: dict[str, str]) -> dict[str, str]:
    """A step with what it leaves out."""
    row["times"] = row["times"] or "1"
    for name in ("week", "times"):
        if not row[name].isdecimal():
            text = _("%(name)s: write a whole number, not “%(value)s”.")
            raise BadValueError(text % {"name": f"{row['key']}, {name}", "value": row[name]})
        row[name] = str(int(row[name][:9]))
    return row
