"""A person's documents as lists show them."""

from django.db.models import Count, OuterRef, QuerySet, Subquery

from accounts.models import User
from resumes.models import Document, Version


def listed(user: User) -> QuerySet[Document]:
    """Their documents, each with its number of versions, and the newest one's day, trouble and number of findings."""
    newest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    return (
        Document.objects.owned_by(user)
        .select_related("role", "occupation", "resume")
        .annotate(
            version_count=Count("versions"),
            newest_at=Subquery(newest.values("made_at")[:1]),
            trouble=Subquery(newest.values("trouble")[:1]),
            finding_count=Subquery(newest.values("review__finding_count")[:1]),
        )
    )
