"""Reads labelled answers: the tags are taken out, and their places kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from interviews.feedback.result import PART_OF, Kind, Part, Place, Span

HERE: Final = Path(__file__).parent
_TAG: Final = re.compile(r"\[([STAR])\s+|[\]{}<>]")


class MarkupError(ValueError):
    """The tags of an answer do not fit together."""


@dataclass(frozen=True)
class Marked:
    """An answer and what people say about it."""

    name: str
    question: str
    kind: Kind | None
    role: str
    on_topic: bool
    duration_s: float | None
    text: str
    spans: tuple[Span, ...]
    fillers: tuple[Place, ...]
    hedges: tuple[Place, ...]
    thin: frozenset[str]
    quantified: bool
    quality: int
    advice: tuple[str, ...]
    source: str = ""

    @property
    def author(self) -> str:
        """Who wrote it: the name of the file without its number."""
        return self.source.partition("-")[0]

    def has(self, part: Part) -> bool:
        """Could a listener retell this part?"""
        return any(PART_OF[span.label] == part and span.label not in self.thin for span in self.spans)


def answers(folder: str = "answers") -> list[Marked]:
    """All labelled answers of a folder, by file and place."""
    files = sorted(file for file in (HERE / folder).glob("*.yaml") if file.name != "mismatched.yaml")
    return [_answer(row, file.stem) for file in files for row in yaml.safe_load(file.read_text(encoding="utf-8"))]


def mismatched(folder: str = "held_out") -> dict[str, list[dict[str, str]]]:
    """Pairs of an answer with questions that it does not answer, and with its own question in other words."""
    file = HERE / folder / "mismatched.yaml"
    pairs: dict[str, list[dict[str, str]]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return pairs


def _answer(row: dict[str, Any], source: str) -> Marked:
    text, spans, fillers, hedges = unmarked(row["text"].strip(), row["id"])
    return Marked(
        name=row["id"],
        question=row["question"],
        kind=row.get("type"),
        role=row.get("role") or "",
        on_topic=row["on_topic"],
        duration_s=row.get("duration_s"),
        text=text,
        spans=spans,
        fillers=fillers,
        hedges=hedges,
        thin=frozenset(row.get("thin") or ()),
        quantified=row["quantified"],
        quality=row["quality"],
        advice=tuple(row["advice"]),
        source=source,
    )


@dataclass
class _Reading:
    """The text so far, and what is open."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    opened: dict[str, tuple[str, int]] = field(default_factory=dict)
    found: dict[str, list[tuple[str, int, int]]] = field(default_factory=lambda: {"]": [], "}": [], ">": []})

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def open(self, closing: str, label: str) -> None:
        if closing in self.opened:
            raise MarkupError(f"a second tag opens before “{closing}”")
        self.opened[closing] = (label, self.length)

    def close(self, closing: str) -> None:
        if closing not in self.opened:
            raise MarkupError(f"“{closing}” closes nothing")
        label, start = self.opened.pop(closing)
        self.found[closing].append((label, start, self.length))


def unmarked(marked: str, name: str) -> tuple[str, tuple[Span, ...], tuple[Place, ...], tuple[Place, ...]]:
    """The text without its tags, then its spans, fillers and hedges."""
    reading, at = _Reading(), 0
    for tag in _TAG.finditer(marked):
        reading.add(marked[at : tag.start()])
        at = tag.end()
        try:
            _take(reading, tag)
        except MarkupError as error:
            raise MarkupError(f"{name}: {error}") from error
    reading.add(marked[at:])
    if reading.opened:
        raise MarkupError(f"{name}: a tag is never closed: {sorted(reading.opened)}")
    spans = tuple(Span(label, start, end) for label, start, end in reading.found["]"])  # type: ignore[arg-type]
    return "".join(reading.parts), spans, _places(reading.found["}"]), _places(reading.found[">"])


def _take(reading: _Reading, tag: re.Match[str]) -> None:
    if tag[0][0] == "[":
        reading.open("]", tag[1])
    elif tag[0] in "{<":
        reading.open({"{": "}", "<": ">"}[tag[0]], "")
    else:
        reading.close(tag[0])


def _places(found: Sequence[tuple[str, int, int]]) -> tuple[Place, ...]:
    return tuple(Place(start, end) for _, start, end in found)
