"""The kinds of places as the directory tells them, in its order."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _

from guides.models import Resource


@dataclass(frozen=True)
class KindWords:
    """A kind in the plural, and what one goes there for."""

    several: Any
    hint: Any


KINDS = {
    Resource.Kind.OFFICIAL: KindWords(
        _("Boards and official bodies"),
        _("They give the license or the registration, and have the last word on every rule."),
    ),
    Resource.Kind.ASSOCIATION: KindWords(
        _("Associations"), _("People of the trade: meetings, courses, and news of openings before they are posted.")
    ),
    Resource.Kind.JOB_BOARD: KindWords(
        _("Job sites and job banks"), _("Where openings stand. Two or three that fit beat all of them.")
    ),
    Resource.Kind.DIRECTORY: KindWords(
        _("Lists of programs"), _("Look a school up here before you pay it.")
    ),
    Resource.Kind.EDUCATION: KindWords(
        _("Courses and reading"), _("For continuing education, and for getting ready.")
    ),
}  # fmt: skip


def in_order() -> Case:
    """The place of a row's kind in the order, for the database to sort by."""
    return Case(*(When(kind=kind, then=Value(place)) for place, kind in enumerate(KINDS)), default=Value(len(KINDS)))
