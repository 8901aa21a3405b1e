"""A person's resumes whose text is known, and which of them a page speaks of."""

from accounts.models import User
from guides.models import Role
from resumes.actions.reviewing import newest_readable
from resumes.models import Document, Version


def resumes_of(user: User) -> list[Document]:
    """Resumes whose text is known."""
    known = Version.objects.owned_by(user).readable().values("document")
    return [*Document.objects.owned_by(user).resumes().filter(pk__in=known).select_related("owner", "role")]


def chosen(documents: list[Document], asked: str) -> Version | None:
    """The newest text of the resume that was chosen, or of the only one."""
    found = [document for document in documents if str(document.pk) == asked] or documents
    return newest_readable(found[0]) if len(found) == 1 else None


def closest(documents: list[Document], role: Role | None) -> Version | None:
    """The newest text of the resume for the role; else of the one that was added last."""
    if not documents:
        return None
    return newest_readable(max(documents, key=lambda one: (role is not None and one.role == role, one.pk)))
