"""The zip file that a Word or OpenDocument file is: opened within a budget, parsed without definitions."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from functools import cached_property
from typing import Any, TypeAlias

from lxml import etree

from resumes.review.reading.refusals import Code, refusal

# An element of lxml, which has no types.
Element: TypeAlias = Any

_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 60 * 1024 * 1024
_LARGEST_PART = 12 * 1024 * 1024
# Word's longest runs of the same tags shrink to a fortieth; a bomb to a thousandth.
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 1024 * 1024
_DEFINITION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED_FLAG = 0x1
_TROUBLES = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, RuntimeError),
    *(EOFError, OSError, ValueError, OverflowError, KeyError, IndexError),
)


class Archive:
    """The parts of a document, by name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _TROUBLES as trouble:
            raise refusal("damaged") from trouble
        self._check(self._zip.infolist())
        self.names = frozenset(self._zip.namelist())

    @staticmethod
    def _check(entries: list[zipfile.ZipInfo]) -> None:
        """Refuse what unpacks to more than a document holds, before unpacking anything."""
        packed = sum(entry.compress_size for entry in entries) + 1
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED:
            raise refusal("archive-bomb")
        if unpacked > _RATIO_COUNTS_FROM and unpacked / packed > _MOST_RATIO:
            raise refusal("archive-bomb")
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise refusal("locked")
        if len({entry.filename for entry in entries}) < len(entries):
            raise refusal("damaged")

    @cached_property
    def kind(self) -> str:
        """Either "docx" or "odt"; raises for everything else that is packed the same way."""
        if "[Content_Types].xml" in self.names:
            return self._office_kind()
        if "mimetype" in self.names:
            return self._open_document_kind()
        raise refusal(self._stranger())

    def _office_kind(self) -> str:
        types = self.part("[Content_Types].xml") or b""
        if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in self.names):
            raise refusal("macros")
        if b"macroEnabled" in types:
            raise refusal("macros")
        if b"wordprocessingml" not in types:
            raise refusal("other-document")
        return "docx"

    def _open_document_kind(self) -> str:
        if not (self.part("mimetype") or b"").startswith(b"application/vnd.oasis.opendocument.text"):
            raise refusal("other-document")
        manifest = self.part("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest or "encrypted-package" in self.names:
            raise refusal("locked")
        if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in self.names):
            raise refusal("macros")
        return "odt"

    def _stranger(self) -> Code:
        if any(name.endswith((".iwa", "index.apxl")) for name in self.names):
            return "pages"
        return "program" if "META-INF/MANIFEST.MF" in self.names or "AndroidManifest.xml" in self.names else "archive"

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as file:
                data = file.read(_LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
            ValueError,
        ) as trouble:
            raise refusal("damaged") from trouble
        if len(data) > _LARGEST_PART:
            raise refusal("archive-bomb")
        return data

    def tree(self, name: str) -> Element | None:
        """A part's XML; None where there is none."""
        data = self.part(name)
        return None if data is None else parse(data)


def parse(data: bytes) -> Element:
    """XML without document type and entities, which no word processor writes and attackers do."""
    # Two bytes a letter hide the words from a plain search.
    if _DEFINITION.search(data[:4096].replace(b"\x00", b"")) or _DEFINITION.search(data):
        raise refusal("unsafe-xml")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise refusal("damaged") from trouble
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("unsafe-xml")
    return root
