"""The links of all published guides: those inside the site, and those that lead out of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst

from guides.checks.lookup import DatabaseLookup
from guides.checks.texts import check_links
from guides.markup import compile_text
from guides.models import Credential, Resource, Role, Source, StateRequirement


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: in which guide and part, on which line, and why."""

    place: str
    line: int
    message: str


def broken_links(*, now: datetime) -> list[BrokenLink]:
    """Links inside the site that lead nowhere, in published guides."""
    lookup = DatabaseLookup(now=now)
    return [
        BrokenLink(place, problem.line, problem.message)
        for role in _published(now)
        for place, prefix, text in _texts(role)
        for problem in check_links(text, role=role, lookup=lookup, prefix=prefix)
    ]


def external_links(*, now: datetime) -> dict[str, list[str]]:
    """Addresses elsewhere, each with the places that name it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for role in _published(now):
        for place, _prefix, text in _texts(role):
            for _line, link in compile_text(text).links:
                if link.startswith("https://"):
                    found[link.partition("#")[0]][place] = None
    for url, place in _addresses(now):
        found[url.partition("#")[0]][place] = None
    return {url: [*places] for url, places in sorted(found.items())}


def _published(now: datetime) -> list[Role]:
    roles = Role.objects.published(now)
    return [*roles.prefetch_related("sections", "steps", "rungs", "questions")]


def _texts(role: Role) -> Iterator[tuple[str, str, str]]:
    for section in role.sections.all():
        yield f"{role}: {section}", section.slug, section.body
    for step in role.steps.all():
        yield f"{role}: {step}", "", step.body
    for rung in role.rungs.all():
        yield f"{role}: {rung}", "", rung.needs
    for question in role.questions.all():
        yield f"{role}: {question}", "", question.answer


def _addresses(now: datetime) -> Iterator[tuple[str, str]]:
    """Addresses that stand in fields of their own."""
    rules = StateRequirement.objects.filter(role__in=Role.objects.published(now)).select_related("role", "state")
    fields = (
        (Source.objects.all(), "url"),
        (Resource.objects.all(), "url"),
        (Credential.objects.all(), "issuer_url"),
        (rules, "board_url"),
    )
    for rows, name in fields:
        for row in rows:
            if url := getattr(row, name):
                yield url, f"{capfirst(row._meta.verbose_name)}: {row}"
