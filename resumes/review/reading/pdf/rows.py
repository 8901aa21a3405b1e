"""The rows of a region: marks found or drawn, icons left out, wide gaps as tabs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from resumes.review.reading.grid import DATED
from resumes.review.reading.letters import HEADING_WORDS, TAB, clean
from resumes.review.reading.marks import BULLET, SIGNS, from_symbol_font, is_picture, is_symbol_font, split_mark
from resumes.review.reading.pdf.columns import Region
from resumes.review.reading.pdf.ink import Box, Page, Word
from resumes.review.reading.pdf.page_row import PageRow, with_whole_dates
from resumes.review.reading.pdf.segments import Segment
from resumes.review.reading.pdf.sides import level
from resumes.review.reading.wrapping import Block, common

_NARROW_LETTERS = 46
_WIDEST_LEADING, _FEWEST_WIDE = 2.2, 3
# A drawn bullet, in points: its sides, and its distance from the text.
_DOT_SIDE = (0.9, 9.0)
_DOT_SHAPE = 3.0
_DOT_DISTANCE = 30.0
# In heights of a letter.
_WIDE_GAP, _DATE_GAP, _LABEL_GAP = 1.5, 0.6, 2.0
_STOP = 3.0
_BEGINS_WITH_DATE = re.compile(r"[\W_]*(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}/)?(?:19|20)\d\d\b")
_RAIL_FROM = 0.55


def rows_of(region: Region, page: Page) -> list[PageRow]:
    """The region's rows, from top to bottom; items that stand beside each other one after the other."""
    dots = _dots(page)
    stops = _stops(region.segments)
    edge = max((segment.right for segment in region.segments), default=0)
    left = min((segment.x for segment in region.segments), default=0)
    rows: list[PageRow] = []
    for group in level(region.segments):
        for part in _items(group):
            for piece in _labelled(part, left):
                if row := _row(piece, dots, stops, page.number, left=left, edge=edge):
                    rows.append(row)  # noqa: PERF401 -- with its condition
    return with_whole_dates(rows)


def _items(group: Sequence[Segment]) -> list[list[Segment]]:
    """Items of lists that stand on one height are items of their own."""
    parts: list[list[Segment]] = []
    for segment in group:
        if parts and not _begins_item(segment):
            parts[-1].append(segment)
        else:
            parts.append([segment])
    return parts


def _labelled(group: Sequence[Segment], left: float) -> list[Sequence[Segment]]:
    """A heading that stands left of its text is a row of its own."""
    first = group[0]
    words = first.text.lower().replace("&", "and").split()
    is_heading = first.text.isupper() or all(word.look.bold for word in first.words)
    if len(group) == 1 or group[1].x - first.right < _LABEL_GAP * first.size:
        return [group]
    if first.x <= left + 1 and is_heading and HEADING_WORDS.issuperset(words):
        return [group[:1], group[1:]]
    return [group]


def _begins_item(segment: Segment) -> bool:
    first = segment.words[0]
    return len(segment.words) > 1 and (
        first.text in SIGNS or (is_picture(first.text) and is_symbol_font(first.look.font))
    )


def _row(
    group: Sequence[Segment], dots: Sequence[Box], stops: frozenset[int], page: int, *, left: float, edge: float
) -> PageRow | None:
    mark, words_of = _mark(group)
    pieces = [_readable(words) for words in words_of]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    words = [word for piece in pieces for word in piece]
    texts = _texts(pieces, stops)
    text = whole = TAB.join(text for _, text in texts)
    first = words[0]
    dot = None
    if not mark:
        mark, text = split_mark(text)
        dot = None if mark else _dot(first, words, dots)
        mark = mark or (BULLET if dot else "")
    row = PageRow(
        text=text,
        x=dot.x if dot else min(segment.x for segment in group),
        right=max(word.right for word in words),
        y=median(word.y for word in words),
        text_x=first.x if len(text) == len(whole) else _after_mark(words),
        first_word=first.right - first.x,
        mark=mark,
        begins=_look(first),
        ends=_look(words[-1]),
        page=page,
        words=words,
        pieces=texts,
    )
    row.has_rail = _has_rail(row, pieces, left=left, edge=edge)
    return row


def _look(word: Word) -> tuple[float, bool, bool]:
    return (word.look.size, word.look.bold, word.look.italic)


def _after_mark(words: Sequence[Word]) -> float:
    return words[1].x if len(words) > 1 else words[0].x


def _mark(group: Sequence[Segment]) -> tuple[str, list[list[Word]]]:
    """The mark that a font of signs writes in front, and the words of each segment without it."""
    words_of = [list(segment.words) for segment in group]
    first = words_of[0][0]
    if not (first.look.is_picture or is_picture(first.text)) or sum(map(len, words_of)) == 1:
        return "", words_of
    behind = " ".join(word.text for words in words_of for word in words[1:])
    words_of[0] = words_of[0][1:]
    return _sign(first, behind), [words for words in words_of if words]


def _sign(word: Word, behind: str) -> str:
    """A letter of a font of signs as the mark that it shows; nothing where it shows a picture."""
    if len(word.text) != 1:
        return ""
    if word.text in SIGNS:
        return word.text
    if is_symbol_font(word.look.font):
        known = from_symbol_font(ord(word.text), word.look.font) or from_symbol_font(ord(word.text), "Symbol")
        return known or ("" if _CONTACT.search(behind) else BULLET)
    if "\uf000" <= word.text <= "\uf0ff" and not word.look.is_picture and not _CONTACT.search(behind):
        return from_symbol_font(ord(word.text), "Symbol") or from_symbol_font(ord(word.text), "Wingdings")
    return ""


# What an envelope, a telephone or a globe stands beside.
_CONTACT = re.compile(
    r"@|(?<!\d)\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?!\d)|linkedin|github|www\.|https?:", re.IGNORECASE
)


def _readable(words: Iterable[Word]) -> list[Word]:
    """The words without icons."""
    return [word for word in words if not (word.look.is_picture or is_picture(word.text)) and clean(word.text).strip()]


def _texts(pieces: Sequence[Sequence[Word]], stops: frozenset[int]) -> list[tuple[float, str]]:
    """The texts that a wide gap parts, and where each begins."""
    texts: list[tuple[float, str]] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        text = " ".join(word.text for word in piece)
        if before is None or _is_apart(before[-1], piece[0], text, stops):
            texts.append((piece[0].x, text))
        else:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]} {text}")
    return texts


def _is_apart(before: Word, word: Word, text: str, stops: frozenset[int]) -> bool:
    """Whether a gap is more than a space: wide, before a date, or where other rows begin something, too."""
    gap = (word.x - before.right) / max(word.look.size, 1)
    if gap > _WIDE_GAP:
        return True
    return gap > _DATE_GAP and (bool(_BEGINS_WITH_DATE.match(text)) or round(word.x / _STOP) in stops)


def _stops(segments: Sequence[Segment]) -> frozenset[int]:
    """The places, by steps, at which the second or a later piece of several rows begins."""
    counted = Counter(round(segment.x / _STOP) for group in level(segments) for segment in group[1:])
    return frozenset(place for place, count in counted.items() if count > 1)


def _has_rail(row: PageRow, pieces: Sequence[Sequence[Word]], *, left: float, edge: float) -> bool:
    """Whether its last piece stands at the right edge of the region, or is a date apart."""
    if row.text.count(TAB) != 1:
        return False
    last = pieces[-1]
    is_at_edge = last[-1].right >= edge - 6 and last[0].x >= left + _RAIL_FROM * (edge - left)
    return is_at_edge or bool(DATED.search(row.text.rpartition(TAB)[2]))


def _dots(page: Page) -> list[Box]:
    """Shapes and pictures that may be bullets."""
    low, high = _DOT_SIDE
    boxes = [shape.box for shape in page.shapes] + [box for box, _ in page.pictures]
    return [
        box
        for box in boxes
        if low <= box.width <= high and low <= box.height <= high and abs(box.width - box.height) <= _DOT_SHAPE
    ]


def _dot(first: Word, words: Sequence[Word], dots: Sequence[Box]) -> Box | None:
    """The bullet that is drawn left of the row; a dot beside a bold line belongs to a time line."""
    if 2 * sum(word.look.bold for word in words) > len(words):
        return None
    size = first.look.size
    beside = (
        dot
        for dot in dots
        if first.y - 0.85 * size <= (dot.y + dot.bottom) / 2 <= first.y + 0.2 * size
        and 0 <= first.x - dot.right <= _DOT_DISTANCE
    )
    return next(beside, None)


def block_of(rows: Sequence[PageRow]) -> Block:
    """What the rows have in common."""
    letters = sum(len(word.text) for row in rows for word in row.words)
    letter = sum(word.right - word.x for row in rows for word in row.words) / max(letters, 1)
    left, right = min(row.x for row in rows), max(row.right for row in rows)
    gaps = [below.y - row.y for row, below in pairwise(rows) if 0 < below.y - row.y <= 2.2 * row.begins[0]]
    leading = _leading(rows) or median(gaps or [1.2 * rows[0].begins[0]])
    return Block(
        left=left,
        right=right,
        leading=leading,
        letter=letter,
        is_narrow=(right - left) < _NARROW_LETTERS * letter,
        tight=_tight(rows),
    )


def _tight(rows: Sequence[PageRow]) -> float:
    """The distance of rows of one paragraph, where several rows that look alike stand wider apart; or nothing."""
    gaps = [
        below.y - row.y
        for row, below in pairwise(rows)
        if row.begins == below.begins and 0 < below.y - row.y <= _WIDEST_LEADING * row.begins[0]
    ]
    closest = min(gaps, default=0)
    wide = sum(gap > 1.12 * closest for gap in gaps)
    return 1.06 * closest if wide >= _FEWEST_WIDE else 0


def _leading(rows: Sequence[PageRow]) -> float | None:
    """The commonest distance between rows of the usual size; the closest of several common ones."""
    sizes = Counter(row.begins[0] for row in rows)
    usual = sizes.most_common(1)[0][0]
    gaps = [
        below.y - row.y
        for row, below in pairwise(rows)
        if row.begins[0] == below.begins[0] == usual and 0 < below.y - row.y <= 2.2 * usual and not below.mark
    ]
    return common(gaps, 0.5)
