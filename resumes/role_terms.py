"""What a resume for a role or an occupation should be able to show, as the review needs it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from django.db import DatabaseError
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from guides.content_files import CONTENT, read_folder
from guides.content_files.entries import RoleEntry, RoleTermEntry, RoleWordsEntry, TitleEntry
from guides.models import Element, Occupation, Rating, Role, RoleTerm
from guides.role_terms import one_a_line
from resumes.review.matching import duties_in
from resumes.review.terms import RoleTerms, Term, TermKind

_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
# Enough to tell a resume for this job from others; more would dilute the list.
_MOST_PROGRAMS = 15
_MOST_DUTIES = 25
_DUTIES_OF_A_TASK = 2
_MOST_FIELDS = 6
_MOST_VERBS = 30
# O*NET rates everybody's reading and listening; these say something of the job: technical skills, sums, science.
_TELLING_SKILLS = re.compile(r"2\.B\.3\.|2\.A\.1\.[ef]")
_IMPORTANT_SKILL = 3.0
_IMPORTANT_FIELD = 3.75
_ENGLISH = "2.C.7.a"
_KINDS: dict[str, TermKind] = {"skill": "skill", "tool": "tool", "credential": "credential", "duty": "duty"}


class UnknownRoleError(Exception):
    """Neither a guide nor an occupation goes by the name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        like = process.extractOne(name, [*known], scorer=fuzz.ratio, score_cutoff=60)
        hint = (
            _("Did you mean “%s”?") % like[0] if like else _("Give a guide's slug or an O*NET code such as 29-2052.00.")
        )
        super().__init__(_("There is no role “%(name)s”. %(hint)s") % {"name": name, "hint": hint})


def terms_of(slug_or_code: str) -> RoleTerms:
    """The terms of a guide's role by its slug, or of an occupation by its O*NET code.

    A role that is not in the database yet is read from the content files, so that reviews work after a checkout.
    """
    name = slug_or_code.strip().lower()
    is_code = _CODE.fullmatch(name)
    code = name if "." in name else f"{name}.00"
    try:
        found = _of_code(code) if is_code else _of_slug(name)
    except DatabaseError:  # no tables yet
        found = None
    found = found or _from_files(code if is_code else name)
    if found is None:
        raise UnknownRoleError(slug_or_code, _slugs())
    return found


# ---- from the database


def _of_slug(slug: str) -> RoleTerms | None:
    role = Role.objects.select_related("words").filter(slug=slug).prefetch_related("titles", "terms").first()
    if role is None:
        return None
    if not role.terms.all() and role.onet_soc and (occupation := _occupation(role.onet_soc)):
        return _of_occupation(occupation, slug=role.slug, title=role.title)
    return _of_role(role)


def _of_code(code: str) -> RoleTerms | None:
    with_terms = Role.objects.select_related("words").filter(onet_soc=code, terms__isnull=False)
    role = with_terms.prefetch_related("titles", "terms").first()
    if role is not None:
        return _of_role(role)
    occupation = _occupation(code)
    return _of_occupation(occupation) if occupation else None


def _of_role(role: Role) -> RoleTerms:
    words = getattr(role, "words", None)
    return RoleTerms(
        role.slug,
        role.title,
        tuple(title.title for title in role.titles.all()),
        tuple(_term(term) for term in role.terms.all()),
        one_a_line(words.verbs) if words else (),
        frozenset(one_a_line(words.vocabulary)) if words else frozenset(),
    )


def _term(term: RoleTerm | RoleTermEntry) -> Term:
    return Term(term.name, _KINDS[term.kind], one_a_line(term.also), term.is_required)


# ---- from the content files


def _from_files(slug_or_code: str) -> RoleTerms | None:
    for folder in sorted((CONTENT / "roles").iterdir()):
        if slug_or_code == folder.name or _CODE.fullmatch(slug_or_code):
            files = {
                f"roles/{folder.name}/{name}": (folder / name).read_text(encoding="utf-8")
                for name in ("role.yaml", "terms.yaml")
                if (folder / name).is_file()
            }
            entries = read_folder(files).require()
            role: RoleEntry = entries.of(RoleEntry)[0]
            if slug_or_code in {role.slug, role.onet_soc}:
                words: Sequence[RoleWordsEntry] = entries.of(RoleWordsEntry)
                return RoleTerms(
                    role.slug,
                    role.title,
                    tuple(title.title for title in entries.of(TitleEntry)),
                    tuple(_term(term) for term in entries.of(RoleTermEntry)),
                    tuple(verb for entry in words for verb in one_a_line(entry.verbs)),
                    frozenset(word for entry in words for word in one_a_line(entry.vocabulary)),
                )
    return None


def _slugs() -> list[str]:
    return [folder.name for folder in (CONTENT / "roles").iterdir()]


# ---- from an occupation


def _occupation(code: str) -> Occupation | None:
    return Occupation.objects.filter(code=code).prefetch_related("titles", "software", "tasks").first()


def _of_occupation(occupation: Occupation, *, slug: str = "", title: str = "") -> RoleTerms:
    """The programs, skills, fields and tasks of the profile; O*NET names no credentials, so none is asked for."""
    tasks = sorted(occupation.tasks.all(), key=lambda task: task.kind != task.Kind.CORE)
    titles = [named for row in occupation.titles.all() for named in (row.title, row.short) if named]
    terms = [*_programs(occupation), *_ratings(occupation), *_duties([task.text for task in tasks])]
    verbs = dict.fromkeys(word.lower() for task in tasks for word in re.findall(r"^([A-Z][a-z]+)\b", task.text))
    words = {word for term in terms if term.kind == "tool" for word in re.findall(r"[\w+#.-]+", term.name)}
    return RoleTerms(
        slug or occupation.code,
        title or occupation.title,
        tuple(dict.fromkeys([occupation.title, *titles])),
        tuple({term.name.casefold(): term for term in reversed(terms)}.values())[::-1],
        tuple(verbs)[:_MOST_VERBS],
        frozenset(words),
    )


def _programs(occupation: Occupation) -> Iterator[Term]:
    programs = sorted(occupation.software.all(), key=lambda one: (not one.is_in_demand, not one.is_hot))
    telling = [one for one in programs if one.is_in_demand or one.is_hot] or programs
    for one in telling[:_MOST_PROGRAMS]:
        yield Term(one.name, "tool")


def _ratings(occupation: Occupation) -> Iterator[Term]:
    """Technical skills, and fields of knowledge: “Computers and Electronics” is shown by either."""
    ratings = Rating.objects.filter(occupation=occupation, importance__gte=_IMPORTANT_SKILL).select_related("element")
    fields = 0
    for rating in ratings.order_by("-importance"):
        element, importance = rating.element, float(rating.importance or 0)
        if element.kind == Element.Kind.SKILL and _TELLING_SKILLS.match(element.number):
            yield Term(element.name, "skill")
        elif element.kind == Element.Kind.KNOWLEDGE and element.number != _ENGLISH and importance >= _IMPORTANT_FIELD:
            fields += 1
            if fields <= _MOST_FIELDS:
                parts = tuple(part for part in re.split(r",? and |, ", element.name) if part != element.name)
                yield Term(element.name, "skill", parts)


def _duties(tasks: Iterable[str]) -> Iterator[Term]:
    found = dict.fromkeys(duty for task in tasks for duty in duties_in(task)[:_DUTIES_OF_A_TASK])
    for duty in [*found][:_MOST_DUTIES]:
        yield Term(duty, "duty")
