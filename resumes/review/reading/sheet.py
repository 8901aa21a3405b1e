"""The sheet on which every format lays its paragraphs, and which becomes the document's text with its offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resumes.review.document import FileKind, Layout, Line, LineKind, ReadDocument
from resumes.review.reading.letters import TAB, clean, close_up, is_spaced, squeeze
from resumes.review.reading.marks import split_mark, without_icons


@dataclass(slots=True)
class Paragraph:
    """What will be one line: its text without a mark that the file sets by itself, and how it looks."""

    text: str
    kind: LineKind = "text"
    mark: str = ""
    level: int = 0
    page: int = 1
    column: int = 0
    x: float | None = None
    y: float | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str = ""
    # The text behind the last tab stands at the far right.
    has_rail: bool = False
    # A gap stands above it.
    is_apart: bool = False


def build(paragraphs: Iterable[Paragraph], file_kind: FileKind, layout: Layout) -> ReadDocument:
    """Lay the paragraphs one below the other."""
    lines: list[Line] = []
    start = 0
    for paragraph in paragraphs:
        for line in _lines_of(paragraph, after=lines[-1] if lines else None):
            placed = Line(**{**line, "start": start})  # type: ignore[arg-type]
            lines.append(placed)
            start = placed.end + 1
    return ReadDocument("\n".join(line.text for line in lines), tuple(lines), file_kind, layout)


def _lines_of(paragraph: Paragraph, *, after: Line | None) -> list[dict[str, object]]:
    """The line, and the blank one above it."""
    text = tidy(paragraph.text)
    mark, body = (paragraph.mark, text) if paragraph.mark else _typed_mark(text, paragraph.kind)
    body = squeeze(without_icons(body))
    if not _says_something(body):
        return []
    shown = f"{mark} {body}" if mark else body
    kind: LineKind = "bullet" if mark and paragraph.kind in {"text", "bullet", "heading"} else paragraph.kind
    line: dict[str, object] = {
        "text": shown,
        "kind": "text" if kind == "bullet" and not mark else kind,
        "mark": mark,
        "mark_length": len(mark) + 1 if mark else 0,
        "rail": shown.rfind(TAB) + 1 if paragraph.has_rail and TAB in shown else None,
        **{name: getattr(paragraph, name) for name in _LOOKS},
    }
    is_apart = paragraph.is_apart and after is not None and bool(after.text)
    return [{"text": "", "page": paragraph.page, "column": paragraph.column}, line] if is_apart else [line]


_LOOKS = ("level", "page", "column", "x", "y", "size", "bold", "italic", "font")


def _typed_mark(text: str, kind: LineKind) -> tuple[str, str]:
    """A mark that was typed as part of the text."""
    return split_mark(text) if kind != "table" else ("", text)


def tidy(text: str) -> str:
    """One clean line; letters that stand apart are joined."""
    text = clean(text).replace("\n", " ")
    pieces = [close_up(piece) if is_spaced(piece) else piece for piece in text.split(TAB)]
    return squeeze(TAB.join(pieces))


_ORNAMENT = re.compile(r"[\W_]*")


def _says_something(text: str) -> bool:
    return not _ORNAMENT.fullmatch(text)
