"""Fillers and hedges, each only where the words around it show that it carries no meaning."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from interviews.feedback import tables, verbs
from interviews.feedback.result import Place
from interviews.feedback.words import Word

_SOUNDS: Final = tables.words("delivery", "sounds")
_NOUN_BEFORE_ER: Final = tables.words("delivery", "noun_before_er")
_SPOKEN: Final = 60


@dataclass(frozen=True)
class Scene:
    """The words of an answer, what stands between them, and whether it was spoken."""

    text: str
    words: Sequence[Word]
    spoken: bool

    def low(self, at: int) -> str:
        """The word there; nothing outside of the text."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def between(self, at: int) -> str:
        """What stands before this word."""
        if at >= len(self.words):
            return self.text[self.words[-1].end :]
        return self.text[self.words[at - 1].end if at > 0 else 0 : self.words[at].start]

    def set_off(self, at: int, count: int = 1) -> bool:
        """Commas or stops on both sides."""
        before = at == 0 or any(mark in self.between(at) for mark in ",.;—–!?\n")
        return before and any(mark in self.between(at + count) for mark in ",.;—–!?\n")

    def is_in(self, at: int, name: str) -> bool:
        """Does the word there stand in a list of the file?"""
        return self.low(at) in tables.words("delivery", name)


def scene_of(text: str, words: Sequence[Word]) -> Scene:
    """An answer is taken as spoken where it has sounds of thinking, or hardly a full stop."""
    sounds = any(word.low in _SOUNDS for word in words)
    stops = len(re.findall(r"[.!?](?=\s|$)", text))
    return Scene(text, words, sounds or len(words) > _SPOKEN * (stops + 1))


def fillers(scene: Scene) -> tuple[Place, ...]:
    """Sounds and words that fill a pause."""
    return _found(scene, _FILLERS)


def hedges(scene: Scene) -> tuple[Place, ...]:
    """Words that take back a little of what is said."""
    return _found(scene, _HEDGES)


Rule = tuple[tuple[str, ...], Callable[[Scene, int], bool]]


def _found(scene: Scene, rules: Sequence[Rule]) -> tuple[Place, ...]:
    return tuple(_walk(scene, rules))


def _walk(scene: Scene, rules: Sequence[Rule]) -> Iterator[Place]:
    at = 0
    while at < len(scene.words):
        length = next((len(words) for words, holds in rules if _stands(scene, at, words) and holds(scene, at)), 0)
        if length:
            yield Place(scene.words[at].start, scene.words[at + length - 1].end)
        at += length or 1


def _stands(scene: Scene, at: int, words: tuple[str, ...]) -> bool:
    return all(scene.low(at + place) == word for place, word in enumerate(words))


def _sound(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if word.low != "er":
        return True
    written = scene.text[word.start : word.end]
    return written != "ER" and scene.low(at - 1) not in _NOUN_BEFORE_ER


def _you_know(scene: Scene, at: int) -> bool:
    if scene.is_in(at - 1, "know_before") and not (at and "," in scene.between(at)):
        return False
    if scene.set_off(at, 2):
        return True
    if scene.spoken and scene.low(at - 1) in {"and", "so", "but"} and scene.low(at + 2) in {"it", "it's", "a", "if"}:
        return True
    if scene.is_in(at + 2, "know_behind") and "," not in scene.between(at + 2):
        return scene.spoken and scene.low(at - 1) in {"um", "uh", "like"}
    return scene.spoken or "," in scene.between(at + 2)


def _i_mean(scene: Scene, at: int) -> bool:
    if scene.low(at - 1) in {"what", "know", "when", "that", "if"} or scene.low(at + 2) in {
        "what",
        "it",
        "by",
        "to",
        "that",
    }:
        return False
    return bool(scene.low(at + 2)) or scene.set_off(at, 2)


def _like(scene: Scene, at: int) -> bool:
    if scene.set_off(at) and at:
        return True
    before, behind = scene.low(at - 1), scene.low(at + 1)
    if before in _SOUNDS or behind in _SOUNDS:
        return not scene.is_in(at - 1, "like_compared_before")
    if not scene.spoken or not behind:
        return False
    if _before_a_verb(scene, at) or before in {"a", "the"}:
        return True
    if scene.is_in(at - 1, "like_verb_before") or scene.is_in(at - 1, "like_compared_before"):
        return False
    return _before_a_number_or_after_a_joint(scene, at)


def _before_a_verb(scene: Scene, at: int) -> bool:
    """Such as "she like forgot" and "they would like roll it": the verb comes behind."""
    before, behind = scene.low(at - 1), scene.low(at + 1)
    if before in _LIKERS:
        return verbs.is_past(behind) or behind in {"never", "actually"}
    return before in {"would", "to", "just"} and behind in tables.words("verbs", "do") and not verbs.is_past(behind)


def _before_a_number_or_after_a_joint(scene: Scene, at: int) -> bool:
    before, behind = scene.low(at - 1), scene.low(at + 1)
    if behind[0].isdigit() or behind in _NUMBERS:
        return True
    if before in _LIKENED:
        return behind in _NEVER_LIKENED
    if scene.words[at].start and "," in scene.between(at):
        return behind in _STARTS
    return before in _LIKE_AFTER or (verbs.is_past(before) and behind in {"the", "all", "every", "everything"})


_LIKERS: Final = tables.words("delivery", "likers")
_LIKENED: Final = tables.words("delivery", "likened")
_NEVER_LIKENED: Final = tables.words("delivery", "never_likened")
_STARTS: Final = tables.words("delivery", "starts")
_LIKE_AFTER: Final = tables.words("delivery", "like_after")
_NUMBERS: Final = tables.words("delivery", "numbers")


def _meaningless(scene: Scene, at: int) -> bool:
    """Such as “actually”: set off by commas, or beside a sound."""
    return scene.low(at - 1) in _SOUNDS or scene.low(at + 1) in _SOUNDS


def _always(_scene: Scene, _at: int) -> bool:
    return True


_FILLERS: Final[tuple[Rule, ...]] = (
    *(((sound,), _sound) for sound in sorted(_SOUNDS)),
    (("you", "know"), _you_know),
    (("i", "mean"), _i_mean),
    (("so", "yeah"), _always),
    (("like",), _like),
    (("actually",), _meaningless),
    (("basically",), _always),
)


def _i_think(scene: Scene, at: int) -> bool:
    if scene.is_in(at - 1, "think_before") and "," not in scene.between(at) and at:
        return False
    return not scene.is_in(at + 2, "think_behind")


def _i_guess(scene: Scene, at: int) -> bool:
    return scene.low(at + 2) not in {"at", "right", "his", "her"}


def _maybe(scene: Scene, at: int) -> bool:
    return not scene.is_in(at - 1, "maybe_before") and not _is_quoted(scene, at)


def _kind_of(scene: Scene, at: int) -> bool:
    return (
        not scene.is_in(at - 1, "kind_before")
        and bool(scene.low(at + 2))
        and scene.low(at + 2) not in {"the", "these", "this", "that", "those"}
    )


def _probably(scene: Scene, at: int) -> bool:
    return not _is_quoted(scene, at)


def _i_would_say(scene: Scene, at: int) -> bool:
    behind = at + (2 if scene.low(at) == "i'd" else 3)
    if any(mark in scene.between(behind) for mark in '"“:'):
        return False
    return not scene.is_in(behind, "say_behind")


def _i_feel_like(scene: Scene, at: int) -> bool:
    return not scene.is_in(at + 3, "feel_behind") and scene.low(at - 1) not in {"when", "if", "makes", "made"}


def _i_dont_know(scene: Scene, at: int) -> bool:
    behind = at + 3 + (scene.low(at + 1) == "do")
    if scene.low(at - 1) in _NOT_KNOWING_AFTER or _is_quoted(scene, at):
        return False
    next_one = scene.low(behind + 1)
    special = {
        "it": scene.spoken and next_one in {"was", "wasn't", "is", "isn't", "just"},
        "if": next_one in {"that's", "thats", "that", "its", "it's", "you"},
        "why": next_one in {"", "and", "if", "but"},
    }
    if scene.low(behind) in special:
        return special[scene.low(behind)]
    return bool(scene.low(behind)) and not scene.is_in(behind, "know_not_behind")


_NOT_KNOWING_AFTER: Final = tables.words("delivery", "not_knowing_after")


def _is_quoted(scene: Scene, at: int) -> bool:
    """Inside quotation marks it is somebody's speech."""
    before = scene.text[max(0, scene.words[at].start - 200) : scene.words[at].start]
    opened = before.count("“") - before.count("”")
    return opened > 0 or before.count('"') % 2 == 1


_HEDGES: Final[tuple[Rule, ...]] = (
    (("i", "think"), _i_think),
    (("i", "guess"), _i_guess),
    (("maybe",), _maybe),
    (("kind", "of"), _kind_of),
    (("kinda",), _always),
    (("sort", "of"), _kind_of),
    (("sorta",), _always),
    (("i", "feel", "like"), _i_feel_like),
    (("probably",), _probably),
    (("i'd", "say"), _i_would_say),
    (("i", "would", "say"), _i_would_say),
    (("i", "don't", "know"), _i_dont_know),
    (("i", "dont", "know"), _i_dont_know),
    (("i", "do", "not", "know"), _i_dont_know),
)
