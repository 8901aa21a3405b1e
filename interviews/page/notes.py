"""Notes on an answer, of the program and of people, with the numbers that lead from the text to them and back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from interviews.feedback import carrying
from interviews.feedback.result import Feedback, Note, Place
from interviews.models import Answer, Disagreement, ReviewComment
from interviews.page.annotated import Mark
from interviews.page.saying import say

LONGEST_QUOTE = 300


@dataclass(frozen=True)
class ShownNote:
    """One thing that the program says. `number` is 0 where it is about the whole."""

    code: str
    words: str
    rule: str
    because: tuple[str, ...]
    places: tuple[Place, ...]
    quote: str
    # "keep", "next", "note" or "private"; what its marks look like.
    kind: str
    is_set_aside: bool = False
    number: int = 0

    @property
    def start(self) -> int:
        """Where its first place begins, which tells notes of one code apart; -1 where it is about the whole."""
        return self.places[0].start if self.places else -1


@dataclass(frozen=True)
class ShownComment:
    """What a person says, with its number; 0 where it is about the whole."""

    comment: ReviewComment
    number: int


@dataclass(frozen=True)
class Notes:
    """Everything that is said about an answer; where a note is set aside as untrue, the next one counts."""

    private: Sequence[ShownNote]
    strength: ShownNote | None
    advice: Sequence[ShownNote]
    set_aside: Sequence[ShownNote]
    comments: Sequence[ShownComment]
    words: Sequence[Mark] = field(default=())

    @property
    def next(self) -> ShownNote | None:
        """The one next step."""
        return self.advice[0] if self.advice else None

    @property
    def more(self) -> Sequence[ShownNote]:
        """What else could be changed, later."""
        return self.advice[1:]

    def marks(self, shown: str) -> list[Mark]:
        """Those that the answer carries: the usual ones, with every note ("notes"), or fillers and hedges ("words")."""
        people = [
            Mark(each.comment.start or 0, each.comment.end or 0, "person", each.number)
            for each in self.comments
            if each.number
        ]
        if shown == "words":
            return [*self.words, *people]
        usual = [*self.private, *([self.strength] if self.strength else []), *self.advice[:1]]
        notes = [*usual, *self.more] if shown == "notes" else usual
        # The next step colors its words even where a comment or another note is about them as well.
        ordered = sorted(notes, key=lambda note: note.kind != "next")
        marks = [
            Mark(place.start, place.end, note.kind, 0 if place is not note.places[-1] else note.number)
            for note in ordered
            for place in note.places
        ]
        return [*marks, *people]


def quote_of(note: Note, text: str) -> str:
    """The words that a note is about, as they are kept when its reader says that it is not true."""
    places = note.places[:1]
    words = "; ".join(note.because) or "".join(text[place.start : place.end] for place in places)
    return words[:LONGEST_QUOTE]


def all_notes(result: Feedback) -> Iterable[tuple[Note, str]]:
    """Every note of the engine and its kind: warnings, the strength, advice."""
    yield from ((note, "private") for note in result.warnings)
    if result.strength:
        yield result.strength, "keep"
    yield from ((note, "note") for note in result.advice)


def find_note(result: Feedback, *, code: str, start: int) -> Note | None:
    """The note of a code that begins at a place, -1 being the whole; what `ShownNote` calls `code` and `start`."""
    for note, _kind in all_notes(result):
        if note.code == code and (note.places[0].start if note.places else -1) == start:
            return note
    return None


def private_notes(answer: Answer) -> Sequence[ShownNote]:
    """What its speaker should know before anyone else reads the answer, but for what they set aside."""
    result = carrying.from_plain(answer.feedback.result)
    return notes_of(answer.text, result, untrue=answer.disagreements.all(), comments=()).private


def notes_of(
    text: str, result: Feedback, *, untrue: Iterable[Disagreement], comments: Collection[ReviewComment]
) -> Notes:
    """Number what stands in the order of the text, and put what is untrue aside."""
    refused = {(row.code, row.quote) for row in untrue}
    made = [(note, kind, quote_of(note, text)) for note, kind in all_notes(result)]
    standing = [(note, kind, quote) for note, kind, quote in made if (note.code, quote) not in refused]
    first = next((id(note) for note, kind, _quote in standing if kind == "note"), None)
    # What is always marked is numbered in the order of the text; what is marked only when asked for, after it.
    places = sorted(
        [
            (kind == "note" and id(note) != first, note.places[0].start, id(note))
            for note, kind, _quote in standing
            if any(map(_has_length, note.places))
        ]
        + [(False, comment.start or 0, id(comment)) for comment in comments if comment.end]
    )
    numbers = {key: number for number, (_is_later, _start, key) in enumerate(places, start=1)}
    shown = [
        _shown(note, "next" if id(note) == first else kind, quote, number=numbers.get(id(note), 0))
        for note, kind, quote in standing
    ]
    aside = [_shown(note, kind, quote, aside=True) for note, kind, quote in made if (note.code, quote) in refused]
    return Notes(
        private=[note for note in shown if note.kind == "private"],
        strength=next((note for note in shown if note.kind == "keep"), None),
        advice=[note for note in shown if note.kind in {"next", "note"}],
        set_aside=aside,
        comments=[ShownComment(comment, numbers.get(id(comment), 0)) for comment in comments],
        words=[
            *(Mark(place.start, place.end, "filler") for place in result.fillers),
            *(Mark(place.start, place.end, "hedge") for place in result.hedges),
        ],
    )


def _has_length(place: Place) -> bool:
    return place.end > place.start


def _shown(note: Note, kind: str, quote: str, *, number: int = 0, aside: bool = False) -> ShownNote:
    return ShownNote(
        code=note.code,
        words=say(note.said),
        rule=say(note.rule),
        because=note.because,
        places=tuple(filter(_has_length, note.places)),
        quote=quote,
        kind=kind,
        is_set_aside=aside,
        number=number,
    )
