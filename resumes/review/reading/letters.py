"""Characters as a review wants them: readable, without what nobody sees, and safe for a database."""

import re
import unicodedata
from pathlib import Path

# Parts what stands side by side on one line.
TAB = "\t"

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_LINE_ENDS = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
# Zero width, direction, variation, tags, soft hyphen, places that no character has.
_UNSEEN = (
    *(0xAD, 0x034F, 0x061C, 0x180E, 0xFEFF, 0xFFFC, 0xFFFD),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFDD0, 0xFDF0),
    *range(0xFE00, 0xFE10),
    *range(0xFFF9, 0xFFFC),
    *range(0xFFFE, 0x10000),
    *range(0xE0000, 0xE0080),
)
_DASHES = {0x2010: "-", 0x2011: "-", 0x2212: "–", 0x2015: "—"}


def _table() -> dict[int, str]:
    table = dict.fromkeys((*range(0x20), 0x7F, *_UNSEEN), "")
    table |= {9: TAB, 10: "\n"} | dict.fromkeys(_LINE_ENDS, "\n")
    table |= dict.fromkeys(_SPACES, " ") | _LIGATURES | _DASHES
    # Text of Windows that was taken for Latin-1 has its quotes and dashes among the control characters.
    table |= {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code not in _LINE_ENDS}
    # Wide letters, and the bold and italic letters of mathematics, which people paste to stand out.
    wide = (*range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800))
    return table | {code: unicodedata.normalize("NFKC", chr(code)) for code in wide}


_TABLE = _table()


def clean(text: str) -> str:
    """The text without unseen characters, with plain spaces, line ends and ligatures, in composed form."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        # Halves of a pair that belong together are joined; a half alone goes.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def squeeze(text: str) -> str:
    """One line with single spaces, and a single tab between its pieces."""
    pieces = (" ".join(piece.split()) for piece in text.split(TAB))
    return TAB.join(piece for piece in pieces if piece)


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf-8").split())


_SPACED_PIECE = re.compile(r"\S+")
_LONGEST_PIECE = 3
_FEWEST_PIECES = 4


def is_spaced(text: str) -> bool:
    """Whether the line's letters stand apart, as in "C O N TA C T"."""
    pieces = _SPACED_PIECE.findall(text)
    words = [piece for piece in pieces if piece.isalpha()]
    if len(words) < _FEWEST_PIECES or any(len(piece) > _LONGEST_PIECE for piece in pieces):
        return False
    single = sum(len(piece) == 1 for piece in words)
    return single >= 0.6 * len(words) and (text.isupper() or single == len(words))


# Words of headings, to part letters that stand apart without wider gaps between words.
HEADING_WORDS = _words("headings")
_HEADING = re.compile(f"(?:{'|'.join(sorted(HEADING_WORDS, key=len, reverse=True))}|&)")


def close_up(text: str) -> str:
    """The line with its letters joined to words; the gap between words is wider, where there is any."""
    words = ["".join(word.split()) for word in re.split(r"\s{2,}", text.strip())]
    return " ".join(_part(word) if len(words) == 1 else word for word in words)


def _part(word: str) -> str:
    """Part joined letters where they are nothing but words of headings."""
    known = _HEADING.findall(word.lower())
    if "".join(known) != word.lower():
        return word
    parted, at = [], 0
    for piece in known:
        parted.append(word[at : at + len(piece)])
        at += len(piece)
    return " ".join(parted)


# What stays in front of a hyphen that is part of the word itself.
_FIRST_PARTS = _words("first_parts")
_SECOND_PARTS = _words("second_parts")
_SUFFIXES = _words("suffixes")
_WORD_BEFORE = re.compile(r"(?<![-\w])([^\W\d_]+)-$")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")


def join(before: str, behind: str, known: frozenset[str] = frozenset()) -> str:
    """Two lines of one paragraph as one; a word that was divided at the line's end is whole again.

    `known` holds the document's other words: a joined word that stands elsewhere, too, was divided.
    """
    first, second = _WORD_BEFORE.search(before), _WORD_BEHIND.match(behind)
    if before.endswith(("/", "—")) or (before.endswith("-") and not before.endswith(" -")):
        if first and second and _is_divided(first[1], second[0], known):
            return before[:-1] + behind
        return before + behind
    return f"{before} {behind}"


def _is_divided(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether a hyphen between the two stands only for the end of a line."""
    low, high = first.lower(), second.lower()
    if f"{low}-{high}" in known:
        return False
    if low + high in known or high in _SUFFIXES:
        return True
    return second.islower() and low not in _FIRST_PARTS and high not in _SECOND_PARTS and not first.isupper()
