"""A transcript: the courses of a cycle with how they count, as paper and as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.ledger.bars import Bar
from certifications.ledger.filed import FiledCycle
from certifications.ledger.guidance import lead
from certifications.ledger.rows import Row, marks_words, quantity_words
from certifications.ledger.sheets import Sheet
from certifications.models import CECredit, HeldCredential


@dataclass(frozen=True)
class _Paper:
    """What stands on it."""

    held: HeldCredential
    today: date
    span: str
    said: str
    rule: str
    bars: Sequence[Bar]
    rows: Sequence[Row]

    def values(self) -> dict[str, Any]:
        """The values that `print/transcript.typ` sets."""
        return {
            "site": settings.SITE_NAME,
            "title": _("Continuing education: %(name)s") % {"name": self.held.title},
            "facts": [[label, value] for label, value in self._facts() if value],
            "said": self.said,
            "bars": [{"label": bar.label, "words": bar.words, "share": bar.share} for bar in self.bars],
            "head": [_("Course"), _("Date"), _("Hours"), _("Counted"), _("How it counts")],
            "rows": [_line(row) for row in self.rows],
            "words": {
                "bars": _("What counts"),
                "courses": _("Courses"),
                "none": _("No course is written down."),
                "check": _("Reported by the holder. Our count is a help: whoever issued the credential decides."),
                "made": _("Printed on %(day)s.") % {"day": day_words(self.today)},
            },
        }

    def _facts(self) -> list[tuple[str, str]]:
        return [
            (_("Holder"), self.held.holder.name),
            (_("Credential"), self.held.title),
            (_("Number"), self.held.number),
            (_("Cycle"), self.span),
            (_("Rule"), self.rule or _("Not known")),
        ]


def of_sheet(sheet: Sheet) -> dict[str, Any]:
    """The open cycle as it stands today."""
    cycle, governing = sheet.period.cycle, sheet.period.governing
    span = _span(cycle.starts_on, cycle.ends_on) if cycle else _("Every course that is kept for it")
    rule = governing.version.rule.name if governing else ""
    return _Paper(sheet.held, sheet.today, span, lead(sheet), rule, sheet.bars, sheet.rows).values()


def of_filed(filed: FiledCycle, *, today: date) -> dict[str, Any]:
    """A cycle as it was filed."""
    row = filed.row
    said = _("Filed on %(day)s. The hours stand as they counted then.") % {"day": day_words(row.filed_on or today)}
    rule = row.rule_version.rule.name if row.rule_version else ""
    return _Paper(row.held, today, _span(row.starts_on, row.ends_on), said, rule, filed.bars, filed.rows).values()


def as_table(rows: Iterable[Row]) -> list[list[str]]:
    """The rows of one credential for a spreadsheet, with a head."""
    head = [*_course_head(), _("hours by the rule"), _("counted"), _("how it counts")]
    found = [[*_course(row.credit), row.hours_words, row.counted_words, row.sentence] for row in rows]
    return [head, *found]


def all_courses(credits_: Iterable[CECredit]) -> list[list[str]]:
    """All courses, in the columns in which they can be read in again."""
    head = [*_course_head(), "credentials"]
    return [head, *([*_course(credit), "; ".join(held.title for held in credit.serves.all())] for credit in credits_)]


def _course_head() -> list[str]:
    return ["title", "provider", "completed on", "hours", "unit", "activity number", "marks"]


def _course(credit: CECredit) -> list[str]:
    return [
        credit.title,
        credit.provider,
        credit.completed_on.isoformat(),
        f"{credit.quantity.normalize():f}",
        credit.unit,
        credit.activity_id,
        "; ".join(sorted(credit.tags)),
    ]


def _span(first: date, last: date) -> str:
    return _("%(first)s to %(last)s") % {"first": day_words(first), "last": day_words(last)}


def _line(row: Row) -> dict[str, str]:
    credit = row.credit
    about = [credit.provider, credit.activity_id, marks_words(credit)]
    return {
        "title": credit.title,
        "about": " · ".join(part for part in about if part),
        "day": credit.completed_on.strftime("%d %b %Y").lstrip("0"),
        "hours": row.hours_words if row.hours is not None else quantity_words(credit),
        "counted": row.counted_words,
        "how": row.sentence,
    }
