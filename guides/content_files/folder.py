"""A folder of content files, read whole."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from guides.content_files.entries import (
    CredentialEntry,
    Entry,
    FactEntry,
    ProjectionEntry,
    QuestionEntry,
    RelatedEntry,
    ResourceEntry,
    RoleEntry,
    RoleTermEntry,
    RoleWordsEntry,
    RuleEntry,
    RungEntry,
    SectionEntry,
    SettingEntry,
    SourceEntry,
    StateEntry,
    StepEntry,
    TermEntry,
    TitleEntry,
    WagesEntry,
)
from guides.content_files.nodes import Fields, Node
from guides.content_files.problems import ContentError, FileProblem, Where
from guides.content_files.reading import Reader

# What comes with the application.
CONTENT = Path(__file__).parent.parent / "content"
# Positions leave room for an editor to put something in between.
STEP = 10
_SECTION = re.compile(r"^(\d{2,5})-([A-Za-z0-9_-]+)\.md$")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# Files that stand there for people, or for the search.
_OTHERS = {"README.md", "LICENSE", "synonyms.yaml"}
_LISTS: dict[str, type[Entry]] = {
    "titles": TitleEntry,
    "settings": SettingEntry,
    "steps": StepEntry,
    "rungs": RungEntry,
    "questions": QuestionEntry,
    "related": RelatedEntry,
    "resources": ResourceEntry,
}
_TOP: dict[str, type[Entry]] = {
    "sources.yaml": SourceEntry,
    "states.yaml": StateEntry,
    "glossary.yaml": TermEntry,
    "facts.yaml": FactEntry,
    "credentials.yaml": CredentialEntry,
    "resources.yaml": ResourceEntry,
    "projections.yaml": ProjectionEntry,
}
_OF_ROLE: dict[str, type[Entry]] = {
    "glossary.yaml": TermEntry,
    "credentials.yaml": CredentialEntry,
    "facts.yaml": FactEntry,
    "states.yaml": RuleEntry,
    "sources.yaml": SourceEntry,
    "resources.yaml": ResourceEntry,
}


@dataclass
class Folder:
    """Every entry of a folder, in the order of its files, and what was wrong while reading."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)

    def of(self, kind: type[Entry]) -> list[Any]:
        """The entries of one kind."""
        return [entry for entry in self.entries if type(entry) is kind]

    def require(self) -> "Folder":
        """The folder, if nothing is wrong with it; otherwise an error that lists all that is."""
        if self.problems:
            raise ContentError(self.problems)
        return self


def files_below(path: Path) -> dict[str, str]:
    """The texts of a folder's content files, by their path inside it."""
    if not path.is_dir():
        raise ContentError([FileProblem(Where(str(path)), _("There is no such folder."))])
    texts: dict[str, str] = {}
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if hidden or name in _OTHERS or not file.is_file():
            continue
        texts[name] = _text(file.read_bytes(), name)
    return texts


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ContentError([FileProblem(Where(name), _("This file is not text in UTF-8: save it as that."))]) from error


class ListReader(Reader):
    """Reads files that hold a list of entries."""

    def list_entries(self, name: str, text: str, kind: type[Entry], **placed: Any) -> Iterator[Entry]:
        """The entries of a file; `placed` are the values that are not written in them."""
        names = kind.__dataclass_fields__
        for position, item in zip(count(STEP, STEP), self.list_of(self.document(text, name), name)):
            entry = self.entry(kind, item, placed | ({"position": position} if "position" in names else {}))
            if entry:
                yield entry


def read_folder(files: Mapping[str, str]) -> Folder:
    """Read every file; problems are collected, and entries that could not be read are left out."""
    folder = Folder()
    reader = _FolderReader(folder)
    for name, text in files.items():
        folder.entries.extend(reader.file(name, text))
    reader.check_roles(files)
    return folder


class _FolderReader(Reader):
    """Knows which file holds what."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(folder.problems)
        self.folder = folder

    def file(self, name: str, text: str) -> Iterator[Entry]:
        """The entries of one file."""
        match name.split("/"):
            case [top] if top in _TOP:
                yield from self.list_file(name, text, _TOP[top])
            case ["wages", table] if table.endswith(".yaml"):
                yield from self.wages(name, text)
            case ["roles", role, "role.yaml"]:
                yield from self.role(name, text, role)
            case ["roles", role, "terms.yaml"]:
                yield from self.terms(name, text, role)
            case ["roles", role, part] if part in _OF_ROLE:
                yield from self.list_file(name, text, _OF_ROLE[part], role=role)
            case ["roles", role, "sections", part] if _SECTION.match(part):
                yield from self.section(name, text, role, part)
            case _:
                self.refuse(Where(name), _("No file of this name belongs here: see docs/content.md for the layout."))

    def check_roles(self, files: Mapping[str, str]) -> None:
        """Every folder of a role needs its role.yaml."""
        slugs = {name.split("/")[1] for name in files if name.startswith("roles/") and name.count("/") > 1}
        for slug in sorted(slugs):
            if f"roles/{slug}/role.yaml" not in files:
                self.refuse(Where(f"roles/{slug}"), _("This role has no role.yaml: add it with its slug and title."))

    def list_file(self, name: str, text: str, kind: type[Entry], *, role: str = "") -> Iterator[Entry]:
        yield from self.entries(self.document(text, name), name, kind, role=role)

    def entries(self, node: Node | None, what: str, kind: type[Entry], *, role: str = "") -> Iterator[Entry]:
        for position, item in zip(count(STEP, STEP), self.list_of(node, what)):
            if kind is CredentialEntry:
                yield from self.credential(item, position)
            elif kind is FactEntry:
                yield from self.fact(item, position, prefix=role, role=role)
            else:
                names = kind.__dataclass_fields__
                placed = {"role": role, "position": position}
                entry = self.entry(kind, item, {name: value for name, value in placed.items() if name in names})
                if entry:
                    yield entry

    def fact(
        self, node: Fields, position: int, *, prefix: str, role: str = "", credential: str = ""
    ) -> Iterator[Entry]:
        entry = self.entry(FactEntry, node, {"role": role, "credential": credential, "position": position})
        if entry:
            key = f"{prefix}/{entry.key}" if prefix else entry.key
            yield replace(entry, key=key)

    def credential(self, node: Fields, position: int) -> Iterator[Entry]:
        entry = self.entry(CredentialEntry, node, {"position": position}, besides=["facts"])
        if entry is None:
            return
        yield entry
        for place, item in zip(count(STEP, STEP), self.list_of(node.nodes.get("facts"), "facts")):
            yield from self.fact(item, place, prefix=entry.slug, credential=entry.slug)

    def wages(self, name: str, text: str) -> Iterator[Entry]:
        node = self.fields(self.document(text, name), name)
        if node is None:
            return
        rows = self.wage_rows(node.nodes.get("columns"), node.nodes.get("rows"), node.where)
        entry = self.entry(WagesEntry, node, {"rows": rows}, besides=["columns", "rows"])
        if entry and name != f"wages/{entry.soc}.yaml":
            self.refuse(entry.where, _("The file must be named for its SOC code: wages/%s.yaml.") % entry.soc)
        elif entry:
            yield entry

    def role(self, name: str, text: str, slug: str) -> Iterator[Entry]:
        node = self.fields(self.document(text, name), name)
        if node is None:
            return
        entry = self.entry(RoleEntry, node, {}, besides=[*_LISTS])
        if entry and entry.slug != slug:
            text = _("The folder is named “%(folder)s”, and the slug is “%(slug)s”: make them the same.")
            self.refuse(entry.where, text % {"folder": slug, "slug": entry.slug})
        elif entry:
            yield entry
        for part, kind in _LISTS.items():
            yield from self.entries(node.nodes.get(part), part, kind, role=slug)

    def terms(self, name: str, text: str, role: str) -> Iterator[Entry]:
        node = self.fields(self.document(text, name), name)
        if node is None:
            return
        entry = self.entry(RoleWordsEntry, node, {"role": role}, besides=["terms"])
        if entry:
            yield entry
        yield from self.entries(node.nodes.get("terms"), "terms", RoleTermEntry, role=role)

    def section(self, name: str, text: str, role: str, file: str) -> Iterator[Entry]:
        front, named = _FRONT.match(text), _SECTION.match(file)
        if front is None or named is None:
            self.refuse(Where(name, 1), _("Begin the file with its front matter between two lines of “---”."))
            return
        node = self.fields(self.document(front[1], name, first_line=2), name)
        if node is None:
            return
        rest = text[front.end() :]
        body_line = text[: front.end()].count("\n") + 1 + (len(rest) - len(rest.lstrip("\n")))
        placed = {"role": role, "slug": named[2], "position": int(named[1])}
        entry = self.entry(SectionEntry, node, {**placed, "body": rest.strip("\n").rstrip(), "body_line": body_line})
        if entry:
            yield entry

    def fields(self, node: Node | None, name: str) -> Fields | None:
        """The keys of a file that holds one entry."""
        if isinstance(node, Fields):
            return node
        if not any(problem.where.file == name for problem in self.problems):
            self.refuse(Where(name), _("This file must hold keys with values."))
        return None
