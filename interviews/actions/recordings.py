"""Keep and remove what was recorded of an answer: the row and what lies on the disk go together."""

import secrets
from datetime import datetime
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from interviews.models import Answer, Recording
from kit.uploads import FileKind


class AnswerGivenError(Exception):
    """The answer was handed in, so nothing more is recorded of it."""


@transaction.atomic
def keep_recording(answer: Answer, *, file: UploadedFile, kind: FileKind, duration_s: int, now: datetime) -> Recording:
    """Put a checked recording into private storage, in the place of an earlier one, and note how long one spoke."""
    # In the order of every action on an answer, so that two of them wait for each other.
    kept = Answer.objects.select_for_update().get(pk=answer.pk)
    if kept.is_given:
        raise AnswerGivenError(_("This answer was handed in and stays as it is. Try the question again to record it."))
    recording = Recording.objects.filter(answer=kept).first() or Recording(answer=kept)
    if recording.pk:
        _remove_file_later(recording)
    recording.media_type, recording.size = kind.media_type, file.size or 0
    recording.duration_s, recording.filler_taps, recording.made_at = duration_s, None, now
    recording.file.save(f"{secrets.token_hex(16)}.{kind.endings[0]}", file, save=False)
    try:
        recording.save()
        kept.is_spoken, kept.duration_s = True, duration_s
        kept.save(update_fields=["is_spoken", "duration_s"])
    except BaseException:
        recording.file.delete(save=False)
        raise
    return recording


def remove_recording(answer: Answer) -> None:
    """Delete what was recorded of one answer; its words, and how long one spoke, stay."""
    remove_recordings(Recording.objects.filter(answer=answer))


@transaction.atomic
def remove_recordings(recordings: "models.QuerySet[Recording]") -> None:
    """Delete the rows now, and the files once that is sure. To be called before answers themselves are deleted."""
    gone = list(recordings)
    for recording in gone:
        _remove_file_later(recording)
    Recording.objects.filter(pk__in=[recording.pk for recording in gone]).delete()


def _remove_file_later(recording: Recording) -> None:
    transaction.on_commit(partial(recording.file.storage.delete, recording.file.name), robust=True)
