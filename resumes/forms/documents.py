"""A document as a file or as pasted text."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import Occupation, Role, TargetRole
from guides.search.results import find
from kit.uploads import ending_of, plain_name
from resumes.models import Document

MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE
# Two pages have some 7,000 characters; ten times that is no resume.
LONGEST_TEXT = 60_000
MOST_DOCUMENTS = 200
ENDINGS = ("pdf", "docx", "odt", "rtf", "txt", "md")

_KINDS = _("We read PDF, DOCX, ODT, RTF, TXT and MD files. Open it where you wrote it and save it as one of these.")
_OLD_WORD = _("This is the old Word format. Open it in Word or LibreOffice, save it as DOCX or PDF, and send that.")


class SourceForm(forms.Form):
    """Where the words come from: a file, or what someone pastes."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        help_text=_("PDF, DOCX, ODT, RTF, TXT or MD, up to 5 MB. Only you can open it."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in ENDINGS)}),
        error_messages={
            "empty": _("This file is empty. Look whether it was saved, then choose it again."),
            "invalid": _("Choose the file again; it did not arrive."),
        },
    )
    text = forms.CharField(
        label=_("Or paste the text"),
        required=False,
        max_length=LONGEST_TEXT,
        strip=True,
        help_text=_("Layout can’t be looked at then, everything else can."),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"max_length": _("This text is longer than a book chapter. Paste the document alone.")},
    )

    def clean_file(self) -> UploadedFile | None:
        """Only what can be read at all; what is inside is looked at in the cage."""
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is None:
            return None
        if (file.size or 0) > LARGEST:
            words = _("This file has %(size)s MB; 5 MB is the most. Leave out pictures, or save it as PDF.")
            raise forms.ValidationError(words, params={"size": f"{(file.size or 0) / MEGABYTE:.1f}"})
        ending = ending_of(file.name or "")
        if ending == "doc":
            raise forms.ValidationError(_OLD_WORD)
        if ending not in ENDINGS:
            raise forms.ValidationError(_KINDS)
        return file

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        if data.get("file") and data.get("text"):
            self.add_error("text", _("Send the file or the text, not both. Empty this box, or choose no file."))
        elif not data.get("file") and not data.get("text"):
            self.add_error("file", _("Choose a file, or paste the text below."))
        return data

    @property
    def suggested_title(self) -> str:
        """What the file is called, without its ending."""
        file = self.cleaned_data.get("file")
        name = plain_name(file.name) if file else ""
        return name.rpartition(".")[0].replace("_", " ").strip()[:120]


class JobForm(forms.Form):
    """The work that a document is for: one with a guide, or any other whose profile was imported."""

    other_job = forms.CharField(
        label=_("Or another job"),
        required=False,
        max_length=120,
        help_text=_("By any name, such as line cook. It then counts in place of the one above."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not Occupation.objects.exists():
            del self.fields["other_job"]

    def clean_other_job(self) -> Occupation | None:
        """The occupation that goes by the name."""
        name = self.cleaned_data["other_job"].strip()
        if not name:
            return None
        hits = find(name, now=timezone.now()).occupations
        found = Occupation.objects.filter(code=hits[0].code).first() if hits else None
        if found is None:
            raise forms.ValidationError(_("We know no job by this name. Try another one, or leave it empty."))
        return found

    def clean(self) -> dict[str, Any]:
        """What someone wrote counts before what stood in the list already."""
        data = super().clean() or self.cleaned_data
        if data.get("other_job"):
            data["role"] = None
        return data


class AddForm(JobForm, SourceForm):
    """A new document: what it is, what it is for, and its words."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=Document.Kind,
        initial=Document.Kind.RESUME,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is."), "invalid_choice": _("Choose what it is.")},
    )
    role = forms.ModelChoiceField(
        Role.objects.none(),
        to_field_name="slug",
        label=_("For which job?"),
        required=False,
        empty_label=_("Any, or one that is not listed"),
        help_text=_("We then also look for what this work asks for."),
        error_messages={"invalid_choice": _("Choose a job from the list.")},
    )

    field_order = ["kind", "role", "other_job", "file", "text"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        role = self.fields["role"]
        if isinstance(role, forms.ModelChoiceField):
            role.queryset = Role.objects.published(timezone.now())
        if target := TargetRole.objects.owned_by(user).select_related("role").first():
            role.initial = target.role

    def clean(self) -> dict[str, Any]:
        """So many documents at most, so that nobody fills the disk."""
        if Document.objects.owned_by(self.user).count() >= MOST_DOCUMENTS:
            raise forms.ValidationError(_("You keep 200 documents here. Delete one that you no longer need first."))
        return super().clean()

    def document(self) -> Document:
        """The document, named after its file or its kind, not saved yet."""
        kind = Document.Kind(self.cleaned_data["kind"])
        title = self.suggested_title or str(kind.label)
        data = self.cleaned_data
        return Document(owner=self.user, kind=kind, title=title, role=data["role"], occupation=data.get("other_job"))


class DocumentForm(JobForm, forms.ModelForm[Document]):
    """What a document is called and is for."""

    field_order = ["title", "role", "other_job", "resume"]

    class Meta:
        model = Document
        fields = ["title", "role", "resume"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        document = self.instance
        self.fields["title"].error_messages["required"] = _("Write what you call it.")
        role, resume = self.fields["role"], self.fields["resume"]
        if isinstance(role, forms.ModelChoiceField):
            role.queryset = Role.objects.published(timezone.now())
            role.empty_label = _("Any, or one that is not listed")
        if isinstance(resume, forms.ModelChoiceField):
            resume.queryset = Document.objects.owned_by(document.owner).resumes()
            resume.empty_label = _("None")
        if not document.is_letter:
            del self.fields["resume"]
        if "other_job" in self.fields and document.occupation:
            self.fields["other_job"].initial = document.occupation.title

    def clean(self) -> dict[str, Any]:
        """The occupation goes where the model keeps it."""
        data = super().clean() or self.cleaned_data
        if "other_job" in self.fields and "other_job" not in self.errors:
            self.instance.occupation = data.get("other_job")
        return data
