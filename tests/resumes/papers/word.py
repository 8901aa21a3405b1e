"""The blocks of a document as DOCX."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Inches, Pt

from tests.resumes.papers.marks import Block, Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_of(regions: dict[str, list[Block]], variant: str, style: dict[str, Any]) -> bytes:
    document = Document()
    if "header" in regions:
        for block in regions["header"]:
            if block.kind != "gap":
                _write(document.sections[0].header.add_paragraph(), block)
    if "box" in regions:
        _text_box(document, regions["box"])
    _body(document, regions["main"], variant, style)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _body(document, blocks: list[Block], variant: str, style: dict[str, Any]) -> None:
    table = None
    for block in blocks:
        if block.kind == "row":
            table = table or document.add_table(
                rows=0, cols=len(block.cells), style="Table Grid" if style.get("borders") else None
            )
            for cell, runs in zip(table.add_row().cells, block.cells, strict=False):
                _add(cell.paragraphs[0], runs)
            continue
        table = None
        if block.kind == "gap":
            continue
        _write(_paragraph(document, block, variant), block)


def _paragraph(document, block: Block, variant: str):
    if block.kind == "item":
        return document.add_paragraph(style="List Bullet")
    if block.kind == "heading" and variant != "tabs":
        return document.add_paragraph(style="Heading 1")
    if block.kind == "subhead":
        return document.add_paragraph(style="Heading 2")
    paragraph = document.add_paragraph()
    if variant == "letter":
        return paragraph
    paragraph.paragraph_format.space_after = Pt(2)
    if block.right:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT)
    return paragraph


def _write(paragraph, block: Block) -> None:
    _add(paragraph, block.runs)
    if block.right:
        paragraph.add_run("\t")
        _add(paragraph, block.right)
    if block.kind == "name":
        for run in paragraph.runs:
            run.bold, run.font.size = True, Pt(20)
    elif block.kind == "heading" and paragraph.style.name == "Normal":
        for run in paragraph.runs:
            run.bold = True


def _add(paragraph, runs: list[Run]) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _text_box(document, blocks: list[Block]) -> None:
    """A box that floats at the side, as word processors draw it."""
    inner = "".join(f"<w:p><w:r><w:t>{_escaped(block)}</w:t></w:r></w:p>" for block in blocks if block.kind != "gap")
    xml = (
        f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:150pt;height:200pt">'
        f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph()._p.append(parse_xml(xml))


def _escaped(block: Block) -> str:
    text = "".join(run.text for run in block.runs)
    return text.replace("&", "&amp;").replace("<", "&lt;")
