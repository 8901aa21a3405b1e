"""Digests of items: the same for a file and for a row that say the same."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from guides.content_files.entries import WageRow

# Columns of pay that came after the first release: where they say nothing, digests remain what they were.
_ADDED = {"or_more"}


def digest_of(values: Mapping[str, Any]) -> str:
    """The digest of an item's values; what is empty does not count, so a field added later changes nothing."""
    said = {name: plain for name, value in sorted(values.items()) if (plain := _plain(value))}
    return blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, WageRow):
        return [_plain(cell) for name, cell in vars(value).items() if cell or name not in _ADDED]
    if isinstance(value, list | tuple):
        return sorted((_plain(part) for part in value), key=str)
    return value


def tidy(text: str) -> str:
    """The text as every browser and file system would agree on it: one kind of line end, nothing around it."""
    return text.replace("\r\n", "\n").strip()
