"""The things painted on a page, in order, forms included."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from resumes.review.reading.pdf.ink import Box, Color, Page, Shape
from resumes.review.reading.pdf.view import IDENTITY, Matrix, View, times

_MOST_OBJECTS = 60_000
_MOST_SHAPES = 4_000
_DEEPEST = 8
_SEGMENTS_OF_RECTANGLE = 6
_OPAQUE = 230


def address(pointer: Any) -> int:
    """Where an object lies in memory, which tells one from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def survey(raw_page: Any, page: Page, view: View) -> dict[int, int]:
    """Fill in the page's shapes and pictures; returns when each text object is painted, by its address.

    Where nothing lies below or above the text, no one asks for that, and nothing is returned.
    """
    texts: list[tuple[int, Any]] = []
    for z, (kind, thing, matrix) in enumerate(_objects(raw_page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append((z, thing))
        elif box := _bounds(thing, view, matrix):
            _keep(page, kind, thing, box, z)
    has_ground = bool(page.pictures) or any(shape.may_be_ground for shape in page.shapes)
    return {address(thing): z for z, thing in texts} if has_ground else {}


def _keep(page: Page, kind: int, thing: Any, box: Box, z: int) -> None:
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        page.pictures.append((box, z))
    elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
        page.shapes.append(Shape(box, z, None, is_rectangle=False, is_opaque=False))
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(page.shapes) < _MOST_SHAPES:
        page.shapes.append(_shape(thing, box, z))


def _objects(raw_page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """Every object with its kind and the matrix of the form around it."""
    left = _MOST_OBJECTS
    count = min(pdfium.FPDFPage_CountObjects(raw_page), left)
    stack = [(pdfium.FPDFPage_GetObject, raw_page, iter(range(count)), IDENTITY)]
    while stack and left:
        get, owner, numbers, matrix = stack[-1]
        number = next(numbers, None)
        if number is None:
            stack.pop()
            continue
        left -= 1
        thing = get(owner, number)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < _DEEPEST:
            inside = iter(range(min(pdfium.FPDFFormObj_CountObjects(thing), left)))
            stack.append((pdfium.FPDFFormObj_GetObject, thing, inside, times(_matrix(thing), matrix)))
        elif kind > 0:
            yield kind, thing, matrix


def _matrix(thing: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, raw):
        return IDENTITY
    return (raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(thing: Any, view: View, matrix: Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return None
    return view.box(left.value, bottom.value, right.value, top.value, matrix)


def _shape(thing: Any, box: Box, z: int) -> Shape:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    is_filled = bool(pdfium.FPDFPath_GetDrawMode(thing, mode, stroke)) and mode.value != 0
    color, alpha = fill_of(thing) if is_filled else (None, 0)
    segments = pdfium.FPDFPath_CountSegments(thing)
    is_opaque = alpha >= _OPAQUE and not pdfium.FPDFPageObj_HasTransparency(thing)
    return Shape(box, z, color, is_rectangle=segments <= _SEGMENTS_OF_RECTANGLE, is_opaque=is_opaque)


def fill_of(thing: Any) -> tuple[Color | None, int]:
    """The color and the opacity with which an object is filled."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return None, 255
    return (red.value, green.value, blue.value), alpha.value
