"""What a file is called when it goes out: whose it is, what it is, and for whom."""

import re
import unicodedata

_LONGEST = 80


def file_name(*, name: str, kind: str, employer: str, ending: str) -> str:
    """Such as Maria-Alvarez-Resume-Corner-Drug.pdf: letters every mail program takes, and no version numbers."""
    parts = [_plain(part) for part in (name, kind, employer)]
    stem = "-".join(part for part in parts if part)[:_LONGEST].strip("-")
    return f"{stem or 'document'}.{ending}"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-")
