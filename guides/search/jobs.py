"""Occupations that answer a question: by any of their 60,000 names, or else by what people in them do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guides.models import Occupation, Role, WageEstimate
from guides.models.role import RoleQuerySet
from guides.occupations.pay import counted_as, group_of
from guides.search.fulltext import Found
from guides.search.hits import OccupationHit, marked
from guides.search.index import Memory
from guides.search.titles import Hit
from guides.search.words import Query, fold

MOST_JOBS = 6
# Names looked at: several may lead to occupations whose guides are shown instead.
_CANDIDATES = 12
# A name answers a question when it answers more than half of its words, and is shown when it is as alike as this.
HALF, ALIKE = 0.5, 80
# Beside a guide that fits, an occupation is shown only when its name is as alike as this.
_BESIDE = 60
# An occupation comes before a guide that answers as many of the words when its name is so much more alike.
_CLEARLY = 12
# What an occupation gains that answers by several of its names.
_GAIN = 0.25


@dataclass(frozen=True)
class Jobs:
    """What the names of occupations say: those that fit, and the guides that stand for some of them."""

    hits: Sequence[Hit] = ()
    guides: Sequence[tuple[Hit, Role]] = ()

    def beside(self, strong: Sequence[tuple[Hit, Role]]) -> list[Hit]:
        """Those to show: all of them, or the ones that are nearly as good as the guide which fits."""
        return [hit for hit in self.hits if not strong or hit.score >= _BESIDE]

    def lead(self, strong: Sequence[tuple[Hit, Role]]) -> bool:
        """Whether the first occupation answers the question better than any guide."""
        if not self.hits or not strong:
            return bool(self.hits)
        job, guide = self.hits[0], strong[0][0]
        return _standing(replace(job, score=job.score - _CLEARLY)) > _standing(guide)


def jobs_named(memory: Memory, query: Query, visible: RoleQuerySet) -> Jobs:
    """Occupations by their names; one that has a guide which readers may see is handed on as that guide."""
    found = memory.jobs.search(query, limit=_CANDIDATES, known=memory.known, gain=_GAIN)
    hits = [hit for hit in found if hit.share > HALF]
    if not hits:
        return Jobs()
    guides = {role.onet_soc: role for role in visible.filter(onet_soc__in=[hit.ref for hit in hits])}
    led = [(hit, guides[hit.ref]) for hit in hits if hit.ref in guides]
    return Jobs([hit for hit in hits if hit.ref not in guides], led)


def joined(strong: Sequence[tuple[Hit, Role]], led: Sequence[tuple[Hit, Role]]) -> list[tuple[Hit, Role]]:
    """Guides found by a name of their own or by one of their occupation, the better answer first, each once."""
    own = {role.pk for _hit, role in strong}
    # An occupation's names are wider than the guide's: they stand as far behind as those of occupations without one.
    more = [(replace(hit, score=hit.score - _CLEARLY), role) for hit, role in led if role.pk not in own]
    return sorted([*strong, *more], key=lambda found: _standing(found[0]), reverse=True)


def _standing(hit: Hit) -> tuple[float, bool, bool, float]:
    """How well a name answers, to compare: the question as a whole first, and by the first name that a thing has."""
    return hit.share, hit.is_whole, hit.is_whole and hit.is_own, hit.score


def occupation_hits(hits: Sequence[Hit], texts: Sequence[Found]) -> list[OccupationHit]:
    """Occupations by their names, then by their texts, with their pay; two queries at any length."""
    codes = dict.fromkeys([hit.ref for hit in hits] + [found.anchor for found in texts])
    if not codes:
        return []
    rows = {row.code: row for row in Occupation.objects.filter(code__in=codes).only("code", "title", "soc")}
    known_as = {soc for row in rows.values() for soc in (row.soc, group_of(row.soc))}
    wages = WageEstimate.objects.filter(soc__in=known_as, place="US", naics="")
    pay = dict(wages.sure().values_list("soc", "year_median"))
    called = {hit.ref: _called(hit, rows[hit.ref].title) for hit in hits if hit.ref in rows}
    said = {found.anchor: marked(found.snippet) for found in texts}
    found = [
        OccupationHit(
            code, rows[code].title, called.get(code, ""), pay.get(counted_as(rows[code].soc, pay)), said.get(code)
        )
        for code in codes
        if code in rows
    ]
    return found[:MOST_JOBS]


def _called(hit: Hit, title: str) -> str:
    return "" if fold(hit.name) == fold(title) or hit.score < ALIKE else hit.name
