"""Answers a question: by the names of jobs first, then by the texts of guides, the glossary and the credentials."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from guides.models import Resource, Role, StateRequirement
from guides.models.role import RoleQuerySet
from guides.search import index
from guides.search.fulltext import Found
from guides.search.hits import Results, TextHit, guide_hits, rule_hit, text_hit
from guides.search.index import Memory
from guides.search.jobs import ALIKE, HALF, Jobs, jobs_named, joined, occupation_hits
from guides.search.passages import Looked, RolesSql, Texts
from guides.search.texts import ROLE
from guides.search.titles import Hit
from guides.search.words import Query, fold

_MOST_GUIDES, _MOST_RULES, _MOST_HINTS, _MOST_PLACES = 5, 3, 3, 4
# Names looked at before drafts are left out.
_CANDIDATES = 20

Named = Sequence[tuple[Hit, Role]]


def find(asked: str, *, now: datetime) -> Results:
    """Everything that answers a question, from guides that readers may see at that moment."""
    if not fold(asked):
        return Results(asked)
    memory, visible = index.memory(), Role.objects.published(now)
    without_state, usps = memory.states.split(asked)
    query = memory.read(without_state)
    named = _roles_of(memory.titles.search(query, limit=_CANDIDATES, known=memory.known), visible)
    jobs = jobs_named(memory, query, visible)
    strong = joined([(hit, role) for hit, role in named if hit.share > HALF], jobs.guides)
    words = _mended(memory, query, strong, jobs)
    # Profiles of occupations are looked through where no name of a job answered.
    with_jobs = bool(memory.jobs.names) and not jobs.hits
    named_state = memory.states.names.get(usps, "")
    texts = Texts(memory, _sql(visible), asked=query.telling, state=named_state)
    looked = _look(texts, words, strong, with_jobs=with_jobs)
    results = _joined(asked, looked, strong=strong, named=named, jobs=jobs)
    if results.places:
        results = replace(results, places=_places(looked.places, usps))
    if usps:
        rules = _rules(usps, [hit.role for hit in results.guides[:1]] or visible)
        results = replace(results, passages=[*rules, *results.passages])
    if not results:
        return replace(results, hints=_hints(memory, query, visible))
    meant = words if results.is_job_first else looked.mended or words
    return replace(results, mended=" ".join(meant) if meant != query.telling else "")


def _mended(memory: Memory, query: Query, strong: Named, jobs: Jobs) -> tuple[str, ...]:
    """The words that say something, with slips put right as the best name shows what was meant."""
    if jobs.lead(strong):
        return memory.jobs.mended(query, jobs.hits[0])
    if not strong:
        return query.telling
    hit = strong[0][0]
    return (memory.titles if hit.ref.startswith(ROLE) else memory.jobs).mended(query, hit)


def _roles_of(hits: Iterable[Hit], visible: RoleQuerySet) -> list[tuple[Hit, Role]]:
    by_id = {int(hit.ref.removeprefix(ROLE)): hit for hit in hits}
    roles = visible.in_bulk(by_id) if by_id else {}
    return [(hit, roles[pk]) for pk, hit in by_id.items() if pk in roles]


def _sql(visible: RoleQuerySet) -> RolesSql:
    return RolesSql(*visible.order_by().values("pk").query.sql_with_params())


def _look(texts: Texts, words: tuple[str, ...], strong: Named, *, with_jobs: bool) -> Looked:
    if not strong:
        return texts.look(words, with_jobs=with_jobs)
    hit, role = strong[0]
    rest = [word for word in words if word in hit.rest]
    return texts.look(words, rest=rest, role_id=role.pk, title=() if rest else fold(role.title).split())


def _joined(asked: str, looked: Looked, *, strong: Named, named: Named, jobs: Jobs) -> Results:
    roles = Role.objects.in_bulk(
        {found.role_id for found in (*looked.passages, *looked.extras, *looked.places) if found.role_id}
    )
    passages = [text_hit(found, roles) for found in looked.passages]
    extras = [text_hit(found, roles) for found in looked.extras]
    # A guide that no name led to may be led to by what it says; a poor name is better than nothing.
    is_job_first = jobs.lead(strong)
    is_by_profile = not strong and looked.is_rather_of_jobs
    led_to = [(hit.role, "") for hit in passages[:1] if hit.role and not (strong or is_job_first or is_by_profile)]
    named = [] if is_job_first or is_by_profile else named
    guides = led_to or [(role, _called(hit, role)) for hit, role in strong or named]
    return Results(
        asked,
        guides=guide_hits(guides[:_MOST_GUIDES]),
        occupations=occupation_hits(jobs.beside(strong), looked.jobs),
        # What has only some of the words is no answer beside a job that has them all in its name.
        passages=[] if is_job_first and looked.is_partial else passages,
        terms=[hit for hit in extras if hit.kind == "term"],
        credentials=_once([hit for hit in extras if hit.kind == "credential"]),
        places=[text_hit(found, roles) for found in looked.places],
        is_by_text=bool(led_to),
        is_partial=looked.is_partial,
        is_job_first=is_job_first,
    )


def _called(hit: Hit, role: Role) -> str:
    is_own = fold(hit.name) in {fold(role.title), fold(role.plural)}
    return "" if is_own or hit.score < ALIKE else hit.name


def _once(hits: Iterable[TextHit]) -> list[TextHit]:
    """A credential of several roles is shown once."""
    first: dict[str, TextHit] = {}
    for hit in hits:
        first.setdefault(hit.title, hit)
    return list(first.values())


def _rules(usps: str, roles: Sequence[Role] | RoleQuerySet) -> list[TextHit]:
    rules = StateRequirement.objects.filter(state__usps=usps, role__in=roles).select_related("role", "state")
    return [rule_hit(rule) for rule in rules[:_MOST_RULES]]


def _places(found: Sequence[Found], usps: str) -> list[TextHit]:
    """Places of the state that was asked about, then those of the whole country; without a state, one of any."""
    of = dict(Resource.objects.filter(key__in=[each.anchor for each in found]).values_list("key", "state"))
    asked = {usps} if usps else {*of.values()} - {None}
    own = [each for each in found if of.get(each.anchor) in asked] if len(asked) == 1 else []
    return [text_hit(each, {}) for each in [*own, *(each for each in found if of.get(each.anchor) is None)]][
        :_MOST_PLACES
    ]


def _hints(memory: Memory, query: Query, visible: RoleQuerySet) -> list[str]:
    hits = [Hit(name.ref, name.text, 0, 0, ()) for name in memory.titles.hints(query)]
    names = [role.title for _hit, role in _roles_of(hits, visible)] + [name.text for name in memory.jobs.hints(query)]
    return [*dict.fromkeys(names)][:_MOST_HINTS]
