"""Password rules by NIST SP 800-63B-4: length and a blocklist, nothing about kinds of characters."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MINIMUM = 15
MAXIMUM = 256
# So many characters must be left when everything that can be guessed is taken away.
UNGUESSABLE = 8
_SHORTEST_WORD = 4
_SHORTEST_RUN = 3
_WORDS = (
    "careerguide",
    "career",
    "guide",
    "demo",
    "pharmacy",
    "technician",
    "password",
    "passphrase",
    "welcome",
    "letmein",
    "changeme",
    "iloveyou",
    "admin",
    "login",
    "secret",
)
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "1234567890", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SEQUENCES = _ROWS + tuple(row[::-1] for row in _ROWS)


class LengthValidator(MinimumLengthValidator):
    """At least 15 characters, where the password may be the only factor; long ones are welcome up to a bound."""

    def __init__(self) -> None:
        super().__init__(min_length=MINIMUM)

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 -- Django's signature
        """Both ends of the length."""
        if len(password) < self.min_length:
            raise ValidationError(
                _("Use at least %(minimum)d characters. This has %(length)d. A few words with spaces are fine.")
                % {"minimum": self.min_length, "length": len(password)},
                code="password_too_short",
            )
        if len(password) > MAXIMUM:
            raise ValidationError(
                _("Use %(maximum)d characters or fewer.") % {"maximum": MAXIMUM}, code="password_too_long"
            )

    def get_help_text(self) -> str:
        """The rule in a sentence."""
        return _("At least %(minimum)d characters. A few words with spaces are fine.") % {"minimum": MINIMUM}


class ContextWordsValidator:
    """Words, runs and repeats that everyone would guess here do not count towards the length."""

    def validate(self, password: str, user: object = None) -> None:
        """Enough must be left once the guessable is taken away."""
        if unguessable(password, _words_of(user)) < UNGUESSABLE:
            raise ValidationError(
                _(
                    "This is easy to guess: it is mostly this site's name, your own name or address, "
                    "a repeat, or a row such as 12345. Add words that have nothing to do with them."
                ),
                code="password_guessable",
            )

    def get_help_text(self) -> str:
        """The rule in a sentence."""
        return _("Not this site's name, your own name or address, or a row such as 12345.")


def unguessable(password: str, words: Iterable[str]) -> int:
    """How many characters are left without the words, with each run and repeat counted as one."""
    text = _one_period(password.casefold())
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    count = position = 0
    while position < len(text):
        position += _run_length(text, position)
        count += 1
    return count


def _words_of(user: object) -> set[str]:
    texts = [settings.SITE_NAME, getattr(user, "email", "") or "", getattr(user, "name", "") or ""]
    own = {word for text in texts for word in re.findall(r"[^\W_]+", text.casefold()) if len(word) >= _SHORTEST_WORD}
    return own | set(_WORDS)


def _one_period(text: str) -> str:
    """The piece that a text repeats at least twice, else the text."""
    for period in range(1, len(text) // 2 + 1):
        if text[period:] == text[:-period]:
            return text[:period]
    return text


def _run_length(text: str, start: int) -> int:
    """How far a repeat ("aaaa") or a known row ("6789") goes from here; 1 where there is none worth the name."""
    longest = max(_shared(text[start:], row[row.find(text[start]) :]) for row in (*_SEQUENCES, text[start] * len(text)))
    return longest if longest >= _SHORTEST_RUN else 1


def _shared(text: str, row: str) -> int:
    """How many characters the two have in common from their start."""
    differences = (place for place, pair in enumerate(zip(text, row, strict=False)) if pair[0] != pair[1])
    return next(differences, min(len(text), len(row)))
