"""A certificate as a file."""

from math import ceil

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kit.uploads import HEIC, JPEG, PDF, PNG, FileKind, ending_of, kind_of

KINDS = (PDF, PNG, JPEG, HEIC)
MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
MOST_FILES = 20

_OTHER = _("This is no PDF, PNG, JPEG or HEIC file inside, whatever it is called. Scan or photograph the certificate.")


class FileForm(forms.Form):
    """One file: a scan or a photo of a certificate."""

    file = forms.FileField(
        label=_("The certificate"),
        help_text=_("A PDF, or a photo as PNG, JPEG or HEIC, up to 10 MB. Only you can open it."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for kind in KINDS for ending in kind.endings)}),
        error_messages={
            "required": _("Choose the file of your certificate."),
            "empty": _("This file is empty. Look whether the scan was saved, then choose it again."),
            "invalid": _("Choose the file of your certificate."),
        },
    )
    kind: FileKind

    def __init__(self, *args: object, kept: int = 0, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.kept = kept

    def clean_file(self) -> UploadedFile:
        """Only what we take, and only what it says it is."""
        file: UploadedFile = self.cleaned_data["file"]
        if self.kept >= MOST_FILES:
            raise forms.ValidationError(_("There are 20 files here already. Delete one that you no longer need."))
        if (file.size or 0) > LARGEST:
            words = _("This file has %(size)s MB; 10 MB is the most. Scan it in gray, or with fewer dots an inch.")
            tenths = ceil(10 * (file.size or 0) / MEGABYTE)
            raise forms.ValidationError(words, params={"size": f"{tenths / 10:.1f}"})
        kind = kind_of(file)
        if kind not in KINDS:
            raise forms.ValidationError(_OTHER)
        if ending_of(file.name or "") not in kind.endings:
            words = _("Inside, this is a %(kind)s file, but its name does not end in .%(ending)s. Rename it.")
            raise forms.ValidationError(words, params={"kind": kind.name, "ending": kind.endings[0]})
        self.kind = kind
        return file
