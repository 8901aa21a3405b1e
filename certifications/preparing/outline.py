"""Which outline an exam plan goes by: the version in force on the day of the exam."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from certifications.models import ExamOutline
from certifications.study.plan import REVIEW, WHOLE
from guides.models import Credential


@dataclass(frozen=True)
class Basis:
    """The outline of the exam's day, or the latest that we know, or none; and whether another holds today."""

    outline: ExamOutline | None
    names: dict[str, str]
    is_late: bool = False
    today: ExamOutline | None = None

    @property
    def weights(self) -> dict[str, Decimal]:
        """Shares of the parts, in the outline's order."""
        return {row.slug: row.weight for row in self.outline.domains.all()} if self.outline else {}

    def name(self, part: str) -> str:
        """What a part is called; one that no outline has is told by its slug."""
        fixed = {REVIEW: _("Mock exams and review"), WHOLE: _("The whole exam")}
        return fixed.get(part) or self.names.get(part) or part.replace("-", " ").capitalize()

    @property
    def words(self) -> str:
        """What the plan goes by, in a sentence."""
        if self.outline is None:
            return _("We know no outline of this exam, so the plan has no parts. Go by the issuer’s own handbook.")
        values = {"version": self.outline.version}
        if self.is_late:
            return _("We know no outline for that day yet. The plan goes by the latest: %(version)s.") % values
        if self.today is None or self.today == self.outline:
            return _("By the outline in force on the day of your exam: %(version)s.") % values
        values |= {"old": self.today.version, "day": _day(self.outline.in_force_from)}
        return _(
            "The outline changes before your exam, on %(day)s. The plan goes by the new one, %(version)s; "
            "books for %(old)s may not fit."
        ) % (values)


def basis_of(credential: Credential | None, *, exam_on: date, today: date) -> Basis:
    """What a plan for an exam goes by."""
    return basis_among(outlines_of(credential), exam_on=exam_on, today=today)


def outlines_of(credential: Credential | None) -> list[ExamOutline]:
    """All that we know of a credential's exam, in two queries."""
    return [*ExamOutline.objects.filter(credential=credential).prefetch_related("domains")] if credential else []


def basis_among(rows: list[ExamOutline], *, exam_on: date, today: date) -> Basis:
    """What a plan goes by, among the outlines of its exam."""
    names = {domain.slug: domain.name for row in rows for domain in row.domains.all()}
    then, now = _on(rows, exam_on), _on(rows, today)
    latest = max(rows, key=lambda row: row.in_force_from or date.min, default=None)
    outline = then or latest
    if outline is not None:
        names |= {domain.slug: domain.name for domain in outline.domains.all()}
    return Basis(outline, names, is_late=then is None and latest is not None, today=now)


def _on(rows: list[ExamOutline], day: date) -> ExamOutline | None:
    held = [row for row in rows if (row.in_force_from or day) <= day <= (row.in_force_until or day)]
    return max(held, key=lambda row: row.in_force_from or date.min, default=None)


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
