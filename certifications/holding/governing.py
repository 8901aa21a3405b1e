"""Which version of which rule says how long a credential can be renewed late, for many credentials in one query."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from certifications.models import HeldCredential, RenewalRule, RenewalRuleVersion
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule
from certifications.renewal.rules import Rule
from certifications.renewal.versions import NoVersionError, TwoVersionsError, version_for

Key = tuple[int | None, int | None, str | None]


@dataclass(frozen=True)
class Governing:
    """A version as it is kept, and as the engine reads it."""

    version: RenewalRuleVersion
    rule: Rule


class Rulebook:
    """The published versions that could govern some credentials."""

    def __init__(self, helds: Iterable[HeldCredential]) -> None:
        self._versions: dict[Key, list[RenewalRuleVersion]] = defaultdict(list)
        wanted = Q(pk__in=[])
        for key in {key for held in helds for key in _keys(held)}:
            wanted |= Q(rule__credential=key[0]) if key[0] else Q(rule__role=key[1], rule__state=key[2])
        if wanted != Q(pk__in=[]):
            for version in RenewalRuleVersion.objects.published().filter(wanted).select_related("rule", "source"):
                self.versions_of(version.rule).append(version)

    def versions_of(self, rule: RenewalRule) -> list[RenewalRuleVersion]:
        """The versions for what the rule is for: a credential, or a role in a state."""
        key = (rule.credential_id, None, None) if rule.credential_id else (None, rule.role_id, rule.state_id)
        return self._versions[key]

    def governing(self, held: HeldCredential, day: date) -> Governing | None:
        """The version in force for the credential on the day; nothing where none, or more than one, is in force."""
        try:
            version = version_for(self.nearest(held), day)
            return Governing(version, read_rule(version.body))
        except (NoVersionError, TwoVersionsError, ReadingError):
            return None

    def nearest(self, held: HeldCredential) -> list[RenewalRuleVersion]:
        """All versions of the rule that is nearest to the credential; nothing where we know no rule."""
        return next((found for key in _keys(held) if (found := self._versions.get(key))), [])


def _keys(held: HeldCredential) -> Iterator[Key]:
    """Where to look, the nearest first: the state's rule for the role, where a state issued it; else the issuer's."""
    if held.role_id and held.state_id:
        yield (None, held.role_id, held.state_id)
    if held.credential_id:
        yield (held.credential_id, None, None)
