"""A recording as a file, and what its speaker counted in it."""

from typing import Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from interviews.audio import audio_kind
from interviews.models.answer import LONGEST_RECORDING_S
from kit.uploads import FileKind

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 20 * MEGABYTE
# Of all recordings of one person.
ROOM: Final = 400 * MEGABYTE
MOST_TAPS: Final = 999


class RecordingForm(forms.Form):
    """One recording: sound of a kind that browsers make, not too large, and how long it is."""

    file = forms.FileField(
        error_messages={
            "required": _("The recording did not arrive. Press “keep” again."),
            "empty": _("The recording is empty. Look whether the microphone is on, then record it again."),
            "invalid": _("The recording did not arrive. Press “keep” again."),
        }
    )
    duration_s = forms.IntegerField(
        min_value=1,
        max_value=LONGEST_RECORDING_S,
        error_messages={
            "required": _("How long the recording is did not arrive. Press “keep” again."),
            "invalid": _("How long the recording is did not arrive. Press “keep” again."),
            "min_value": _("The recording is shorter than a second. Record it again."),
            "max_value": _("A recording has room for 15 minutes. Record a shorter answer."),
        },
    )
    kind: FileKind

    def __init__(self, *args: object, taken: int = 0, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.taken = taken

    def clean_file(self) -> UploadedFile:
        """Only sound, only what fits."""
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > LARGEST:
            raise forms.ValidationError(_("The recording has more than 20 MB, which is the most. Record it shorter."))
        if self.taken + size > ROOM:
            words = _(
                "Your recordings fill the 400 MB that one person has. Delete one that you no longer need, or keep "
                "this one in your browser."
            )
            raise forms.ValidationError(words)
        kind = audio_kind(file)
        if kind is None:
            words = _(
                "This is not a recording of sound that we know (WebM, MP4 or Ogg). Record it with the button here."
            )
            raise forms.ValidationError(words)
        self.kind = kind
        return file


class TapsForm(forms.Form):
    """How many fillers were counted by ear; nothing starts the count over."""

    taps = forms.IntegerField(min_value=0, max_value=MOST_TAPS, required=False)
