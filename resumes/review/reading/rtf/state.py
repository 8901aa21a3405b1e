"""Following an RTF file token by token: the state of every open group, and the paragraph in the making."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from resumes.review.reading.marks import BULLET, from_symbol_font, is_picture, of_private_use
from resumes.review.reading.refusals import refusal
from resumes.review.reading.rtf.page import Flow, Manner, Page
from resumes.review.reading.rtf.tables import Tables
from resumes.review.reading.rtf.words import Token
from resumes.review.reading.runs import SOFT_END, Look, Run, is_hidden
from resumes.review.reading.seen import keep_hidden

_DEEPEST = 400
_SKIPPED = frozenset((Path(__file__).parent / "skipped.txt").read_text(encoding="utf-8").split())
_FLOWS: dict[str, Flow] = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    "shptxt": "text_box",
}
_LETTERS = {
    "tab": "\t",
    "line": SOFT_END,
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_GROUNDS = frozenset({"cb", "chcbpat", "clcbpat", "cbpat", "highlight", "clcbpatraw"})
_HALF_POINTS = 2
_SURROGATES = 0x10000


@dataclass(slots=True)
class _Group:
    """What holds until the group closes."""

    look: Look
    flow: Flow = "text"
    font: int | None = None
    is_skipped: bool = False
    is_mark: bool = False
    is_deleted: bool = False
    # How many letters stand for a Unicode character in programs that know none.
    fallback: int = 1


class Machine:
    """Turns tokens into a page."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._groups = [_Group(Look(size=12.0))]
        self._page = Page(tables.styles)
        self._manner = Manner()
        self._mark = ""
        self._bytes = bytearray()
        self._to_skip = 0
        self._may_name = False
        self._is_optional = False
        self._runs: dict[Flow, list[Run]] = {"text": [], "header": [], "footer": [], "text_box": []}
        self._has_grounds = False
        self.counted_pages = 1

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind != "byte":
            self._flush_bytes()
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "byte":
            self._byte(token.number or 0)
        else:
            self._text(token.text)

    def finish(self) -> Page:
        """The page, when the file has ended."""
        self._flush_bytes()
        for flow in self._runs:
            if self._runs[flow]:
                self._end_paragraph(flow)
        self._page.end_table()
        return self._page

    # ---- groups

    def _open(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise refusal("too-complex")
        self._groups.append(replace(self._groups[-1]))
        self._may_name, self._is_optional = True, False

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.flow != self._groups[-1].flow and self._runs[group.flow]:
            self._end_paragraph(group.flow)
        self._to_skip = 0

    def _name_group(self, word: str) -> bool:
        """Whether the word says what the group just opened is for."""
        group = self._groups[-1]
        if word in _SKIPPED or word.startswith("theme"):
            group.is_skipped = True
            self._page.seen.pictures += [(0.0, 0.0)] if word == "pict" and not self._is_optional else []
        elif word in _FLOWS:
            group.flow, group.is_skipped = _FLOWS[word], False
            self._page.seen.text_boxes += word == "shptxt"
        elif word in {"listtext", "pntext"}:
            group.is_mark = True
        elif self._is_optional and word not in {"shpinst", "ud", "cs", "nesttableprops"}:
            group.is_skipped = True
        else:
            return False
        return True

    # ---- words

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._is_optional, self._may_name = self._may_name, False
            return
        may_name, self._may_name = self._may_name, False
        if (may_name or self._is_optional) and self._name_group(word):
            self._is_optional = False
            return
        self._is_optional = False
        if not self._groups[-1].is_skipped:
            self._obey(word, number)
        elif word == "nofpages":
            self.counted_pages = max(1, number or 1)

    def _obey(self, word: str, number: int | None) -> None:
        if word in _LETTERS:
            self._text(_LETTERS[word])
        elif word in _OF_LETTERS:
            _OF_LETTERS[word](self._groups[-1], number)
        elif word in _OF_PARAGRAPHS and not self._groups[-1].is_mark:
            _OF_PARAGRAPHS[word](self, number)
        elif word == "u":
            self._unicode(number or 0)
        elif word in {"f", "cf"}:
            self._font_or_color(word, number or 0)
        elif word in _GROUNDS:
            self._has_grounds |= bool(number)

    def _font_or_color(self, word: str, number: int) -> None:
        group = self._groups[-1]
        if word == "f":
            group.font = number
            group.look = replace(group.look, font=self._tables.fonts.get(number))
        else:
            colors = self._tables.colors
            group.look = replace(group.look, color=colors[number] if 0 <= number < len(colors) else None)

    def end_paragraph(self, _: int | None = None) -> None:
        """The paragraph is complete."""
        self._end_paragraph(self._groups[-1].flow)

    def _end_paragraph(self, flow: Flow) -> None:
        shown: list[Run] = []
        for run in self._runs[flow]:
            if is_hidden(run[1], is_shaded=self._has_grounds or flow == "text_box"):
                keep_hidden(self._page.seen.hidden, run[0])
            else:
                shown.append(run)
        self._page.end_paragraph(shown, _mark_of(self._mark), self._manner, flow)
        self._runs[flow], self._mark = [], ""

    def begin_manner(self, _: int | None = None) -> None:
        """The next paragraph is set as usual."""
        self._manner = Manner()

    def set_manner(self, **said: bool | int | None) -> None:
        """Something about how the paragraph is set."""
        self._manner = replace(self._manner, **said)  # type: ignore[arg-type]

    def end_cell(self, _: int | None = None) -> None:
        """A cell is complete."""
        self._manner.in_table = True
        self._end_paragraph("text")
        self._page.end_cell()

    def end_nested_cell(self, _: int | None = None) -> None:
        """A cell of a table inside a cell is complete."""
        self._put("\t")

    def set_style(self, number: int | None) -> None:
        """The paragraph has a style, which may set the size."""
        self._manner = replace(self._manner, style=number)
        if size := self._tables.sizes.get(number or 0):
            _set_look(self._groups[-1], size=size)

    def end_row(self, _: int | None = None) -> None:
        """A row is complete."""
        self._page.end_row()

    def end_page(self, _: int | None = None) -> None:
        """The writer ends the page here."""
        if self._runs["text"]:
            self._end_paragraph("text")
        self._page.seen.page_ends += 1

    def set_columns(self, count: int | None) -> None:
        """The section has columns."""
        self._page.seen.columns = max(self._page.seen.columns, min(count or 1, 9))

    # ---- letters

    def _byte(self, code: int) -> None:
        self._may_name = False
        if self._to_skip:
            self._to_skip -= 1
        elif self._tables.is_symbol(self._groups[-1].font):
            font = self._tables.fonts.get(self._groups[-1].font or 0, "")
            self._put(from_symbol_font(code, font))
        else:
            self._bytes.append(code)

    def _flush_bytes(self) -> None:
        if self._bytes:
            page = self._tables.page_of(self._groups[-1].font)
            self._put(self._bytes.decode(page, "replace"))
            self._bytes.clear()

    def _unicode(self, code: int) -> None:
        sign = chr(code % _SURROGATES)
        if is_picture(sign) and self._tables.is_symbol(self._groups[-1].font):
            sign = from_symbol_font(ord(sign), self._tables.fonts.get(self._groups[-1].font or 0, ""))
        self._put(sign)
        self._to_skip = self._groups[-1].fallback

    def _text(self, text: str) -> None:
        self._may_name = False
        skipped, self._to_skip = min(self._to_skip, len(text)), max(0, self._to_skip - len(text))
        self._put(text[skipped:])

    def _put(self, text: str) -> None:
        group = self._groups[-1]
        if group.is_skipped or group.is_deleted or not text:
            return
        if group.is_mark:
            self._mark += text
        else:
            self._runs[group.flow].append((text, group.look))


def _mark_of(text: str) -> str:
    """A list item's mark; "" where the file sets none."""
    if not text:
        return ""
    sign = text.strip()
    return (of_private_use(sign) if is_picture(sign) else sign[:6]) or BULLET


# ---- what a word changes


def _set_look(group: _Group, **said: bool | float | None) -> None:
    group.look = replace(group.look, **said)  # type: ignore[arg-type]


_OF_LETTERS: dict[str, Callable[[_Group, int | None], None]] = {
    "b": lambda group, number: _set_look(group, bold=number != 0),
    "i": lambda group, number: _set_look(group, italic=number != 0),
    "v": lambda group, number: _set_look(group, is_hidden=number != 0),
    "fs": lambda group, number: _set_look(group, size=(number or 24) / _HALF_POINTS),
    "plain": lambda group, _: _set_look(group, bold=None, italic=None, is_hidden=None, size=12.0, color=None),
    "deleted": lambda group, number: setattr(group, "is_deleted", number != 0),
    "uc": lambda group, number: setattr(group, "fallback", min(max(number or 0, 0), 20)),
}
_OF_PARAGRAPHS: dict[str, Callable[[Machine, int | None], None]] = {
    "par": Machine.end_paragraph,
    "sect": Machine.end_paragraph,
    "nestcell": Machine.end_nested_cell,
    "nestrow": Machine.end_paragraph,
    "pard": Machine.begin_manner,
    "intbl": lambda machine, _: machine.set_manner(in_table=True),
    "tqr": lambda machine, _: machine.set_manner(has_right_stop=True),
    "outlinelevel": lambda machine, number: machine.set_manner(outline=number),
    "s": Machine.set_style,
    "ilvl": lambda machine, number: machine.set_manner(level=min(max(number or 0, 0), 8)),
    "cell": Machine.end_cell,
    "row": Machine.end_row,
    "page": Machine.end_page,
    "cols": Machine.set_columns,
}
