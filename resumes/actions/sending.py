"""From what a person sends to the review on their screen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from guides.models import Role, TargetRole
from jobsearch.actions import begin_application, move, save_posting
from jobsearch.models import Application, Posting
from plans.actions import did
from plans.models import Doing
from resumes.actions.keeping import Origin, keep_upload, new_version
from resumes.actions.reviewing import newest_readable, read_file, read_words, review_version
from resumes.models import Document, SentVersion, Version
from resumes.review import matching


def send_words(
    document: Document, data: Mapping[str, Any], *, now: datetime, posting: Posting | None = None
) -> Version:
    """Keep a file or a text as the next version, read it, review it. What cannot be read is kept with the reason."""
    with transaction.atomic():
        if document._state.adding:
            document.save()
        if data.get("file"):
            version = keep_upload(document, data["file"], posting=posting)
        else:
            version = new_version(document, Origin("paste", posting=posting))
    if version.file:
        read_file(version, at=now)
    else:
        read_words(version, data["text"], at=now)
    _review(version, now)
    return version


def review_again(version: Version, *, now: datetime) -> None:
    """Look at a version anew; where its file could not be read for the moment, read it first."""
    if version.can_be_read_again:
        read_file(version, at=now)
    _review(version, now)


def review_newest(document: Document, *, now: datetime) -> None:
    """Look at the newest text anew, for what the document is for has changed."""
    if newest := newest_readable(document):
        review_version(newest, today=timezone.localdate(now))


def change_words(version: Version, text: str, *, note: str = "", now: datetime) -> Version:
    """Another text in place of a version's: a new version, made from it."""
    origin = Origin("edit", made_from=version, posting=version.posting, note=note)
    return _written(version.document, origin, text, now=now)


def restore(version: Version, *, now: datetime) -> Version:
    """An earlier version once more, as the newest."""
    origin = Origin("restore", made_from=version, posting=version.posting)
    return _carried(version, origin, now=now)


def tailor(version: Version, posting: Posting, *, now: datetime) -> Version:
    """The same words, held against an ad: the version to change for it."""
    return _carried(version, Origin("tailor", made_from=version, posting=posting), now=now)


def draft_letter(owner: User, text: str, *, resume: Document | None, posting: Posting | None, now: datetime) -> Version:
    """A letter put together from its parts, as a document of its own."""
    title = _("Letter: %(posting)s") % {"posting": posting} if posting else _("Cover letter")
    document = Document.objects.create(
        owner=owner,
        kind=Document.Kind.LETTER,
        title=title[:120],
        role=resume.role if resume else None,
        occupation=resume.occupation if resume else None,
        resume=resume,
    )
    return _written(document, Origin("draft", posting=posting), text, now=now)


def import_json(owner: User, text: str, *, now: datetime) -> Version:
    """A resume from another program, as a document of its own."""
    target = TargetRole.objects.owned_by(owner).select_related("role").first()
    document = Document.objects.create(
        owner=owner, title=str(Document.Kind.RESUME.label), role=target.role if target else None
    )
    return _written(document, Origin("import"), text, now=now)


def keep_ad(owner: User, text: str, *, title: str, role: Role | None) -> Posting:
    """Save an ad that was pasted, with the title, employer and place that it names."""
    told = matching.read_posting(text)
    return save_posting(
        owner, text=text, title=title or told.title, employer=told.employer, place=told.place, role=role
    )


def _written(document: Document, origin: Origin, text: str, *, now: datetime) -> Version:
    made = new_version(document, origin)
    read_words(made, text, at=now)
    _review(made, now)
    return made


def _carried(version: Version, origin: Origin, *, now: datetime) -> Version:
    """A version with the same words and the same layout, for nothing was typed anew."""
    made = new_version(version.document, origin)
    made.keep_reading(version.read_document, at=now)
    review_version(made, today=timezone.localdate(now))
    return made


def _review(version: Version, now: datetime) -> None:
    """Review what its person wrote or sent; their plan is told once a version."""
    today = timezone.localdate(now)
    if review_version(version, today=today):
        owner, title = version.document.owner, version.document.title
        did(owner, Doing.RESUME_REVIEWED, f"version:{version.pk}", on=today, title=title)


@transaction.atomic
def record_sent(version: Version, posting: Posting, owner: User, *, on: Any) -> SentVersion:
    """Note which version went with the application for a posting, which begins with it if need be."""
    application = begin_application(owner, posting, on=on, stage=Application.Stage.APPLIED)
    if application.stage in Application.BEFORE_APPLYING:
        move(application, Application.Stage.APPLIED, on=on)
    sent, _new = SentVersion.objects.get_or_create(application=application, version=version, defaults={"sent_on": on})
    return sent
