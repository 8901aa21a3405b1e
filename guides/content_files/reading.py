"""Turns nodes into entries, and collects what is wrong on the way."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar, get_type_hints

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from guides.content_files.entries import Entry, WageRow
from guides.content_files.nodes import Fields, Items, Node, Scalar, UnreadableError, parse_yaml
from guides.content_files.problems import FileProblem, Where

E = TypeVar("E", bound=Entry)
_YES, _NO = {"true", "yes", "on"}, {"false", "no", "off"}


class BadValueError(Exception):
    """A value that does not fit its field; the message says what would."""


class Reader:
    """Reads nodes of one folder; problems pile up in one list, so that all are told at once."""

    def __init__(self, problems: list[FileProblem]) -> None:
        self.problems = problems

    def refuse(self, where: Where, message: str) -> None:
        """Note something to mend."""
        self.problems.append(FileProblem(where, message))

    def document(self, text: str, file: str, *, first_line: int = 1) -> Node | None:
        """The nodes of a file; nothing where it is empty or cannot be read."""
        try:
            return parse_yaml(text, file, first_line=first_line)
        except UnreadableError as error:
            self.problems.append(error.problem)
            return None

    def list_of(self, node: Node | None, what: str) -> Iterator[Fields]:
        """The entries of a list."""
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return
        if not isinstance(node, Items):
            self.refuse(node.where, _("%s must be a list: begin each entry with “- ”.") % what)
            return
        for item in node.nodes:
            if isinstance(item, Fields):
                yield item
            else:
                self.refuse(item.where, _("Each entry of %s must be keys with values.") % what)

    def entry(self, kind: type[E], node: Fields, placed: Mapping[str, Any], *, besides: Sequence[str] = ()) -> E | None:
        """An entry out of its keys; nothing where a key is unknown, missing, or does not fit.

        `besides` are keys that the caller reads; `placed` are the values that are not written in the entry.
        """
        written = _written(kind)  # type: ignore[arg-type]
        known = {name: spec for name, spec in written.items() if name not in placed}
        self._refuse_unknown(node, [*known, *besides])
        values: dict[str, Any] = {}
        for name, spec in known.items():
            found = node.nodes.get(name)
            if found is None or (isinstance(found, Scalar) and found.is_null):
                if spec.default is MISSING:
                    self.refuse(node.where, _("“%s” is missing.") % name)
                    values[name] = MISSING
                continue
            values[name] = self._value(kind, spec, found)
        if MISSING in values.values():
            return None
        return kind(where=node.where, **placed, **values)

    def _refuse_unknown(self, node: Fields, known: Sequence[str]) -> None:
        for name, value in node.nodes.items():
            if name not in known:
                like = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=60)
                hint = _("Did you mean “%s”?") % like[0] if like else _("Known keys: %s.") % ", ".join(known)
                self.refuse(value.where, _("The key “%(key)s” is unknown. %(hint)s") % {"key": name, "hint": hint})

    def _value(self, kind: type[Entry], spec: "Field[Any]", node: Node) -> Any:
        try:
            if spec.metadata.get("lines"):
                return "\n".join(_words(node))
            return convert(node, _hints(kind)[spec.name])  # type: ignore[arg-type]
        except BadValueError as error:
            self.refuse(node.where, f"{spec.name}: {error}")
            return MISSING

    def wage_rows(self, columns: Node | None, rows: Node | None, where: Where) -> tuple[WageRow, ...]:
        """The rows of a table of pay."""
        names = self._columns(columns, where)
        if names is None or not isinstance(rows, Items):
            if not isinstance(rows, Items):
                self.refuse(where, _("“rows” must be a list of rows."))
            return ()
        return tuple(row for node in rows.nodes if (row := self._wage_row(node, names)) is not None)

    def _columns(self, node: Node | None, where: Where) -> list[str] | None:
        if node is None:
            self.refuse(where, _("“%s” is missing.") % "columns")
            return None
        known = [spec.name for spec in fields(WageRow)]
        try:
            names = [*_words(node)]
        except BadValueError as error:
            self.refuse(node.where, f"columns: {error}")
            return None
        wrong = [name for place, name in enumerate(names) if name not in known or name in names[:place]]
        if wrong:
            self.refuse(node.where, _("These columns are unknown or stand twice: %s.") % ", ".join(wrong))
        return None if wrong else names

    def _wage_row(self, node: Node, names: list[str]) -> WageRow | None:
        if not isinstance(node, Items) or len(node.nodes) != len(names):
            cells = len(node.nodes) if isinstance(node, Items) else 1
            text = _("This row has %(cells)d cells, and the table has %(columns)d columns.")
            self.refuse(node.where, text % {"cells": cells, "columns": len(names)})
            return None
        values: dict[str, Any] = {}
        for name, cell in zip(names, node.nodes, strict=True):
            try:
                if not (isinstance(cell, Scalar) and cell.is_null):
                    values[name] = convert(cell, _hints(WageRow)[name])
            except BadValueError as error:
                self.refuse(cell.where, f"{name}: {error}")
                return None
        return WageRow(**values)


@lru_cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@lru_cache
def _written(kind: Any) -> dict[str, "Field[Any]"]:
    """The fields that are written in an entry of this kind."""
    skipped = {*kind.PLACED, "body_line"} - ({"position"} if kind.NOUN == "role" else set())
    return {spec.name: spec for spec in fields(kind) if spec.name not in skipped}


def convert(node: Node, hint: Any) -> Any:
    """The value of a node for a field of that type, or an error that says what would fit."""
    if hint == tuple[str, ...]:
        return tuple(_words(node))
    if not isinstance(node, Scalar):
        raise BadValueError(_("write one value here, not a list or keys."))
    return _CONVERTERS[hint](node.text.strip())


def _words(node: Node) -> Iterator[str]:
    if not isinstance(node, Items):
        raise BadValueError(_("write a list here, such as [one, two]."))
    for item in node.nodes:
        if not isinstance(item, Scalar):
            raise BadValueError(_("the list holds words only."))
        yield item.text.strip()


def _flag(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise BadValueError(_("write true or false, not “%s”.") % text)
    return text.lower() in _YES


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,12}", text):
        raise BadValueError(_("write a whole number without commas, not “%s”.") % text)
    return int(text)


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise BadValueError(_("write a number without signs or commas, not “%s”.") % text)
    return number


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadValueError(_("write a day of the calendar as 2026-11-23, not “%s”.") % text)


_CONVERTERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    bool: _flag,
    int: _whole,
    int | None: _whole,
    Decimal | None: _number,
    date | None: _day,
}
