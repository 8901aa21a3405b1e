"""Real documents, made when a test asks for them: PDF by Typst, Word files by python-docx or by hand, OpenDocument by odfdo."""

import io
import struct
import tempfile
import zipfile
import zlib
from functools import cache
from pathlib import Path

import docx
import typst

WORDS = (
    "Certified pharmacy technician with five years in a busy community pharmacy. Known for accurate data entry, quick "
    "work on rejected claims, and patience at the counter."
)


@cache
def pdf(source, **files):
    """A PDF out of Typst's markup; files are pictures by their names."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / f"{name}.png").write_bytes(data)
        main = Path(folder) / "main.typ"
        main.write_text(f"#set document(date: none)\n{source}", encoding="utf-8")
        return typst.compile(main, root=folder, ignore_system_fonts=True)


def png(width, height):
    """A picture of many colors."""
    rows = b"".join(
        b"\0" + bytes(value for x in range(width) for value in (x * 4 % 256, y * 3 % 256, x * y % 256))
        for y in range(height)
    )

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def word(write):
    """A Word file that the function writes with python-docx."""
    document = docx.Document()
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def relation(name, kind, target, mode=""):
    return f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"{mode}/>'


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def paragraph(text, look="", properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def word_xml(body=None, *, root=None, types=_TYPES, main="word/document.xml", relations="", more=None):
    """A Word file from the XML of its body."""
    body = paragraph(WORDS) if body is None else body
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _RELATIONS.format(relation("r1", "officeDocument", main)),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>" if root is None else root,
    }
    if relations:
        parts["word/_rels/document.xml.rels"] = _RELATIONS.format(relations)
    return zipped({name: data for name, data in parts.items() if data is not None} | (more or {}))


_O = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{_O}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "manifest")
)


def open_document(body=f"<text:p>{WORDS}</text:p>", *, kind="text", root=None, more=None):
    """An OpenDocument file from the XML of its text."""
    content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": root or content}
    return zipped(parts | (more or {}))


def raw_pdf(
    content=None,
    *,
    page="",
    catalog="",
    font="<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    objects=(),
    flate=False,
    stream="",
):
    """A PDF put together by hand, so that anything in it may be wrong."""
    data = text_operators(WORDS) if content is None else content
    parts = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 6 0 R>>>>{page}>>".encode(),
        pdf_stream(data, stream, flate=flate),
        font.encode(),
        *objects,
    ]
    return assemble_pdf(parts)


def assemble_pdf(parts, trailer=""):
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(parts) + 1}/Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def pdf_stream(data, entries="", *, flate=False):
    if flate:
        data, entries = zlib.compress(data, 9), f"{entries}/Filter/FlateDecode"
    return f"<</Length {len(data)}{entries}>>\nstream\n".encode() + data + b"\nendstream"


def text_operators(text, size=10, x=50, y=750, before=""):
    words = text.split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"{before} BT /F1 {size} Tf 14 TL {x} {y} Td {shown} ET".encode()


def show(document):
    """The document's lines as a reader would jot them down, without blank ones."""
    return [line.text for line in document.lines if line.text]
