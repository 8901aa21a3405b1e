"""How important skills and fields of knowledge are, and how much of each is needed."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from guides.models import Element, Occupation, Rating

_SHOWN = 8
_LOWEST, _HIGHEST = 1, 5
# The release's own words for the points of the scale of importance.
_WORDS = {
    1: _("not important"),
    2: _("somewhat important"),
    3: _("important"),
    4: _("very important"),
    5: _("extremely important"),
}


@dataclass(frozen=True)
class Rated:
    """One skill or field of knowledge: a bar from “not important” to “extremely important”, and the level needed."""

    name: str
    words: str
    width: str
    importance: str
    level: str


@dataclass(frozen=True)
class Ratings:
    """One kind of them, the most important first; the rest as text, by how important they are."""

    top: list[Rated]
    rest: list[tuple[str, str]]
    count: int

    def __bool__(self) -> bool:
        """Whether the release rates any."""
        return bool(self.top)


def ratings(occupation: Occupation) -> dict[str, Ratings]:
    """Both kinds; empty where the release has no ratings for the occupation."""
    rows = (
        Rating.objects.filter(occupation=occupation)
        .order_by("-importance", "element__name")
        .values_list("element__kind", "element__name", "importance", "level")
    )
    found: dict[str, list[Rated]] = {kind: [] for kind in Element.Kind.values}
    for kind, name, importance, level in rows:
        if importance is not None:
            found[kind].append(_rated(name, importance, level))
    return {kind: Ratings(rated[:_SHOWN], _rest(rated[_SHOWN:]), len(rated[_SHOWN:])) for kind, rated in found.items()}


def _rest(rated: list[Rated]) -> list[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for row in rated:
        level = f"{row.importance} / {row.level or '–'}"
        groups.setdefault(row.words, []).append(f"{row.name} {level}")
    return [(words[:1].upper() + words[1:], "; ".join(names)) for words, names in groups.items()]


def _rated(name: str, importance: Decimal, level: Decimal | None) -> Rated:
    share = (float(importance) - _LOWEST) / (_HIGHEST - _LOWEST)
    word = _WORDS[min(max(int(importance + Decimal("0.5")), _LOWEST), _HIGHEST)]
    return Rated(name, str(word), f"{share * 100:.1f}%", f"{importance:.1f}", "" if level is None else f"{level:.1f}")
