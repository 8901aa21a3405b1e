"""A person's resumes whose text is known, which of them a page speaks of, and what it tells."""

from accounts.models import User
from careerguide.told import Told, told
from guides.models import Role, TargetRole
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


def role_of(user: User) -> Role | None:
    """The role that a person is heading for."""
    target = TargetRole.objects.owned_by(user).select_related("role").first()
    return target.role if target else None


def told_of(version: Version | None, role: Role | None) -> Told:
    """What the resume tells, with what is close to the role first; nothing where there is none."""
    terms = [*role.terms.values_list("name", flat=True)] if role else []
    return told(version, terms) if version else Told()
