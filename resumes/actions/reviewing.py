"""Read a version's file, review its text, and keep both."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from jobsearch.models import Posting
from resumes.models import Document, Review, Version
from resumes.reader import read_caged
from resumes.review import matching, reading
from resumes.review.document import ReadDocument
from resumes.review.finding import Review as Result
from resumes.review.reviewing import review
from resumes.review.terms import Posting as PostingTerms
from resumes.review.terms import RoleTerms
from resumes.review.troubles import UnreadableError
from resumes.review.writing import as_json
from resumes.role_terms import UnknownRoleError, terms_of


def read_file(version: Version, *, at: datetime) -> None:
    """Read the version's file in the cage, outside any transaction, and keep its text or the trouble with it."""
    with version.file.open("rb") as file:
        data = file.read()
    try:
        document = read_caged(data, version.file_name)
    except UnreadableError as trouble:
        version.keep_trouble(code=trouble.code, message=trouble.message, at=at)
        return
    version.keep_reading(document, at=at)


def read_words(version: Version, text: str, *, at: datetime) -> None:
    """Keep words that were typed or pasted."""
    version.keep_reading(reading.read_text(text), at=at)


def review_version(version: Version, *, today: date) -> Review | None:
    """Review a version's text for its role and posting, and keep the result in place of an older one."""
    if not version.is_readable:
        return None
    document = version.document
    result = review(
        version.read_document,
        kind=document.engine_kind,
        role=role_terms(document),
        posting=posting_terms(version.posting),
        resume=_resume_of(document),
        today=today,
    )
    return _keep(version, result)


def role_terms(document: Document) -> RoleTerms | None:
    """What the guide of the document's role, or the profile of its occupation, asks for."""
    name = document.role.slug if document.role else document.occupation.code if document.occupation else ""
    if not name:
        return None
    try:
        return terms_of(name)
    except UnknownRoleError:
        return None


def posting_terms(posting: Posting | None) -> PostingTerms | None:
    """What the ad asks for."""
    return matching.read_posting(posting.text) if posting else None


def newest_readable(document: Document) -> Version | None:
    """The newest version whose text is known."""
    return document.versions.readable().order_by("-number").first()


def _resume_of(document: Document) -> ReadDocument | None:
    newest = newest_readable(document.resume) if document.resume else None
    return newest.read_document if newest else None


@transaction.atomic
def _keep(version: Version, result: Result) -> Review:
    plain = stored(result)
    kept, _made = Review.objects.update_or_create(
        version=version,
        defaults={
            "engine": result.engine,
            "result": plain,
            "score": result.score.total,
            "finding_count": len(result.findings),
        },
    )
    return kept


def stored(result: Result) -> dict[str, Any]:
    """The review as its command prints it, each finding with the key that names it in other versions."""
    plain = as_json(result, "")
    for row, finding in zip(plain["findings"], result.findings, strict=True):
        row["key"] = finding.key
    return plain
