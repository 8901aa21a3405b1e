"""How long an introduction takes, as a bar on a scale of a minute."""

from dataclasses import dataclass
from typing import Final

from jobsearch.wording import PitchCheck

_SCALE: Final = 60


@dataclass(frozen=True)
class Bar:
    """In per cent of a minute: where it ends for a quick and for a calm speaker, and what is a good length."""

    quick: str
    calm_width: str
    good_x: str
    good_width: str


def bar_of(check: PitchCheck) -> Bar:
    """The bar of an introduction."""
    quick, calm = min(check.length.shortest, _SCALE), min(check.length.longest, _SCALE)
    least, most = check.audience.least, check.audience.most
    return Bar(_share(quick), _share(calm - quick), _share(least), _share(most - least))


def _share(seconds: int) -> str:
    return f"{seconds / _SCALE * 100:.1f}%"
