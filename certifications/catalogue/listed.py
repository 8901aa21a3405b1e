"""All credentials with what a list says of each, in the same few queries at any length."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certifications.catalogue.fees import EXAM_FEE, RENEWAL_YEARS
from certifications.catalogue.kinds import WORDS
from guides.models import Confidence, Credential, Fact, Role, State, StateRequirement
from guides.page.facts import FactView, fact_view
from guides.rows import Rows

_SHOWN = (EXAM_FEE, RENEWAL_YEARS)


@dataclass(frozen=True)
class Listed:
    """One credential in a list; `asked_by` are the jobs for which the reader's state asks for one like it."""

    credential: Credential
    roles: tuple[Role, ...]
    facts: Mapping[str, FactView] = field(default_factory=dict)
    dollars: Decimal | None = None
    asked_by: tuple[Role, ...] = ()

    @cached_property
    def url(self) -> str:
        """Its page."""
        return reverse("certifications:detail", args=[self.credential.slug])

    @cached_property
    def fee(self) -> SafeString:
        """What the exam costs."""
        return _figure(self.facts.get(EXAM_FEE))

    @cached_property
    def renewed(self) -> SafeString:
        """How often it is renewed."""
        return _figure(self.facts.get(RENEWAL_YEARS))

    @property
    def kind(self) -> str:
        """What the word on the paper means, in one word."""
        return str(WORDS[self.credential.kind].one)

    @cached_property
    def keys(self) -> dict[str, frozenset[str]]:
        """What the filters look at."""
        return {
            "role": frozenset(role.slug for role in self.roles),
            "kind": frozenset({str(self.credential.kind)}),
            "issuer": frozenset({issuer_key(self.credential.issuer)}),
            "stage": frozenset({"start" if self.credential.is_entry else "later"}),
            "asked": frozenset({"yes"} if self.asked_by else ()),
        }


def _figure(view: FactView | None) -> SafeString:
    """A figure of a list with its doubt; its sources stand on the page of the credential."""
    if view is None:
        return format_html('<span class="faint">{}</span>', _("not in our data"))
    doubt = _("not confirmed") if view.is_low else _("past its check") if view.is_stale else ""
    if doubt:
        return format_html('{} <span class="tag tag--should">{}</span>', view.value, doubt)
    if view.is_second_hand:
        return format_html('{} <span class="tag">{}</span>', view.value, _("second-hand"))
    return format_html("{}", view.value)


def issuer_key(name: str) -> str:
    """The issuer as an address names it."""
    return slugify(name) or "other"


def public_roles(now: datetime) -> dict[int, Role]:
    """Jobs whose guide readers may see, by their keys, in their order."""
    return {role.pk: role for role in Role.objects.published(now).only("slug", "title", "plural", "position")}


def listed(*, state: State | None, now: datetime, today: date, rows: Rows | None = None) -> list[Listed]:
    """Every credential of a job that readers may see, and those of no job; the order is that of the jobs."""
    seen = [*Role.objects.published(now).values_list("pk", flat=True)]
    asked = ("catalogue", *seen, state and state.pk, today, get_language())
    return (rows or Rows()).get(asked, lambda: _listed(state, now, today))


def _listed(state: State | None, now: datetime, today: date) -> list[Listed]:
    roles = public_roles(now)
    of_role = _roles_of(roles)
    asking = _asking(state)
    facts = _facts()
    shown = Credential.objects.filter(Q(pk__in=of_role) | Q(roles=None)).defer("summary").distinct()
    found = [
        _row(credential, of_role.get(credential.pk, ()), facts.get(credential.pk, {}), asking, today)
        for credential in shown
    ]
    return sorted(found, key=lambda row: (_place(row, roles), row.credential.position, row.credential.name))


def _row(
    credential: Credential, roles: tuple[Role, ...], facts: Mapping[str, Fact], asking: set[int], today: date
) -> Listed:
    fee = facts.get(EXAM_FEE)
    return Listed(
        credential,
        roles,
        {key: fact_view(fact.key, fact, today) for key, fact in facts.items()},
        fee.number if fee is not None else None,
        tuple(role for role in roles if is_asked(credential) and role.pk in asking),
    )


def is_asked(credential: Credential) -> bool:
    """Whether a state that asks for a national certification may mean this one."""
    return credential.is_entry and credential.kind == Credential.Kind.CERTIFICATION


def _place(row: Listed, roles: Mapping[int, Role]) -> int:
    order = [*roles]
    return min((order.index(role.pk) for role in row.roles), default=len(order))


def _roles_of(roles: Mapping[int, Role]) -> dict[int, tuple[Role, ...]]:
    found: defaultdict[int, list[Role]] = defaultdict(list)
    links = Credential.roles.through.objects.filter(role__in=roles).order_by("pk")
    for credential, role in links.values_list("credential_id", "role_id"):
        found[credential].append(roles[role])
    order = [*roles]
    return {pk: tuple(sorted(own, key=lambda role: order.index(role.pk))) for pk, own in found.items()}


def _facts() -> Mapping[int, dict[str, Fact]]:
    wanted = Q()
    for key in _SHOWN:
        wanted |= Q(key__endswith=f"/{key}")
    found: defaultdict[int, dict[str, Fact]] = defaultdict(dict)
    for fact in Fact.objects.filter(wanted, credential__isnull=False).select_related("source"):
        found[fact.credential_id or 0][fact.key.rpartition("/")[2]] = fact
    return found


def _asking(state: State | None) -> set[int]:
    """Jobs for which the state asks for national certification, as far as we could confirm."""
    if state is None:
        return set()
    rules = StateRequirement.objects.filter(state=state, national=StateRequirement.National.YES)
    return {*rules.exclude(confidence=Confidence.LOW).values_list("role_id", flat=True)}
