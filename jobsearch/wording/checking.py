"""What is to be said about a message: what is still blank, whether it is too long, and how it sounds."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobsearch.wording.frames import FRAMES, Frame
from jobsearch.wording.marking import BLANK, WORD, Piece, Remark, blank_name, in_order, pieces_of
from jobsearch.wording.tone import about_tone
from kit.said import Said
from kit.said import gettext_noop as _


@dataclass(frozen=True)
class Check:
    """The message as it stands."""

    pieces: tuple[Piece, ...]
    blanks: tuple[str, ...]
    words: int
    characters: int
    frame: Frame
    remarks: tuple[Remark, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it may be copied, and can have been sent."""
        return not self.blanks

    @property
    def has_marks(self) -> bool:
        """Whether a remark is about certain words."""
        return any(remark.places for remark in self.remarks)


def check(text: str, kind: str, subject: str = "") -> Check:
    """Read a message; blanks in the subject count as well."""
    frame = FRAMES[kind]
    blanks = [blank_name(found) for part in (subject, text) for found in BLANK.finditer(part)]
    words = len(WORD.findall(BLANK.sub(" ", text)))
    remarks = in_order([*_about_length(text, words, frame, is_filled=not blanks), *about_tone(text)])
    return Check((*pieces_of(text, remarks),), (*dict.fromkeys(blanks),), words, len(text), frame, (*remarks,))


def _about_length(text: str, words: int, frame: Frame, *, is_filled: bool) -> Iterator[Remark]:
    most = frame.most_characters
    if most and len(text) > most:
        sentence = _("It has %(count)s characters, and %(most)s fit. Take out what they can read in your profile.")
        yield Remark(Said(sentence, {"count": len(text), "most": most}))
    elif words > frame.longest:
        sentence = _("It has %(count)s words; over %(most)s people skim. Keep what only you can say.")
        yield Remark(Said(sentence, {"count": words, "most": frame.longest}))
    # A message with blanks in it is short because they are empty.
    elif is_filled and words < frame.shortest:
        sentence = _("It has %(count)s words; under %(least)s it looks dashed off. Say one thing more about them.")
        yield Remark(Said(sentence, {"count": words, "least": frame.shortest}))
