"""How rules and their dated versions become rows. What is published never changes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from certifications.actions.publishing_rules import rule_problem
from certifications.content_files.entries import RenewalRuleEntry, RuleVersionEntry
from certifications.models import RenewalRule, RenewalRuleVersion
from guides.actions.loading.decisions import Outcome
from guides.actions.loading.digests import digest_of
from guides.actions.loading.table import REFERENCES, Known, Row, Table
from guides.content_files import FileProblem
from guides.content_files.entries import Entry
from guides.content_files.plain import canonical

Days = tuple[date, date | None]

# What may change after publishing: when the rule was last looked at, how sure we are, and that it ended.
CHECKED = ("checked_on", "review_by", "confidence")


class RuleTable(Table):
    """Whose rule it is."""

    def troubles(self, entry: Entry) -> list[str]:
        """With whom it is for."""
        said = super().troubles(entry)
        if isinstance(entry, RenewalRuleEntry) and not (entry.credential or (entry.role and entry.state)):
            said.append(_("Choose a credential, or a role and a state."))
        return said


class RuleVersionTable(Table):
    """Versions of rules."""

    references = {**REFERENCES, "rule": ("renewal-rule", "rule__slug")}

    def __init__(self, rules: Sequence[RenewalRuleEntry], entries: Sequence[RuleVersionEntry]) -> None:
        super().__init__(RuleVersionEntry, RenewalRuleVersion)
        self.written = {entry.ident: entry for entry in entries}
        self.waiting = dict(_waiting(rules, self.written))

    def path(self, name: str) -> str:
        """Whether it is published stands in the row as the moment."""
        return "published_at" if name == "published" else super().path(name)

    def cell(self, name: str, value: Any) -> Any:
        """The body as the text of its JSON."""
        if name == "published":
            return value is not None
        return canonical(value) if name == "body" else value

    def row_value(self, name: str, value: Any) -> Any:
        """The body as JSON."""
        return json.loads(value) if name == "body" else super().row_value(name, value)

    def settle(self, outcome: Outcome, row: Row | None) -> Outcome:
        """A published version stays as it is, but for when it was checked and when it ended."""
        if row is None or not row.values["published"]:
            return outcome
        if outcome is Outcome.REMOVE:
            return Outcome.FROZEN
        if outcome is Outcome.TAKE and not self._may_change(row):
            return Outcome.FROZEN
        return outcome

    def _may_change(self, row: Row) -> bool:
        entry = self.written[f"{row.values['rule']}/{row.values['number']}"]
        frozen = {*row.values} - {*CHECKED}
        if row.values["in_force_until"] is None:
            frozen -= {"in_force_until"}
        after = {name: getattr(entry, name) for name in frozen}
        return digest_of(after) == digest_of({name: row.values[name] for name in frozen})

    def _own_values(self, entry: Entry) -> dict[str, Any]:
        values = super()._own_values(entry)
        values.pop("published")
        return values

    def _columns_of(self, entry: Entry, known: Known, now: datetime) -> dict[str, Any]:
        columns = super()._columns_of(entry, known, now)
        if isinstance(entry, RuleVersionEntry) and entry.published and entry.ident not in self.waiting:
            columns["published_at"] = now
        return columns

    def troubles(self, entry: Entry) -> list[str]:
        """With what no single field can say."""
        said = super().troubles(entry)
        if not isinstance(entry, RuleVersionEntry):
            return said
        version = RenewalRuleVersion(**self._own_values(entry))
        try:
            version.validate_constraints(exclude={"rule", "number", "source"})
        except ValidationError as error:
            said += error.messages
        if not said and (problem := rule_problem(version)):
            said.append(problem)
        if entry.published and not entry.source:
            said.append(_("source: a version that is published names its source."))
        return said


def overlaps(rules: Sequence[RenewalRuleEntry], entries: Sequence[RuleVersionEntry]) -> Iterator[FileProblem]:
    """Published versions for the same thing that claim the same days."""
    targets = {rule.slug: _target(rule) for rule in rules}
    published = [entry for entry in entries if entry.published and entry.in_force_from]
    for place, entry in enumerate(published):
        for other in published[:place]:
            if targets.get(entry.rule) == targets.get(other.rule) and _meet(_days(entry), _days(other)):
                text = _("Two rules would be in force: %(one)s and %(other)s claim the same days.")
                yield FileProblem(entry.where, text % {"one": other.ident, "other": entry.ident})


def _waiting(
    rules: Sequence[RenewalRuleEntry], written: Mapping[str, RuleVersionEntry]
) -> Iterator[tuple[str, RenewalRuleVersion]]:
    """Versions that cannot be published, with the editors' version that is in force on the same days."""
    targets = {rule.slug: _target(rule) for rule in rules}
    published = RenewalRuleVersion.objects.published().select_related("rule__credential", "rule__role")
    found = {f"{version.rule.slug}/{version.number}": version for version in published}
    new = [entry for ident, entry in written.items() if entry.published and ident not in found]
    for ident, version in found.items():
        days = (version.in_force_from, version.in_force_until)
        for entry in () if ident in written else new:
            if targets.get(entry.rule) == _target_of(version.rule) and _meet(_days(entry), days):
                yield entry.ident, version


def _target(rule: RenewalRuleEntry) -> tuple[str, ...]:
    """What a rule is for: a credential, or a role in a state."""
    return (rule.credential,) if rule.credential else (rule.role, rule.state)


def _target_of(rule: RenewalRule) -> tuple[str, ...]:
    if rule.credential:
        return (rule.credential.slug,)
    return (rule.role.slug if rule.role else "", rule.state_id or "")


def _days(entry: RuleVersionEntry) -> Days:
    return entry.in_force_from or date.min, entry.in_force_until


def _meet(one: Days, other: Days) -> bool:
    """Whether some day lies in both; no last day means that it goes on."""
    return one[0] <= (other[1] or date.max) and other[0] <= (one[1] or date.max)
