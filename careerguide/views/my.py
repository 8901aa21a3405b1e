"""The signed-in person's page."""

from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.counselors import notices_and_standing
from accounts.models import User
from accounts.requests import SignedInRequest
from careerguide.aims import aims_of
from careerguide.coming_up import coming_up
from careerguide.job_search import search_of
from caseloads.models import Appointment
from certifications.holding.shown import shown
from certifications.models import HeldCredential
from interviews.hub import last_practice
from plans.models import Achievement, Step
from plans.week import Week, weekly_rows
from resumes.listing import listed

# What fits on one page; the rest stands behind a link.
_ROWS = 5


@require_safe
def my(request: SignedInRequest) -> HttpResponse:
    """What this person is heading for, and what they keep at hand."""
    now, today = timezone.now(), timezone.localdate()
    aims, standing = aims_of(request.user, now=now), notices_and_standing(request.user)
    context: dict[str, Any] = {
        "target": aims.target,
        "rule": aims.rule,
        "saved": aims.saved,
        "guides": aims.guides,
        "is_counselor": standing[1],
        "unread_notices": standing[0],
        "station": "my",
    }
    return render(request, "careerguide/my.html", context | _own(request.user, now, today))


def _own(user: User, now: datetime, today: date) -> dict[str, Any]:
    """What they hold and plan, and what of it is due next."""
    rows = shown(HeldCredential.objects.owned_by(user), today=today, now=now)
    steps = [*Step.objects.owned_by(user).select_related("goal").order_by(F("due_on").asc(nulls_last=True), "pk")]
    search = search_of(user, now=now)
    meetings = Appointment.objects.owned_by(user).booked().coming(now).select_related("counselor")[:_ROWS]
    to_do = [step for step in steps if step.done_on is None and step.goal.done_on is None]
    return {
        "today": today,
        "ahead": search.lines,
        "coming": coming_up(rows, to_do, search.interviews, search.alerts, meetings, now=now)[:_ROWS],
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
