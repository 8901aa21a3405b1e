"""Keep and remove certificate files: the row and what lies on the disk go together."""

import secrets
from collections.abc import Iterable
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from certifications.models import CECredit, EvidenceFile, HeldCredential
from kit.uploads import FileKind, plain_name


@transaction.atomic
def keep_file(owner: User, thing: HeldCredential | CECredit, *, file: UploadedFile, kind: FileKind) -> EvidenceFile:
    """Put a checked file into private storage, under a name that nobody can guess."""
    name = plain_name(file.name or "")
    evidence = EvidenceFile(
        owner=owner,
        held=thing if isinstance(thing, HeldCredential) else None,
        credit=thing if isinstance(thing, CECredit) else None,
        name=name,
        media_type=kind.media_type,
        size=file.size or 0,
    )
    evidence.file.save(f"{secrets.token_hex(16)}.{kind.endings[0]}", file, save=False)
    try:
        evidence.save()
    except BaseException:
        evidence.file.delete(save=False)
        raise
    return evidence


@transaction.atomic
def remove_files(files: Iterable[EvidenceFile]) -> int:
    """Delete the rows now, and the files once that is sure; the number of files."""
    gone = list(files)
    for evidence in gone:
        transaction.on_commit(partial(evidence.file.storage.delete, evidence.file.name), robust=True)
    EvidenceFile.objects.filter(pk__in=[evidence.pk for evidence in gone]).delete()
    return len(gone)
