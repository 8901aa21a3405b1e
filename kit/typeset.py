"""Sets pages and pictures with Typst: a template of ours, filled with values that are data and never markup."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

_FONTS = Path(__file__).parent / "fonts"
# A picture of 20 KB or a page of 60 KB each.
_REMEMBERED = 200


def pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """A tagged PDF. The template reads the values by `json(bytes(sys.inputs.data))`."""
    return _set(template, json.dumps(data, sort_keys=True), "pdf")


def private_pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """A tagged PDF of a person's own words, which is not remembered."""
    made = typst.compile(
        template.read_bytes(),
        font_paths=_all_fonts(),
        sys_inputs={"data": json.dumps(data, sort_keys=True)},
        format="pdf",
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{template.name} gave no PDF.")
    return made


def png(template: Path, data: Mapping[str, Any]) -> bytes:
    """A picture with as many pixels as the template's page has points."""
    return _set(template, json.dumps(data, sort_keys=True), "png")


# What is set depends on the template, which changes with the program alone, and on the values: it can't grow stale.
@lru_cache(maxsize=_REMEMBERED)
def _set(template: Path, data: str, form: Literal["pdf", "png"]) -> bytes:
    made: bytes | list[bytes] = typst.compile(
        template.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"data": data},
        format=form,
        ppi=72 if form == "png" else None,
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{template.name} has more than one page.")
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts that lie beside this file, and no others: a page looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])


@cache
def _all_fonts() -> typst.Fonts:
    """Those, and the ones inside Typst, which know the letters of names from many places."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_FONTS)])
