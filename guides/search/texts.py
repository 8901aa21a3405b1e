"""What there is to find: texts of guides, the glossary and places to go as rows, and the names of jobs."""

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from django.utils import timezone

from guides.markup import plain_text
from guides.models import (
    Credential,
    FrequentQuestion,
    GlossaryTerm,
    Occupation,
    OccupationTitle,
    Resource,
    Role,
    RoleTitle,
    Task,
    WageEstimate,
)
from guides.occupations.pay import counted_as
from guides.page import GuidePage, SectionView, guide_page
from guides.search.fulltext import Row
from guides.search.titles import Name
from guides.search.words import fold

# Row numbers: a role has a thousand for its passages, and as many below zero for its credentials; terms lie far below,
# places to go farther still, occupations far above.
ROOM = 1000
FAR = 10**15
PASSAGES, EXTRAS, OCCUPATIONS = (0, FAR), (-2 * FAR, -1), (FAR + 1, 2 * FAR)
PLACES = (-3 * FAR, -2 * FAR - 1)

# Links beside the text that only a page needs: to a heading, and to a source.
_LINK = re.compile(r'<a class="anchor".*?</a>|\s*\(<a class="fact fact--after".*?</a>\)')
_DOUBT = re.compile(r'\s*<span class="tag [^"]*">(.*?)</span>')
_HEADING_END = re.compile(r"(?<![.?!:])(</h[3-5]>)")

# Before the number of a role in what a name leads to; an occupation's code stands by itself.
ROLE = "role:"

# Names that are a credential's stand a little behind the role's own.
_CREDENTIAL_HANDICAP = 3
# Of two occupations with the same job title the larger comes first: three points between 10 jobs and 10 million. A
# special case of a wider occupation (29-1141.03) shares its figures, and stands behind it; so does what is left over.
_REPORTED_HANDICAP, _OTHER_HANDICAP, _SPECIAL_HANDICAP = 0.2, 0.6, 1
_LARGEST, _UNKNOWN_SIZE, _BY_SIZE = 7, 4, 3 / 6
_WHOLE_CODE, _REST = ".00", "All Other"
# A job title that the occupation's own title holds says more of it than one that it does not, and who is over others
# or teaches them is meant only by those who say so.
_AGREEING, _OVER_OTHERS_HANDICAP = 2, 2
_OVER_OTHERS = tuple(
    f" {rank}"
    for rank in (
        "Supervisor", "Manager", "Director", "Foreman", "Superintendent",
        "Instructor", "Teacher", "Professor", "Warden",
    )
)  # fmt: skip
# “Veterinary Technician (Vet Tech)” is two names.
_TWO_NAMES = re.compile(r"^(.{3,}?) \(([^()]{2,})\)$")


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
    for kind, anchor, title, body in [*_sections(page), *_questions(page)][: last - number]:
        number += 1
        yield Row(number, kind, role.pk, anchor, title, body)


def credentials(role: Role) -> Iterator[Row]:
    """The credentials of a role, each by its slug."""
    first, _last = numbers_of(role.pk)
    for place, credential in enumerate(role.credentials.all()[: ROOM - 1]):
        body = f"{credential.exam}. {credential.summary}" if credential.exam else credential.summary
        yield Row(-first - place - 1, "credential", role.pk, credential.slug, _credential_title(credential), body)


def term_row(term: GlossaryTerm) -> Row:
    """A glossary term; other ways to write it are found as part of its title."""
    title = f"{term.term} ({term.also})" if term.also else term.term
    return Row(term_number(term.pk), "term", None, term.slug, title, term.definition)


def place_number(place_id: int) -> int:
    """The row number of a place to go."""
    return -2 * FAR - place_id


def place_row(place: Resource) -> Row:
    """A place to go with its state, so that either is found; one of a role is found where its guide is."""
    title = f"{place.name}, {place.state.name}" if place.state and place.state.name not in place.name else place.name
    return Row(place_number(place.pk), "place", place.role_id, place.key, title, place.what_for)


def names() -> Iterator[Name]:
    """Every name of every role: its title, what else it is called, and the credentials that people know it by."""
    for pk, title, plural in Role.objects.values_list("pk", "title", "plural"):
        yield Name(title, f"{ROLE}{pk}")
        yield Name(plural, f"{ROLE}{pk}", handicap=1)
    for pk, title in RoleTitle.objects.values_list("role_id", "title"):
        yield Name(title, f"{ROLE}{pk}")
    rows = Credential.objects.filter(roles__isnull=False, is_entry=True)
    for pk, *parts in rows.values_list("roles", "name", "abbreviation", "exam", "issuer"):
        name, abbreviation, exam, issuer = parts
        for known_as in {name, abbreviation, exam, f"{issuer} exam", f"{issuer} {abbreviation}"} - {""}:
            yield Name(known_as, f"{ROLE}{pk}", handicap=_CREDENTIAL_HANDICAP)


def job_names() -> Iterator[Name]:
    """Every name of every occupation: its title, and the job titles within it."""
    wages = WageEstimate.objects.filter(place="US", naics="")
    sizes = {soc: math.log10(max(jobs or 0, 10)) for soc, jobs in wages.values_list("soc", "employment")}
    behind: dict[str, float] = {}
    own: dict[str, str] = {}
    for code, soc, title in Occupation.objects.values_list("code", "soc", "title"):
        special = 0 if code.endswith(_WHOLE_CODE) and not title.endswith(_REST) else _SPECIAL_HANDICAP
        behind[code] = special + (_LARGEST - sizes.get(counted_as(soc, sizes), _UNKNOWN_SIZE)) * _BY_SIZE
        own[code] = _singular(title)
        yield Name(title, code, handicap=behind[code] - _AGREEING)
    for code, title, is_reported in OccupationTitle.objects.order_by().values_list(
        "occupation_id", "title", "is_reported"
    ):
        for known_as in both_names(title):
            handicap = behind[code] + (_REPORTED_HANDICAP if is_reported else _OTHER_HANDICAP)
            # Most begin otherwise than anything in the occupation's own title: the longer look is for the others.
            alike = _singular(known_as) if known_as[:3].lower() in own[code] else ""
            if alike and f" {alike} " in f" {own[code]} " and code.endswith(_WHOLE_CODE):
                handicap -= _AGREEING
            elif known_as.endswith(_OVER_OTHERS):
                handicap += _OVER_OTHERS_HANDICAP
            yield Name(known_as, code, handicap=handicap, is_own=alike == own[code])


def _singular(title: str) -> str:
    """The title so that “Farmers, Ranchers, …” is seen to hold “Farmer”."""
    return " ".join(map(_one, fold(title).split()))


@lru_cache(maxsize=30_000)
def _one(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def both_names(title: str) -> tuple[str, ...]:
    """The names in a title: “Pharmacy Tech (CPhT)” is known by either."""
    two = _TWO_NAMES.match(title)
    return (two[1], two[2]) if two else (title,)


def occupation_rows() -> Iterator[Row]:
    """What the release says that people in each occupation do."""
    tasks = Task.objects.order_by("occupation_id", "kind", "pk").values_list("occupation_id", "text")
    done = {code: " ".join(text for _code, text in group) for code, group in groupby(tasks, key=lambda task: task[0])}
    for code, title, description in Occupation.objects.values_list("code", "title", "description"):
        body = f"{description} {done.get(code, '')}".strip()
        yield Row(occupation_number(code), "occupation", None, code, title, body)


def occupation_number(code: str) -> int:
    """The row number of an occupation: 29-2052.00 is number 29205200 of its range."""
    return FAR + int("".join(letter for letter in code if letter.isdigit()))


def _credential_title(credential: Credential) -> str:
    letters = f" ({credential.abbreviation})" if credential.abbreviation else ""
    return f"{credential.name}{letters}, {credential.issuer}"


def _sections(page: GuidePage) -> Iterator[tuple[str, str, str, str]]:
    for view in page.sections:
        text = " ".join(_segments(page, view))
        yield "section", view.section.slug, view.section.title, text


def _segments(page: GuidePage, view: SectionView) -> Iterator[str]:
    for segment in view.segments:
        if not segment.block:
            yield _plain(segment.html)
        elif segment.block in _BLOCKS:
            yield from _BLOCKS[segment.block](page)


def _steps(page: GuidePage) -> Iterator[str]:
    for told in page.steps[0]:
        yield f"{told.row}. {_plain(told.html)}"


def _settings(page: GuidePage) -> Iterator[str]:
    for place in page.role.settings.all():
        parts = [place.name, place.pace, place.people, place.hours, place.hardest, place.good_for]
        yield ". ".join(part for part in parts if part)


def _path(page: GuidePage) -> Iterator[str]:
    for told in page.path[0]:
        yield f"{told.row}. {_plain(told.html)} {', '.join(told.branches)}"


# Blocks whose words are rows of the role; questions and credentials are found on their own.
_BLOCKS: dict[str, Callable[[GuidePage], Iterator[str]]] = {"steps": _steps, "settings": _settings, "path": _path}


def _questions(page: GuidePage) -> Iterator[tuple[str, str, str, str]]:
    """Questions have a place to lead to only where the guide shows them."""
    for told in page.questions[0] if "questions" in page.blocks else ():
        if isinstance(told.row, FrequentQuestion):
            yield "question", told.row.slug, told.row.question, _plain(told.html)


def _plain(html: str) -> str:
    """The words of HTML as one reads them in a line: headings end like sentences, doubts stand in brackets."""
    html = _LINK.sub("", html)
    html = _DOUBT.sub(r" (\1)", html)
    return plain_text(_HEADING_END.sub(r".\1", html), lambda tag: tag.words)
