"""Practice questions at the desk."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certifications.models import PracticeQuestion
from certifications.questions import question_troubles
from guides.forms.fields import LinesOfTexts

MOST_BYTES = 1024 * 1024


_BOX = forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField", "spellcheck": "true"})


class QuestionForm(forms.ModelForm[PracticeQuestion]):
    """One question with its answers, one a line."""

    choices = LinesOfTexts(label=_("answers"), widget=_BOX, strip=False, help_text=_("Two to six, one a line."))
    why_not = LinesOfTexts(
        label=_("why the others are wrong"),
        widget=_BOX,
        required=False,
        strip=False,
        help_text=_("One line for each answer, in their order; leave the line of the right answer empty."),
    )

    class Meta:
        model = PracticeQuestion
        fields = [
            "slug", "kind", "stem", "choices", "answer", "rationale", "why_not", "formula", "source", "source_words",
            "reviewed_by", "reviewed_on", "is_published",
        ]  # fmt: skip

    def clean_why_not(self) -> list[str]:
        """As many lines as answers; lines left out at the end are empty."""
        lines: list[str] = self.cleaned_data["why_not"]
        missing = len(self.cleaned_data.get("choices") or []) - len(lines)
        return lines + [""] * missing if lines and missing > 0 else lines

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        for said in question_troubles(self.instance):
            name, _colon, sentence = said.partition(": ")
            self.add_error(name if name in self.fields else None, ValidationError(sentence or said))


class QuestionFileForm(forms.Form):
    """Questions in a file of the layout that docs/rules.md describes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A .yaml file with a list of questions, at most 1 MB. Questions that are here already stay."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,text/yaml"}),
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(gettext("This file is too large: at most 1 MB."))
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ValidationError(gettext("This file is not text in UTF-8: save it as that.")) from error
        return text.replace("\r\n", "\n")
