"""The signed-in person's page."""

from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.counselors import is_counselor
from accounts.models import User
from accounts.requests import SignedInRequest
from careerguide.coming_up import coming_up
from certifications.holding.shown import shown
from certifications.models import HeldCredential
from guides.models import Role, SavedGuide, StateRequirement, TargetRole
from interviews.hub import last_practice
from interviews.models import Interview
from jobsearch.models import Alert
from plans.models import Achievement, Step
from plans.week import Week, weekly_rows
from resumes.listing import listed

# What fits on one page; the rest stands behind a link.
_ROWS = 5


@require_safe
def my(request: SignedInRequest) -> HttpResponse:
    """What this person is heading for, and what they keep at hand."""
    now, today = timezone.now(), timezone.localdate()
    published = Role.objects.published(now)
    target = (
        TargetRole.objects.owned_by(request.user).filter(role__in=published).select_related("role", "state").first()
    )
    rule = None
    if target and target.state:
        rule = StateRequirement.objects.filter(role=target.role, state=target.state).select_related("state").first()
    saved = SavedGuide.objects.owned_by(request.user).filter(role__in=published).select_related("role")
    context: dict[str, Any] = {"target": target, "rule": rule, "saved": saved, "guides": published, "station": "my"}
    context |= {"is_counselor": is_counselor(request.user)}
    return render(request, "careerguide/my.html", context | _own(request.user, now, today))


def _own(user: User, now: datetime, today: date) -> dict[str, Any]:
    """What they hold and plan, and what of it is due next."""
    rows = shown(HeldCredential.objects.owned_by(user), today=today, now=now)
    steps = [*Step.objects.owned_by(user).select_related("goal").order_by(F("due_on").asc(nulls_last=True), "pk")]
    interviews = [*Interview.objects.owned_by(user).planned().order_by(F("starts_at").asc(nulls_last=True), "pk")]
    alerts = Alert.objects.owned_by(user).set_up().select_related("owner")
    to_do = [step for step in steps if step.done_on is None and step.goal.done_on is None]
    return {
        "today": today,
        "interviews": [one for one in interviews if not one.has_begun(now)][:_ROWS],
        "coming": coming_up(rows, to_do, interviews, alerts, now=now)[:_ROWS],
        "credentials": rows[:_ROWS],
        "more_credentials": len(rows) > _ROWS,
        "fresh": [*Achievement.objects.owned_by(user).to_celebrate(today)[:_ROWS]],
        "week": Week(today),
        "weekly": weekly_rows(user, Week(today)),
        "to_do": to_do[:_ROWS],
        "documents": [*listed(user)[:_ROWS]],
        "practice": last_practice(user),
        "steps": len(steps),
        "steps_done": len(steps) - sum(step.done_on is None for step in steps),
    }
