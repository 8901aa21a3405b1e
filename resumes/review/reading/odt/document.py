"""A whole OpenDocument text: its content and its pages' headers and footers, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resumes.review.document import Layout, LineKind, ReadDocument
from resumes.review.reading.archive import Archive, Element
from resumes.review.reading.flow import finish, usual_fonts
from resumes.review.reading.grid import columns_in, lay
from resumes.review.reading.headings import is_page_number
from resumes.review.reading.odt.names import attribute, child, local, points, whole
from resumes.review.reading.odt.styles import Styles, bullet, is_ground
from resumes.review.reading.refusals import refusal
from resumes.review.reading.runs import SOFT_END, Look, Run, Seen, dress, is_hidden, split
from resumes.review.reading.seen import count_pictures, keep_hidden, looks_like_photo
from resumes.review.reading.sheet import Paragraph, build

_SKIPPED = frozenset(
    {
        "tracked-changes",
        "annotation",
        "annotation-end",
        "note",
        "ruby-text",
        "sequence-decls",
        "forms",
        "variable-decls",
    }
)
_WRAPPERS = frozenset(
    {"section", "index-body", "table-of-content", "user-index", "illustration-index", "numbered-paragraph"}
)
_SHAPES = frozenset({"frame", "g", "custom-shape"})
_MOST_SPACES = 100


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands."""

    kind: LineKind = "text"
    is_shaded: bool = False
    # The list's style and how deep the item lies; no list below 0.
    list_style: str | None = None
    level: int = -1


def read_odt(archive: Archive) -> ReadDocument:
    """The document's text in reading order: page headers first, page footers last."""
    content, page_styles = archive.tree("content.xml"), archive.tree("styles.xml")
    text = child(content, "body", "text")
    if text is None:
        raise refusal("damaged")
    reader = _Reader(Styles([page_styles, content]))
    main = list(reader.read(text, _Place()))
    heads, feet = _edges(page_styles, reader, "header"), _edges(page_styles, reader, "footer")
    seen = reader.seen
    layout = Layout(
        pages=max(1 + seen.rendered_ends + seen.page_ends, _pages(archive)),
        columns=min(max(seen.columns, _page_columns(page_styles)), 9),
        tables=seen.tables,
        text_boxes=seen.text_boxes,
        images=count_pictures(seen.pictures),
        has_photo=any(width and looks_like_photo(width, height) for width, height in seen.pictures),
        in_headers=tuple(part.text for part in (*heads, *feet)),
        hidden=tuple(seen.hidden),
        fonts=usual_fonts(seen.fonts),
    )
    return build(finish([*heads, *main, *feet]), "odt", layout)


def _pages(archive: Archive) -> int:
    """The pages that the program counted when it saved."""
    statistic = child(archive.tree("meta.xml"), "meta", "document-statistic")
    return whole(attribute(statistic, "page-count"), 1)


def _edges(page_styles: Element | None, reader: "_Reader", name: str) -> list[Paragraph]:
    """The pages' headers or footers, each text once, without page numbers."""
    found: dict[str, Paragraph] = {}
    kind: LineKind = "header" if name == "header" else "footer"
    masters = child(page_styles, "master-styles")
    for edge in (edge for master in (masters if masters is not None else ()) for edge in master):
        if local(edge) in {name, f"{name}-first", f"{name}-left"} and attribute(edge, "display") != "false":
            for part in reader.read(edge, _Place(kind)):
                if part.text and not is_page_number(part.text):
                    found.setdefault(part.text, part)
    return list(found.values())


def _page_columns(page_styles: Element | None) -> int:
    """Columns that the page itself has."""
    counts = [
        whole(attribute(element, "column-count"), 1)
        for element in (page_styles.iter() if page_styles is not None else ())
        if local(element) == "columns"
    ]
    return max(counts, default=1)


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.seen = Seen()
        self._counts: dict[tuple[str | None, int], int] = {}

    def read(self, part: Element, place: _Place) -> Iterator[Paragraph]:
        """All paragraphs below the element; an empty one stands for a gap."""
        for element in part:
            name = local(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, place)
            elif name == "list":
                yield from self._list(element, place)
            elif name == "table":
                yield from self._table(element, place)
            elif name in _SHAPES:
                yield from self._drawn(element, place)
            elif name in _WRAPPERS:
                yield from self._section(element, place)
            elif name == "soft-page-break":
                self.seen.rendered_ends += 1

    def _section(self, section: Element, place: _Place) -> Iterator[Paragraph]:
        self.seen.columns = max(self.seen.columns, self._styles.columns("section", attribute(section, "style-name")))
        if attribute(section, "display") != "none":
            yield from self.read(section, place)

    def _list(self, element: Element, place: _Place) -> Iterator[Paragraph]:
        style = attribute(element, "style-name") or place.list_style
        level = place.level + 1
        if attribute(element, "continue-numbering") != "true" and not attribute(element, "continue-list"):
            self._counts[style, level] = 0
        for item in element:
            inside = replace(place, list_style=style, level=level)
            for number, paragraph in enumerate(self.read(item, inside)):
                is_first = (
                    number == 0 and local(item) == "list-item" and not paragraph.mark and paragraph.kind == "text"
                )
                yield replace(paragraph, mark=self._mark(style, level), level=level) if is_first else paragraph

    def _mark(self, style: str | None, level: int) -> str:
        definition = self._styles.list_level(style, level)
        form = attribute(definition, "num-format")
        if definition is None or local(definition) != "list-level-style-number":
            return bullet(definition)
        count = self._counts[style, level] = self._counts.get((style, level), 0) + 1
        if not form:
            return ""
        shown = chr(ord(form) + (count - 1) % 26) if form in {"a", "A"} else str(count)
        return f"{attribute(definition, 'num-prefix') or ''}{shown}{attribute(definition, 'num-suffix') or ''}".strip()

    def _table(self, table: Element, place: _Place) -> Iterator[Paragraph]:
        self.seen.tables += 1
        rows = [
            [list(self._cell(cell, place)) for cell in _found(row, "table-cell")] for row in _found(table, "table-row")
        ]
        self.seen.columns = max(self.seen.columns, columns_in(rows))
        yield from lay(rows)

    def _cell(self, cell: Element, place: _Place) -> Iterator[Paragraph]:
        ground = self._styles.says(
            "table-cell", attribute(cell, "style-name"), "table-cell-properties", "background-color"
        )
        is_shaded = place.is_shaded or bool(is_ground(ground))
        return self.read(cell, _Place(place.kind, is_shaded))

    def _drawn(self, shape: Element, place: _Place) -> Iterator[Paragraph]:
        """A frame with its text or picture, a shape that text was typed in, or a group of them."""
        name = local(shape)
        if name == "g":
            for part in shape:
                yield from self._drawn(part, place)
        elif name == "custom-shape":
            yield from self._box(shape, shape, place)
        elif (box := child(shape, "text-box")) is not None:
            yield from self._box(shape, box, place)
        elif child(shape, "image") is not None:
            self.seen.pictures.append((points(attribute(shape, "width")), points(attribute(shape, "height"))))

    def _box(self, shape: Element, box: Element, place: _Place) -> Iterator[Paragraph]:
        style = attribute(shape, "style-name")
        ground = self._styles.says("graphic", style, "graphic-properties", "background-color")
        fill = self._styles.says("graphic", style, "graphic-properties", "fill")
        is_shaded = place.is_shaded or bool(is_ground(ground)) or fill not in {None, "none"}
        kind: LineKind = "text_box" if place.kind == "text" else place.kind
        paragraphs = list(self.read(box, _Place(kind, is_shaded)))
        self.seen.text_boxes += any(part.text for part in paragraphs)
        yield from paragraphs

    def _paragraph(self, element: Element, place: _Place) -> Iterator[Paragraph]:
        style = attribute(element, "style-name")
        if self._styles.says("paragraph", style, "paragraph-properties", "break-before") == "page":
            self.seen.page_ends += 1
        made = Paragraph("", kind=place.kind, page=1 + self.seen.rendered_ends + self.seen.page_ends)
        frames: list[Element] = []
        shown: list[Run] = []
        hidden: list[str] = []
        for text, look in self._runs(element, self._styles.paragraph_look(style), frames):
            if is_hidden(look, is_shaded=place.is_shaded):
                hidden.append(text)
            else:
                shown.append((text, look))
        keep_hidden(self.seen.hidden, "".join(hidden))
        dress(made, shown, self.seen.fonts)
        self._call_heading(made, element, style)
        yield from split(made, shown, has_right_stop=self._styles.has_right_stop(style))
        for frame in frames:
            yield from self._drawn(frame, place)

    def _call_heading(self, made: Paragraph, element: Element, style: str | None) -> None:
        names = self._styles.names(style)
        if local(element) == "h":
            made.level = min(whole(attribute(element, "outline-level"), 1), 9)
        if made.kind == "text" and (local(element) == "h" or names & {"title", "subtitle"}):
            made.kind = "heading"

    def _runs(self, element: Element, look: Look, frames: list[Element]) -> Iterator[Run]:
        """The text below the element with its look; frames are kept for later."""
        yield element.text or "", look
        for part in element:
            name = local(part)
            if name in _SHAPES:
                frames.append(part)
            elif name in _SIGNS or name == "s":
                yield _sign(part), look
            elif name == "soft-page-break":
                self.seen.rendered_ends += 1
            elif name in {"hidden-text", "hidden-paragraph"}:
                keep_hidden(self.seen.hidden, attribute(part, "string-value") or part.text or "")
            elif name not in _SKIPPED:
                own = self._styles.look("text", attribute(part, "style-name"))
                yield from self._runs(part, own.over(look), frames)
            yield part.tail or "", look


_SIGNS = {"tab": "\t", "line-break": SOFT_END}


def _sign(element: Element) -> str:
    return _SIGNS.get(local(element)) or " " * min(whole(attribute(element, "c"), 1), _MOST_SPACES)


def _found(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through groups of them, but not those of a table inside."""
    for part in element:
        part_name = local(part)
        if part_name == name:
            yield part
        elif part_name in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _found(part, name)
