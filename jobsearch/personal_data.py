"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from jobsearch.models import Application, FollowUp, Posting, SearchActivity, StageChange

_OF_AN_APPLICATION = (
    *("stage", "applied_on", "way", "whom", "confirmation"),
    *("next_action", "next_on", "notes", "last_on", "made_at"),
)


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person."""
    return {
        "postings": [
            *Posting.objects.owned_by(user).values(
                "pk", "title", "employer", "place", "text", "link", "closes_on", "role__slug", "made_at"
            )
        ],
        "applications": [*Application.objects.owned_by(user).values("pk", "posting_id", *_OF_AN_APPLICATION)],
        "stages": [*StageChange.objects.owned_by(user).values("application_id", "stage", "on", "note")],
        "follow_ups": [*FollowUp.objects.owned_by(user).values("application_id", "on", "way", "note")],
        "search_activities": [
            *SearchActivity.objects.owned_by(user).values(
                "on", "kind", "employer", "address", "whom", "job_title", "result"
            )
        ],
    }


def erase(user: User) -> None:
    """All of it goes."""
    Posting.objects.owned_by(user).delete()
    SearchActivity.objects.owned_by(user).delete()
