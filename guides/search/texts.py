"""What there is to find: the texts of guides and the glossary as rows, and the names of jobs."""

import re
from collections.abc import Callable, Iterator

from django.utils import timezone

from guides.markup import compile_text, plain_text
from guides.models import Credential, GlossaryTerm, Role, RoleTitle, Section
from guides.page import GuidePage, SectionView, guide_page
from guides.search.fulltext import Row
from guides.search.titles import Name

# Row numbers: a role has a thousand for its passages, and as many below zero for its credentials; terms lie far below.
ROOM = 1000
FAR = 10**15
PASSAGES, EXTRAS = (0, FAR), (-2 * FAR, -1)

_ANCHOR = re.compile(r'<a class="anchor".*?</a>')
_TAG = re.compile(r'<span class="tag [^"]*">(.*?)</span>')
_HEADING_END = re.compile(r"(?<![.?!:])(</h[3-5]>)")

# Names that are a credential's stand a little behind the role's own.
_CREDENTIAL_HANDICAP = 3


def numbers_of(role_id: int) -> tuple[int, int]:
    """The row numbers of a role's passages, first and last."""
    return role_id * ROOM, role_id * ROOM + ROOM - 1


def term_number(term_id: int) -> int:
    """The row number of a glossary term."""
    return -FAR - term_id


def passages(role: Role) -> Iterator[Row]:
    """A guide's sections and questions as readers see them today."""
    page = guide_page(role, state=None, today=timezone.localdate())
    number, last = numbers_of(role.pk)
    for kind, anchor, title, body in [*_sections(page), *_questions(role)][: last - number]:
        number += 1
        yield Row(number, kind, role.pk, anchor, title, body)


def credentials(role: Role) -> Iterator[Row]:
    """The credentials of a role; they lead to the section about credentials."""
    section = role.sections.filter(kind=Section.Kind.CREDENTIALS).first()
    first, _last = numbers_of(role.pk)
    for place, credential in enumerate(role.credentials.all()[: ROOM - 1]):
        body = f"{credential.exam}. {credential.summary}" if credential.exam else credential.summary
        anchor = section.slug if section else ""
        yield Row(-first - place - 1, "credential", role.pk, anchor, _credential_title(credential), body)


def term_row(term: GlossaryTerm) -> Row:
    """A glossary term; other ways to write it are found as part of its title."""
    title = f"{term.term} ({term.also})" if term.also else term.term
    return Row(term_number(term.pk), "term", None, term.slug, title, term.definition)


def names() -> Iterator[Name]:
    """Every name of every role: its title, what else it is called, and the credentials that people know it by."""
    for pk, title, plural in Role.objects.values_list("pk", "title", "plural"):
        yield Name(title, f"role:{pk}")
        yield Name(plural, f"role:{pk}", handicap=1)
    for pk, title in RoleTitle.objects.values_list("role_id", "title"):
        yield Name(title, f"role:{pk}")
    rows = Credential.objects.filter(roles__isnull=False, is_entry=True)
    for pk, *parts in rows.values_list("roles", "name", "abbreviation", "exam", "issuer"):
        name, abbreviation, exam, issuer = parts
        for known_as in {name, abbreviation, exam, f"{issuer} exam", f"{issuer} {abbreviation}"} - {""}:
            yield Name(known_as, f"role:{pk}", handicap=_CREDENTIAL_HANDICAP)


def _credential_title(credential: Credential) -> str:
    letters = f" ({credential.abbreviation})" if credential.abbreviation else ""
    return f"{credential.name}{letters}, {credential.issuer}"


def _sections(page: GuidePage) -> Iterator[tuple[str, str, str, str]]:
    for view in page.sections:
        text = " ".join(_segments(page.role, view))
        yield "section", view.section.slug, view.section.title, text


def _segments(role: Role, view: SectionView) -> Iterator[str]:
    for segment in view.segments:
        if not segment.block:
            yield _plain(segment.html)
        elif segment.block in _BLOCKS:
            yield from _BLOCKS[segment.block](role)


def _steps(role: Role) -> Iterator[str]:
    for step in role.steps.all():
        yield f"{step.title}. {_markdown(step.body)}"


def _settings(role: Role) -> Iterator[str]:
    for place in role.settings.all():
        parts = [place.name, place.pace, place.people, place.hours, place.hardest, place.good_for]
        yield ". ".join(part for part in parts if part)


def _path(role: Role) -> Iterator[str]:
    for rung in role.rungs.all():
        yield f"{rung.title}. {_markdown(rung.needs)} {rung.branches}"


# Blocks whose words are rows of the role; questions and credentials are found on their own.
_BLOCKS: dict[str, Callable[[Role], Iterator[str]]] = {"steps": _steps, "settings": _settings, "path": _path}


def _questions(role: Role) -> Iterator[tuple[str, str, str, str]]:
    for question in role.questions.all():
        yield "question", question.slug, question.question, _markdown(question.answer)


def _markdown(text: str) -> str:
    compiled = compile_text(text)
    return " ".join(_plain(segment.html) for segment in compiled.segments)


def _plain(html: str) -> str:
    """The words of HTML as one reads them in a line: headings end like sentences, marks on facts stand in brackets."""
    html = _ANCHOR.sub("", html)
    html = _TAG.sub(r" (\1)", html)
    return plain_text(_HEADING_END.sub(r".\1", html), lambda tag: tag.words)
