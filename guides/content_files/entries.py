"""The entries of content files as plain values; names and defaults are those of the models they fill.

`role` and `credential` come from where an entry stands, `position` from its place in the list.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from guides.content_files.problems import Where

NOWHERE = Where("")
# Fields that are not written in the entry.
PLACED = ("where", "role", "credential", "position")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry, and where it stands."""

    NOUN: ClassVar[str] = ""
    IDENT: ClassVar[tuple[str, ...]] = ()
    PLACED: ClassVar[tuple[str, ...]] = PLACED
    where: Where = field(default=NOWHERE, compare=False)

    @property
    def ident(self) -> str:
        """What tells it from others of its noun, such as pharmacy-technician/pay."""
        return "/".join(str(getattr(self, part)) for part in self.IDENT)

    @property
    def item(self) -> str:
        """Noun and identity, such as section:pharmacy-technician/pay."""
        return f"{self.NOUN}:{self.ident}"


@dataclass(frozen=True, kw_only=True)
class SourceEntry(Entry):
    """A publication that facts rest on."""

    NOUN = "source"
    IDENT = ("key",)
    key: str
    title: str
    publisher: str = ""
    url: str = ""
    edition: str = ""
    published_on: date | None = None
    seen_on: date | None = None
    review_by: date | None = None
    kind: str = "second-hand"
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class StateEntry(Entry):
    """A place that rules and pay are known for."""

    NOUN = "state"
    IDENT = ("usps",)
    usps: str
    fips: str
    name: str
    kind: str = "state"


@dataclass(frozen=True, kw_only=True)
class TermEntry(Entry):
    """A word of the trade."""

    NOUN = "term"
    IDENT = ("slug",)
    slug: str
    term: str
    definition: str
    also: str = ""


@dataclass(frozen=True, kw_only=True)
class FactEntry(Entry):
    """A figure or rule; `key` is the full one, with the role's or the credential's slug."""

    NOUN = "fact"
    IDENT = ("key",)
    key: str
    label: str
    value: str
    number: Decimal | None = None
    unit: str = ""
    state: str = ""
    as_of: str = ""
    source: str
    confidence: str = "medium"
    review_by: date | None = None
    note: str = ""
    role: str = ""
    credential: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class CredentialEntry(Entry):
    """What a person can hold to show what they know."""

    NOUN = "credential"
    IDENT = ("slug",)
    slug: str
    name: str
    abbreviation: str = ""
    issuer: str
    issuer_url: str = ""
    exam: str = ""
    kind: str = "certification"
    is_entry: bool = False
    roles: tuple[str, ...] = ()
    summary: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class ResourceEntry(Entry):
    """A place outside worth going; without a role it serves any, without a state the whole country."""

    NOUN = "resource"
    IDENT = ("key",)
    key: str
    kind: str
    name: str
    url: str = ""
    what_for: str
    state: str = ""
    cost: str = ""
    sources: str = ""
    confidence: str = "medium"
    checked_on: date | None = None
    review_by: date | None = None
    role: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class ProjectionEntry(Entry):
    """The outlook of one occupation."""

    NOUN = "projection"
    IDENT = ("soc",)
    soc: str
    base_year: int
    target_year: int
    jobs_base: int | None = None
    jobs_target: int | None = None
    change_percent: Decimal | None = None
    openings: int | None = None
    exits: int | None = None
    transfers: int | None = None
    entry_education: str = ""
    training: str = ""
    experience: str = ""
    is_summary: bool = False
    source: str


@dataclass(frozen=True, kw_only=True)
class WageRow:
    """Pay in one place or industry."""

    place: str = "US"
    naics: str = ""
    industry: str = ""
    employment: int | None = None
    employment_error: Decimal | None = None
    mean_error: Decimal | None = None
    hour_p10: Decimal | None = None
    hour_p25: Decimal | None = None
    hour_median: Decimal | None = None
    hour_p75: Decimal | None = None
    hour_p90: Decimal | None = None
    year_p10: int | None = None
    year_p25: int | None = None
    year_median: int | None = None
    year_p75: int | None = None
    year_p90: int | None = None
    or_more: str = ""


@dataclass(frozen=True, kw_only=True)
class WagesEntry(Entry):
    """Pay in one occupation: all its rows, loaded as one."""

    NOUN = "wages"
    IDENT = ("soc",)
    soc: str
    as_of: str
    source: str
    rows: tuple[WageRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoleEntry(Entry):
    """The role's own fields."""

    NOUN = "role"
    IDENT = ("slug",)
    slug: str
    title: str
    plural: str
    lead: str = ""
    onet_soc: str = ""
    way_in: str = ""
    art: str = ""
    position: int = 0
    status: str = "draft"

    @property
    def soc(self) -> str:
        """The SOC code of its pay and outlook."""
        return self.onet_soc[:7]


@dataclass(frozen=True, kw_only=True)
class TitleEntry(Entry):
    """Another name that people search the role by."""

    NOUN = "title"
    IDENT = ("role", "title")
    role: str = ""
    title: str
    is_shown: bool = False


@dataclass(frozen=True, kw_only=True)
class RoleTermEntry(Entry):
    """Something that a resume for the role should show; other names of it stand one a line in `also`."""

    NOUN = "role-term"
    IDENT = ("role", "name")
    role: str = ""
    name: str
    kind: str
    also: str = field(default="", metadata={"lines": True})
    is_required: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class RoleWordsEntry(Entry):
    """Verbs and words of the trade of a role, one a line."""

    NOUN = "role-words"
    IDENT = ("role",)
    role: str = ""
    verbs: str = field(default="", metadata={"lines": True})
    vocabulary: str = field(default="", metadata={"lines": True})


@dataclass(frozen=True, kw_only=True)
class SettingEntry(Entry):
    """A kind of workplace."""

    NOUN = "setting"
    IDENT = ("role", "name")
    role: str = ""
    name: str
    naics: str = ""
    pace: str = ""
    people: str = ""
    hours: str = ""
    hardest: str = ""
    good_for: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class StepEntry(Entry):
    """One step from today to the first day at work."""

    NOUN = "step"
    IDENT = ("role", "slug")
    role: str = ""
    slug: str
    title: str
    time: str = ""
    cost: str = ""
    body: str
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class RungEntry(Entry):
    """A place on the way up or sideways; `branches` stand one a line."""

    NOUN = "rung"
    IDENT = ("role", "title")
    role: str = ""
    title: str
    needs: str = ""
    branches: str = field(default="", metadata={"lines": True})
    is_this_role: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class QuestionEntry(Entry):
    """A question people ask, with its answer."""

    NOUN = "question"
    IDENT = ("role", "slug")
    role: str = ""
    slug: str
    question: str
    answer: str
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class RelatedEntry(Entry):
    """A job next door; `target` is the slug of its guide, which may come later."""

    NOUN = "related"
    IDENT = ("role", "title")
    role: str = ""
    title: str
    soc: str = ""
    why: str
    target: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class RuleEntry(Entry):
    """What one state asks of a person in a role."""

    NOUN = "rule"
    IDENT = ("role", "state")
    role: str = ""
    state: str
    kind: str
    detail: str
    board: str
    board_url: str = ""
    national: str
    national_detail: str = ""
    ce: str = ""
    sources: str
    as_of: str = ""
    checked_on: date | None = None
    confidence: str = "medium"
    review_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class SectionEntry(Entry):
    """One part of a guide; anchor and position come from the file's name, the text follows the front matter."""

    NOUN = "section"
    IDENT = ("role", "slug")
    role: str = ""
    slug: str
    kind: str
    title: str
    reviewed_on: date | None = None
    reviewed_by: str = ""
    review_by: date | None = None
    body: str = ""
    position: int = 0
    # The line of the file on which the text begins.
    body_line: int = field(default=1, compare=False)
