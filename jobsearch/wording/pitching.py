"""An introduction of half a minute: its first words, how long it takes aloud, and what is to be said about it.

The rate: in conversation people in the United States speak about 150 words a minute (the figure of the National Center
for Voice and Speech, as teachers of speech quote it). Whoever wants a stranger to follow speaks slower; 130 is what is
taught for talks. Both ends are told, since nobody knows how fast someone will speak: half a minute is 65 to 75 words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jobsearch.wording.audiences import AUDIENCES, Audience
from jobsearch.wording.marking import BLANK, Piece, Remark, blank_name, in_order, pieces_of
from jobsearch.wording.tone import about_tone
from kit.said import Said
from kit.said import gettext_noop as _

SLOWEST, FASTEST = 130, 150
# Aloud, a longer sentence needs a breath in its middle.
LONGEST_SENTENCE: Final = 25
_MINUTE: Final = 60
_HUNDRED: Final = 3

_SPOKEN: Final = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?%?|[^\W\d_]+(?:[’'-][^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_ENDED: Final = re.compile(r"[.!?…][\"”’')\]]*$")
_UNKNOWN: Final = {
    "me": _("your name"),
    "role": _("the job you want"),
    "standing": _("where you stand: student, trainee, cashier"),
    "proof": _("one thing you did that shows it, with a number"),
    "place": _("town or area"),
}
_PRAISE: Final = re.compile(
    r"\b(?:hard[- ]?working|hard worker|passionate|motivated|team player|detail[- ]oriented|people person|fast learner"
    r"|quick learner|dedicated|reliable|self[- ]starter|go[- ]getter|outgoing|enthusiastic)\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_JOB: Final = re.compile(
    r"\b(?:do you have|can you (?:give|get|find)|could you (?:give|get|find)|is there|are there) "
    r"(?:me )?(?:an?|any|some) (?:jobs?|openings?|work|positions?)\b|\b(?:will|would|can|could) you hire me\b",
    re.IGNORECASE,
)
# Letters of credentials and of employers: PTCE, CPhT, CNA.
_LETTERS: Final = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{2,5}\b")
_LOWER_RUN: Final = re.compile(r"[a-z]{3}")


@dataclass(frozen=True)
class Parts:
    """What it is made of."""

    who: str = ""
    proof: str = ""
    seeking: str = ""
    question: str = ""

    def text(self) -> str:
        """All of it as it is said; what is missing is left out."""
        told = [_ended(part, ".") for part in (self.who, self.proof, self.seeking)]
        return " ".join(part for part in (*told, _ended(self.question, "?")) if part)


@dataclass(frozen=True)
class Length:
    """How many words are spoken, and for how many seconds by a quick and by a calm speaker."""

    words: int
    shortest: int
    longest: int


@dataclass(frozen=True)
class PitchCheck:
    """The introduction as it stands."""

    text: str
    pieces: tuple[Piece, ...]
    blanks: tuple[str, ...]
    length: Length
    audience: Audience
    remarks: tuple[Remark, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it can be said as it stands."""
        return bool(self.text) and not self.blanks


def draft_pitch(audience: str, facts: Mapping[str, str], translate: Callable[[str], str] = str) -> Parts:
    """The first words for these listeners; an empty fact becomes a blank that names it."""
    frame = AUDIENCES[audience]
    known = {name: facts.get(name) or f"[[{translate(blank)}]]" for name, blank in _UNKNOWN.items()}
    who, proof, seeking, question = (
        translate(part) % known for part in (frame.who, frame.proof, frame.seeking, frame.question)
    )
    return Parts(who, proof, seeking, question)


def length_of(text: str) -> Length:
    """How long it takes aloud. Figures are said in more words than they are written: 120 is three of them."""
    words = sum(_spoken(found[0]) for found in _SPOKEN.finditer(BLANK.sub(" ", text)))
    return Length(words, round(words / FASTEST * _MINUTE), round(words / SLOWEST * _MINUTE))


def check_pitch(text: str, audience: str) -> PitchCheck:
    """Read an introduction for its listeners."""
    frame, length = AUDIENCES[audience], length_of(text)
    blanks = [blank_name(found) for found in BLANK.finditer(text)]
    remarks = in_order([remark for rule in _RULES for remark in rule(text, audience)])
    if text and not blanks:
        remarks += [*_about_length(length, frame), *_about_whole(text)]
    return PitchCheck(text, (*pieces_of(text, remarks),), (*dict.fromkeys(blanks),), length, frame, (*remarks,))


def _ended(part: str, stop: str) -> str:
    part = part.strip()
    return part if not part or _ENDED.search(part) else part + stop


def _spoken(word: str) -> int:
    whole, _point, rest = (sum(sign.isdigit() for sign in part) for part in word.partition("."))
    if not whole:
        return 1
    # Two digits are one word said quickly; from a hundred on it is named, and so is the sign.
    return (whole + 1) // 2 + (whole >= _HUNDRED) + (rest + 1) // 2 + any(sign in "$€£%" for sign in word)


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def _praise(text: str, _audience: str) -> Iterator[Remark]:
    for found in _PRAISE.finditer(text):
        sentence = _("Anyone can say “%(words)s”. Tell what you did, and they will think it themselves.")
        yield Remark(Said(sentence, {"words": found[0]}), (found.span(),))


def _job_at_once(text: str, _audience: str) -> Iterator[Remark]:
    if found := _ASKS_FOR_A_JOB.search(text):
        sentence = _("“%(words)s” can be answered with no, and then the talk is over. Ask what they know instead.")
        yield Remark(Said(sentence, {"words": found[0]}), (found.span(),))


def _letters(text: str, audience: str) -> Iterator[Remark]:
    """Abbreviations, for people outside of the field; names such as McDonald have a run of small letters."""
    if not AUDIENCES[audience].is_outside:
        return
    seen: dict[str, list[tuple[int, int]]] = {}
    for found in _LETTERS.finditer(text):
        if not _LOWER_RUN.search(found[0]):
            seen.setdefault(found[0], []).append(found.span())
    for word, places in seen.items():
        sentence = _("They may not know what “%(words)s” is. Say it in full, or leave it out.")
        yield Remark(Said(sentence, {"words": word}), (*places,))


def _tone(text: str, _audience: str) -> Iterator[Remark]:
    return about_tone(text)


_RULES: Final = (_praise, _job_at_once, _letters, _tone)


def _about_length(length: Length, frame: Audience) -> Iterator[Remark]:
    values = {"shortest": length.shortest, "longest": length.longest, "most": frame.most}
    if length.shortest > frame.most:
        sentence = _(
            "It takes %(shortest)s to %(longest)s seconds. After %(most)s they wait for the end. Take out what your "
            "resume says as well."
        )
        yield Remark(Said(sentence, values))
    elif length.longest < frame.least:
        sentence = _("It takes %(shortest)s to %(longest)s seconds. There is room for one thing more that you did.")
        yield Remark(Said(sentence, values))


def _about_whole(text: str) -> Iterator[Remark]:
    if not re.search(r"\d", text):
        yield Remark(
            Said(_("Nothing in it can be counted. A number makes it believable: how many, how often, how long."))
        )
    if not re.search(r"\?[\"”’')]*\s*$", text):
        yield Remark(Said(_("It ends without a question. One that is easy to answer hands the talk over to them.")))
    for sentence in _sentences(text):
        words = length_of(sentence).words
        if words > LONGEST_SENTENCE:
            begins = " ".join(sentence.split()[:4])
            said = _("The sentence that begins “%(begins)s” has %(count)s words. Aloud it is easier as two.")
            yield Remark(Said(said, {"begins": begins, "count": words}))
