"""What is to be said about a message: what is still blank, whether it is too long, and how it sounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jobsearch.wording.frames import FRAMES, Frame
from jobsearch.wording.tone import TONES
from kit.said import Said
from kit.said import gettext_noop as _

# Our own blanks, and what people and programs put where something is still to be filled in. A bracket that lost its
# other half is one as well: nobody means to send it.
_BLANK: Final = re.compile(r"\[\[([^\[\]]*)\]\]|\[([^\[\]\n]*)\]|\[\[|\]\]|_{3,}|\bX{3,}\b")
_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True)
class Piece:
    """A stretch of the message; a blank shows what belongs there."""

    text: str
    is_blank: bool


@dataclass(frozen=True)
class Remark:
    """A sentence about a place in the text."""

    start: int
    end: int
    said: Said


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


def check(text: str, kind: str, subject: str = "") -> Check:
    """Read a message; blanks in the subject count as well."""
    frame = FRAMES[kind]
    blanks = [_named(found) for part in (subject, text) for found in _BLANK.finditer(part)]
    words = len(_WORD.findall(_BLANK.sub(" ", text)))
    remarks = [*_about_length(text, words, frame, is_filled=not blanks), *_about_tone(text)]
    return Check((*_pieces(text),), (*dict.fromkeys(blanks),), words, len(text), frame, (*remarks,))


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _BLANK.finditer(text):
        yield Piece(text[end : found.start()], is_blank=False)
        yield Piece(_named(found), is_blank=True)
        end = found.end()
    yield Piece(text[end:], is_blank=False)


def _named(found: re.Match[str]) -> str:
    return " ".join((found[1] or found[2] or "").split()) or found[0]


def _about_length(text: str, words: int, frame: Frame, *, is_filled: bool) -> Iterator[Remark]:
    most = frame.most_characters
    if most and len(text) > most:
        sentence = _("It has %(count)s characters, and %(most)s fit. Take out what they can read in your profile.")
        yield Remark(most, len(text), Said(sentence, {"count": len(text), "most": most}))
    elif words > frame.longest:
        sentence = _("It has %(count)s words; over %(most)s people skim. Keep what only you can say.")
        yield Remark(0, len(text), Said(sentence, {"count": words, "most": frame.longest}))
    # A message with blanks in it is short because they are empty.
    elif is_filled and words < frame.shortest:
        sentence = _("It has %(count)s words; under %(least)s it looks dashed off. Say one thing more about them.")
        yield Remark(0, len(text), Said(sentence, {"count": words, "least": frame.shortest}))


def _about_tone(text: str) -> Iterator[Remark]:
    for tone in TONES:
        found = tone.pattern.search(text)
        if found:
            yield Remark(*found.span(), Said(tone.sentence, {"words": " ".join(found[0].split())}))
