"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from jobsearch.models import Application, Posting


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person."""
    return {
        "postings": [
            *Posting.objects.owned_by(user).values(
                "pk", "title", "employer", "place", "text", "link", "closes_on", "role__slug", "made_at"
            )
        ],
        "applications": [
            *Application.objects.owned_by(user).values("pk", "posting_id", "stage", "applied_on", "made_at")
        ],
    }


def erase(user: User) -> None:
    """All of it goes."""
    Posting.objects.owned_by(user).delete()
