"""In which form a document goes out, and what comes in from other programs."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from resumes.export.json_resume import from_json_resume
from resumes.forms.documents import MEGABYTE, MOST_DOCUMENTS
from resumes.models import Document
from resumes.review.troubles import UnreadableError

FORMS = [
    ("pdf", _("PDF, for most applications")),
    ("docx", _("DOCX, where a form asks for Word")),
    ("json", _("JSON Resume, for other programs")),
    ("txt", _("Plain text, to paste into a form")),
]
LOOKS = [
    ("plain", _("Plain: clear letters, headings with a line")),
    ("classic", _("Classic: book letters, name in the middle")),
    ("compact", _("Compact: smaller, for a page that is nearly full")),
]


class ExportForm(forms.Form):
    """A form and a style."""

    form = forms.ChoiceField(
        label=_("Which file?"),
        choices=FORMS,
        initial="pdf",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a file."), "invalid_choice": _("Choose a file from the list.")},
    )
    style = forms.ChoiceField(
        label=_("How should it look?"),
        choices=LOOKS,
        initial="plain",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a style."), "invalid_choice": _("Choose a style from the list.")},
    )


class ImportForm(forms.Form):
    """A JSON Resume file."""

    file = forms.FileField(
        label=_("JSON Resume file"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty. Export it again from the other program."),
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_file(self) -> UploadedFile:
        """It must be one; its text is made here, so that what is handed on needs no further checking."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MEGABYTE:
            raise forms.ValidationError(_("This file is larger than any resume. Export it again, without pictures."))
        try:
            self.cleaned_data["text"] = from_json_resume(file.read())
        except UnreadableError as trouble:
            raise forms.ValidationError(trouble.message) from trouble
        return file

    def clean(self) -> dict[str, Any]:
        """So many documents at most."""
        if Document.objects.owned_by(self.user).count() >= MOST_DOCUMENTS:
            raise forms.ValidationError(_("You keep 200 documents here. Delete one that you no longer need first."))
        return super().clean() or self.cleaned_data
