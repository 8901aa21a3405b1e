"""YAML as plain nodes with their lines.

Scalars stay as they were written, and take their type from the field they fill: `national: no` is the word “no”,
and `fips: 01` keeps its nought. Tags, anchors and aliases have no use here and are refused, so a file can neither
make objects nor blow up in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from django.utils.translation import gettext as _

from guides.content_files.problems import FileProblem, Where
from kit.plain_yaml import LOADER

_DEEPEST = 8
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Scalar:
    """One value, as written."""

    text: str
    is_quoted: bool
    where: Where

    @property
    def is_null(self) -> bool:
        """Whether it says “nothing”."""
        return not self.is_quoted and self.text in _NULLS


@dataclass(frozen=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    where: Where


@dataclass(frozen=True)
class Fields:
    """Keys with their values."""

    nodes: dict[str, "Node"]
    where: Where


Node = Scalar | Items | Fields


class UnreadableError(Exception):
    """The text is not YAML, or not of the kind we take."""

    def __init__(self, problem: FileProblem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def parse_yaml(text: str, file: str, *, first_line: int = 1) -> Node | None:
    """The one document of a file as nodes; nothing where the file is empty."""
    try:
        return _Builder(text, file, first_line).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + first_line if mark else 0
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or _("it cannot be read")
        message = _("This is not valid YAML: %s. Quote texts that hold a colon or begin with a special sign.") % said
        raise UnreadableError(FileProblem(Where(file, line), message)) from error


class _Builder:
    """Builds nodes from the events of the parser."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=LOADER))

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self.refuse(event, _("Keep one document in the file: take out the second “---”."))
                node = self.node(next(self.events), 0)
        return None if isinstance(node, Scalar) and node.is_null else node

    def node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.refuse(event, _("References (& and *) are not used here: write the text out."))
        if getattr(event, "tag", None):
            self.refuse(
                event, _("Tags such as “%s” are not used here: write the plain value.") % getattr(event, "tag", "")
            )
        if depth > _DEEPEST:
            self.refuse(event, _("This is nested too deep."))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.items(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.fields(event, depth)
        text, implicit = getattr(event, "value", ""), getattr(event, "implicit", (True, False))
        return Scalar(text, not implicit[0], self.where(event))

    def items(self, start: yaml.Event, depth: int) -> Items:
        nodes: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            nodes.append(self.node(event, depth + 1))
        return Items(tuple(nodes), self.where(start))

    def fields(self, start: yaml.Event, depth: int) -> Fields:
        nodes: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                self.refuse(event, _("A key must be a word."))
            elif key.text in nodes:
                self.refuse(event, _("The key “%s” stands twice in this entry: keep one.") % key.text)
            else:
                nodes[key.text] = self.node(next(self.events), depth + 1)
        return Fields(nodes, self.where(start))

    def where(self, event: yaml.Event) -> Where:
        line = event.start_mark.line if event.start_mark else 0
        return Where(self.file, line + self.first_line)

    def refuse(self, event: yaml.Event, message: str) -> None:
        raise UnreadableError(FileProblem(self.where(event), message))
