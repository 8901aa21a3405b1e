"""Which guides a person aims for and keeps at hand, with the rule of their state: in one query over all guides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import OuterRef, Subquery

from accounts.models import User
from guides.models import Role, SavedGuide, State, StateRequirement, TargetRole


@dataclass(frozen=True)
class Aims:
    """The target role with its rule where one is known, guides at hand, and all guides to choose from."""

    target: TargetRole | None
    rule: StateRequirement | None
    saved: Sequence[SavedGuide]
    guides: Sequence[Role]


def aims_of(user: User, *, now: datetime) -> Aims:
    """As the guides are published now."""
    aim = TargetRole.objects.owned_by(user).filter(role=OuterRef("pk"))
    kept = SavedGuide.objects.owned_by(user).filter(role=OuterRef("pk"))
    rule = StateRequirement.objects.filter(role=OuterRef("pk"), state=OuterRef("aimed_state")).order_by("pk")
    guides = [
        *Role.objects.published(now)
        .only("slug", "title")
        .annotate(
            aimed_pk=Subquery(aim.values("pk")[:1]),
            aimed_state=Subquery(aim.values("state")[:1]),
            aimed_state_name=Subquery(aim.values("state__name")[:1]),
            kept_at=Subquery(kept.values("saved_at")[:1]),
        )
        .annotate(rule_kind=Subquery(rule.values("kind")[:1]), rule_board=Subquery(rule.values("board")[:1]))
    ]
    aimed = min((role for role in guides if _told(role, "aimed_pk")), key=partial(_told, name="aimed_pk"), default=None)
    kept_roles = (role for role in guides if _told(role, "kept_at"))
    at_hand = sorted(kept_roles, key=partial(_told, name="kept_at"), reverse=True)
    saved = [SavedGuide(user=user, role=role) for role in at_hand]
    return Aims(_target(user, aimed), _rule(aimed), saved, guides)


def _told(role: Role, name: str) -> Any:
    """What the query told beside the fields of a guide."""
    return vars(role)[name]


def _target(user: User, role: Role | None) -> TargetRole | None:
    if role is None:
        return None
    usps = _told(role, "aimed_state")
    state = State(usps=usps, name=_told(role, "aimed_state_name")) if usps else None
    return TargetRole(user=user, role=role, state=state)


def _rule(role: Role | None) -> StateRequirement | None:
    if role is None or not _told(role, "rule_kind"):
        return None
    return StateRequirement(kind=_told(role, "rule_kind"), board=_told(role, "rule_board"))
