"""Links into the directory from the pages of jobs and states."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from guides.models import Resource, Role, State
from guides.page.directory.kinds import KINDS


@dataclass(frozen=True)
class KindLink:
    """One kind, how many places of it there are, and the way to them."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class WhereToLook:
    """What the directory holds for a job; nothing where it holds none."""

    links: tuple[KindLink, ...]
    count: int
    url: str
    state: str

    def __bool__(self) -> bool:
        return bool(self.count)


def directory_url(*, role: Role | None = None, state: State | None = None, kind: str = "") -> str:
    """The directory for a job, in a state, of a kind; what is left out narrows nothing."""
    asked = {"role": role and role.slug, "state": state and state.usps, "kind": kind}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('places:list')}?{query}" if query else reverse("places:list")


def where_to_look(role: Role, state: State | None, places: Iterable[Resource]) -> WhereToLook:
    """The links for places that were fetched already."""
    counts: Counter[Any] = Counter(place.kind for place in places)
    links = tuple(
        KindLink(str(words.several), counts[kind], directory_url(role=role, state=state, kind=kind))
        for kind, words in KINDS.items()
        if counts[kind]
    )
    url = directory_url(role=role, state=state)
    return WhereToLook(links, counts.total(), url, state.name if state else "")
