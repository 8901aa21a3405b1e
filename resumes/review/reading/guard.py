"""What a file is by its first bytes, before anything opens it, and whether its name agrees."""

import re
from pathlib import PurePath
from typing import Literal

from resumes.review.reading.refusals import Code, refusal

LARGEST = 5 * 1024 * 1024

Container = Literal["pdf", "zip", "rtf", "text"]

_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# What is none of ours, by its first bytes.
_STRANGERS: tuple[tuple[bytes, Code], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"8BPS", "picture"),
    (b"%!PS", "other-document"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xce\xfa\xed\xfe", "program"),
    (b"\xfe\xed\xfa", "program"),
    (b"\x00asm", "program"),
    (b"#!", "program"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"SQLite format 3", "other-document"),
    (b"ID3", "other-document"),
    (b"OggS", "other-document"),
    (b"fLaC", "other-document"),
    (b"wOFF", "other-document"),
    (b"wOF2", "other-document"),
    (b"OTTO", "other-document"),
    (b"\x00\x01\x00\x00", "other-document"),
    (b"!BDN", "other-document"),
)
_SHORT_MAGIC = (b"BM", b"MZ", b"#!", b"ID3", b"BZh")
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|svg)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_MAIL = re.compile(rb"(?:MIME-Version|Received|Return-Path|X-[\w-]+): [^\n]*\n", re.IGNORECASE)

_ENDINGS: dict[str, frozenset[str]] = {
    ".pdf": frozenset({"pdf"}),
    ".docx": frozenset({"docx"}),
    ".dotx": frozenset({"docx"}),
    # Word writes RTF and its new format under the old ending when told to.
    ".doc": frozenset({"docx", "rtf"}),
    ".odt": frozenset({"odt"}),
    ".ott": frozenset({"odt"}),
    ".rtf": frozenset({"rtf"}),
    ".txt": frozenset({"txt"}),
    ".text": frozenset({"txt"}),
    ".md": frozenset({"txt"}),
    ".markdown": frozenset({"txt"}),
}
_ENDINGS_OF_OTHERS: dict[Code, str] = {
    "picture": "jpg jpeg png gif bmp tif tiff heic webp svg",
    "web-page": "htm html mht mhtml xhtml",
    "program": "exe dll js vbs bat cmd ps1 sh scr jar msi py lnk",
    "archive": "zip rar 7z gz tar tgz bz2 xz",
    "other-document": "xls xlsx ods csv ppt pptx odp json xml epub",
    "macros": "docm dotm",
    "pages": "pages",
}
_BY_ENDING = {f".{ending}": code for code, endings in _ENDINGS_OF_OTHERS.items() for ending in endings.split()}


def check_size(data: bytes) -> None:
    """Refuse what is empty or larger than anyone's resume."""
    if len(data) > LARGEST:
        raise refusal("too-large")
    if not data.strip(b"\x00 \t\r\n"):
        raise refusal("empty")


def container_of(data: bytes, name: str) -> Container:
    """What wraps the document. Raises for what is none of ours, and where name and content disagree."""
    container = _by_content(data)
    ending = ending_of(name)
    if container == "text" and ending in _BY_ENDING:
        raise refusal(_BY_ENDING[ending])
    if container != "zip":
        check_ending(ending, "txt" if container == "text" else container)
    return container


def ending_of(name: str) -> str:
    """The ending of the file's name in small letters, with its dot."""
    return PurePath(name.strip().replace("\\", "/")).suffix.lower().strip()


def check_ending(ending: str, kind: str) -> None:
    """Refuse a file whose ending names another kind. A missing or unknown ending says nothing."""
    if ending in _BY_ENDING or kind not in _ENDINGS.get(ending, {kind}):
        raise refusal("macros" if ending in {".docm", ".dotm"} else "disguised")


def _by_content(data: bytes) -> Container:
    head = data[:_PDF_WITHIN]
    if data.startswith(_OLE):
        raise refusal(_ole(data))
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if stranger := _stranger(data):
        raise refusal(stranger)
    if b"%PDF-" in head:
        return "pdf"
    return "rtf" if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf") else "text"


def _stranger(data: bytes) -> Code | None:
    """The code of a format that we know and do not read."""
    head = data[:_PDF_WITHIN]
    for magic, code in _STRANGERS:
        # Two letters may begin a text as well; what follows them in a file of that kind is no text.
        if head.startswith(magic) and (magic not in _SHORT_MAGIC or b"\x00" in head or magic == b"#!"):
            return code
    if head[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"} or (
        head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    ):
        return "picture"
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        return "other-document"
    if head[257:262] == b"ustar":
        return "archive"
    return _markup(head.replace(b"\x00", b""))


def _markup(head: bytes) -> Code | None:
    """Web pages, saved mails and other files of signs that nobody writes by hand."""
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _WEB_PAGE.match(head) or _MAIL.match(head):
        return "web-page"
    return "other-document" if _OTHER_XML.match(head) else None


def _ole(data: bytes) -> Code:
    """What lies in a file of the old Office kind, by the names of its streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return "locked"
    if has("_VBA_PROJECT") or has("Macros"):
        return "macros"
    return "old-word" if has("WordDocument") else "other-document"
