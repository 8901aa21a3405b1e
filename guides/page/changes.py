"""What changed in a guide lately, told from its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Window
from django.db.models.functions import Lag
from django.utils.translation import gettext as _

from guides.models import Fact, Role, Section

SHOWN = 5


@dataclass(frozen=True)
class Change:
    """One change: when, and what in words; the anchor of the part, where it has one."""

    at: datetime
    words: str
    anchor: str = ""


def recent_changes(role: Role, fact_ids: Sequence[int]) -> list[Change]:
    """The last few changes of figures and parts, latest first, in two queries at any length of history."""
    changes = [*_figures(fact_ids), *_parts(role)]
    return sorted(changes, key=lambda change: change.at, reverse=True)[:SHOWN]


def _figures(fact_ids: Sequence[int]) -> list[Change]:
    before = Window(Lag("value"), partition_by=F("id"), order_by=F("history_date").asc())
    rows = (
        Fact.history.filter(id__in=fact_ids)
        .annotate(before=before)
        .filter(before__isnull=False)
        .exclude(before=F("value"))
        .order_by("-history_date")
        .values_list("history_date", "label", "before", "value")[:SHOWN]
    )
    words = _("%(label)s: was %(before)s, is %(value)s")
    return [Change(at, words % {"label": label, "before": old, "value": new}) for at, label, old, new in rows]


def _parts(role: Role) -> list[Change]:
    """Parts that were edited, each once a day however often it was saved."""
    rows = (
        Section.history.filter(role_id=role.pk, history_type="~")
        .order_by("-history_date")
        .values_list("history_date", "title", "slug")[: SHOWN * 4]
    )
    once = {(at.date(), slug): Change(at, _("“%s” was edited") % title, slug) for at, title, slug in reversed([*rows])}
    return [*once.values()]
