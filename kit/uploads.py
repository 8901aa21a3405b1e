"""Files that people send: what they are by their first bytes, never by what they are called alone."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from django.core.files.storage import Storage
from django.http import FileResponse, Http404

LONGEST_NAME = 120
# Control characters, the reversing marks of bidirectional text, and what file systems or headers read as their own.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?\\/;]+')


@dataclass(frozen=True)
class FileKind:
    """A kind of file that we take."""

    name: str
    media_type: str
    endings: tuple[str, ...]


PDF = FileKind("PDF", "application/pdf", ("pdf",))
PNG = FileKind("PNG", "image/png", ("png",))
JPEG = FileKind("JPEG", "image/jpeg", ("jpg", "jpeg"))
HEIC = FileKind("HEIC", "image/heic", ("heic", "heif"))

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}


def kind_of(file: IO[bytes]) -> FileKind | None:
    """What the file is by its first bytes; nothing for a kind that we don't know."""
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    return HEIC if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS else None


def ending_of(name: str) -> str:
    """The letters after the last dot, in small letters."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def plain_name(name: str) -> str:
    """The name without folders and without characters that could mean something else, its ending kept."""
    bare = " ".join(_UNSAFE.sub(" ", re.split(r"[\\/]", name)[-1]).split()).strip(". ")
    ending = ending_of(bare)
    stem = bare[: -len(ending) - 1] if ending else bare
    room = LONGEST_NAME - len(ending) - 1
    return f"{stem[:room].strip(' .') or 'file'}.{ending}" if ending else stem[:LONGEST_NAME] or "file"


def private_file(storage: Storage, stored: str, *, name: str, media_type: str) -> FileResponse:
    """The file as a download that a browser neither opens in our pages nor keeps; 404 where it is gone."""
    try:
        file = storage.open(stored, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
