"""Which letters the bytes of a text file stand for."""

import codecs

from resumes.review.reading.refusals import refusal

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OF_ONE_BYTE = ["cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp437"]
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


def _of_one_byte(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- a tenth of a second that most files need not wait

    best = from_bytes(data[:_LOOKED_AT], cp_isolation=_OF_ONE_BYTE).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
