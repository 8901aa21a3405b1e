"""What readers do: remember a state, save a guide, aim for a role, say whether a guide helped."""

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest

from accounts.models import User
from guides.models import GuideFeedback, Role, SavedGuide, Section, State, TargetRole
from guides.my_state import SESSION_KEY
from kit.limits import within_limit

# A reader who means well leaves a few words a day; a machine leaves thousands.
FEEDBACK_A_DAY = 20
_DAY = 24 * 60 * 60


def remember_state(request: HttpRequest, state: State | None) -> None:
    """Keep the reader's state for this session, and in the profile of who is signed in."""
    request.session[SESSION_KEY] = state.usps if state else ""
    if isinstance(request.user, User):
        request.user.state = state.usps if state else ""
        request.user.save(update_fields=["state"])
        TargetRole.objects.owned_by(request.user).update(state=state)


@transaction.atomic
def toggle_saved(user: User, role: Role) -> bool:
    """Save the guide, or take it off the list; says whether it is saved now."""
    saved, is_new = SavedGuide.objects.get_or_create(user=user, role=role)
    if not is_new:
        saved.delete()
    return is_new


def aim_for(user: User, role: Role) -> TargetRole:
    """Make the role the person's target, in the state of their profile."""
    state = State.objects.filter(usps=user.state).first()
    return TargetRole.objects.update_or_create(user=user, defaults={"role": role, "state": state})[0]


def leave_feedback(
    *, role: Role, section: Section | None, verdict: str, comment: str, user: User | None, address: str, now: datetime
) -> bool:
    """Store a reader's word; says no when too many came from the same address in a day."""
    if not within_limit("feedback", address, most=FEEDBACK_A_DAY, seconds=_DAY, now=now):
        return False
    GuideFeedback.objects.create(role=role, section=section, verdict=verdict, comment=comment, user=user)
    return True
