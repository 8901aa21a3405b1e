"""What an advertisement says that is no skill: praise, promises, conditions and words that say nothing alone."""

from resumes.review.matching.wordlists import words_in

_FILE = "noise.txt"
# Words at which a phrase ends, and nouns that only say that something is known.
CUTS = words_in(_FILE, "cut")
TAILS = words_in(_FILE, "tail")
# Whom something is done for.
PEOPLE = words_in(_FILE, "people")
_NEVER = words_in(_FILE, "never")
_EMPTY = words_in(_FILE, "empty")
_FLUFF = words_in(_FILE, "fluff")
_WEAK = words_in(_FILE, "weak")


def is_never(word: str) -> bool:
    """Whether no phrase with the word is a requirement that a resume can answer."""
    return word in _NEVER


def is_empty(word: str) -> bool:
    """Whether the word says nothing by itself."""
    return word in _EMPTY or word.isdigit()


def is_fluff(word: str) -> bool:
    """Whether a phrase is the same without the word at its beginning."""
    return word in _FLUFF


def is_listed(word: str) -> bool:
    """Whether the word is in one of the lists."""
    return word in _NEVER or word in _EMPTY or word in _FLUFF or word in TAILS


def is_weak(verb: str) -> bool:
    """Whether the verb says less than what it is done to."""
    return verb in _WEAK
