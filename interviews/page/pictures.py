"""Small pictures of an answer, ready for a template: lengths are per cent of the width, as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.feedback.result import Feedback, Label
from interviews.page.annotated import PARTS

# What people who coach name again and again; inside it there is nothing to say.
SHORT, USUAL, LONG = 60, 120, 300
SLOW, FAST = 115, 180
_GAP = 0.5


@dataclass(frozen=True)
class Share:
    """One part's piece of the bar."""

    letter: str
    name: str
    words: int
    x: str
    width: str


def shares_of(result: Feedback) -> list[Share]:
    """How the words are spread; words that belong to no part come last, and what is not there is left out."""
    labels: tuple[Label, ...] = ("S", "T", "A", "R")
    named: list[tuple[str, str, int]] = [(label, str(PARTS[label]), result.shares.get(label, 0)) for label in labels]
    named.append(("", _("No part"), result.shares.get("", 0)))
    present = [(label, name, words) for label, name, words in named if words]
    total = sum(words for _label, _name, words in present)
    room = 100 - _GAP * (len(present) - 1)
    shares, x = [], 0.0
    for label, name, words in present:
        width = room * words / total
        shares.append(Share(label, name, words, f"{x:.2f}%", f"{width:.2f}%"))
        x += width + _GAP
    return shares


@dataclass(frozen=True)
class Range:
    """A value on a scale with the band in which there is nothing to say."""

    title: str
    value: str
    words: str
    low: str
    high: str
    band_x: str
    band_width: str
    x: str


def _range(title: str, value: int, words: str, *, band: tuple[int, int], top: int, unit: str) -> Range:
    """The scale begins at nothing; what is off it stands at its end."""
    low, high = band
    return Range(
        title=title,
        value=unit % {"number": value},
        words=words,
        low=str(low),
        high=str(high),
        band_x=f"{100 * low / top:.1f}%",
        band_width=f"{100 * (high - low) / top:.1f}%",
        x=f"{100 * min(value, top * 0.98) / top:.1f}%",
    )


def length_of(result: Feedback) -> Range:
    """How long the answer is, in words."""
    return _range(
        _("Length"), result.words, _length_words(result.words), band=(USUAL, LONG), top=450, unit=_("%(number)d words")
    )


def _length_words(words: int) -> str:
    if words < SHORT:
        return _("Short: less than half a minute aloud.")
    if words < USUAL:
        return _("On the short side: under a minute aloud. That is fine for a simple question.")
    if words <= LONG:
        return _("In the usual range: one to two minutes aloud.")
    return _("Long: more than two minutes aloud. People stop taking it in.")


def pace_of(result: Feedback) -> Range | None:
    """How fast it was said, where it was timed."""
    pace = result.words_a_minute
    if pace is None:
        return None
    unit = _("%(number)d words a minute")
    return _range(_("Pace"), pace, _pace_words(pace), band=(SLOW, FAST), top=260, unit=unit)


def _pace_words(pace: int) -> str:
    if pace < SLOW:
        return _("Slower than most talk. Pauses to think are fine; long ones can sound unsure.")
    if pace <= FAST:
        return _("Easy to follow.")
    return _("Faster than most people follow with ease. Breathe at the end of each part.")


@dataclass(frozen=True)
class Try:
    """One try at the question, as a point."""

    pk: int
    number: int
    badge: str
    parts: int
    x: str
    label_x: str
    y: int
    is_here: bool

    @property
    def label_y(self) -> int:
        """Where its number stands, beside and below the point."""
        return self.y + 18


# Points beyond these would stand too close to be read.
MOST_TRIES = 6
_TOP, _STEP = 14, 12.5


def tries_of(rows: Sequence[tuple[int, int, str, Mapping[str, bool]]], *, here: int) -> list[Try]:
    """The last tries: key, number, badge in words, and which parts were found in each."""
    rows = rows[-MOST_TRIES:]
    step = 76 / max(len(rows) - 1, 1)
    tries = []
    for place, (pk, number, badge, has) in enumerate(rows):
        parts = sum(map(bool, has.values()))
        x = 8 + place * step
        y = round(_TOP + (4 - parts) * _STEP)
        tries.append(Try(pk, number, badge, parts, f"{x:.1f}%", f"{x + 4:.1f}%", y, pk == here))
    return tries


def tries_words(tries: Sequence[Try]) -> str:
    """What the picture of tries shows, for those who do not see it."""
    said = [
        ngettext("try %(number)d: %(parts)d part of four", "try %(number)d: %(parts)d parts of four", each.parts)
        % {"number": each.number, "parts": each.parts}
        for each in tries
    ]
    return "; ".join(said)
