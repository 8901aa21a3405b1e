"""Credentials that a line of an ad names, and what the person holds of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from careerguide.fit.gap import Gap, Proof
from certifications.holding.shown import Shown
from certifications.holding.standing import Code
from guides.models import Credential, Role, State
from resumes.review.matching import LineMatch, is_schooling, meets
from resumes.review.terms import TermMatch

# What a state hands out, by the words of ads; a license to drive is none of the trade.
_OF_A_STATE = re.compile(r"\b(?:regist(?:ered|ration|er)|licen[sc](?:ed?|ure|ing)|permit)\b", re.IGNORECASE)
_TO_DRIVE = re.compile(r"\b(?:driv\w+|CDL|vehicle)\b", re.IGNORECASE)
_OF_STATES = re.compile(r"\b(?:state|board)\b", re.IGNORECASE)
_ORDER = ("in force", "on the way", "over")


@dataclass(frozen=True)
class Paper:
    """One credential that a line asks for."""

    # As the ad calls it.
    name: str
    # Where the resume names it.
    where: str = ""
    # Whether the ad gives time to earn it.
    is_later: bool = False
    held: Shown | None = None
    # The state that the ad is for, where another one's paper is held.
    other_state: str = ""
    # Where we tell of it.
    place: str = ""

    @property
    def is_met(self) -> bool:
        """Whether it is there: in force by what the person keeps here, or, where they keep none, in the resume."""
        if self.held is None:
            return bool(self.where)
        return self.held.standing.is_in_force and not self.other_state

    @property
    def is_begun(self) -> bool:
        """Whether it is under way, or the ad waits for it."""
        return self.is_later or (self.held is not None and _rank(self.held) == _ORDER[1])


@dataclass(frozen=True)
class Wallet:
    """What a person holds and what the catalogue tells of, with the job that it is held against."""

    helds: Sequence[Shown]
    catalogue: Sequence[Credential]
    role: Role | None
    # Where the job is.
    state: State | None
    # All states by their postal code.
    states: Mapping[str, str]
    # Whether readers may see the guide of the role.
    has_guide: bool = False

    def papers(self, line: LineMatch) -> list[Paper]:
        """The credentials of the line; diplomas and degrees are none of them."""
        found = [self._paper(one, line) for one in line.terms if self._is_paper(one)]
        if self.is_of_state(line.text) and not any(paper.held for paper in found):
            found = [self._state_paper(line, found[0] if found else None), *found[1:]]
        return found

    def _is_paper(self, one: TermMatch) -> bool:
        return one.term.kind == "credential" and not is_schooling(one.term)

    def _paper(self, one: TermMatch, line: LineMatch) -> Paper:
        named = [held for held in self.helds if meets(one.term, _names(held))]
        known = next((each for each in self.catalogue if meets(one.term, (each.name, each.abbreviation))), None)
        return Paper(
            name=one.term.name,
            where=one.where if one.found else "",
            is_later=line.required and not one.term.required,
            held=_best(named),
            place=reverse("certifications:detail", args=[known.slug]) if known else "",
        )

    def is_of_state(self, text: str) -> bool:
        """Whether the line asks for what a state hands out, and for nothing else."""
        if not _OF_A_STATE.search(text) or _TO_DRIVE.search(text):
            return False
        words = text.casefold()
        of_role = self.role is not None and any(word in words for word in self.role.title.casefold().split())
        return of_role or bool(_OF_STATES.search(text)) or self._named_state(text) is not None

    def _state_paper(self, line: LineMatch, named: Paper | None) -> Paper:
        """The paper of the state where the job is; another state's stands for nothing there."""
        wanted = self._named_state(line.text) or (self.state.usps if self.state else None)
        mine = [held for held in self.helds if held.held.state_id and self._is_for_role(held)]
        here = _best([held for held in mine if wanted is None or held.held.state_id == wanted])
        held = here or _best(mine)
        name = named.name if named else _("The state’s registration or license")
        return Paper(
            name=name,
            where=named.where if named else "",
            is_later=named.is_later if named else False,
            held=held,
            other_state=self.states.get(wanted or "", "") if held and not here else "",
            place=self._rule_of(wanted) or (named.place if named else ""),
        )

    def _is_for_role(self, held: Shown) -> bool:
        return self.role is None or held.held.role_id in {None, self.role.pk}

    def _named_state(self, text: str) -> str | None:
        return next((usps for usps, name in self.states.items() if re.search(rf"\b{name}\b", text)), None)

    def _rule_of(self, usps: str | None) -> str:
        if self.role is None or not usps or not self.has_guide:
            return ""
        return reverse("guides:state", args=[self.role.slug, usps])


def proofs_of(paper: Paper) -> Iterator[Proof]:
    """The words of the resume, and how it stands by what the person keeps here."""
    if paper.where:
        yield Proof(paper.where)
    if paper.held and paper.is_met:
        words = _("“%(name)s”, as you keep it here: %(standing)s")
        values = {"name": paper.held.held.title, "standing": paper.held.standing.sentence}
        yield Proof(words % values, is_quote=False)


def gap_of(paper: Paper, resume: str) -> Gap | None:
    """What is to be done about it; `resume` is where the resume is changed."""
    if paper.held is None:
        return None if paper.where else _without(paper)
    link = paper.held.held.get_absolute_url()
    values = {"name": paper.held.held.title, "state": paper.other_state, "standing": paper.held.standing.sentence}
    if paper.other_state:
        words = _("You keep “%(name)s” here. The job is in %(state)s, which has a rule of its own.") % values
        return Gap(words, _("Read the rule there"), paper.place or link)
    if paper.is_met:
        words = _("You hold “%(name)s”, and this resume does not say so.") % values
        return None if paper.where else Gap(words, _("Write it into the resume"), resume)
    if paper.is_begun:
        words = _("“%(name)s”: %(standing)s Say so in the resume, with the day that you expect it.") % values
        return Gap(words, _("Go on with it"), link)
    return Gap(_("“%(name)s”: %(standing)s") % values, _("See what it takes"), link)


def _without(paper: Paper) -> Gap:
    name = {"name": paper.name}
    if paper.is_later:
        words = (
            _("“%(name)s”: not found, but the ad gives you time for it. Begin it here and say so in the resume.") % name
        )
    else:
        words = _("“%(name)s”: neither this resume nor your certifications show it.") % name
    if paper.place:
        return Gap(words, _("See what it takes"), paper.place)
    add = f"{reverse('held:add')}?{urlencode({'name': paper.name[:160]})}"
    return Gap(words, _("If you hold it, write it down"), add)


def _names(row: Shown) -> Iterator[str]:
    held = row.held
    yield held.name
    if held.credential:
        yield held.credential.name
        yield held.credential.abbreviation


def _rank(row: Shown) -> str:
    if row.standing.is_in_force:
        return _ORDER[0]
    return _ORDER[2] if row.held.is_held or row.standing.code == Code.GIVEN_UP else _ORDER[1]


def _best(rows: Iterable[Shown]) -> Shown | None:
    """The one that helps most: in force, then under way, then what has ended."""
    return min(rows, key=lambda row: _ORDER.index(_rank(row)), default=None)
