"""A whole RTF file: its text in reading order, page headers first, page footers last."""

from resumes.review.document import Layout, ReadDocument
from resumes.review.reading.flow import finish, usual_fonts
from resumes.review.reading.headings import is_page_number
from resumes.review.reading.rtf.state import Machine
from resumes.review.reading.rtf.tables import tables_of
from resumes.review.reading.rtf.words import tokens
from resumes.review.reading.seen import count_pictures
from resumes.review.reading.sheet import Paragraph, build


def read_rtf(data: bytes) -> ReadDocument:
    """The document's text."""
    text = data.lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1")
    machine = Machine(tables_of(text))
    for token in tokens(text):
        machine.take(token)
    page = machine.finish()
    heads, feet = _once(page.heads), _once(page.feet)
    layout = Layout(
        pages=max(1 + page.seen.page_ends, machine.counted_pages),
        columns=max(page.seen.columns, 1),
        tables=page.seen.tables,
        text_boxes=page.seen.text_boxes,
        images=count_pictures(page.seen.pictures),
        in_headers=tuple(part.text for part in (*heads, *feet)),
        hidden=tuple(page.seen.hidden),
        fonts=usual_fonts(page.seen.fonts),
    )
    return build(finish([*heads, *page.body, *feet]), "rtf", layout)


def _once(parts: list[Paragraph]) -> list[Paragraph]:
    """Each text once, without page numbers."""
    found = {part.text: part for part in reversed(parts) if part.text and not is_page_number(part.text)}
    return list(reversed(found.values()))
