"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from guides.models import GuideFeedback, SavedGuide, TargetRole


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person."""
    target = TargetRole.objects.owned_by(user).values("role__slug", "state_id", "chosen_at").first()
    return {
        "target_role": target,
        "saved_guides": list(SavedGuide.objects.owned_by(user).values("role__slug", "saved_at")),
        "feedback": list(
            GuideFeedback.objects.owned_by(user).values(
                "role__slug", "section__slug", "verdict", "comment", "made_at", "handled_at"
            )
        ),
    }


def erase(user: User) -> None:
    """What readers said about guides stays, without a name: guides were changed because of it. The rest goes."""
    GuideFeedback.objects.owned_by(user).update(user=None)
    SavedGuide.objects.owned_by(user).delete()
    TargetRole.objects.owned_by(user).delete()
