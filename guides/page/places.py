"""Names of all places, fetched once for menus, pictures and tables."""

from dataclasses import dataclass

from guides.models import State


@dataclass(frozen=True)
class Place:
    """A state, the District of Columbia or a territory."""

    name: str
    is_territory: bool = False


def all_places() -> dict[str, Place]:
    """Every place by its postal code, in the order of names."""
    rows = State.objects.order_by("name").values_list("usps", "name", "kind")
    return {usps: Place(name, is_territory=kind == State.Kind.TERRITORY) for usps, name, kind in rows}
