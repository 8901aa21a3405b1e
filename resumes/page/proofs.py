"""What an ad asks for, and the lines of one's own resumes that show it."""

from dataclasses import dataclass

from accounts.models import User
from resumes.models import Review


@dataclass(frozen=True)
class Proof:
    """One requirement, and a line that shows it."""

    term: str
    required: bool
    line: str


MOST = 12


def proofs(user: User, posting: str | None) -> list[Proof]:
    """From the newest review of a version tailored to the ad."""
    if not posting:
        return []
    reviews = Review.objects.owned_by(user).filter(version__posting_id=int(posting), version__document__kind="resume")
    review = reviews.order_by("-version__made_at").first()
    rows = review.result["match"]["terms"] if review else []
    found = [Proof(row["term"], row["required"], row["where"] or "") for row in rows if row["found"]]
    return sorted(found, key=lambda proof: not proof.required)[:MOST]
