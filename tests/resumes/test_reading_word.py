"""Word, OpenDocument and rich text are read as they are shown: in order, with marks, and without what nobody sees."""

import io
from itertools import product

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from odfdo import Document, Element, Frame, Header, List, ListItem, Paragraph, Table

from resumes.review.reading import read
from tests.resumes.documents import SPACES, WORDS, W, open_document, paragraph, png, relation, show, word, word_xml

JOB = ["Technician, Northgate\t2019 – 2021", "• Filled 180 orders a day", "• Counted stock"]


def add_rail(document, left, right):
    line = document.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(left).bold = True
    line.add_run(f"\t\t{right}")
    return line


def add_job(document):
    add_rail(document, "Technician, Northgate", "2019 – 2021")
    document.add_paragraph("Filled 180 orders a day", style="List Bullet")
    document.add_paragraph("Counted stock", style="List Bullet")


def write_resume(document):
    document.sections[0].header.paragraphs[0].text = "maria@example.test\t(614) 555-0142"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    document.add_heading("Maria Alvarez", 0)
    document.add_paragraph(WORDS)
    document.add_heading("Experience", 1)
    add_job(document)
    contact = document.add_paragraph("12 Main St")
    contact.add_run().add_break()
    contact.add_run("Columbus, OH")
    for step in ("First", "Second"):
        document.add_paragraph(step, style="List Number")
    table = document.add_table(rows=2, cols=3)
    for place, skill in enumerate(("Data entry", "Billing", "Stock", "Compounding", "Pyxis", "Spanish")):
        table.cell(place // 3, place % 3).text = skill


def test_a_word_document_in_order():
    document = read(word(write_resume), "resume.docx")
    rail = next(line for line in document.lines if line.rail and line.kind == "text")
    table = next(line for line in document.lines if line.kind == "table")

    assert show(document) == [
        "maria@example.test\t(614) 555-0142",
        "Maria Alvarez",
        WORDS,
        "Experience",
        *JOB,
        "12 Main St",
        "Columbus, OH",
        "1. First",
        "2. Second",
        "Data entry\tBilling\tStock",
        "Compounding\tPyxis\tSpanish",
    ]
    assert (rail.text[rail.rail :], rail.bold, rail.size) == ("2019 – 2021", True, 11)
    assert [line.kind for line in document.lines if line.text][:4] == ["header", "heading", "text", "heading"]
    assert (document.layout.tables, table.mark) == (1, "")
    assert document.layout.in_headers == ("maria@example.test\t(614) 555-0142",)
    assert document.layout.pages == 1


def write_hidden(document):
    document.add_paragraph(WORDS)
    for text, size, color, is_hidden in (
        ("white", 11, (255, 255, 255), False),
        ("pale", 11, (245, 245, 245), False),
        ("tiny", 1, (0, 0, 0), False),
        ("vanished", 11, (0, 0, 0), True),
    ):
        run = document.add_paragraph().add_run(f"{text} keywords")
        run.font.size, run.font.color.rgb, run.font.hidden = Pt(size), RGBColor(*color), is_hidden
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "203040")
    cell._tc.get_or_add_tcPr().append(shade)
    cell.paragraphs[0].add_run("white on blue").font.color.rgb = RGBColor(255, 255, 255)
    document.add_picture(io.BytesIO(png(40, 50)), width=Pt(80))


def test_hidden_text_is_told_apart_from_white_on_color():
    document = read(word(write_hidden), "resume.docx")

    assert show(document) == [WORDS, "white on blue"]
    assert document.layout.hidden == ("white keywords", "pale keywords", "tiny keywords", "vanished keywords")
    assert (document.layout.images, document.layout.has_photo) == (1, True)


def box(*lines):
    content = "".join(paragraph(line) for line in lines)
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing><w:txbxContent>{content}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def table(*rows):
    cells = ["".join(f"<w:tc>{''.join(map(paragraph, cell))}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


SIDE = ["CONTACT", "maria@example.test", "SKILLS", "Billing", "Stock"]
MAIN = ["Maria Alvarez", "EXPERIENCE", "Technician", "Northgate"]
RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (box("CONTACT", "maria@example.test"), ["CONTACT", "maria@example.test"]),
        (table([SIDE, MAIN]), SIDE + MAIN),
        (table([["2019 – 2021"], ["Technician", "Northgate"]]), ["2019 – 2021\tTechnician", "Northgate"]),
        (
            table([["Technician", "Northgate", "Filled"], ["2019 – 2021", "Dublin, OH"]]),
            ["Technician\t2019 – 2021", "Northgate\tDublin, OH", "Filled"],
        ),
        (table([["CPhT"], ["2027"]], [["BLS"], ["2026"]]), ["CPhT\t2027", "BLS\t2026"]),
        (f"<w:tbl><w:tr><w:tc>{table([['A b'], ['C d'], ['E f']])}</w:tc></w:tr></w:tbl>", ["A b\tC d\tE f"]),
        (
            f"<w:p><w:ins>{RUN.format('kept')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
            ["kept"],
        ),
        (f"<w:p><w:hyperlink>{RUN.format('maria@example.test')}</w:hyperlink></w:p>", ["maria@example.test"]),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{RUN.format('shown')}</w:p>", ["shown"]),
        (
            f"<w:sdt><w:sdtContent><w:p>{RUN.format('Pin')}<w:r><w:noBreakHyphen/><w:t>up</w:t><w:softHyphen/></w:r></w:p></w:sdtContent></w:sdt>",
            ["Pin-up"],
        ),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:t>Filled</w:t></w:r></w:p>', ["▪ Filled"]),
        (
            paragraph("Technician      2019 – 2021").replace("<w:t>", '<w:t xml:space="preserve">'),
            ["Technician\t2019 – 2021"],
        ),
        (
            f"<w:p>{RUN.format('one two')}<w:r><w:br/></w:r>{RUN.format('and three')}<w:r><w:br/><w:t>Four</w:t></w:r></w:p>",
            ["one two and three", "Four"],
        ),
    ],
    ids=range(13),
)
def test_pieces_of_word(body, lines):
    document = read(word_xml(paragraph(WORDS) + body), "resume.docx")

    assert show(document) == [WORDS, *lines]


def test_columns_boxes_and_pages_are_counted():
    columns = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    layout = read(word_xml(paragraph(WORDS) + box("Aside") + page + paragraph("Next") + columns), "a.docx").layout

    assert (layout.columns, layout.text_boxes, layout.pages) == (2, 1, 2)
    assert read(word_xml(paragraph(WORDS) + table([SIDE, MAIN])), "a.docx").layout.columns == 2
    words = ["".join(letters) for letters in product("aeio", repeat=5)]
    long = "".join(paragraph(" ".join(words[at : at + 8])) for at in range(0, 1024, 8))
    assert read(word_xml(long), "a.docx").layout.pages == 3


def test_list_marks_of_every_kind():
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
        for at, (kind, start, text, font) in enumerate(
            [
                ("bullet", 1, "\uf0b7", "Symbol"),
                ("bullet", 1, "\uf0a7", "Wingdings"),
                ("bullet", 1, "o", "Courier New"),
                ("decimal", 3, "%4.", ""),
                ("lowerRoman", 1, "(%5)", ""),
                ("none", 1, "", ""),
            ]
        )
    )
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    body = "".join(
        paragraph("Item", properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>')
        for at in (0, 1, 2, 3, 3, 4, 5)
    )
    file = word_xml(
        paragraph(WORDS) + body,
        relations=relation("r2", "numbering", "numbering.xml"),
        more={"word/numbering.xml": numbering},
    )
    document = read(file, "resume.docx")

    assert show(document)[1:] == ["• Item", "▪ Item", "o Item", "3. Item", "4. Item", "(i) Item", "Item"]
    assert [line.level for line in document.lines if line.mark] == [0, 1, 2, 3, 3, 4]


def open_document_of(*elements):
    document = Document("text")
    document.body.clear()
    for element in elements:
        document.body.append(element)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_an_open_document_in_order():
    cells = Table("Skills", width=3, height=2)
    for place, skill in enumerate(("Data entry", "Billing", "Stock", "Compounding", "Pyxis", "Spanish")):
        cells.set_value((place % 3, place // 3), skill)
    inner = List(["Deep"])
    item = ListItem("Filled 180 orders a day")
    item.append(inner)
    items = List()
    items.append(item)
    aside = Paragraph("Beside")
    aside.append(Frame.text_frame("In a box", size=("5cm", "2cm")))
    broken = Element.from_tag(
        "<text:p>12 Main St<text:line-break/>Columbus<text:s text:c='6'/>, OH<text:tab/>2019</text:p>"
    )

    document = read(
        open_document_of(Header(1, "Experience"), Paragraph(WORDS), items, cells, aside, broken), "resume.odt"
    )

    assert show(document) == [
        "Experience",
        WORDS,
        "• Filled 180 orders a day",
        "• Deep",
        "Data entry\tBilling\tStock",
        "Compounding\tPyxis\tSpanish",
        "Beside",
        "In a box",
        "12 Main St",
        "Columbus\t, OH\t2019",
    ]
    assert [line.level for line in document.lines if line.mark] == [0, 1]
    assert (document.layout.tables, document.layout.text_boxes, document.file_kind) == (1, 1, "odt")


def test_what_an_open_document_hides():
    styles = (
        f'<office:automatic-styles {SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="N" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S" style:family="text"><style:text-properties fo:color="#ffffff" fo:background-color="#000080"/></style:style>'
        "</office:automatic-styles>"
    )
    body = "".join(
        f'<text:p>{WORDS}<text:span text:style-name="{name}"> {name} words</text:span></text:p>' for name in "WNS"
    )
    root = f"<office:document-content {SPACES}>{styles}<office:body><office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>{body}</office:text></office:body></office:document-content>"
    document = read(open_document(root=root), "resume.odt")

    assert show(document) == [WORDS, WORDS, f"{WORDS} S words"]
    assert document.layout.hidden == ("W words", "N words")


RTF = (
    r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\froman\fcharset2 Symbol;}}
{\colortbl;\red255\green255\blue255;}{\stylesheet{\s1 heading 1;}}{\info{\author Nobody}}
{\header\pard maria@example.test\par}
\pard\s1\b\fs28 Experience\b0\fs22\par
\pard Jos\'e9 \'93M\'94 \u8211\'96 caf\u233?\line Columbus\par
\pard\tqr\tx9000 Technician\tab 2019\endash 2021\par
\pard{\listtext\f1\'b7\tab}\ls1\ilvl1 Filled orders\par
\pard{\pntext\f0 2.\tab}Counted\par
\trowd\pard\intbl Data entry\cell Billing\cell Stock\cell\row
\pard {\v hidden words}{\cf1 white words}{\*\unknown skipped}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}{\deleted gone}\par
{\pict\pngblip 89504e47}
\pard """
    + WORDS
    + r"""\par}"""
)


def test_rich_text_in_order():
    document = read(RTF.encode("cp1252"), "resume.rtf")

    assert show(document) == [
        "maria@example.test",
        "Experience",
        "José “M” – café",
        "Columbus",
        "Technician\t2019–2021",
        "• Filled orders",
        "2. Counted",
        "Data entry\tBilling\tStock",
        "a link",
        WORDS,
    ]
    assert document.layout.hidden == ("hidden words", "white words")
    assert (document.layout.in_headers, document.layout.tables, document.layout.images) == (
        ("maria@example.test",),
        1,
        1,
    )
    assert [(line.kind, line.level) for line in document.lines if line.kind in {"heading", "bullet"}] == [
        ("heading", 0),
        ("bullet", 1),
        ("bullet", 0),
    ]
