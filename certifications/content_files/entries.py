"""The entries of the content files of certifications; names and defaults are those of the models they fill."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from guides.content_files.entries import Entry, SourceEntry

# Fields that hold JSON; it is kept as text, always written the same way, so that it can be compared.
JSON = {"json": True}


@dataclass(frozen=True, kw_only=True)
class CitedSourceEntry(SourceEntry):
    """A publication that only certifications rest on."""

    NOUN = "cited-source"


@dataclass(frozen=True, kw_only=True)
class WrittenEntry(Entry):
    """An entry in which everything is written, whom it belongs to included."""

    PLACED: ClassVar[tuple[str, ...]] = ("where", "position")


@dataclass(frozen=True, kw_only=True)
class RenewalRuleEntry(WrittenEntry):
    """Whose rule it is."""

    NOUN = "renewal-rule"
    IDENT = ("slug",)
    slug: str
    name: str
    credential: str = ""
    role: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class RuleVersionEntry(WrittenEntry):
    """One dated version of a rule; `rule` comes from where it stands."""

    PLACED: ClassVar[tuple[str, ...]] = ("where", "rule")
    NOUN = "rule-version"
    IDENT = ("rule", "number")
    rule: str = ""
    number: int | None
    in_force_from: date | None
    in_force_until: date | None = None
    body: str = field(metadata=JSON)
    anchor: str = "earned"
    anchor_month: int | None = None
    anchor_day: int | None = None
    renewal_fee: Decimal | None = None
    late_fee: Decimal | None = None
    reinstatement_fee: Decimal | None = None
    summary: str = ""
    source: str = ""
    source_words: str = ""
    as_of: str = ""
    checked_on: date | None = None
    review_by: date | None = None
    confidence: str = "medium"
    published: bool = False


@dataclass(frozen=True, kw_only=True)
class PathwayEntry(WrittenEntry):
    """One way to be eligible, with its conditions: key, words, how."""

    NOUN = "pathway"
    IDENT = ("credential", "slug")
    credential: str
    slug: str
    name: str
    source: str
    as_of: str = ""
    confidence: str = "medium"
    review_by: date | None = None
    note: str = ""
    conditions: str = field(default="[]", metadata=JSON)
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class OutlineEntry(WrittenEntry):
    """One version of an exam's outline, with its domains: slug, name, weight, holds."""

    NOUN = "outline"
    IDENT = ("credential", "version")
    credential: str
    version: str
    in_force_from: date | None = None
    in_force_until: date | None = None
    items: int | None = None
    minutes: int | None = None
    source: str
    confidence: str = "medium"
    review_by: date | None = None
    note: str = ""
    domains: str = field(default="[]", metadata=JSON)


@dataclass(frozen=True, kw_only=True)
class PracticeQuestionEntry(WrittenEntry):
    """A practice question, with its places: credential, domain."""

    NOUN = "practice-question"
    IDENT = ("slug",)
    slug: str
    kind: str = "knowledge"
    stem: str
    choices: str = field(metadata=JSON)
    answer: int | None
    rationale: str
    why_not: str = field(default="[]", metadata=JSON)
    formula: str = ""
    source: str = ""
    source_words: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    is_published: bool = True
    places: str = field(default="[]", metadata=JSON)


@dataclass(frozen=True, kw_only=True)
class DrugNameEntry(WrittenEntry):
    """A drug's generic and brand names."""

    NOUN = "drug"
    IDENT = ("slug",)
    slug: str
    generic: str
    brand: str
    drug_class: str = ""
    used_for: str = ""
    note: str = ""
    source: str
