"""The words of a page: runs of letters between gaps, with the place and the look of each."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from resumes.review.reading.pdf.fonts import face_of
from resumes.review.reading.pdf.ink import Look, Page, Word
from resumes.review.reading.pdf.objects import address, fill_of
from resumes.review.reading.pdf.view import View
from resumes.review.reading.refusals import refusal

_MOST_LETTERS = 60_000
_SOLID = re.compile(r"[^\s\x00\u00a0\u2000-\u200b\u3000\ufeff]+")
# What stands for a hyphen that ends a line.
_HYPHENS = {2: "-", 0xFFFE: "-"}
_INKLESS = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
_THICKENED = {pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP}
_OUTLINED = {pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP}
_FAINT = 20
_NAME_ROOM = 256
_LAST_CHARACTER = 0x10FFFF


class Reader:
    """Reads the words of one page."""

    def __init__(self, text_page: Any, view: View, painted: dict[int, int]) -> None:
        self._text_page = text_page
        self._view = view
        self._painted = painted
        self._looks: dict[int, Look] = {}
        self._rectangle = pdfium.FS_RECTF()

    def read(self, page: Page) -> None:
        """Put the words on the page."""
        count = pdfium.FPDFText_CountChars(self._text_page)
        if count > _MOST_LETTERS:
            raise refusal("too-long")
        text = "".join(map(self._letter, range(max(count, 0))))
        for found in _SOLID.finditer(text):
            for start, end, look in self._alike(found.start(), found.end()):
                page.words.append(self._word(text[start:end], start, end, look))
        page.letters = sum(map(len, _SOLID.findall(text)))
        page.unknown_letters = sum(
            pdfium.FPDFText_HasUnicodeMapError(self._text_page, word.order) == 1 for word in page.words
        )

    def _letter(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._text_page, index)
        return _HYPHENS.get(code) or (chr(code) if code <= _LAST_CHARACTER else " ")

    def _object(self, index: int) -> int:
        return address(pdfium.FPDFText_GetTextObject(self._text_page, index))

    def _alike(self, start: int, end: int) -> Iterator[tuple[int, int, Look]]:
        """The parts of a run that look alike: an icon ends where the address begins."""
        first, last = self._object(start), self._object(end - 1)
        look = self._look(first, start)
        if first == last:
            yield start, end, look
            return
        begun = start
        for index in range(start + 1, end):
            other = self._look(self._object(index), index)
            if _differs(look, other):
                yield begun, index, look
                begun = index
                look = other
        yield begun, end, look

    def _word(self, text: str, start: int, end: int, look: Look) -> Word:
        left, top = self._corner(start)
        right = self._edge(end - 1)
        return Word(text, min(left, right), max(left, right), top, look, start)

    def _corner(self, index: int) -> tuple[float, float]:
        """Where a letter begins on its line."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text_page, index, x, y)
        return self._view.point(x.value, y.value)

    def _edge(self, index: int) -> float:
        """Where a letter ends."""
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._text_page, index, box)
        return self._view.box(box.left, box.bottom, box.right, box.top).right

    def _look(self, thing: int, index: int) -> Look:
        if thing not in self._looks:
            self._looks[thing] = self._read_look(index, self._painted.get(thing, 0))
        return self._looks[thing]

    def _read_look(self, index: int, z: int) -> Look:
        thing = pdfium.FPDFText_GetTextObject(self._text_page, index)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._text_page, index) * math.hypot(matrix.c, matrix.d)
        name, flags = self._font(index)
        face = face_of(name, flags, pdfium.FPDFText_GetFontWeight(self._text_page, index))
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if thing else pdfium.FPDF_TEXTRENDERMODE_FILL
        color, alpha = fill_of(thing) if thing else ((0, 0, 0), 255)
        return Look(
            size=round(size, 2),
            bold=face.bold or mode in _THICKENED,
            italic=face.italic,
            font=face.family,
            color=None if mode in _OUTLINED else color,
            is_inkless=mode in _INKLESS or (alpha < _FAINT and mode not in _OUTLINED),
            is_rotated=not self._view.is_level(matrix.a, matrix.b),
            is_picture=face.is_picture,
            z=z,
        )

    def _font(self, index: int) -> tuple[str, int]:
        room, flags = ctypes.create_string_buffer(_NAME_ROOM), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text_page, index, room, _NAME_ROOM, flags)
        return room.value.decode("utf-8", "ignore"), flags.value


def _differs(one: Look, other: Look) -> bool:
    return (
        one.is_picture != other.is_picture
        or one.is_inkless != other.is_inkless
        or one.color != other.color
        or abs(one.size - other.size) > 0.5 * max(one.size, other.size)
    )
