"""The document as a DOCX in one column, with real headings, list items and a tab stop for dates."""

from io import BytesIO

import docx as python_docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from resumes.export.content import Content, Row
from resumes.export.styles import Style

_PAGE_WIDTH = 8.5


def docx(content: Content, style: Style, *, title: str) -> bytes:
    """Write it; `title` becomes the file's title."""
    document = python_docx.Document()
    _page(document, style, title)
    if content.name:
        _centered(document.add_heading(content.name, level=0), style)
    for line in (content.headline, "  |  ".join(content.contact)):
        if line:
            _centered(document.add_paragraph(line), style)
    for row in content.intro:
        _row(document, row, style)
    for part in content.parts:
        document.add_heading(part.heading.upper() if style.capitals else part.heading, level=1)
        for row in part.rows:
            _row(document, row, style)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Document, style: Style, title: str) -> None:
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Inches(_PAGE_WIDTH), Inches(11)
    section.left_margin = section.right_margin = Inches(style.margin)
    section.top_margin = section.bottom_margin = Inches(style.margin)
    for name, size, bold in (
        ("Normal", style.size, False),
        ("List Bullet", style.size, False),
        ("Title", style.size * 1.9, True),
        ("Heading 1", style.size * (1 if style.capitals else 1.15), True),
    ):
        look = document.styles[name]
        look.font.name, look.font.size, look.font.bold = style.docx_font, Pt(size), bold
        look.font.color.rgb = RGBColor(0, 0, 0)
        look.paragraph_format.space_after = Pt(style.gap)
        look.paragraph_format.space_before = Pt(10 if name == "Heading 1" else 0)
        fonts = look.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), style.docx_font)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(kind), None)
    _no_border(document.styles["Title"])
    if style.rule:
        _rule(document.styles["Heading 1"])


def _row(document: Document, row: Row, style: Style) -> None:
    if row.kind == "bullet":
        document.add_paragraph(row.text, style="List Bullet")
        return
    paragraph = document.add_paragraph()
    run = paragraph.add_run(row.text)
    if row.kind == "head":
        paragraph.paragraph_format.keep_with_next = True
        run.bold = bool(row.right)
    if row.right:
        width = Inches(_PAGE_WIDTH - 2 * style.margin)
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"\t{row.right}")


def _centered(paragraph: Paragraph, style: Style) -> None:
    if style.centered:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _rule(look: BaseStyle) -> None:
    """A thin line below each heading."""
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "2"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    look.element.get_or_add_pPr().append(border)


def _no_border(look: BaseStyle) -> None:
    """Word's own title style draws a blue line."""
    properties = look.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
