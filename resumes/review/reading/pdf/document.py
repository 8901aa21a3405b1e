"""A whole PDF: opened, looked at page by page, and put in order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from resumes.review.document import Layout, LineKind, ReadDocument
from resumes.review.reading.flow import usual_fonts
from resumes.review.reading.headings import mark_headings
from resumes.review.reading.letters import clean
from resumes.review.reading.pdf.columns import Region, regions
from resumes.review.reading.pdf.hidden import is_scanned, take_hidden
from resumes.review.reading.pdf.ink import Page
from resumes.review.reading.pdf.objects import survey
from resumes.review.reading.pdf.paragraphs import join_divided, join_large, paragraphs_of
from resumes.review.reading.pdf.pictures import count, has_photo, tables_on
from resumes.review.reading.pdf.running import Running, take_running
from resumes.review.reading.pdf.segments import Segment, segments
from resumes.review.reading.pdf.view import View
from resumes.review.reading.pdf.words import Reader
from resumes.review.reading.refusals import Code, refusal
from resumes.review.reading.sense import MOST_PAGES
from resumes.review.reading.sheet import Paragraph, build

_FEWEST_WORDS = 20
_PICTURE_OF_PAGE = 0.35
_DRAWN_LETTERS = 150
_FEWEST_LETTERS, _LEAST_READABLE = 60, 0.4
_DYNAMIC_FORM = re.compile(r"please wait.{0,20}if this message is not eventually replaced", re.IGNORECASE | re.DOTALL)


def read_pdf(data: bytes) -> ReadDocument:
    """The document's text in reading order."""
    hidden: list[str] = []
    pages = _pages(data)
    for page in pages:
        take_hidden(page, hidden)
    if trouble := _trouble(pages):
        raise refusal(trouble)
    level = [[word for word in page.words if not word.look.is_rotated] for page in pages]
    found = [segments(words) for words in level]
    running = take_running(pages, found)
    placed = [regions(each) for each in found]
    paragraphs = list(_paragraphs(pages, placed, running))
    mark_headings(paragraphs)
    layout = Layout(
        pages=len(pages),
        columns=max((region.side_by_side for page in placed for region in page), default=1),
        tables=sum(map(tables_on, pages)),
        images=sum(map(count, pages)),
        has_photo=any(map(has_photo, pages[:1])),
        in_headers=running.texts,
        hidden=tuple(hidden),
        fonts=_fonts(pages),
    )
    return build(paragraphs, "pdf", layout)


def _pages(data: bytes) -> list[Page]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as trouble:
        is_locked = trouble.err_code == pdfium.FPDF_ERR_PASSWORD
        raise refusal("locked" if is_locked else "damaged") from trouble
    count = len(document)
    if count > MOST_PAGES:
        raise refusal("too-many-pages")
    if not count:
        raise refusal("damaged")
    try:
        return [_page(_with_fields(document, number), number + 1) for number in range(count)]
    except pypdfium2.PdfiumError as trouble:
        raise refusal("damaged") from trouble


_MOST_NOTES = 2_000


def _with_fields(document: Any, number: int) -> Any:
    """The page, with what was typed into a form's fields or text notes as part of it."""
    opened = document[number]
    notes = range(min(pdfium.FPDFPage_GetAnnotCount(opened.raw), _MOST_NOTES))
    if not any(_is_typed_into(opened.raw, note) for note in notes):
        return opened
    pdfium.FPDFPage_Flatten(opened.raw, pdfium.FLAT_NORMALDISPLAY)
    opened.close()
    return document[number]


def _is_typed_into(page: Any, number: int) -> bool:
    note = pdfium.FPDFPage_GetAnnot(page, number)
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return kind in {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT}


def _page(opened: Any, number: int) -> Page:
    """The page as it is shown; or turned, where it was saved with its text on the side."""
    # What is shown: boxes that make no sense are left out.
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(opened.raw, box)
    shown = pdfium.FPDFPage_GetRotation(opened.raw) % 4
    text_page = opened.get_textpage()
    for quarters in dict.fromkeys((shown, 0, 1, 3, 2)):
        view = View(box.left, box.bottom, box.right, box.top, quarters)
        page = Page(number, *view.size)
        Reader(text_page.raw, view, survey(opened.raw, page, view)).read(page)
        if sum(word.look.is_rotated for word in page.words) <= len(page.words) / 2:
            break
    text_page.close()
    opened.close()
    return page


def _trouble(pages: Sequence[Page]) -> Code | None:
    """Why there is too little text, where there is."""
    words = [word.text for page in pages for word in page.words]
    if _DYNAMIC_FORM.search(" ".join(words[:60])):
        return "form"
    text = "".join(words)
    readable = sum(sign.isalnum() for sign in clean(text))
    if len(text) > _FEWEST_LETTERS and readable < _LEAST_READABLE * len(text):
        return "garbled"
    if len(words) >= _FEWEST_WORDS:
        return None
    if any(
        box.width * box.height >= _PICTURE_OF_PAGE * page.width * page.height
        for page in pages
        for box, _ in page.pictures
    ):
        return "scan"
    return "outlines" if sum(len(page.shapes) for page in pages) >= _DRAWN_LETTERS else None


def _paragraphs(pages: Sequence[Page], placed: Sequence[Sequence[Region]], running: Running) -> Iterator[Paragraph]:
    yield from _edge(running.heads, pages, "header")
    flow: list[Paragraph] = []
    for page, found in zip(pages, placed, strict=True):
        for region in found:
            flow += paragraphs_of(region, page)
        flow += _turned(page)
    yield from join_large(list(join_divided(flow)))
    yield from _edge(running.feet, pages, "footer")


def _edge(found: Sequence[Segment], pages: Sequence[Page], kind: LineKind) -> Iterator[Paragraph]:
    for paragraph in paragraphs_of(Region(list(found)), pages[0]) if found else ():
        paragraph.kind = kind
        yield paragraph


def _turned(page: Page) -> Iterator[Paragraph]:
    """Words that run upwards or downwards, in the order of the file."""
    turned = [word for word in page.words if word.look.is_rotated]
    if turned and not is_scanned(page):
        text = " ".join(word.text for word in turned)
        yield Paragraph(text, page=page.number, size=turned[0].look.size, font=turned[0].look.font, is_apart=True)


def _fonts(pages: Sequence[Page]) -> tuple[str, ...]:
    counted: Counter[str] = Counter()
    for page in pages:
        for word in page.words:
            if not word.look.is_picture:
                counted[word.look.font] += len(word.text)
    return usual_fonts(counted)
