"""Positions on a line, in per cent, so that a picture keeps its text size at every width."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.page.money import dollars

_STEPS = (500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 250_000)
# A label needs about this much of a phone's width on either side of its place.
_EDGE = 0.08


@dataclass(frozen=True)
class Tick:
    """One mark on the line under a picture."""

    x: str
    anchor: str
    label: str


@dataclass(frozen=True)
class Span:
    """A stretch of the line."""

    x: str
    width: str


@dataclass(frozen=True)
class Scale:
    """A line from the low to the high figure. Its end need not be zero: it holds places, never lengths."""

    low: int
    high: int
    step: int

    def share(self, value: float) -> float:
        """How far along the line a figure stands, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def at(self, value: float) -> str:
        """The place of a figure."""
        return f"{self.share(value) * 100:.2f}%"

    def span(self, start: float, end: float) -> Span:
        """The stretch between two figures."""
        return Span(self.at(start), f"{(self.share(end) - self.share(start)) * 100:.2f}%")

    def anchor(self, value: float, *, room: float = _EDGE) -> str:
        """How a label at the figure is set, so that it does not run over the edge; `room` is half its width."""
        share = self.share(value)
        return "start" if share < room else "end" if share > 1 - room else "middle"

    @property
    def ticks(self) -> list[Tick]:
        """Round figures along the line, none so near an end that its label would run over it."""
        first = -(-self.low // self.step) * self.step
        places = [place for place in range(first, self.high + 1, self.step) if self.anchor(place) == "middle"]
        return [Tick(self.at(place), "middle", dollars(place)) for place in places]


def scale_over(values: Iterable[float], *, most_ticks: int = 4) -> Scale:
    """A scale that holds all the values, with a few round ticks and a little room at both ends."""
    known = [*values]
    low, high = min(known, default=0), max(known, default=1)
    margin = max((high - low) * 0.06, 500)
    low, high = max(0, low - margin), high + margin
    step = next((step for step in _STEPS if (high - low) * (1 - 2 * _EDGE) / step <= most_ticks), _STEPS[-1])
    return Scale(int(low // 500) * 500, int(-(-high // 500)) * 500, step)
