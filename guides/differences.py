"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Unchanged words kept on either side of a change; the rest is left out.
_AROUND = 12


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed, came, went, or was left out because nothing changed there."""

    kind: str  # same, new, old or gap
    text: str = ""


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, with long unchanged stretches left out."""
    if old == new:
        return ()
    return tuple(_shorten([*_merge(_by_line(old, new))]))


def _by_line(old: str, new: str) -> Iterator[Piece]:
    # Lines first: comparing every word of a long text with every other would take seconds.
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for name, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if name == "replace":
            yield from _by_word("".join(before[a:b]), "".join(after[c:d]))
        else:
            yield from _pieces(name, before[a:b], after[c:d])


def _by_word(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for name, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        yield from _pieces(name, before[a:b], after[c:d])


def _pieces(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if name == "equal":
        yield Piece("same", "".join(new))
        return
    if old:
        yield Piece("old", "".join(old))
    if new:
        yield Piece("new", "".join(new))


def _merge(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and piece.kind == last.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _shorten(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for place, piece in enumerate(pieces):
        words = _WORDS.findall(piece.text) if piece.kind == "same" else []
        head = 0 if place == 0 else 2 * _AROUND
        tail = 0 if place == len(pieces) - 1 else 2 * _AROUND
        if len(words) <= head + tail + _AROUND:
            yield piece
            continue
        if head:
            yield Piece("same", "".join(words[:head]))
        yield Piece("gap")
        if tail:
            yield Piece("same", "".join(words[-tail:]))
