"""A read document as plain values, to store it or to hand it from one process to another, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from resumes.review.document import Layout, Line, ReadDocument


def to_plain(document: ReadDocument) -> dict[str, Any]:
    """Values that JSON knows. What is as it usually is, is left out: a stored page takes half the room."""
    usual = asdict(Line("", 0))
    lines = [
        {"start": line.start, "length": len(line.text)}
        | {key: value for key, value in asdict(line).items() if key not in {"text", "start"} and value != usual[key]}
        for line in document.lines
    ]
    return {"text": document.text, "lines": lines, "file_kind": document.file_kind, "layout": asdict(document.layout)}


def from_plain(plain: Mapping[str, Any]) -> ReadDocument:
    """The document again; the two are equal."""
    text: str = plain["text"]
    lines = tuple(_line(text, row) for row in plain["lines"])
    layout: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in plain["layout"].items()
    }
    return ReadDocument(text, lines, plain["file_kind"], Layout(**layout))


def _line(text: str, row: Mapping[str, Any]) -> Line:
    given = {key: value for key, value in row.items() if key != "length"}
    return Line(text=text[row["start"] : row["start"] + row["length"]], **given)
