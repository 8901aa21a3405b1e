"""Which letters the bytes of a text file stand for."""

import codecs
import re

from resumes.review.reading.refusals import refusal

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 20_000
# The control characters that no text holds.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")


def decode(data: bytes) -> str:
    """The text of a file, whatever program wrote it; refuses what is no text."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    # A stray NUL is dropped later; many of them, or other control characters, are no text.
    if len(data) - len(data.translate(None, _CONTROLS)) > max(2, len(data) // 500):
        raise refusal("unknown-type")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _of_one_byte(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    head = data[: _LOOKED_AT // 2 * 2]
    half = max(len(head) // 2, 1)
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


# Letters that a wrong table puts in: a capital inside a word, or one alone where a quote or a dash should be.
_MISPLACED = re.compile(r"(?<=[a-z])[À-ÖØ-ÞŠŽŸÒ]|(?<!\w)[À-ÖØ-öø-ÿŠŽ](?!\w)|(?<=\w)[¥ÐÑ](?!\w)")


def _of_one_byte(data: bytes) -> str:
    """Text of Windows or of old Macs: the one that puts fewer letters where none belong."""
    texts = [data.decode(encoding, "replace") for encoding in ("cp1252", "mac_roman")]
    return min(texts, key=lambda text: text.count("\ufffd") + len(_MISPLACED.findall(text[:_LOOKED_AT])))
