"""The words of a page: runs of letters between gaps, with the place and the look of each."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from resumes.review.reading.pdf.fonts import Face, face_of
from resumes.review.reading.pdf.ink import Look, Page, Word
from resumes.review.reading.pdf.objects import address, fill_of
from resumes.review.reading.pdf.view import View
from resumes.review.reading.refusals import refusal

_MOST_LETTERS = 60_000
# A hyphen that ends a line has a code of its own; what follows it stands on the next line.
_SOLID = re.compile(r"[^\s\x00\x02\ufffe\u00a0\u2000-\u200b\u3000\ufeff]+[\x02\ufffe]?|[\x02\ufffe]")
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
        self._faces: dict[int, Face] = {}
        self._rectangle = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def read(self, page: Page) -> None:
        """Put the words on the page."""
        count = pdfium.FPDFText_CountChars(self._text_page)
        if count > _MOST_LETTERS:
            raise refusal("too-long")
        text = self._letters(max(count, 0))
        for found in _SOLID.finditer(text):
            for start, end, look in self._alike(found.start(), found.end()):
                page.words.append(self._word(text[start:end].translate(_HYPHENS), start, end, look))

    def _letters(self, count: int) -> str:
        """The page's letters, one for each index."""
        room = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text_page, 0, count, room)
        text = bytes(room)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written == count + 1 and len(text) == count:
            return text
        # Some letters stand for none or for two units: ask one by one.
        codes = (pdfium.FPDFText_GetUnicode(self._text_page, index) for index in range(count))
        return "".join(chr(code) if 0 < code <= _LAST_CHARACTER else " " for code in codes)

    def _alike(self, start: int, end: int) -> Iterator[tuple[int, int, Look]]:
        """The parts of a run that look alike: an icon ends where the address begins."""
        look = self._look(start)
        if not _differs(look, self._look(end - 1)):
            yield start, end, look
            return
        begun = start
        for index in range(start + 1, end):
            other = self._look(index)
            if _differs(look, other):
                yield begun, index, look
                begun, look = index, other
        yield begun, end, look

    def _word(self, text: str, start: int, end: int, look: Look) -> Word:
        x, y = self._corner(start)
        right = self._edge(end - 1)
        return Word(text, min(x, right), max(x, right), y, look, start)

    def _corner(self, index: int) -> tuple[float, float]:
        """Where a letter begins on its line."""
        pdfium.FPDFText_GetCharOrigin(self._text_page, index, self._x, self._y)
        return self._view.point(self._x.value, self._y.value)

    def _edge(self, index: int) -> float:
        """Where a letter ends."""
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._text_page, index, box)
        if not self._view.quarters:
            return float(box.right) - self._view.left
        return self._view.box(box.left, box.bottom, box.right, box.top).right

    def _look(self, index: int) -> Look:
        thing = pdfium.FPDFText_GetTextObject(self._text_page, index)
        where = address(thing)
        if where not in self._looks:
            self._looks[where] = self._read_look(thing, index, self._painted.get(where, 0))
        return self._looks[where]

    def _read_look(self, thing: Any, index: int, z: int) -> Look:
        if not thing:
            return Look(size=1)
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._text_page, index) * math.hypot(matrix.c, matrix.d)
        face = self._face(thing, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        color, alpha = fill_of(thing)
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

    def _face(self, thing: Any, index: int) -> Face:
        font = address(pdfium.FPDFTextObj_GetFont(thing))
        if font not in self._faces:
            room, flags = ctypes.create_string_buffer(_NAME_ROOM), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self._text_page, index, room, _NAME_ROOM, flags)
            name = room.value.decode("utf-8", "ignore")
            weight = pdfium.FPDFText_GetFontWeight(self._text_page, index)
            self._faces[font] = face_of(name, flags.value, weight)
        return self._faces[font]


def _differs(one: Look, other: Look) -> bool:
    return one is not other and (
        one.is_picture != other.is_picture
        or one.is_inkless != other.is_inkless
        or one.color != other.color
        or abs(one.size - other.size) > 0.5 * max(one.size, other.size)
    )
