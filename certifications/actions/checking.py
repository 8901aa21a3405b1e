"""Rules, pathways and outlines looked at again: their next review lies a year ahead."""

from collections.abc import Collection
from datetime import date

from certifications.models import ExamOutline, Pathway, RenewalRuleVersion
from guides.actions.reviewing import CHECKED_FOR


def check_versions(keys: Collection[int], *, on: date) -> int:
    """Versions of rules, seen again at their source. What they say is frozen; that they still hold is not."""
    rows = RenewalRuleVersion.objects.filter(pk__in=keys)
    return rows.update(checked_on=on, review_by=on + CHECKED_FOR)


def check_pathways(keys: Collection[int], *, on: date) -> int:
    """Pathways, seen again at their source."""
    return Pathway.objects.filter(pk__in=keys).update(review_by=on + CHECKED_FOR)


def check_outlines(keys: Collection[int], *, on: date) -> int:
    """Outlines, seen again at their source."""
    return ExamOutline.objects.filter(pk__in=keys).update(review_by=on + CHECKED_FOR)
