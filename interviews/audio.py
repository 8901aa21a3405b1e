"""What browsers record: told by the first bytes of a file, never by its name or by what the browser says."""

import re
from typing import IO, Final

from kit.uploads import FileKind

WEBM: Final = FileKind("WebM", "audio/webm", ("webm",))
MP4: Final = FileKind("MP4", "audio/mp4", ("m4a", "mp4"))
OGG: Final = FileKind("Ogg", "audio/ogg", ("ogg", "oga", "opus"))

# The heads of all three, with the names of what they hold, fit in here.
_HEAD = 4096
_FILM = re.compile(rb"V_(?:VP[89]|AV1|MPEG|THEORA)")
_MP4_BRANDS = {b"M4A ", b"mp41", b"mp42", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"dash"}


def audio_kind(file: IO[bytes]) -> FileKind | None:
    """The kind of a recording; nothing for what begins as a film, or is none of these."""
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if _is_sound_in_webm(head) else None
    if head.startswith(b"OggS"):
        return OGG if b"OpusHead" in head or b"\x01vorbis" in head else None
    # A film has a track whose handler is called so; what recorders write has its tracks in the head.
    return (
        MP4 if head[4:8] == b"ftyp" and head[8:12] in _MP4_BRANDS and b"hdlr" + bytes(8) + b"vide" not in head else None
    )


def _is_sound_in_webm(head: bytes) -> bool:
    return b"webm" in head[:64] and (b"A_OPUS" in head or b"A_VORBIS" in head) and not _FILM.search(head)
