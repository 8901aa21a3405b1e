"""What kinds of work an occupation is like, by Holland's six interests."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Occupation

_LOWEST, _HIGHEST, _STRONG, _NAMED = 1, 7, 4.5, 3
_KINDS = {
    "realistic": (gettext_lazy("Hands-on"), gettext_lazy("tools, machines, plants, animals, being outdoors")),
    "investigative": (gettext_lazy("Finding out"), gettext_lazy("ideas, evidence, working a problem through")),
    "artistic": (gettext_lazy("Creating"), gettext_lazy("forms, words, music, few fixed rules")),
    "social": (gettext_lazy("Helping"), gettext_lazy("teaching, caring for and advising people")),
    "enterprising": (gettext_lazy("Leading"), gettext_lazy("starting things, persuading, deciding, selling")),
    "conventional": (gettext_lazy("Keeping order"), gettext_lazy("set steps, records, figures, details")),
}


@dataclass(frozen=True)
class Interest:
    """One kind of work: where the occupation stands on its line, from 1 to 7."""

    name: str
    term: str
    words: str
    at: str
    value: str
    is_strong: bool


@dataclass(frozen=True)
class Interests:
    """All six, the strongest first, and the finding in a sentence."""

    title: str
    rows: list[Interest]


def interests(occupation: Occupation) -> Interests | None:
    """The six, where the release has them."""
    known = {name: float(value) for name in _KINDS if (value := getattr(occupation, name)) is not None}
    if not known:
        return None
    order = sorted(known, key=lambda name: -known[name])
    strong = [name for name in order[:_NAMED] if known[name] >= _STRONG] or order[:1]
    rows = [_interest(name, known[name], is_strong=name in strong) for name in order]
    names = [str(_KINDS[name][0]).lower() for name in strong]
    return Interests(_("Most of all: %s") % ", ".join(names), rows)


def _interest(name: str, value: float, *, is_strong: bool) -> Interest:
    plain, words = _KINDS[name]
    share = (value - _LOWEST) / (_HIGHEST - _LOWEST)
    return Interest(str(plain), name, str(words), f"{share * 100:.1f}%", f"{value:.1f}", is_strong)
