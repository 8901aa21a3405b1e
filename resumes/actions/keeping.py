"""Keep what a person sends: the version is there before anyone tries to read it, so nothing sent is lost."""

import secrets
from dataclasses import dataclass
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from jobsearch.models import Posting
from kit.uploads import ending_of, plain_name
from resumes.models import Document, Version

# What browsers may call the kinds that we take; the download never says anything else.
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
}


@dataclass(frozen=True)
class Origin:
    """Where a version comes from."""

    name: str
    made_from: Version | None = None
    posting: Posting | None = None
    note: str = ""


@transaction.atomic
def new_version(document: Document, origin: Origin) -> Version:
    """The next version of the document, still without text. Two at once get two numbers."""
    Document.objects.select_for_update().get(pk=document.pk)
    last: int = document.versions.aggregate(last=Max("number"))["last"] or 0
    return Version.objects.create(
        document=document,
        number=last + 1,
        origin=origin.name,
        made_from=origin.made_from,
        posting=origin.posting,
        note=origin.note,
    )


@transaction.atomic
def keep_upload(document: Document, file: UploadedFile, *, posting: Posting | None = None) -> Version:
    """Put a file into private storage under a name that nobody can guess, as the next version."""
    version = new_version(document, Origin("upload", posting=posting))
    name = plain_name(file.name or "")
    ending = ending_of(name)
    version.file_name, version.size = name, file.size or 0
    version.media_type = _MEDIA_TYPES.get(ending, "application/octet-stream")
    known = ending if ending in {*_MEDIA_TYPES, "txt", "md"} else "bin"
    version.file.save(f"{secrets.token_hex(16)}.{known}", file, save=False)
    try:
        version.save(update_fields=["file", "file_name", "media_type", "size"])
    except BaseException:
        version.file.delete(save=False)
        raise
    return version


@transaction.atomic
def remove_document(document: Document) -> None:
    """Delete it with all versions now, and the files once that is sure."""
    for version in document.versions.exclude(file=""):
        transaction.on_commit(partial(version.file.storage.delete, version.file.name), robust=True)
    document.delete()
