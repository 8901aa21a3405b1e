"""Every figure and rule of a guide with where it comes from, how sure we are, and when it is due again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from guides.models import Confidence, Fact, Projection, Role, Source, StateRequirement, WageEstimate
from guides.page.money import count, dollars, percent, years

_IS_US, _IS_INDUSTRY = Q(place="US"), ~Q(naics="")


@dataclass(frozen=True)
class Line:
    """One figure or rule."""

    label: str
    value: str
    place: str
    as_of: str
    source: Source | None
    named: str  # the sources in words, where they are not one publication
    confidence: str
    due_on: date | None
    is_stale: bool
    note: str = ""

    @property
    def footing(self) -> str:
        """What it stands on: unsure, own, second-hand, care (official, but old, thin or a copy) or official."""
        if self.confidence == Confidence.LOW:
            return "unsure"
        kind = self.source.kind if self.source is not None else Source.Kind.OFFICIAL
        if kind != Source.Kind.OFFICIAL:
            return str(kind)
        if self.confidence == Confidence.HIGH:
            return "official"
        return "care" if self.source is not None else "second-hand"


@dataclass(frozen=True)
class Group:
    """Figures of one kind, with how many of them are past their check."""

    slug: str
    title: str
    lines: list[Line]

    @property
    def stale(self) -> int:
        """How many should have been looked at again."""
        return sum(line.is_stale for line in self.lines)


def provenance(role: Role, *, today: date) -> list[Group]:
    """All of them in groups, as the guide tells them; five queries at any length."""
    groups = [
        Group("facts", _("What the text says"), [*_facts(Fact.objects.filter(role=role), today)]),
        Group("credentials", _("Credentials"), [*_credentials(role, today)]),
        Group("pay", _("Pay"), [*_pay(role, today)]),
        Group("outlook", _("Outlook"), [*_outlook(role, today)]),
        Group("states", _("Rules of the states"), [*_rules(role, today)]),
    ]
    return [group for group in groups if group.lines]


def _facts(facts: QuerySet[Fact], today: date) -> Iterator[Line]:
    for fact in facts.select_related("source", "state", "credential").order_by("position", "pk"):
        yield Line(
            label=fact.label if fact.credential is None else f"{fact.credential.name}: {fact.label}",
            value=fact.value,
            place=fact.state.name if fact.state else _("U.S."),
            as_of=fact.as_of,
            source=fact.source,
            named="",
            confidence=fact.confidence,
            due_on=fact.review_by,
            is_stale=fact.is_stale(today),
            note=fact.note,
        )


def _credentials(role: Role, today: date) -> Iterator[Line]:
    facts = Fact.objects.filter(credential__roles=role).order_by("credential__position", "credential", "position")
    yield from _facts(facts, today)


def _pay(role: Role, today: date) -> Iterator[Line]:
    rows = WageEstimate.objects.filter(soc=role.soc or None)
    national = rows.filter(place="US", naics="").select_related("source").first()
    if national is None:
        return
    size = rows.aggregate(states=Count("pk", filter=~_IS_US), industries=Count("pk", filter=_IS_INDUSTRY))
    middle = dollars(national.year_median) or _("not in our data")
    yield _table(_("Middle pay a year, and the spread around it"), middle, _("U.S."), national, today)
    for label, number in ((_("Pay by state"), size["states"]), (_("Pay by setting"), size["industries"])):
        if number:
            yield _table(label, _("%d rows") % number, _("each its own"), national, today)


def _table(label: str, value: str, place: str, row: WageEstimate, today: date) -> Line:
    source = row.source
    return Line(
        label,
        value,
        place,
        row.as_of,
        source,
        "",
        Confidence.HIGH,
        source.review_by,
        source.is_stale(today),
        source.note,
    )


def _outlook(role: Role, today: date) -> Iterator[Line]:
    row = Projection.objects.filter(soc=role.soc or None).select_related("source").first()
    if row is None:
        return
    said = [
        (_("Jobs in %d") % row.base_year, count(row.jobs_base)),
        (_("Jobs in %d") % row.target_year, count(row.jobs_target)),
        (_("Change"), percent(row.change_percent, signed=True)),
        (_("Openings a year"), count(row.openings)),
    ]
    source, period = row.source, years(row.base_year, row.target_year)
    for label, value in said:
        yield Line(
            label,
            value or _("not in our data"),
            _("U.S."),
            period,
            source,
            "",
            Confidence.HIGH,
            source.review_by,
            source.is_stale(today),
        )


def _rules(role: Role, today: date) -> Iterator[Line]:
    for rule in StateRequirement.objects.filter(role=role).select_related("state").order_by("state__name"):
        is_low = rule.confidence == Confidence.LOW
        yield Line(
            label=_("What the state asks"),
            value=_("not confirmed") if is_low else rule.get_kind_display(),
            place=rule.state.name,
            as_of=rule.as_of,
            source=None,
            named=rule.sources,
            confidence=rule.confidence,
            due_on=rule.review_by,
            is_stale=rule.is_stale(today),
        )
