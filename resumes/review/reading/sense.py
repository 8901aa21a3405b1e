"""Whether what was read can be a resume or a letter at all."""

import re

from resumes.review.document import ReadDocument
from resumes.review.reading.refusals import Code, refusal

MOST_PAGES = 12
_MOST_LETTERS = 60_000
# The shortest letter that anyone sent has more words than that, and fewer of them twice.
_FEWEST_WORDS, _FEWEST_DIFFERENT = 20, 14
_REPEATED_FROM = 200
_LEAST_VARIETY = 0.1
_LEAST_LETTERS = 0.55
_LONGEST_USUAL_WORD = 14.0
# Runs that no one writes: not an address, and longer than any word.
_ENDLESS = re.compile(r"(?<!\S)[^\s@.]{36,}(?!\S)")
_MOST_ENDLESS = 0.25
_WORD = re.compile(r"[^\W\d_]{2,}")
# Scripts that write without spaces.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_LETTERS_OF_DENSE_WORD = 2


def check(document: ReadDocument) -> ReadDocument:
    """The document, unless it is too long, or no text for people."""
    if document.layout.pages > MOST_PAGES:
        raise refusal("too-many-pages")
    if trouble := _trouble(document.text):
        raise refusal(trouble)
    return document


def _trouble(text: str) -> Code | None:
    solid = "".join(text.split())
    if len(solid) > _MOST_LETTERS:
        return "too-long" if _is_varied(text.lower().split()) else "no-document"
    if not any(sign.isalnum() for sign in solid):
        return "no-text"
    dense = len(_DENSE.findall(solid))
    if dense > _LETTERS_OF_DENSE_WORD * _FEWEST_WORDS:
        return None
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS or not _is_varied(words):
        return "no-document"
    return _rubbish(text, solid, words)


def _is_varied(words: list[str]) -> bool:
    different = len(set(words))
    return different >= _FEWEST_DIFFERENT and (
        len(words) < _REPEATED_FROM or different >= min(_LEAST_VARIETY * len(words), _REPEATED_FROM)
    )


def _rubbish(text: str, solid: str, words: list[str]) -> Code | None:
    """Text that is no words: too few letters, or words that are too long on average."""
    letters = sum(sign.isalpha() for sign in solid)
    endless = sum(len(piece) for piece in _ENDLESS.findall(text))
    if endless > _MOST_ENDLESS * len(solid):
        return "garbled"
    if letters < _LEAST_LETTERS * len(solid) or sum(map(len, words)) / len(words) > _LONGEST_USUAL_WORD:
        return "garbled"
    return None
