"""Files that are broken, disguised, locked, poisoned or empty, each with the code that refuses it; None where it is read."""

import base64
import random
import struct
import zlib

from tests.resumes.documents import (
    SPACES,
    WORDS,
    W,
    assemble_pdf,
    open_document,
    paragraph,
    pdf_stream,
    raw_pdf,
    relation,
    text_operators,
    word_xml,
    zipped,
)

_NOISE = random.Random(1)


def _cmap(kind, mapping):
    return pdf_stream(
        f"begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 {kind} {mapping} end{kind[5:]} endcmap".encode()
    )


_MAPPED = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]"


def _pages(kids, count, *more):
    return assemble_pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(), *more]
    )


def _picture(width, height, data):
    entries = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray"
    return pdf_stream(data, entries, flate=True)


def _chained():
    data = text_operators(WORDS)
    for _ in range(40):
        data = zlib.compress(data)
    return raw_pdf(data, stream=f"/Filter[{'/FlateDecode ' * 40}]")


def _looped():
    data = raw_pdf()
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % data.rindex(b"xref\n0"))


def _locked_pdf():
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<00><00>]"
    return raw_pdf().replace(b"trailer\n<<", b"trailer\n<<" + lock.encode())


PDF = {
    "as usual": (raw_pdf(), None),
    "junk before its head": (b"junk\n" + raw_pdf(), None),
    "script on opening": (raw_pdf(catalog="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), None),
    "program on opening": (raw_pdf(catalog="/OpenAction<</S/Launch/F(cmd.exe)>>"), None),
    "program inside": (
        raw_pdf(
            catalog="/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>",
            objects=[b"<</Type/Filespec/EF<</F 7 0 R>>>>", pdf_stream(b"MZ" * 99)],
        ),
        None,
    ),
    "compressed forty times": (_chained(), None),
    "table that leads to itself": (_looped(), None),
    "font that is noise": (
        raw_pdf(
            font="<</Type/Font/Subtype/TrueType/FontDescriptor<</FontFile2 6 0 R>>>>",
            objects=[pdf_stream(_NOISE.randbytes(3000))],
        ),
        None,
    ),
    "font that is itself": (raw_pdf(font="5 0 R"), None),
    "NUL among the letters": (raw_pdf(font=_MAPPED, objects=[_cmap("beginbfchar", "<61> <0000>")]), None),
    "halves of pairs for letters": (
        raw_pdf(font=_MAPPED, objects=[_cmap("beginbfrange", "<00> <FF> <D800>")]),
        "garbled",
    ),
    "letters of private use": (raw_pdf(font=_MAPPED, objects=[_cmap("beginbfrange", "<20> <FF> <E020>")]), "garbled"),
    "nothing on the page": (raw_pdf(b""), "no-text"),
    "two words": (raw_pdf(text_operators("Hello world")), "no-document"),
    "one word again and again": (raw_pdf(text_operators("pharmacy " * 400, 4)), "no-document"),
    "without ink": (raw_pdf(text_operators(WORDS).replace(b"BT ", b"BT 3 Tr ")), "no-text"),
    "white on white": (raw_pdf(text_operators(WORDS, before="1 g")), "no-text"),
    "one point high": (raw_pdf(text_operators(WORDS, 1)), "no-text"),
    "off the page": (raw_pdf(text_operators(WORDS, x=5000)), "no-text"),
    "letters of no size": (raw_pdf(text_operators(WORDS, before="0 0 0 0 0 0 cm")), "no-text"),
    "letters of endless size": (raw_pdf(text_operators(WORDS, "1e30")), "no-text"),
    "page without width": (raw_pdf(page="/CropBox[0 0 0 0]"), None),
    "picture of a page": (raw_pdf(b"q 612 0 0 792 0 0 cm /X Do Q", objects=[_picture(40, 50, b"\x80" * 2000)]), "scan"),
    "picture of 3,600 million dots": (
        raw_pdf(b"q 612 0 0 792 0 0 cm /X Do Q", objects=[_picture(60000, 60000, b"")]),
        "scan",
    ),
    "letters drawn as lines": (raw_pdf(b"10 700 m 15 710 l 20 705 l f " * 300), "outlines"),
    "form of Acrobat": (
        raw_pdf(
            text_operators(
                "Please wait... If this message is not eventually replaced with the proper contents, your viewer cannot show it."
            )
        ),
        "form",
    ),
    "password": (_locked_pdf(), "locked"),
    "half of it": (raw_pdf()[:400], "damaged"),
    "end is missing": (raw_pdf()[:-80], "damaged"),
    "only its head": (b"%PDF-1.7\n", "damaged"),
    "noise": (b"%PDF-1.7\n" + _NOISE.randbytes(20000), "damaged"),
    "no pages": (assemble_pdf([b"<</Type/Catalog>>"]), "damaged"),
    "pages inside themselves": (_pages("2 0 R", 1), "damaged"),
    "2,147,483,647 pages": (
        _pages("3 0 R", 2**31 - 1, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"),
        "no-text",
    ),
    "500 pages": (_pages("3 0 R " * 500, 500, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"), "too-many-pages"),
    "brackets in brackets": (
        raw_pdf(b"BT /F1 10 Tf " + b"[" * 50000 + b"]" * 50000 + b" TJ ET", flate=True),
        "no-text",
    ),
    "dictionaries in dictionaries": (raw_pdf(catalog="/A" + "<</A" * 20000 + " 1" + ">>" * 20000), None),
    "a zip file in front": (b"PK\x03\x04" + b"x" * 20 + raw_pdf(), "damaged"),
    "a web page in front": (b"<html><script>1</script>" + raw_pdf(), "web-page"),
}


def _broken_archive(change):
    data = bytearray(word_xml())
    change(data)
    return bytes(data)


def _lock_entries(data):
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)


def _flip(data):
    data[data.find(b"word/document.xml") + 40] ^= 0xFF


def _entities(depth):
    chain = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(depth))
    return f'<!DOCTYPE l [<!ENTITY a "ha">{chain}]><w:document {W}><w:body>{paragraph(f"&{chr(97 + depth)};")}</w:body></w:document>'


_OUTSIDE = f'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>{paragraph("&x;" + WORDS)}</w:body></w:document>'
_TYPES_OF = "<Types><Override ContentType='application/{}.main+xml'/></Types>"

WORD = {
    "as usual": (word_xml(), None),
    "template from the network": (
        word_xml(relations=relation("r9", "attachedTemplate", "http://127.0.0.1:9/x", ' TargetMode="External"')),
        None,
    ),
    "styles based on each other": (
        word_xml(
            paragraph(WORDS, properties='<w:pStyle w:val="A"/>'),
            relations=relation("r2", "styles", "styles.xml"),
            more={
                "word/styles.xml": f"<w:styles {W}>"
                + "".join(
                    f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
                    for a, b in (("A", "B"), ("B", "A"))
                )
                + "</w:styles>"
            },
        ),
        None,
    ),
    "numbers that are none": (
        word_xml(
            paragraph(
                WORDS,
                '<w:sz w:val="big"/><w:color w:val="zz"/>',
                '<w:numPr><w:ilvl w:val="99999999999999"/><w:numId w:val="x"/></w:numPr>',
            )
        ),
        None,
    ),
    "sixty tables in each other": (
        word_xml("<w:tbl><w:tr><w:tc>" * 60 + paragraph(WORDS) + "</w:tc></w:tr></w:tbl>" * 60),
        None,
    ),
    "five thousand controls in each other": (
        word_xml("<w:sdt><w:sdtContent>" * 5000 + paragraph(WORDS) + "</w:sdtContent></w:sdt>" * 5000),
        "damaged",
    ),
    "entities that multiply": (word_xml(root=_entities(9)), "unsafe-xml"),
    "entity that reads a file": (word_xml(root=_OUTSIDE), "unsafe-xml"),
    "entity in UTF-16": (
        word_xml(root=f'<?xml version="1.0" encoding="UTF-16"?>{_OUTSIDE}'.encode("utf-16")),
        "unsafe-xml",
    ),
    "entity behind much space": (word_xml(root=" " * 9000 + _OUTSIDE), "unsafe-xml"),
    "entity in the styles": (
        word_xml(
            relations=relation("r2", "styles", "styles.xml"),
            more={"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'},
        ),
        "unsafe-xml",
    ),
    "20 MB of nothing": (word_xml(more={"word/media/a.bin": b"\0" * 20_000_000}), "archive-bomb"),
    "a million empty paragraphs": (word_xml("<w:p/>" * 1_000_000), "archive-bomb"),
    "3,000 parts": (word_xml(more={f"word/x{number}": b"" for number in range(3000)}), "archive-bomb"),
    "macros": (word_xml(more={"word/vbaProject.bin": b"x"}), "macros"),
    "macros by its type": (word_xml(types=_TYPES_OF.format("vnd.ms-word.document.macroEnabled")), "macros"),
    "a table of numbers": (
        word_xml(types=_TYPES_OF.format("vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        "other-document",
    ),
    "no body": (word_xml(root=f"<w:document {W}/>"), "damaged"),
    "no XML": (word_xml(root="hello"), "damaged"),
    "no main part": (word_xml(main="word/nothing.xml"), "damaged"),
    "main part outside": (word_xml(main="../../../../etc/passwd"), "damaged"),
    "nothing written": (word_xml("<w:p/>"), "no-text"),
    "everything hidden": (word_xml(paragraph(WORDS, "<w:vanish/>")), "no-text"),
    "everything deleted": (word_xml(f"<w:p><w:del><w:r><w:delText>{WORDS}</w:delText></w:r></w:del></w:p>"), "no-text"),
    "parts with a password": (_broken_archive(_lock_entries), "locked"),
    "a part that was changed": (_broken_archive(_flip), "damaged"),
    "half of it": (word_xml()[:300], "damaged"),
    "no list of types": (zipped({"word/document.xml": "x"}), "archive"),
    "pages of Apple": (zipped({"Index/Document.iwa": "x"}), "pages"),
    "a program of Java": (zipped({"META-INF/MANIFEST.MF": "x"}), "program"),
}

_SHEET = open_document(kind="spreadsheet")
OPEN_DOCUMENT = {
    "as usual": (open_document(), None),
    "a thousand million spaces": (
        open_document("<text:p>" + '<text:s text:c="999999999"/>' * 300 + WORDS + "</text:p>"),
        None,
    ),
    "spans in spans": (
        open_document("<text:p>" + "<text:span>" * 200 + WORDS + "</text:span>" * 200 + "</text:p>"),
        None,
    ),
    "levels that are none": (
        open_document(
            f'<text:h text:outline-level="x9">{WORDS}</text:h><text:list text:continue-numbering="true"><text:list-item/></text:list>'
        ),
        None,
    ),
    "a cell repeated without end": (
        open_document(
            '<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
        ),
        "no-document",
    ),
    "entities": (open_document(root='<!DOCTYPE a [<!ENTITY a "b">]><a/>'), "unsafe-xml"),
    "password": (open_document(more={"META-INF/manifest.xml": f"<manifest:encryption-data {SPACES}/>"}), "locked"),
    "macros": (open_document(more={"Basic/Standard/Module1.xml": "<x/>"}), "macros"),
    "a table of numbers": (_SHEET, "other-document"),
    "no content": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
}


def _rtf(body):
    return b"{\\rtf1\\ansi " + body + b"}"


_TEXT = WORDS.encode()
RTF = {
    "as usual": (_rtf(_TEXT), None),
    "more closed than opened": (b"{\\rtf1 " + b"}" * 5000 + _TEXT, None),
    "more opened than closed": (b"{\\rtf1 " + b"{" * 5000 + _TEXT, "too-complex"),
    "bytes that never come": (_rtf(b"\\bin9999999999 " + _TEXT), "no-text"),
    "less than no bytes": (_rtf(b"\\bin-5 " + _TEXT), None),
    "halves of pairs": (_rtf(b"\\u-10179?\\u-8704? \\u-10179?" + _TEXT), None),
    "a program inside": (_rtf(b"{\\object\\objocx{\\*\\objdata " + b"d0cf11e0" * 999 + b"}}" + _TEXT), None),
    "a color that is none": (_rtf(b"{\\colortbl;\\red9999999999\\green-1;}\\cf99999 \\f99999 \\fs0 " + _TEXT), None),
    "words without end": (_rtf(b"\\b" * 200_000), "too-complex"),
    "everything hidden": (_rtf(b"\\v " + _TEXT), "no-text"),
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def _stream(*names):
    return _OLE + b"".join(name.encode("utf-16-le") for name in names)


OTHERS = {
    ("empty.pdf", b""): "empty",
    ("blank.txt", b" \n\0\n"): "empty",
    ("large.pdf", b"%PDF-1.4" + b"x" * (5 * 1024 * 1024)): "too-large",
    ("letter.doc", _stream("WordDocument")): "old-word",
    ("letter.doc", _stream("WordDocument", "_VBA_PROJECT")): "macros",
    ("letter.docx", _stream("EncryptedPackage")): "locked",
    ("table.xls", _stream("Workbook")): "other-document",
    ("photo.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 50): "picture",
    ("photo.jpg", b"\xff\xd8\xff\xe0" + b"x" * 99): "picture",
    ("photo.pdf", struct.pack(">I", 24) + b"ftypheic" + b"\0" * 50): "picture",
    ("setup.pdf", b"MZ\x90\x00" + b"\0" * 300): "program",
    ("setup.exe", _TEXT): "program",
    ("run.txt", b"#!/bin/sh\n" + _TEXT): "program",
    ("page.txt", b"\n<!DOCTYPE html><html>" + _TEXT): "web-page",
    ("page.html", _TEXT): "web-page",
    ("mail.txt", b"MIME-Version: 1.0\n" + _TEXT): "web-page",
    ("data.json", _TEXT): "other-document",
    ("data.txt", b'{"name": "' + _TEXT + b'"}'): "other-document",
    ("data.txt", b'<?xml version="1.0"?><a/>'): "other-document",
    ("pack.docx", b"\x1f\x8b\x08" + b"\0" * 50): "archive",
    ("resume.docm", word_xml()): "macros",
    ("resume.pdf", word_xml()): "disguised",
    ("resume.docx", raw_pdf()): "disguised",
    ("resume.docx", open_document()): "disguised",
    ("resume.txt", raw_pdf()): "disguised",
    ("resume.pdf", _TEXT): "disguised",
    ("resume.jpg", raw_pdf()): "disguised",
    ("resume.pdf.exe", raw_pdf()): "disguised",
    ("noise.txt", _NOISE.randbytes(20000)): "unknown-type",
    ("one.txt", b"hello"): "no-document",
    ("marks.txt", b"- - - * * *\n" * 50): "no-text",
    ("repeated.txt", b"pharmacy " * 5000): "no-document",
    ("long.txt", b"".join(b"word%d and some more of it\n" % number for number in range(9000))): "too-long",
    ("base64.txt", base64.encodebytes(_NOISE.randbytes(20000))): "garbled",
    ("digits.md", b"1 2 3 " * 9000): "no-document",
}
