"""A document as it was read: its text, line by line, and what its layout would do to a program that reads it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

FileKind = Literal["pdf", "docx", "odt", "rtf", "txt", "md"]
LineKind = Literal["text", "bullet", "heading", "table", "header", "footer", "text_box"]


@dataclass(frozen=True)
class Line:
    """One paragraph, bullet or heading; an empty one is a blank line. `document.text[start:end]` is its text.

    A bullet's mark is part of the text. A tab parts what stands side by side: a date at the right edge, the cells of a
    row, the pieces of a line that a wide gap divides. There is no other white space but single spaces.
    What a format does not tell is None: a text file has no sizes, a DOCX no places on a page.
    """

    text: str
    start: int
    kind: LineKind = "text"
    # The bullet's mark, such as "•", "-" or "1."; "•" where the file draws a bullet that is no character.
    mark: str = ""
    # How many characters of `text` the mark and the space behind it take.
    mark_length: int = 0
    # How deep a list item lies, from 0; how deep a heading does, from 1, or 0 where the file does not say.
    level: int = 0
    page: int = 1
    # Which column of the page, from 0, left to right; lines over the whole width are in column 0.
    column: int = 0
    # Points from the page's left and top edge.
    x: float | None = None
    y: float | None = None
    # The largest font size in points, and whether most of the line is bold or italic.
    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str = ""
    # Text that the file sets at the far right of the same line, often dates, is part of `text`: it stands behind the
    # last tab, and begins at this index of `text`.
    rail: int | None = None

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)

    @property
    def body(self) -> str:
        """The text without a bullet's mark."""
        return self.text[self.mark_length :]

    @property
    def body_start(self) -> int:
        """The offset at which the text without the mark begins."""
        return self.start + self.mark_length


@dataclass(frozen=True)
class Layout:
    """What the layout holds that programs read badly, and what a person cannot see."""

    pages: int = 1
    # The most columns of running text that stand side by side; dates at the right edge are no column.
    columns: int = 1
    tables: int = 0
    text_boxes: int = 0
    images: int = 0
    # Whether a picture has the size and place of a photo of a person.
    has_photo: bool = False
    # Text in a page's header or footer, which many programs skip.
    in_headers: tuple[str, ...] = ()
    # Text that nobody sees: white, tiny, off the page, without ink, or marked hidden. It is not part of the text.
    hidden: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadDocument:
    """A document in reading order. The text is the lines joined by line ends; never two empty lines in a row."""

    text: str
    lines: tuple[Line, ...]
    file_kind: FileKind = "txt"
    layout: Layout = field(default_factory=Layout)

    @cached_property
    def words(self) -> int:
        """How many words it has: runs of characters between white space that hold a letter or a digit."""
        return sum(any(sign.isalnum() for sign in word) for word in self.text.split())

    def line_at(self, offset: int) -> Line | None:
        """The line that holds the offset."""
        return next((line for line in self.lines if line.start <= offset <= line.end), None)
