"""One role in one state, on one page: the rule, the letters, the pay, where the jobs are, what to do first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.models import Confidence, EntryStep, Resource, Role, Section, State, StateRequirement
from guides.page.area_pay import AreaPay, area_pay
from guides.page.blocks import Blocks, Outside
from guides.page.borders import next_door
from guides.page.credentials import CredentialTable, credential_table
from guides.page.directory.kinds import KINDS
from guides.page.facts import FactStore
from guides.page.glance import Fig, jobs_fig, pay_fig
from guides.page.money import dollars, pay
from guides.page.next_step import NextStep
from guides.page.reliable import missing_pay
from guides.page.state_table import StateRow, StateTable, state_rows
from guides.page.texts import Writer

# What someone asks of a credential before they choose a state's way in; the guide has the rest.
_ASKED_FIRST = ("eligibility", "exam.fee", "renewal.years", "renewal.ce", "renewal.fee")
# The finder that leads to every state's own office, whatever the job.
_FINDER = "license-finder"


@dataclass(frozen=True)
class Elsewhere:
    """Another place's page."""

    name: str
    url: str
    is_here: bool


@dataclass
class PlacePage(Blocks):
    """A role, and all places or one of them."""

    role: Role
    state: State | None
    today: date
    facts: FactStore = field(init=False)
    writer: Writer = field(init=False)
    blocks = frozenset({"credentials", "regulators"})

    def __post_init__(self) -> None:
        self.facts = FactStore(self.role, state=self.state, today=self.today)
        self.writer = Writer(self.facts, self.state, ())

    @property
    def states_url(self) -> str:
        """The page of all places; that of one stands below it."""
        return reverse("guides:states", args=[self.role.slug])


@dataclass
class StatesPage(PlacePage):
    """All places of one role, as the reader wants to see them."""

    asked: dict[str, str] = field(default_factory=dict)

    @cached_property
    def table(self) -> StateTable:
        """Every place that pay or a rule is known for."""
        rules = StateRequirement.objects.filter(role=self.role).order_by()
        mine = self.state.usps if self.state else ""
        rows = state_rows(self.places, self.facts.wage_of, rules, path=self.states_url, mine=mine, today=self.today)
        return StateTable(rows, self.asked, path=self.states_url)

    @cached_property
    def title(self) -> str:
        """What the table says, in a sentence."""
        ruled = [row for row in self.table.rows if row.rule is not None]
        asking = sum(row.certification == "yes" for row in ruled)
        if not self.table.differs:
            return _("Pay in %d places") % len(self.table.rows)
        if not asking:
            return ngettext("What %d place asks", "What %d places ask", len(ruled)) % len(ruled)
        return ngettext(
            "%(asking)d of %(all)d place asks for national certification",
            "%(asking)d of %(all)d places ask for national certification",
            len(ruled),
        ) % {"asking": asking, "all": len(ruled)}


@dataclass
class StatePage(PlacePage):
    """Everything about one state."""

    state: State

    def __post_init__(self) -> None:
        super().__post_init__()
        self.facts.prefetch([], credentials=True)

    @property
    def rule(self) -> StateRequirement | None:
        """The rule as a row; nothing where none is on file."""
        return self.state_rule.requirement if self.state_rule is not None else None

    @cached_property
    def is_ruled(self) -> bool:
        """Whether we hold rules of this role for any state."""
        return self.rule is not None or StateRequirement.objects.filter(role=self.role).exists()

    @property
    def board_host(self) -> str:
        """The board's address as people say it."""
        host = urlsplit(self.rule.board_url).hostname if self.rule is not None else None
        return (host or "").removeprefix("www.")

    @cached_property
    def figs(self) -> list[Fig]:
        """The four answers that people come for."""
        return [self._need(), self._certification(), pay_fig(self.facts), jobs_fig(self.facts)]

    def _need(self) -> Fig:
        label, rule = _("%s asks for") % self.state.name, self.rule
        if rule is None:
            return Fig(label, _("Not on file"), _("ask the office that decides"), is_words=True)
        if rule.confidence == Confidence.LOW:
            return Fig(label, _("Not confirmed"), _("ask the board"), is_words=True)
        return Fig(label, rule.get_kind_display(), "", is_words=True, tag=self._stale(rule))

    def _certification(self) -> Fig:
        label, rule = _("National certification"), self.rule
        if rule is None:
            return Fig(label, _("Not on file"), "", is_words=True)
        if rule.confidence == Confidence.LOW or rule.national == StateRequirement.National.UNKNOWN:
            return Fig(label, _("Not confirmed"), _("ask the board"), is_words=True)
        return Fig(label, rule.get_national_display(), "", is_words=True, tag=self._stale(rule))

    def _stale(self, rule: StateRequirement) -> str:
        return _("past its check") if rule.is_stale(self.today) else ""

    @cached_property
    def pay_title(self) -> str:
        """The state's pay against the nation's, in a sentence."""
        here, nation = self.facts.wage_of.get(self.state.usps), self.facts.wage_of.get("US")
        if here is None or here.year_median is None:
            return missing_pay(self.state.name, here).removesuffix(".")
        amount, place = pay(here, "year_median"), self.state.name
        if nation is None or nation.year_median is None or here.is_or_more("median"):
            return _("%(place)s pays %(pay)s in the middle") % {"place": place, "pay": amount}
        apart = here.year_median - nation.year_median
        words = _("%(place)s pays %(pay)s in the middle, as the whole U.S. does")
        if apart > 0:
            words = _("%(place)s pays %(pay)s in the middle, %(apart)s more than the U.S. as a whole")
        if apart < 0:
            words = _("%(place)s pays %(pay)s in the middle, %(apart)s less than the U.S. as a whole")
        return words % {"place": place, "pay": amount, "apart": dollars(abs(apart))}

    @cached_property
    def areas(self) -> AreaPay | None:
        """Pay by place inside the state; nothing where it was not imported."""
        return area_pay(self.role.soc, self.state)

    @cached_property
    def near(self) -> list[StateRow]:
        """The states next door with their pay and rules, for people who live near a border; highest pay first."""
        codes = next_door(self.state.usps)
        rules = StateRequirement.objects.filter(role=self.role, state__in=codes) if codes and self.is_ruled else []
        places = {usps: place for usps, place in self.places.items() if usps in codes}
        rows = state_rows(places, self.facts.wage_of, rules, path=self.states_url, mine="", today=self.today)
        return sorted(rows, key=lambda row: (-(row.pay or 0), row.name))

    @cached_property
    def near_title(self) -> str:
        """Pay next door, in a sentence."""
        known = [row for row in self.near if row.pay]
        if not known:
            return _("Next door to %s") % self.state.name
        top, bottom = known[0], known[-1]
        words = _("Next door, %(top)s pays %(most)s in the middle")
        if len(known) > 1:
            words = _("Next door, middle pay runs from %(least)s in %(bottom)s to %(most)s in %(top)s")
        told = {"top": top.name, "most": dollars(top.pay), "bottom": bottom.name, "least": dollars(bottom.pay)}
        return words % told

    @cached_property
    def letters(self) -> CredentialTable:
        """The entry credentials with what is asked first."""
        entry = [item for item in self._credentials if item.is_entry]
        return credential_table(self.facts, self.writer, entry, only=_ASKED_FIRST)

    @cached_property
    def steps_in(self) -> Sequence[EntryStep]:
        """The steps from today, without their texts."""
        return self._steps

    @cached_property
    def anchors(self) -> dict[str, str]:
        """Where each kind of section stands in the guide."""
        return dict(Section.objects.filter(role=self.role).exclude(body="").values_list("kind", "slug"))

    @property
    def guide_url(self) -> str:
        """The guide, answering for this state."""
        return f"{self.role.get_absolute_url()}?state={self.state.usps}"

    @cached_property
    def whom_to_ask(self) -> list[Outside]:
        """Official lists of this role, then the finder for any job."""
        return [place for place in self.regulators if place.resource.role_id or place.resource.key == _FINDER]

    @cached_property
    def own_places(self) -> list[Outside]:
        """The places to go that belong to this state alone, who decides first."""
        own = [row for row in self._resources if row.state_id == self.state.usps]
        own.sort(key=lambda row: [*KINDS].index(Resource.Kind(row.kind)))
        return [Outside(row, row.is_unchecked) for row in own]

    @property
    def _finder(self) -> Resource | None:
        """What leads to the office that decides: the role's first official place, if one of us has opened it."""
        places = [place for place in self.whom_to_ask if place.resource.url or place.resource.role_id]
        if places and places[0].is_unchecked:
            places = [place for place in places if place.resource.key == _FINDER]
        return next((place.resource for place in places if place.resource.url), None)

    @cached_property
    def step(self) -> NextStep:
        """Ask whoever decides; where we do not know who that is, find them."""
        rule = self.rule
        if rule is not None and rule.board_url:
            words = _("Ask the %s what you need before your first day, and what it costs.")
            return NextStep(words % rule.board, _("Open the board’s site"), rule.board_url)
        if rule is None and (finder := self._finder) is not None:
            words = _("Find out which office in %s decides, and ask it what you need before your first day.")
            return NextStep(words % self.state.name, _("Open %s") % finder.name, finder.url)
        words = _("Read what the work is and how people get in, with the figures for %s.") % self.state.name
        return NextStep(words, _("Read the guide"), self.guide_url)

    @cached_property
    def others(self) -> list[Elsewhere]:
        """Every place with its page, in the order of names."""
        return [
            Elsewhere(place.name, f"{self.states_url}{usps.lower()}/", is_here=usps == self.state.usps)
            for usps, place in self.places.items()
        ]

    @cached_property
    def beside(self) -> tuple[Elsewhere | None, Elsewhere | None]:
        """The places before and after this one in the order of names."""
        at = next(number for number, place in enumerate(self.others) if place.is_here)
        after = self.others[at + 1 : at + 2]
        return (self.others[at - 1] if at else None, after[0] if after else None)
