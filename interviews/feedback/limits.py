"""Answers about which the engine can say little, and what it says then."""

from collections.abc import Sequence
from typing import Final

from interviews.feedback import ENGINE, tables
from interviews.feedback.result import Feedback, Kind, Note, Place
from interviews.feedback.words import Word
from kit.said import Said
from kit.said import gettext_noop as _

VERY_LONG: Final = 1000
_FEW: Final = 3
# Of English running text, more than half are words this common; of other languages, hardly any.
_LEAST_ENGLISH: Final = 0.2
_ENOUGH_TO_TELL: Final = 6


def limit_of(text: str, words: Sequence[Word]) -> str:
    """Why nothing can be said about the parts; "" where it can."""
    if not words:
        return "empty"
    if len(words) < _FEW:
        return "one-word" if _is_latin(words) else "not-english"
    common = tables.words("common", "words")
    known = sum(word.low in common for word in words)
    if len(words) >= _ENOUGH_TO_TELL and known / len(words) < _LEAST_ENGLISH and not _is_list(text, words):
        return "not-english"
    return ""


def _is_latin(words: Sequence[Word]) -> bool:
    return all(word.low[0].isascii() for word in words)


def _is_list(text: str, words: Sequence[Word]) -> bool:
    """Keywords in English, one after the other, are read as what they are."""
    english = tables.words("common", "work")
    return text.isascii() and sum(word.low in english for word in words) / len(words) > 0.15  # noqa: PLR2004


_SAID: Final = {
    "empty": (
        _(
            "There is nothing to read yet. Begin with where you were and what happened; two "
            "sentences are enough to start."
        ),
        "expand",
    ),
    "one-word": (_("That is a start. Say it in a few sentences: what happened, what you did, how it ended."), "expand"),
    "not-english": (
        _(
            "This page reads English only, so it can’t say anything about your answer. A person who "
            "speaks your language can."
        ),
        "expand",
    ),
}


def feedback(limit: str, kind: Kind | None, words: Sequence[Word], duration_s: float | None) -> Feedback:
    """What is said where the engine can say little."""
    said, code = _SAID[limit]
    place = (Place(words[0].start, words[-1].end),) if words else ()
    note = Note(code, Said(said), Said(_("We read answers of at least a sentence or two, in English.")), place)
    pace = round(len(words) / duration_s * 60) if duration_s and duration_s > 0 else None
    return Feedback(
        engine=ENGINE,
        kind=kind,
        on_topic=True,
        resembles=None,
        spans=(),
        has={"situation": False, "task": False, "action": False, "result": False},
        quantified=False,
        fillers=(),
        hedges=(),
        badge="draft",
        quality=1,
        strength=None,
        advice=(note,),
        warnings=(),
        words=len(words),
        words_a_minute=pace,
        shares={"S": 0, "T": 0, "A": 0, "R": 0, "": len(words)},
        limit=limit,
    )
