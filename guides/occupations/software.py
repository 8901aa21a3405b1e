"""Programs that people in an occupation use."""

from dataclasses import dataclass

from guides.models import Occupation, Software

_SHOWN = 12


@dataclass(frozen=True)
class Program:
    """One program, and what kind of program it is."""

    name: str
    category: str


@dataclass(frozen=True)
class Programs:
    """Those that job ads name, for this occupation or for any, and all of them by category."""

    in_demand: list[Program]
    hot: list[Program]
    groups: list[tuple[str, str]]
    count: int


def programs(occupation: Occupation) -> Programs:
    """What the release lists; those in demand first, each named once at the top."""
    rows = [
        *Software.objects.filter(occupation=occupation)
        .order_by("name", "pk")
        .values_list("name", "category", "is_hot", "is_in_demand")
    ]
    in_demand = [Program(name, category) for name, category, _hot, demanded in rows if demanded]
    hot = [Program(name, category) for name, category, is_hot, demanded in rows if is_hot and not demanded]
    groups: dict[str, list[str]] = {}
    for name, category, _hot, _demanded in rows:
        groups.setdefault(category, []).append(name)
    return Programs(
        in_demand=in_demand[:_SHOWN],
        hot=hot[: max(_SHOWN - len(in_demand), 0)],
        groups=[(category, ", ".join(names)) for category, names in sorted(groups.items())],
        count=len(rows),
    )
