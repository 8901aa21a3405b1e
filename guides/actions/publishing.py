"""The way of a guide to its readers: checked, moved on, taken over by its next texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from guides.checks import DatabaseLookup, check_text
from guides.models import PreviewLink, Role, Section
from guides.search import index

# How long a colleague can open a preview link.
PREVIEW_DAYS = 14


@dataclass(frozen=True)
class Trouble:
    """What keeps a guide from its readers: where, and a sentence that says what to do."""

    what: models.Model
    message: str
    line: int = 0


class NotReadyError(Exception):
    """The guide has troubles; they are listed in `troubles`."""

    def __init__(self, troubles: list[Trouble]) -> None:
        self.troubles = troubles
        super().__init__("; ".join(trouble.message for trouble in troubles))


def find_troubles(role: Role, *, at: datetime) -> list[Trouble]:
    """Everything that must be mended before readers may see the guide."""
    found = []
    if not role.lead.strip():
        found.append(Trouble(role, _("Write the lead: one or two sentences that say what this person does.")))
    sections = [*role.sections.all()]
    if not any(section.body.strip() for section in sections):
        found.append(Trouble(role, _("Write at least one section.")))
    lookup = DatabaseLookup(now=at)
    for what, text, prefix in _texts(role, sections):
        problems = check_text(text, role=role, lookup=lookup, prefix=prefix)
        found += [Trouble(what, problem.message, problem.line) for problem in problems]
    return found


def _texts(role: Role, sections: Iterable[Section]) -> Iterator[tuple[models.Model, str, str]]:
    for section in sections:
        yield section, section.body, section.slug
        if section.next_on is not None:
            yield section, section.next_body, section.slug
    yield from ((step, step.body, "") for step in role.steps.all())
    yield from ((rung, rung.needs, "") for rung in role.rungs.all())
    yield from ((question, question.answer, "") for question in role.questions.all())


@transaction.atomic
def move_guide(role: Role, status: Role.Status, *, by: User, at: datetime) -> None:
    """Take a guide to another status; on its way to readers it must be free of troubles."""
    if status in {Role.Status.PUBLISHED, Role.Status.SCHEDULED} and (troubles := find_troubles(role, at=at)):
        raise NotReadyError(troubles)
    # History shows who moved it, also where no request is at hand.
    role._history_user = by  # type: ignore[attr-defined]  # noqa: SLF001
    role.move_to(status, at=at)
    index.put_role(role)


@transaction.atomic
def publish_due(*, now: datetime) -> int:
    """Publish scheduled guides whose moment has come; readers see them from that moment in any case."""
    roles = [*Role.objects.due_for_publication(now).select_for_update()]
    for role in roles:
        role.move_to(Role.Status.PUBLISHED, at=role.publish_at or now)
        index.put_role(role)
    return len(roles)


@transaction.atomic
def take_next_texts(*, today: date) -> int:
    """Let next texts whose day has come stand in place of the present ones."""
    sections = [*Section.objects.with_next_text_due(today).select_related("role")]
    for section in sections:
        section.take_next_text()
    for role in {section.role for section in sections}:
        index.put_role(role)
    return len(sections)


@transaction.atomic
def start_sections(role: Role) -> int:
    """Give a guide the usual sections that it lacks, each still empty, in the usual order."""
    there = {section.kind for section in role.sections.all()}
    kinds = [kind for kind in Section.Kind if kind != Section.Kind.OTHER]
    taken = {section.slug for section in role.sections.all()}
    missing = [(place, kind) for place, kind in enumerate(kinds, start=1) if kind not in there]
    for place, kind in missing:
        slug = kind.value if kind.value not in taken else slugify(f"{kind.value}-{place}")
        Section.objects.create(role=role, kind=kind, slug=slug, title=str(kind.label), position=place * 10)
    return len(missing)


def share_preview(role: Role, *, by: User, at: datetime) -> PreviewLink:
    """Make a link that opens the guide, next texts included, to a colleague without an account."""
    return PreviewLink.objects.create(role=role, made_by=by, expires_at=at + timedelta(days=PREVIEW_DAYS))


def take_back_preview(link: PreviewLink, *, at: datetime) -> None:
    """Close a preview link now."""
    link.revoked_at = at
    link.save(update_fields=["revoked_at"])
