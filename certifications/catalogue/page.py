"""One credential on one page: what it is, who may apply, the exam, keeping it, and what states make of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from certifications.catalogue.bill import Bill
from certifications.catalogue.cost import YEARS
from certifications.catalogue.fees import EXAM_FEE
from certifications.catalogue.kinds import WORDS, Word
from certifications.catalogue.listed import is_asked
from certifications.catalogue.naming import compare_url, short_name
from certifications.catalogue.outlines import OutlineView, outline_view, outlines
from certifications.catalogue.rules import rules_of_issuers
from certifications.catalogue.side import Side, add_state
from certifications.catalogue.state_rules import InState, in_states
from certifications.catalogue.ways import Ways, pathways
from certifications.models import RenewalRuleVersion
from guides.models import Confidence, Credential, Fact, Resource, Role, State
from guides.page.blocks import Outside
from guides.page.facts import FactView, fact_view
from guides.page.glance import Fig
from guides.page.notes import Margin, Note, cite
from guides.page.places import Place, all_places
from guides.page.texts import fact_cell
from guides.rows import Rows

EXAM = ("exam.items", "exam.time", "exam.fee", "exam.passing", "exam.retake")
RENEWAL = (
    "renewal.years",
    "renewal.ce",
    "renewal.conditions",
    "renewal.fee",
    "renewal.late",
    "renewal.reinstatement",
)
_GLANCE = (EXAM_FEE, "exam.time", "renewal.years", "renewal.ce")
_LONG = 22
_MOST_OTHERS = 6


@dataclass(frozen=True)
class Sheet:
    """Facts under one heading, each with its source, and what stands beside them."""

    rows: list[tuple[str, SafeString]]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Beside:
    """Another credential of the same job, and the page that sets the two side by side."""

    credential: Credential
    url: str


@dataclass
class CredentialPage:
    """What a reader in a state sees of a credential on a day."""

    credential: Credential
    state: State | None
    now: datetime
    today: date
    have: Collection[str] | None = None
    asked_place: str = ""
    rows: Rows = field(default_factory=Rows)

    # ---- what it is

    @property
    def word(self) -> Word:
        """What the word on the paper means."""
        return WORDS[self.credential.kind]

    @property
    def name(self) -> str:
        """The letters, or the whole name where there are none."""
        return short_name(self.credential)

    @cached_property
    def roles(self) -> list[Role]:
        """The jobs that it serves and whose guide readers may see."""
        return [*Role.objects.published(self.now).filter(credentials=self.credential)]

    @cached_property
    def _rows(self) -> dict[str, Fact]:
        pk = self.credential.pk
        rows = Fact.objects.filter(credential=pk).select_related("source")
        found = self.rows.get(("credential-facts", pk), lambda: [*rows])
        return {fact.key.rpartition("/")[2]: fact for fact in found}

    @cached_property
    def _facts(self) -> dict[str, FactView]:
        return {key: fact_view(fact.key, fact, self.today) for key, fact in self._rows.items()}

    @property
    def figs(self) -> list[Fig]:
        """The four answers that people come for."""
        return [_fig(label, self._facts.get(key)) for key, label in zip(_GLANCE, _glance_labels(), strict=True)]

    # ---- who may apply

    @cached_property
    def eligibility(self) -> Sheet:
        """Who may apply in one sentence, with the sources of that and of the ways."""
        margin = Margin("b-apply")
        view = self._facts.get("eligibility")
        rows = [(view.label, fact_cell(view, margin))] if view is not None else []
        self.ways.cite(margin)
        return Sheet(rows, margin.notes())

    @cached_property
    def ways(self) -> Ways:
        """The ways in, with the check."""
        pk = self.credential.pk
        return Ways(self.rows.get(("ways", pk), lambda: pathways(pk)), self.have, self.today)

    # ---- the exam, and keeping it

    @cached_property
    def exam(self) -> Sheet:
        """Questions, time, fee, score, another try."""
        return self._sheet("b-exam", EXAM)

    @cached_property
    def outline(self) -> OutlineView | None:
        """What the exam holds."""
        pk = self.credential.pk
        return outline_view(self.rows.get(("outlines", pk), lambda: outlines([pk])), self.today)

    @cached_property
    def renewal(self) -> Sheet:
        """How it is kept."""
        return self._sheet("b-renewal", RENEWAL)

    @cached_property
    def rule(self) -> RenewalRuleVersion | None:
        """The published renewal rule in force, where it says something in plain words."""
        pk = self.credential.pk
        asked = ("renewal-rules", pk, self.today)
        rows = self.rows.get(asked, lambda: [*rules_of_issuers([pk], self.today).values()])
        found = rows[0] if rows else None
        return found if found is not None and found.summary and found.confidence != Confidence.LOW else None

    @property
    def rule_notes(self) -> tuple[Note, ...]:
        """Where the rule stands."""
        if self.rule is None or self.rule.source is None:
            return ()
        return cite("b-rule", [(self.rule.source, self.rule.as_of)])

    @cached_property
    def bill(self) -> Bill:
        """What it costs over a few years, with what the reader's state takes."""
        side = Side(self.credential, self.state, self.today, roles=self.roles, facts=self._rows)
        if self.state is not None:
            add_state([side], self.state, self.today)
        return Bill([side], YEARS)

    @cached_property
    def other(self) -> Sheet:
        """Everything else that is known."""
        known = {"eligibility", *EXAM, *RENEWAL}
        return self._sheet("b-other", [key for key in self._facts if key not in known])

    def _sheet(self, base: str, keys: Sequence[str]) -> Sheet:
        margin = Margin(base)
        found = [(key, self._facts[key]) for key in keys if key in self._facts]
        return Sheet([(view.label, fact_cell(view, margin)) for _key, view in found], margin.notes())

    # ---- states, programs, courses

    @property
    def is_asked(self) -> bool:
        """Whether states that ask for a national certification may mean this one."""
        return is_asked(self.credential)

    @cached_property
    def in_states(self) -> list[InState]:
        """What states ask in each of its jobs."""
        return in_states(self.roles, self.state, self.today)

    @cached_property
    def _resources(self) -> list[Resource]:
        kinds = [Resource.Kind.DIRECTORY, Resource.Kind.EDUCATION]
        roles = [role.pk for role in self.roles]
        rows = Resource.objects.filter(Q(role__in=roles) | Q(role=None), kind__in=kinds)
        return self.rows.get(("credential-resources", *roles), lambda: [*rows])

    @property
    def programs(self) -> list[Outside]:
        """Where to find a program, and whether it is accredited."""
        return self._outside(Resource.Kind.DIRECTORY)

    @property
    def courses(self) -> list[Outside]:
        """Where to find continuing education."""
        return self._outside(Resource.Kind.EDUCATION)

    def _outside(self, kind: Resource.Kind) -> list[Outside]:
        found = sorted((row for row in self._resources if row.kind == kind), key=lambda row: row.role_id is None)
        return [Outside(row, row.checked_on is None or row.confidence == Confidence.LOW) for row in found]

    # ---- where to go on

    @cached_property
    def beside(self) -> list[Beside]:
        """Others of the same jobs that people weigh it against."""
        if not self.roles:
            return []
        near = Credential.objects.filter(roles__in=self.roles, is_entry=self.credential.is_entry)
        others = near.exclude(pk=self.credential.pk).distinct()[:_MOST_OTHERS]
        asked = ("credentials-beside", self.credential.pk, *(role.pk for role in self.roles))
        rows = self.rows.get(asked, lambda: [*others])
        return [Beside(row, compare_url([self.credential.slug, row.slug], self.place)) for row in rows]

    @property
    def compare_all(self) -> str:
        """The page that sets it beside the nearest others."""
        slugs = [self.credential.slug, *(item.credential.slug for item in self.beside[:2])]
        return compare_url(slugs, self.place)

    @property
    def place(self) -> str:
        """The place that this page's addresses keep: only what the address itself says."""
        return self.asked_place

    @property
    def url(self) -> str:
        """Its own address."""
        return reverse("certifications:detail", args=[self.credential.slug])

    @property
    def track_url(self) -> str:
        """Where someone begins to keep track of it; empty where that is not there."""
        return _address("held:add", f"?{urlencode({'credential': self.credential.slug})}")

    @property
    def study_url(self) -> str:
        """Where someone practices for the exam; empty where that is not there, or there is no exam."""
        return _address("study:list") if self.credential.exam and self.outline else ""

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory, for the menu."""
        return self.rows.get(("places",), all_places)


def _glance_labels() -> list[str]:
    return [_("Exam fee"), _("Time for the exam"), _("Renewed every"), _("Continuing education")]


def _fig(label: str, view: FactView | None) -> Fig:
    """One figure of the head; a phrase is set smaller, and what we could not confirm says so."""
    if view is None:
        return Fig(label, "", "", is_words=True)
    doubt = _("not confirmed") if view.is_low else _("past its check") if view.is_stale else ""
    return Fig(label, view.value, "", is_words=len(view.value) > _LONG, tag=doubt)


def _address(name: str, query: str = "") -> str:
    try:
        return reverse(name) + query
    except NoReverseMatch:
        return ""
