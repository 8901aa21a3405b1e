"""How it was said: fillers and hedges, words of the job, words used again and again. It informs; nothing is graded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.feedback.result import Feedback, Place

# Up to here listeners notice nothing.
FEW_A_MINUTE, MANY_A_MINUTE = 5, 10
FEW_A_HUNDRED, MANY_A_HUNDRED = 3.5, 7


@dataclass(frozen=True)
class Said:
    """A filler or hedge, and how often it was said."""

    words: str
    count: int


@dataclass(frozen=True)
class Delivery:
    """What the page tells about how it was said."""

    fillers: list[Said]
    hedges: list[Said]
    fillers_words: str

    @property
    def count(self) -> int:
        """How many places carry a mark of this sort."""
        return sum(said.count for said in (*self.fillers, *self.hedges))


def delivery_of(text: str, result: Feedback, *, duration_s: int | None) -> Delivery:
    """Count what was said, and say whether it is much."""
    return Delivery(
        _counted(text, result.fillers),
        _counted(text, result.hedges),
        _fillers_words(len(result.fillers), result.words, duration_s),
    )


def _counted(text: str, places: Iterable[Place]) -> list[Said]:
    said = [" ".join(text[place.start : place.end].split()).strip(",.") for place in places]
    found = Counter(words.lower() for words in said)
    # As they were first written: “I think” keeps its capital.
    written = {words.lower(): words for words in reversed(said)}
    return [Said(written[words], count) for words, count in found.most_common() if words]


def _fillers_words(count: int, words: int, duration_s: int | None) -> str:
    if not count:
        return _("We found no fillers.")
    if duration_s:
        rate, few, many = count * 60 / duration_s, float(FEW_A_MINUTE), float(MANY_A_MINUTE)
        unit = ngettext("About %(rate)d a minute.", "About %(rate)d a minute.", round(rate))
    else:
        rate, few, many = count * 100 / max(words, 1), FEW_A_HUNDRED, float(MANY_A_HUNDRED)
        unit = ngettext("About %(rate)d in a hundred words.", "About %(rate)d in a hundred words.", round(rate))
    said = unit % {"rate": max(round(rate), 1)}
    if rate <= few:
        return f"{said} {_('Nobody minds that many.')}"
    if rate <= many:
        return f"{said} {_('People begin to notice.')}"
    return f"{said} {_('People notice. A short pause in place of each one sounds sure.')}"
