"""The jobs of a section: one for each position, those at one employer apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from resumes.review.parsed import Job, Period, Piece
from resumes.review.understanding.headings import Look, look
from resumes.review.understanding.heads import Head, Order, assign, is_employer, is_title, leaning, order_of, read
from resumes.review.understanding.pieces import joined, whole
from resumes.review.understanding.rows import Role, Row, rows_of
from resumes.review.understanding.sections import Block
from resumes.review.understanding.verbs import begins_with_verb

# Lines without marks are a list when there are at least this many, each short and each telling what was done.
FEWEST_UNMARKED = 2
MOST_LETTERS = 260


@dataclass
class Entry:
    """The rows of one head, and those below it."""

    head: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)

    @property
    def has_period(self) -> bool:
        """Whether a time has been read."""
        return any(row.has_period for row in self.head)

    @property
    def behind(self) -> int:
        """How many rows with text stand below the time."""
        count = 0
        for row in self.head:
            count = 0 if row.has_period else count + row.has_text
        return count

    @property
    def texts(self) -> int:
        """How many rows say more than a time and a place."""
        return sum(row.has_text for row in self.head)


def jobs_of(block: Block, usual: Look) -> list[Job]:
    """Every job of a section."""
    entries = _entries(rows_of(block.lines, usual))
    heads = [read([row.line for row in entry.head]) for entry in entries]
    order = order_of([head for head in heads if head.rows])
    return list(_jobs(list(zip(entries, heads, strict=True)), order, block))


def _entries(rows: Sequence[Row]) -> list[Entry]:
    behind = _rows_behind(rows)
    is_dated = any(row.has_period for row in rows if row.role is Role.HEAD)
    entries: list[Entry] = []
    for row in rows:
        if row.role is Role.DETAIL:
            continue
        if row.role is not Role.HEAD:
            if entries:
                entries[-1].body.append(row)
            continue
        if not entries or _opens(entries[-1], row, behind, is_dated):
            entries.append(Entry())
        entries[-1].head.append(row)
    return entries


def _opens(entry: Entry, row: Row, behind: int, is_dated: bool) -> bool:
    """Whether a head's row begins a new entry."""
    if row.label:
        return any(other.label == row.label for other in entry.head) or not any(other.label for other in entry.head)
    if entry.body:
        return True
    if not entry.has_period:
        return row.is_apart and not is_dated and entry.texts > 0
    if not row.has_text:
        # A place, or the end of a time that was broken into two lines, goes on.
        return row.has_period and (row.is_apart or not entry.head[-1].has_period)
    return row.has_period or row.is_apart or entry.behind >= behind


def _rows_behind(rows: Sequence[Row]) -> int:
    """How many rows with text follow the time in this section's heads."""
    counts: list[int] = []
    entry = Entry()
    for row in rows:
        if row.role is Role.HEAD:
            if row.is_apart and entry.has_period:
                counts += _counted(entry)
                entry = Entry()
            entry.head.append(row)
        elif entry.head and row.role is not Role.DETAIL:
            counts += _counted(entry)
            entry = Entry()
    counts += _counted(entry)
    if counts:
        return max(set(counts), key=counts.count)
    first = next((row for row in rows if row.role is Role.HEAD), None)
    return int(bool(first and first.has_period))


def _counted(entry: Entry) -> list[int]:
    return [entry.behind] if sum(row.has_period for row in entry.head) == 1 else []


def _jobs(pairs: Sequence[tuple[Entry, Head]], order: Order, block: Block) -> Iterator[Job]:
    parent: Head | None = None
    looks: tuple[Look, Look] | None = None
    for at, (entry, head) in enumerate(pairs):
        following = pairs[at + 1] if at + 1 < len(pairs) else None
        if following and _is_parent(entry, head, following):
            parent = assign(head, -2.0) if head.rows else head
            parent, looks = replace(parent, employer=parent.employer or parent.title, title=None), None
            continue
        done = _filled(entry, head, order, parent if _goes_on(entry, looks) else None)
        if done.employer and done.title and entry.texts > 1 and order < 0:
            parent, looks = replace(done, title=None), _looks(entry)
        elif done.employer and parent and done.employer != parent.employer:
            parent = None
        if done.title or done.employer:
            yield _job(entry, done, block)


def _is_parent(entry: Entry, head: Head, following: tuple[Entry, Head]) -> bool:
    """An employer that heads several positions, each with its own time."""
    if entry.body or entry.texts != 1 or not following[0].has_period or following[0].texts != 1:
        return False
    piece, below = _only(head), _only(following[1])
    if not piece or not below or not following[0].body:
        return False
    is_position = is_title(below.text) or not is_employer(below.text)
    return leaning(piece.text) < leaning(below.text) and not is_title(piece.text) and is_position


def _looks(entry: Entry) -> tuple[Look, Look]:
    """How the employer and the position are set, where the employer comes first."""
    texts = [row.line for row in entry.head if row.has_text]
    return look(texts[0]), look(texts[1])


def _goes_on(entry: Entry, looks: tuple[Look, Look] | None) -> bool:
    """Whether a head with one piece can be a further position at the employer above it.

    Behind an empty line it has to be set as the position above was, and not as its employer.
    """
    if looks is None or not entry.head[0].is_apart:
        return True
    return looks[0] != looks[1] and look(entry.head[0].line) == looks[1]


def _only(head: Head) -> Piece | None:
    return head.rows[0][0] if len(head.rows) == 1 and len(head.rows[0]) == 1 else None


def _filled(entry: Entry, head: Head, order: Order, parent: Head | None) -> Head:
    """The head with its fields; a position without an employer of its own has that of the one above."""
    only = _only(head)
    if parent and only and entry.texts == 1 and leaning(only.text) > 0:
        return replace(head, title=only, employer=parent.employer, location=head.location or parent.location)
    return assign(head, order)


def _job(entry: Entry, head: Head, block: Block) -> Job:
    bullets, paragraphs = _body(entry.body)
    if head.rest:
        paragraphs = [head.rest, *paragraphs]
    rows = [*entry.head, *entry.body]
    return Job(
        start=rows[0].line.start,
        end=rows[-1].line.end,
        title=head.title,
        employer=head.employer,
        location=head.location,
        period=_worked(head.period),
        bullets=tuple(bullets),
        paragraphs=tuple(paragraphs),
        section=block.section.kind,
    )


def _worked(period: Period | None) -> Period | None:
    """One date alone is when the work was done."""
    if period and period.starts_on is None and period.ends_on and not period.is_expected:
        return replace(period, starts_on=period.ends_on)
    return period


def _body(rows: Sequence[Row]) -> tuple[list[Piece], list[Piece]]:
    """The items and the running text below a head."""
    items: list[Piece] = []
    texts: list[Piece] = []
    last_item = False
    for row in rows:
        piece = whole(row.line)
        if row.role is Role.ITEM:
            items.append(piece)
        elif last_item and not row.is_apart and (piece.text[:1].islower() or items[-1].text.endswith((",", "-", "–"))):
            items[-1] = joined([items[-1], piece])
            continue
        else:
            texts.append(piece)
        last_item = row.role is Role.ITEM
    if not items and _is_unmarked_list(rows):
        return texts, []
    return items, texts


def _is_unmarked_list(rows: Sequence[Row]) -> bool:
    """Lines without marks that each tell one thing that was done."""
    texts = [row.line.body.strip() for row in rows]
    if len(texts) < FEWEST_UNMARKED or any(len(text) > MOST_LETTERS or ". " in text.rstrip(".") for text in texts):
        return False
    return sum(begins_with_verb(text) for text in texts) >= 0.6 * len(texts)
