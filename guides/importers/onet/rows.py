"""What a release says, as rows; the first cells of a row say which one it is."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from guides.importers.onet.table import Reason, Table

K = TypeVar("K")
R = TypeVar("R")


class ZoneRow(NamedTuple):
    """How much preparation jobs of one zone need."""

    number: int
    name: str
    experience: str = ""
    education: str = ""
    training: str = ""
    examples: str = ""


class OccupationRow(NamedTuple):
    """One O*NET-SOC code; interests stand in the order of the columns, and are empty where nothing is said."""

    code: str
    title: str
    description: str
    soc: str
    job_zone_id: int | None = None
    realistic: Decimal | None = None
    investigative: Decimal | None = None
    artistic: Decimal | None = None
    social: Decimal | None = None
    enterprising: Decimal | None = None
    conventional: Decimal | None = None


class ElementRow(NamedTuple):
    """A skill or a field of knowledge."""

    number: str
    kind: str
    name: str
    description: str


class TaskRow(NamedTuple):
    """Something people do; the kind is empty where the release gives none."""

    occupation_id: str
    number: int
    text: str
    kind: str


class RatingRow(NamedTuple):
    """How important a skill or a field of knowledge is, and how much of it is needed."""

    occupation_id: str
    element_id: str
    importance: Decimal | None = None
    level: Decimal | None = None


class EducationRow(NamedTuple):
    """The share of people who say that the job asks for one level of education."""

    occupation_id: str
    category: int
    name: str
    percent: Decimal


class TitleRow(NamedTuple):
    """A job title, and whether people in the job gave it."""

    occupation_id: str
    title: str
    short: str
    is_reported: bool


class SoftwareRow(NamedTuple):
    """A program that people use."""

    occupation_id: str
    name: str
    category: str
    is_hot: bool
    is_in_demand: bool


class RelatedRow(NamedTuple):
    """An occupation next door."""

    occupation_id: str
    other_id: str
    tier: str
    place: int


@dataclass
class Contents:
    """All rows of a release, by what says which row it is; and what other files name only by number."""

    occupations: dict[str, OccupationRow] = field(default_factory=dict)
    zones: dict[int, ZoneRow] = field(default_factory=dict)
    elements: dict[str, ElementRow] = field(default_factory=dict)
    tasks: dict[tuple[str, int], TaskRow] = field(default_factory=dict)
    skills: dict[tuple[str, str], RatingRow] = field(default_factory=dict)
    knowledge: dict[tuple[str, str], RatingRow] = field(default_factory=dict)
    education: dict[tuple[str, int], EducationRow] = field(default_factory=dict)
    titles: dict[tuple[str, str], TitleRow] = field(default_factory=dict)
    software: dict[tuple[str, str, str], SoftwareRow] = field(default_factory=dict)
    related: dict[tuple[str, str], RelatedRow] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    levels: dict[int, str] = field(default_factory=dict)

    def holds(self, table: Table, line: int, code: str) -> bool:
        """Whether the occupation is one of the release; a row of another is counted as passed over."""
        if code in self.occupations:
            return True
        table.code(line, code)
        table.skip(Reason.NO_OCCUPATION)
        return False


def put(table: Table, rows: dict[K, R], key: K, row: R) -> None:
    """Keep a row, unless the release has said it before: then the first one stands."""
    if key in rows:
        table.skip(Reason.REPEATED)
    else:
        rows[key] = row
