"""A whole Word document: its main part, what belongs to it, and what its layout holds."""

import posixpath
from collections.abc import Iterator
from math import ceil

from resumes.review.document import Layout, ReadDocument
from resumes.review.reading.archive import Archive, Element, parse
from resumes.review.reading.docx.body import Body, Place
from resumes.review.reading.docx.names import R_ID, STRICT, attribute, child, children, local, number
from resumes.review.reading.docx.numbering import Numbering
from resumes.review.reading.docx.styles import Styles
from resumes.review.reading.flow import finish, usual_fonts
from resumes.review.reading.headings import is_page_number
from resumes.review.reading.refusals import refusal
from resumes.review.reading.seen import count_pictures, looks_like_photo
from resumes.review.reading.sheet import Paragraph, build

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def read_docx(archive: Archive) -> ReadDocument:
    """The document's text in reading order: page headers first, page footers last."""
    package = _Package(archive)
    root = package.main
    body = child(root, "body")
    if body is None:
        raise refusal("damaged")
    reader = Body(Styles(package.related("styles"), package.related("theme")), Numbering(package.related("numbering")))
    on_color = Place(is_shaded=_has_backdrop(root))
    main = list(reader.read(body, on_color))
    heads, feet = package.edges(body, reader, "header"), package.edges(body, reader, "footer")
    in_headers = tuple(part.text for part in (*heads, *feet))
    paragraphs = finish([*heads, *main, *feet])
    return build(paragraphs, "docx", _layout(reader, body, paragraphs, in_headers))


def _layout(reader: Body, body: Element, paragraphs: list[Paragraph], in_headers: tuple[str, ...]) -> Layout:
    seen = reader.seen
    wide = [number(attribute(child(section, "cols"), "num")) or 1 for section in _sections(body)]
    return Layout(
        pages=max(1 + (seen.rendered_ends or seen.page_ends), 0 if seen.rendered_ends else _pages_of(paragraphs)),
        columns=min(max(seen.columns, *wide, 1), 9),
        tables=seen.tables,
        text_boxes=seen.text_boxes,
        images=count_pictures(seen.pictures),
        has_photo=any(width and looks_like_photo(width, height) for width, height in seen.pictures),
        in_headers=in_headers,
        hidden=tuple(seen.hidden),
        fonts=usual_fonts(seen.fonts),
    )


_ROWS_OF_PAGE, _LETTERS_OF_ROW = 54, 100


def _pages_of(paragraphs: list[Paragraph]) -> int:
    """About how many pages the text fills, for a document that no program has laid out yet."""
    rows = sum(ceil(max(len(part.text), 1) / _LETTERS_OF_ROW) * (part.size or 10) / 10 for part in paragraphs)
    return max(1, ceil(rows / _ROWS_OF_PAGE - 0.2))


def _sections(body: Element) -> Iterator[Element]:
    return (element for element in body.iter() if local(element) == "sectPr")


def _has_backdrop(root: Element) -> bool:
    """Whether a colored page or shape lies behind the text, so that white letters may well be seen."""
    if (attribute(child(root, "background"), "color") or "ffffff").lower() not in {"ffffff", "auto"}:
        return True
    return any(
        element.get("behindDoc") in {"1", "true"}
        and any(local(part) in {"solidFill", "gradFill", "blip"} for part in element.iter())
        for element in root.iter()
        if local(element) == "anchor"
    )


class _Package:
    """The parts of the file that belong to the main one."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        top = self._relations("_rels/.rels", "")
        self._name = next((target for kind, target in top.values() if kind == "officeDocument"), "word/document.xml")
        main = self._tree(self._name)
        if main is None:
            raise refusal("damaged")
        self.main = main
        folder, file = posixpath.split(self._name)
        self._relations_of_main = self._relations(f"{folder}/_rels/{file}.rels", folder)

    def _tree(self, name: str) -> Element | None:
        data = self._archive.part(name)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return parse(data)

    def _relations(self, name: str, folder: str) -> dict[str, tuple[str, str]]:
        """The kind and the part's name of every relation to a part of this file."""
        root = self._tree(name)
        found = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
                found[each.get("Id", "")] = (each.get("Type", "").removeprefix(_RELATION), path)
        return found

    def related(self, kind: str) -> Element | None:
        """The part of the kind, such as the styles."""
        name = next((target for known, target in self._relations_of_main.values() if known == kind), None)
        return self._tree(name) if name else None

    def edges(self, body: Element, reader: Body, kind: str) -> list[Paragraph]:
        """The paragraphs of the page headers or footers that are shown, each once, without page numbers."""
        found: dict[str, Paragraph] = {}
        for name in self._edge_names(body, kind):
            root = self._tree(name)
            place = Place("header" if kind == "header" else "footer")
            for part in reader.read(root, place) if root is not None else ():
                if part.text and not is_page_number(part.text):
                    found.setdefault(part.text, part)
        return list(found.values())

    def _edge_names(self, body: Element, kind: str) -> list[str]:
        names: dict[str, None] = {}
        for section in _sections(body):
            has_first = child(section, "titlePg") is not None
            for reference in children(section, f"{kind}Reference"):
                _, name = self._relations_of_main.get(reference.get(R_ID, ""), ("", ""))
                if name and (has_first or attribute(reference, "type") != "first"):
                    names[name] = None
        return list(names)
