"""Every address that the site knows, with sample values in the place of its parts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

SAMPLES = {
    "slug": "pharmacy-technician",
    "usps": "oh",
    "code": "29-2052.00",
    "token": "sample-token",
    "key": "sample-key",
    "uidb36": "1",
    "object_id": "1",
    "app_label": "guides",
    "pk": "1",
    "number": "1",
    "url": "nowhere/",
}


@dataclass(frozen=True)
class Address:
    """One address: its name as `{% url %}` takes it, and a path that leads there."""

    name: str
    path: str
    parts: frozenset[str]


def addresses(values: Mapping[str, str] = SAMPLES) -> Iterator[Address]:
    """All of them, the admin's and allauth's included."""
    for namespaces, route, entry in _walk(get_resolver().url_patterns):
        parts = re.findall(r"<(?:\w+:)?(\w+)>", route)
        path = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda part: _sample(part[1], values), route)
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: _sample(part[1], values), path)
        name = ":".join([*namespaces, entry.name or "unnamed"])
        yield Address(name, "/" + re.sub(r"[\^$\\]|\bZ$", "", path), frozenset(parts))


def _sample(part: str, values: Mapping[str, str]) -> str:
    return values.get(part, "1")


def _walk(
    entries: list[URLPattern | URLResolver], prefix: str = "", namespaces: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str, URLPattern]]:
    for entry in entries:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield namespaces, route, entry
        else:
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, route, inner)
