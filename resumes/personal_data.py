"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from resumes.actions.keeping import remove_document
from resumes.models import (
    Document,
    FindingAnswer,
    MentorLink,
    Review,
    ReviewComment,
    ReviewRequest,
    SentVersion,
    Version,
)


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person, but for secret addresses; files are named, not packed in."""
    return {
        "documents": [
            *Document.objects.owned_by(user).values(
                "pk", "kind", "title", "role__slug", "occupation__code", "resume_id", "made_at"
            )
        ],
        "versions": [
            *Version.objects.owned_by(user).values(
                *("pk", "document_id", "number", "posting_id", "made_from_id", "origin", "note", "file_name"),
                *("media_type", "size", "text", "read_at", "trouble", "made_at"),
            )
        ],
        "reviews": [*Review.objects.owned_by(user).values("version_id", "engine", "score", "result", "made_at")],
        "answers": [
            *FindingAnswer.objects.filter(document__owner=user).values("document_id", "key", "answer", "made_at")
        ],
        "sent": [*SentVersion.objects.owned_by(user).values("application_id", "version_id", "sent_on")],
        "requests": [
            *ReviewRequest.objects.owned_by(user).values(
                *("pk", "version_id", "message", "state", "verdict", "asked_at", "claimed_at", "returned_at"),
                *("closed_at", "due_on"),
            )
        ],
        "mentor_links": [
            *MentorLink.objects.owned_by(user).values("version_id", "label", "made_at", "expires_at", "revoked_at")
        ],
        "comments": [
            *ReviewComment.objects.on_documents_of(user).values(
                *("version_id", "author_name", "body", "quote", "finding_key", "on_finding", "made_at", "resolved_at"),
            )
        ],
        "comments_written": [
            *ReviewComment.objects.filter(author=user).values("body", "quote", "made_at"),
        ],
    }


def erase(user: User) -> None:
    """All of it goes, files on the disk too. What they wrote about others' documents stays, unnamed."""
    for document in Document.objects.owned_by(user):
        remove_document(document)
    ReviewRequest.objects.owned_by(user).delete()
