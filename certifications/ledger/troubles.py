"""Rules by which nobody's hours can be counted: two versions at a time, none at a time, or one that cannot be read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.models import RenewalRuleVersion
from certifications.renewal.cycles import DAY, add_months
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule

# Cycles that are open today may end so many months from now.
_AHEAD = 36


@dataclass(frozen=True)
class RuleTrouble:
    """A version that an editor should look at, and why."""

    version: RenewalRuleVersion
    words: str


def rule_troubles(today: date) -> list[RuleTrouble]:
    """All troubles of published versions that touch cycles ending today or later, in one query."""
    versions = RenewalRuleVersion.objects.published().select_related("rule").order_by("in_force_from", "pk")
    groups: dict[tuple[int | str | None, ...], list[RenewalRuleVersion]] = defaultdict(list)
    for version in versions:
        rule = version.rule
        # As the ledger looks them up: by credential, else by role and state; two rules for one thing are one group.
        place = (None, None) if rule.credential_id else (rule.role_id, rule.state_id)
        groups[rule.credential_id, *place].append(version)
    return [trouble for group in groups.values() for trouble in _troubles(group, today)]


def _troubles(versions: Sequence[RenewalRuleVersion], today: date) -> Iterator[RuleTrouble]:
    for version in versions:
        try:
            read_rule(version.body)
        except ReadingError as error:
            yield RuleTrouble(version, _("It cannot be read: %s") % error)
    yield from _overlaps(versions, today)
    yield from _gaps(versions, today)


def _overlaps(versions: Sequence[RenewalRuleVersion], today: date) -> Iterator[RuleTrouble]:
    for number, version in enumerate(versions):
        for other in versions[number + 1 :]:
            until = min(version.in_force_until or date.max, other.in_force_until or date.max)
            if until >= max(other.in_force_from, today):
                words = _("From %(day)s on, “%(other)s” is in force at the same time, so hours are not counted.")
                values = {"day": day_words(other.in_force_from), "other": str(version)}
                yield RuleTrouble(other, words % values)


def _gaps(versions: Sequence[RenewalRuleVersion], today: date) -> Iterator[RuleTrouble]:
    """Days on which none is in force, from today to where open cycles end."""
    covered = today
    for version in versions:
        if version.in_force_from > covered:
            break
        covered = max(covered, (version.in_force_until or date.max - DAY) + DAY)
    if covered <= add_months(today, _AHEAD):
        words = _("On %s no version is in force, so hours of cycles that end then are not counted.")
        yield RuleTrouble(versions[-1], words % day_words(covered))
