"""Published renewal rules that govern a day: an issuer's for a credential, a state's for a job."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from certifications.models import RenewalRuleVersion
from guides.models import Role, State


def rules_of_issuers(credentials: Collection[int], today: date) -> dict[int, RenewalRuleVersion]:
    """The version in force for each credential that has one and only one; a state's own are another matter."""
    return {
        version.rule.credential_id: version
        for version in _one_each(Q(rule__credential__in=credentials, rule__state=None), today)
        if version.rule.credential_id is not None
    }


def rules_of_state(roles: Collection[Role], state: State | None, today: date) -> dict[int, RenewalRuleVersion]:
    """The state's version in force for each job that has one and only one."""
    if state is None:
        return {}
    wanted = Q(rule__role__in=roles, rule__state=state, rule__credential=None)
    return {version.rule.role_id: version for version in _one_each(wanted, today) if version.rule.role_id is not None}


def _one_each(wanted: Q, today: date) -> list[RenewalRuleVersion]:
    """Where two are in force, neither is shown: which of them counts is for an editor to say."""
    found: dict[int, list[RenewalRuleVersion]] = {}
    for version in RenewalRuleVersion.objects.in_force_on(today).filter(wanted).select_related("rule", "source"):
        found.setdefault(version.rule_id, []).append(version)
    return [own[0] for own in found.values() if len(own) == 1]
