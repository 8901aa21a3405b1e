"""Every state in one table: pay, rule, national certification, continuing education, how sure we are."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Confidence, StateRequirement, WageEstimate
from guides.page.money import pay
from guides.page.places import Place
from guides.page.reliable import instead_of_pay

ANSWERS = {
    "yes": gettext_lazy("Required"),
    "no": gettext_lazy("Not required"),
    "unclear": gettext_lazy("Not confirmed"),
}
_HOURS = re.compile(
    r"(\d+(?:\.\d+)?)(?: in-service)? hours?(?: of [a-z ]+?)? (?:a year|in each calendar year|every year"
    r"|(?:every |in each )(\d+)[ -]years?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class StateRow:
    """One place. What we could not confirm is not told as an answer: it stands as such, and sorts last."""

    usps: str
    name: str
    wage: WageEstimate | None
    rule: StateRequirement | None
    url: str = ""
    is_stale: bool = False
    is_mine: bool = False

    @cached_property
    def pay(self) -> int | None:
        """The middle pay a year."""
        return self.wage.year_median if self.wage is not None else None

    @cached_property
    def instead(self) -> str:
        """What stands in the place of pay that is not told."""
        return instead_of_pay(self.wage)

    @cached_property
    def amount(self) -> str:
        """The middle pay in words."""
        return pay(self.wage, "year_median")

    @cached_property
    def low(self) -> str:
        """What one in ten earns less than, in words."""
        return pay(self.wage, "year_p10")

    @cached_property
    def high(self) -> str:
        """What one in ten earns more than, in words."""
        return pay(self.wage, "year_p90")

    @cached_property
    def is_unsure(self) -> bool:
        """Whether there is a rule that we could not confirm."""
        return self.rule is not None and self.rule.confidence == Confidence.LOW

    @cached_property
    def kind(self) -> str | None:
        """What the state hands out, in words."""
        return None if self.rule is None or self.is_unsure else str(self.rule.get_kind_display())

    @cached_property
    def certification(self) -> str:
        """Whether a national certification is asked for: a key of ANSWERS."""
        if self.rule is None or self.is_unsure or self.rule.national == StateRequirement.National.UNKNOWN:
            return "unclear"
        return self.rule.national

    @cached_property
    def answer(self) -> str:
        """The same in words."""
        return str(ANSWERS[self.certification])

    @cached_property
    def ce(self) -> str:
        """The hours that keep the registration or license up; empty where we do not know."""
        return "" if self.rule is None or self.is_unsure else self.rule.ce


@dataclass(frozen=True)
class Heading:
    """A column that can be sorted by, with the address that does it."""

    key: str
    label: str
    url: str
    aria: str
    words: str


@dataclass(frozen=True)
class Choice:
    """One answer to filter by, with how many places gave it."""

    label: str
    count: int
    url: str
    is_current: bool


def hours_a_year(text: str) -> float | None:
    """The hours of continuing education that a text asks for in a year; nothing where it names no number."""
    if text.lower().startswith("none"):
        return 0.0
    match = _HOURS.search(text)
    return float(match[1]) / int(match[2] or 1) if match else None


# Order: how a row is compared, and whether the high end comes first when nothing else is said.
SORTS: dict[str, tuple[Callable[[StateRow], str | float | None], bool]] = {
    "name": (lambda row: row.name, False),
    "pay": (lambda row: row.pay, True),
    "rule": (lambda row: row.kind, False),
    "ce": (lambda row: hours_a_year(row.ce) if row.ce else None, True),
}


@dataclass
class StateTable:
    """The table as one reader asked for it, and the addresses of the other ways to see it."""

    rows: Sequence[StateRow]
    asked: dict[str, str]
    path: str = ""

    @cached_property
    def sort(self) -> str:
        """What the rows are sorted by."""
        return self.asked.get("sort") or "name"

    @cached_property
    def is_descending(self) -> bool:
        """Whether the high end stands first."""
        told = self.asked.get("dir")
        return told == "desc" if told else SORTS[self.sort][1]

    @cached_property
    def has_rules(self) -> bool:
        """Whether any rule is known."""
        return any(row.rule is not None for row in self.rows)

    @cached_property
    def _told(self) -> list[tuple[str | None, str, str]]:
        """What the table would tell of each rule that we know."""
        return [(row.kind, row.certification, row.ce) for row in self.rows if row.rule is not None]

    @cached_property
    def differs(self) -> bool:
        """Whether the table tells the rules apart; else its columns would say one thing fifty times."""
        return len(set(self._told)) > 1 or len(self._told) == 1

    @cached_property
    def alike(self) -> str:
        """What all the rules come to, where the table does not tell them apart."""
        if self.differs or not self._told:
            return ""
        kind, certification, _ce = self._told[0]
        words = _(
            "Every rule on file comes to the same in short. You need: %(kind)s. National certification: %(answer)s."
        )
        return words % {"kind": kind or ANSWERS["unclear"], "answer": ANSWERS[certification]}

    @cached_property
    def shown(self) -> list[StateRow]:
        """The rows that were asked for, in order; what is not known stands last either way."""
        wanted = self.asked.get("certification", "")
        rows = [row for row in self.rows if not wanted or not self.has_rules or row.certification == wanted]
        compare = SORTS[self.sort][0]
        rows.sort(key=lambda row: row.name)
        known = [row for row in rows if compare(row) is not None]
        known.sort(key=compare, reverse=self.is_descending)  # type: ignore[arg-type]
        return [*known, *(row for row in rows if compare(row) is None)]

    @cached_property
    def headings(self) -> dict[str, Heading]:
        """The columns that sort."""
        labels = {"name": _("State"), "pay": _("Middle pay"), "rule": _("You need"), "ce": _("Continuing education")}
        return {key: self._heading(key, label) for key, label in labels.items() if self._has(key)}

    @cached_property
    def choices(self) -> list[Choice]:
        """Answers to filter by; none where all the rules that we know give the same one."""
        counts = Counter(row.certification for row in self.rows)
        wanted = self.asked.get("certification", "") if self.has_rules else ""
        if len({row.certification for row in self.rows if row.rule is not None}) < 2 and not wanted:  # noqa: PLR2004
            return []
        everything = Choice(_("All"), len(self.rows), self._url(certification=""), not wanted)
        return [
            everything,
            *(
                Choice(str(label), counts[key], self._url(certification=key), wanted == key)
                for key, label in ANSWERS.items()
            ),
        ]

    def _has(self, key: str) -> bool:
        if key in {"rule", "ce"} and not self.differs:
            return False
        return key == "name" or any(SORTS[key][0](row) is not None for row in self.rows)

    def _heading(self, key: str, label: str) -> Heading:
        is_current, usual = key == self.sort, SORTS[key][1]
        turn = not self.is_descending if is_current else usual
        url = self._url(sort=key, dir="desc" if turn else "asc")
        now = "descending" if self.is_descending else "ascending"
        words = {"name": (_("A to Z"), _("Z to A")), "rule": (_("A to Z"), _("Z to A"))}.get(
            key, (_("lowest first"), _("highest first"))
        )
        return Heading(key, label, url, now if is_current else "none", words[self.is_descending] if is_current else "")

    def _url(self, **changes: str) -> str:
        query = urlencode({key: value for key, value in (self.asked | changes).items() if value})
        return f"{self.path}?{query}" if query else self.path


def state_rows(
    places: dict[str, Place],
    wages: dict[str, WageEstimate],
    rules: Iterable[StateRequirement],
    *,
    path: str,
    mine: str,
    today: date,
) -> list[StateRow]:
    """Every place that pay or a rule is known for."""
    by_state = {rule.state_id: rule for rule in rules}
    return [
        StateRow(
            usps,
            place.name,
            wages.get(usps),
            rule := by_state.get(usps),
            url=f"{path}{usps.lower()}/",
            is_stale=rule is not None and rule.is_stale(today),
            is_mine=usps == mine,
        )
        for usps, place in places.items()
        if usps in wages or usps in by_state
    ]
