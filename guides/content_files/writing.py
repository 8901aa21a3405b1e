"""Writes entries as content files, so that reading them gives the same entries again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any

import yaml

from guides.content_files.entries import (
    PLACED,
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
    WageRow,
    WagesEntry,
)
from guides.content_files.folder import STEP

_TOP: dict[str, type[Entry]] = {
    "sources.yaml": SourceEntry,
    "states.yaml": StateEntry,
    "glossary.yaml": TermEntry,
    "projections.yaml": ProjectionEntry,
}
_LISTS: dict[str, type[Entry]] = {
    "titles": TitleEntry,
    "settings": SettingEntry,
    "steps": StepEntry,
    "rungs": RungEntry,
    "questions": QuestionEntry,
    "related": RelatedEntry,
}


class _Line(list[Any]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and figures as they are."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _figure(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    text = format(number.normalize(), "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


def _line(dumper: yaml.SafeDumper, items: _Line) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _figure)
_Dumper.add_representer(_Line, _line)


def write_files(entries: Iterable[Entry]) -> dict[str, str]:
    """Content files for the entries, by path; entries of one noun are written in order of position."""
    by_kind: defaultdict[type[Entry], list[Any]] = defaultdict(list)
    for entry in entries:
        by_kind[type(entry)].append(entry)
    for found in by_kind.values():
        found.sort(key=lambda entry: getattr(entry, "position", 0))
    files = dict(_shared(by_kind))
    for role in by_kind[RoleEntry]:
        files |= _of_role(role, by_kind)
    return {name: text for name, text in files.items() if text}


def _shared(by_kind: dict[type[Entry], list[Any]]) -> Iterator[tuple[str, str]]:
    for name, kind in _TOP.items():
        yield name, _list(by_kind[kind])
    owners = {entry.slug for kind in (RoleEntry, CredentialEntry) for entry in by_kind[kind]}
    shared = [
        entry for entry in by_kind[FactEntry] if entry.key.partition("/")[0] not in owners or "/" not in entry.key
    ]
    yield "facts.yaml", _list(shared)
    yield "resources.yaml", _list([entry for entry in by_kind[ResourceEntry] if not entry.role])
    credentials = [
        _credential(entry, _facts_below(entry.slug, by_kind[FactEntry])) for entry in by_kind[CredentialEntry]
    ]
    yield "credentials.yaml", _dump(credentials)
    for entry in by_kind[WagesEntry]:
        yield f"wages/{entry.soc}.yaml", _wages(entry)


def _credential(entry: CredentialEntry, facts: list[dict[str, Any]]) -> dict[str, Any]:
    return {**_keys(entry), **({"facts": facts} if facts else {})}


def _facts_below(slug: str, facts: Sequence[FactEntry]) -> list[dict[str, Any]]:
    """The facts of a role or credential, their keys without its slug."""
    own = (fact for fact in facts if fact.key.startswith(f"{slug}/"))
    return [{**_keys(fact), "key": fact.key.removeprefix(f"{slug}/")} for fact in own]


def _of_role(role: RoleEntry, by_kind: dict[type[Entry], list[Any]]) -> Iterator[tuple[str, str]]:
    folder = f"roles/{role.slug}"

    def own(kind: type[Entry]) -> list[Any]:
        return [entry for entry in by_kind[kind] if entry.role == role.slug]

    lists = {name: [_keys(entry) for entry in own(kind)] for name, kind in _LISTS.items()}
    yield f"{folder}/role.yaml", _dump({**_keys(role), **{name: found for name, found in lists.items() if found}})
    yield f"{folder}/facts.yaml", _dump(_facts_below(role.slug, by_kind[FactEntry]))
    yield f"{folder}/states.yaml", _list(own(RuleEntry))
    yield f"{folder}/resources.yaml", _list(own(ResourceEntry))
    yield f"{folder}/terms.yaml", _terms(own(RoleWordsEntry), own(RoleTermEntry))
    sections = own(SectionEntry)
    places = [section.position for section in sections]
    if places != sorted({*places} - {0}):
        places = [(number + 1) * STEP for number in range(len(sections))]
    for place, section in zip(places, sections, strict=True):
        yield f"{folder}/sections/{place:03d}-{section.slug}.md", _section(section)


def _terms(words: Sequence[RoleWordsEntry], terms: Sequence[RoleTermEntry]) -> str:
    keys = {name: value for entry in words for name, value in _keys(entry).items()}
    return _dump({**keys, **({"terms": [_keys(term) for term in terms]} if terms else {})})


def _section(entry: SectionEntry) -> str:
    front = {name: value for name, value in _keys(entry).items() if name not in {"slug", "body"}}
    body = f"{entry.body}\n" if entry.body else ""
    return f"---\n{_dump(front)}---\n{body}"


def _wages(entry: WagesEntry) -> str:
    names = [spec.name for spec in fields(WageRow)]
    head = {"soc": entry.soc, "as_of": entry.as_of, "source": entry.source, "columns": _Line(names)}
    rows = [_Line(getattr(row, name) for name in names) for row in entry.rows]
    # One row a line, however long.
    return _dump({**head, "rows": rows}, width=10_000)


def _list(entries: Sequence[Entry]) -> str:
    return _dump([_keys(entry) for entry in entries])


def _keys(entry: Entry) -> dict[str, Any]:
    """The keys of an entry as they are written: what is as usual is left out."""
    skipped = {*PLACED, "body_line"} - ({"position"} if isinstance(entry, RoleEntry) else set())
    keys: dict[str, Any] = {}
    for spec in fields(entry):
        value = getattr(entry, spec.name)
        if spec.name not in skipped and (spec.default is MISSING or value != spec.default):
            keys[spec.name] = _written(value, lines=bool(spec.metadata.get("lines")))
    return keys


def _written(value: Any, *, lines: bool) -> Any:
    if lines:
        return [line for line in value.split("\n") if line.strip()]
    return _Line(value) if isinstance(value, tuple) else value


def _dump(value: Any, *, width: int = 110) -> str:
    if not value:
        return ""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)
