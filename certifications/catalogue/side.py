"""What is known of one credential beside others, fetched for all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from certifications.catalogue.cost import Cost, Fees, cost_over
from certifications.catalogue.fees import EXAM_FEE, RENEWAL_FEE, fees_of
from certifications.catalogue.listed import public_roles
from certifications.catalogue.naming import short_name
from certifications.catalogue.outlines import OutlineView, outline_view, outlines
from certifications.catalogue.rules import rules_of_state
from certifications.models import Pathway, RenewalRuleVersion
from guides.models import Confidence, Credential, Fact, Role, State, StateRequirement
from guides.page.facts import FactView, fact_view
from guides.rows import Rows

# What it costs to register with a state, first and again: facts of a job, such as `pharmacy-technician/state.fee.ga`.
STATE_FEES = ("state.fee", "state.renewal-fee")


@dataclass
class Side:
    """One credential of the comparison, and what is known of it."""

    credential: Credential
    state: State | None
    today: date
    roles: list[Role] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)
    ways: list[Pathway] = field(default_factory=list)
    rule: StateRequirement | None = None
    state_rule: RenewalRuleVersion | None = None
    state_facts: tuple[Fact | None, Fact | None] = (None, None)
    outline: OutlineView | None = None

    @property
    def name(self) -> str:
        """The letters and who gives them."""
        return short_name(self.credential)

    def view(self, key: str) -> FactView | None:
        """A fact as the page shows it; doubts in the margin say whose it is."""
        fact = self.facts.get(key)
        return _named(fact, self.name, self.today) if fact is not None else None

    @property
    def fee_views(self) -> list[FactView]:
        """The facts that the bill rests on."""
        own = [self.view(key) for key in (EXAM_FEE, RENEWAL_FEE)]
        state = [_named(fact, self.name, self.today) for fact in self.state_facts if fact is not None]
        return [view for view in (*own, *state) if view is not None]

    @property
    def asks_nothing(self) -> bool:
        """Whether the state hands nothing out in this job, so that nothing is to be paid to it."""
        return (
            self.rule is not None
            and self.rule.kind == StateRequirement.Kind.NONE
            and self.rule.confidence != Confidence.LOW
        )

    @cached_property
    def fees(self) -> Fees:
        """Everything that is to be paid, with the state's part where one was chosen and the job is known."""
        return fees_of(
            self.facts,
            state_facts=self.state_facts,
            state_rule=self.state_rule,
            with_state=self.state is not None and bool(self.roles),
            asks_nothing=self.asks_nothing,
        )

    def cost(self, years: int) -> Cost:
        """The bill over the years."""
        return cost_over(years, self.fees)

    @property
    def is_unsure(self) -> bool:
        """Whether a part of the bill could not be confirmed."""
        return any(view.is_low or view.is_stale for view in self.fee_views)


def sides(
    credentials: Sequence[Credential], *, state: State | None, now: datetime, today: date, rows: Rows
) -> list[Side]:
    """What is known of the credentials, in the order given; the same queries for two and for four."""
    found = {credential.pk: Side(credential, state, today) for credential in credentials}
    roles = public_roles(now)
    links = Credential.roles.through.objects.filter(credential__in=found, role__in=roles)
    for credential, role in links.order_by("pk").values_list("credential_id", "role_id"):
        found[credential].roles.append(roles[role])
    pks = sorted(found)
    facts = Fact.objects.filter(credential__in=pks).select_related("source")
    for fact in rows.get(("sides-facts", *pks), lambda: [*facts]):
        found[fact.credential_id or 0].facts[fact.key.rpartition("/")[2]] = fact
    ways = Pathway.objects.filter(credential__in=pks)
    for way in rows.get(("sides-ways", *pks), lambda: [*ways]):
        found[way.credential_id].ways.append(way)
    known = rows.get(("sides-outlines", *pks), lambda: outlines(pks))
    for pk, side in found.items():
        side.outline = outline_view([row for row in known if row.credential_id == pk], today)
    if state is not None:
        add_state([*found.values()], state, today)
    return [*found.values()]


def add_state(listed: Sequence[Side], state: State, today: date) -> None:
    """Add what the reader's state asks and takes in the first job of each."""
    first = {side.credential.pk: side.roles[0] for side in listed if side.roles}
    roles = {role.pk: role for role in first.values()}
    rules = {row.role_id: row for row in StateRequirement.objects.filter(role__in=roles, state=state)}
    versions = rules_of_state([*roles.values()], state, today)
    keys = {f"{role.slug}/{name}.{state.usps.lower()}" for role in roles.values() for name in STATE_FEES}
    facts = {fact.key: fact for fact in Fact.objects.filter(key__in=keys).select_related("source")}
    for side in listed:
        role = first.get(side.credential.pk)
        if role is None:
            continue
        side.rule, side.state_rule = rules.get(role.pk), versions.get(role.pk)
        first_fee, again = (facts.get(f"{role.slug}/{name}.{state.usps.lower()}") for name in STATE_FEES)
        side.state_facts = (first_fee, again)


def _named(fact: Fact, name: str, today: date) -> FactView:
    view = fact_view(fact.key, fact, today)
    return FactView(**{**vars(view), "label": f"{name}: {view.label}"})
