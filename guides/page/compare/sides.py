"""Roles side by side: what is known of each, fetched for all of them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q

from guides.models import (
    Credential,
    Fact,
    Projection,
    Role,
    Section,
    State,
    StateRequirement,
    WageEstimate,
    WorkSetting,
)
from guides.page.facts import FactView, fact_view
from guides.page.pay_here import PayHere
from guides.page.reliable import are_jobs_sure, told

# Facts of a role that a comparison asks for; the first of each that the guide has is shown.
START = ("start.time",)
TRAINING = ("training.months", "training.hours")
COST = ("training.cost",)
BODY = ("day.asks", "posting.standing")
_KEYS = (*START, *TRAINING, *COST, *BODY)
_FEE = "exam.fee"


@dataclass(frozen=True)
class Letters:
    """A credential for people starting out, and the fee of its exam where it is known."""

    credential: Credential
    fee: FactView | None


@dataclass
class Side(PayHere):
    """One role of the comparison, and what is known of it."""

    role: Role
    state: State | None
    wages: dict[str, WageEstimate] = field(default_factory=dict)
    projection: Projection | None = None
    facts: dict[str, FactView] = field(default_factory=dict)
    letters: list[Letters] = field(default_factory=list)
    rule: StateRequirement | None = None
    settings: list[WorkSetting] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)

    @property
    def wage_of(self) -> dict[str, WageEstimate]:
        """Pay in the U.S., in the reader's state, and in the industries of the role's settings."""
        return self.wages

    @property
    def wage(self) -> WageEstimate | None:
        """The pay that answers for the reader."""
        return self.wages.get(self.here)

    @property
    def middle(self) -> int | None:
        """The middle pay a year where the reader lives; nothing where too few answered for it to be told."""
        return self.wage.year_median if self.wage is not None else None

    @property
    def jobs(self) -> int | None:
        """The number of jobs where the reader lives, where it may be told."""
        return self.wage.employment if self.wage is not None and are_jobs_sure(self.wage) else None

    def first(self, keys: Iterable[str]) -> FactView | None:
        """The first of these facts that the guide has."""
        return next((self.facts[key] for key in keys if key in self.facts), None)

    @property
    def main_setting(self) -> WorkSetting | None:
        """The setting with the most jobs; the first in the guide where no number is known."""
        return max(self.settings, key=lambda setting: self.jobs_in(setting) or 0, default=None)

    def jobs_in(self, setting: WorkSetting) -> int | None:
        """The jobs in the industry of a setting, across the U.S."""
        row = self.wages.get(f"n{setting.naics}") if setting.naics else None
        return row.employment if row is not None else None

    def section_url(self, *kinds: str) -> str:
        """The first of these parts that the guide has, for the reader's state; else the guide itself."""
        anchor = next((self.anchors[kind] for kind in kinds if kind in self.anchors), "")
        query = f"?state={self.state.usps}" if self.state else ""
        return f"{self.role.get_absolute_url()}{query}{f'#{anchor}' if anchor else ''}"


def sides(roles: Sequence[Role], *, state: State | None, today: date) -> list[Side]:
    """What is known of the roles, in the order given; the same queries for two roles and for four."""
    found = {role.pk: Side(role, state) for role in roles}
    _add_settings(found)
    _add_wages(found, state)
    _add_facts(found, today)
    _add_rules(found, state)
    by_soc = Projection.objects.filter(soc__in={role.soc for role in roles if role.soc}).select_related("source")
    outlooks = {row.soc: row for row in by_soc}
    for side in found.values():
        side.projection = outlooks.get(side.role.soc)
    return [*found.values()]


def _add_settings(found: dict[int, Side]) -> None:
    for setting in WorkSetting.objects.filter(role__in=found):
        found[setting.role_id].settings.append(setting)
    parts = Section.objects.filter(role__in=found).exclude(body="").order_by("-position", "-pk")
    for role_id, kind, slug in parts.values_list("role_id", "kind", "slug"):
        found[role_id].anchors[kind] = slug


def _add_wages(found: dict[int, Side], state: State | None) -> None:
    socs = {side.role.soc for side in found.values() if side.role.soc}
    industries = {setting.naics for side in found.values() for setting in side.settings if setting.naics}
    places = {"US", state.usps} if state else {"US"}
    wanted = Q(naics="", place__in=places) | Q(naics__in=industries, place="US")
    rows = told(WageEstimate.objects.filter(wanted, soc__in=socs).select_related("source"))
    for side in found.values():
        own = (row for row in rows if row.soc == side.role.soc)
        side.wages = {f"n{row.naics}" if row.naics else row.place: row for row in own}


def _add_facts(found: dict[int, Side], today: date) -> None:
    links = [*Credential.roles.through.objects.filter(role__in=found, credential__is_entry=True)]
    entry = Credential.objects.filter(pk__in={link.credential_id for link in links}).in_bulk()
    keys = {f"{side.role.slug}/{key}" for side in found.values() for key in _KEYS}
    wanted = Q(key__in=keys) | Q(credential__in=entry, key__endswith=f"/{_FEE}")
    facts = [*Fact.objects.filter(wanted).select_related("source")]
    of_role = {fact.key: fact_view(fact.key, fact, today) for fact in facts if fact.key in keys}
    fees = {
        fact.credential_id: replace(view, label=f"{entry[fact.credential_id].letters_and_issuer}: {view.label}")
        for fact in facts
        if fact.credential_id and (view := fact_view(fact.key, fact, today))
    }
    for side in found.values():
        full = {key: f"{side.role.slug}/{key}" for key in _KEYS}
        side.facts = {key: of_role[name] for key, name in full.items() if name in of_role}
        own = sorted(
            (entry[link.credential_id] for link in links if link.role_id == side.role.pk),
            key=lambda item: (item.position, item.pk),
        )
        side.letters = [Letters(item, fees.get(item.pk)) for item in own]


def _add_rules(found: dict[int, Side], state: State | None) -> None:
    if state is None:
        return
    for rule in StateRequirement.objects.filter(role__in=found, state=state):
        found[rule.role_id].rule = rule
