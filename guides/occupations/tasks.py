"""What people in an occupation do."""

from dataclasses import dataclass

from guides.models import Occupation, Task

# Tasks that stand open; more than two beyond them fold away.
_OPEN, _SLACK = 12, 2


@dataclass(frozen=True)
class Tasks:
    """Tasks in the order of the release: the first ones open, the rest folded. A release may not say which are core."""

    shown: list[str]
    folded: list[str]
    others: list[str]
    is_typed: bool

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.shown) + len(self.folded) + len(self.others)


def tasks(occupation: Occupation) -> Tasks:
    """Core tasks, then the others; where the release marks none as core, all in one list."""
    rows = [*Task.objects.filter(occupation=occupation).order_by("pk").values_list("text", "kind")]
    core = [text for text, kind in rows if kind == Task.Kind.CORE]
    first = core or [text for text, _kind in rows]
    others = [text for text, kind in rows if kind != Task.Kind.CORE] if core else []
    cut = _OPEN if len(first) > _OPEN + _SLACK else len(first)
    return Tasks(first[:cut], first[cut:], others, is_typed=bool(core))
