"""What changes postings."""

from accounts.models import User
from guides.models import Role
from jobsearch.models import Posting
from jobsearch.reading import fingerprint

LONGEST_TITLE = 160


def save_posting(
    owner: User, *, text: str, title: str = "", employer: str = "", place: str = "", role: Role | None = None
) -> Posting:
    """Keep an ad. Without a title it is called by its first line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = title.strip() or (lines[0] if lines else "")
    return Posting.objects.create(
        owner=owner,
        title=named[:LONGEST_TITLE],
        employer=employer[:LONGEST_TITLE],
        place=place[:LONGEST_TITLE],
        text=text.strip(),
        fingerprint=fingerprint(text),
        role=role,
    )
