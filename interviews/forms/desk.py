"""Competencies and questions at the desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guides.forms.fields import LinesOfTexts
from interviews.models import Competency, Question

_BOX = forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField", "spellcheck": "true"})
_SHORT = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField", "spellcheck": "true"})


class PhrasesField(LinesOfTexts):
    """Phrases, one a line; empty lines do not count."""

    def to_python(self, value: Any) -> Any:
        """The lines as a list."""
        return [line for line in super().to_python(value) if line]


class CompetencyForm(forms.ModelForm[Competency]):
    """A competency with what answers about it sound like."""

    prototypes = PhrasesField(
        label=_("What an answer about it sounds like"),
        widget=_BOX,
        required=False,
        strip=False,
        help_text=_(
            "Short sentences as people say them, one a line. Feedback compares answers with them to tell what an "
            "answer is about."
        ),
    )

    class Meta:
        model = Competency
        fields = ["name", "slug", "description", "prototypes", "position"]
        widgets = {"description": _SHORT}


class QuestionForm(forms.ModelForm[Question]):
    """A question with its phrases."""

    cue_phrases = PhrasesField(
        label=_("Cue phrases"),
        widget=_BOX,
        required=False,
        strip=False,
        help_text=_(
            "What a good answer is likely to contain, one phrase a line. Feedback uses them to tell whether an answer "
            "fits the question; nobody is asked to say these words."
        ),
    )
    follow_ups = PhrasesField(
        label=_("What may be asked next"),
        widget=_SHORT,
        required=False,
        strip=False,
        help_text=_("One question a line."),
    )

    class Meta:
        model = Question
        fields = [
            "text", "slug", "kind", "role", "looking_for", "tip", "follow_ups", "cue_phrases", "is_published",
            "position",
        ]  # fmt: skip
        widgets = {"text": _SHORT, "looking_for": _SHORT, "tip": _SHORT}


class CalledWrongForm(forms.Form):
    """One note of the feedback, or one question."""

    code = forms.SlugField(required=False, max_length=40)
    question = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as conditions; what cannot be understood chooses nothing."""
        self.full_clean()
        names = {"code": "code", "question": "answer__question"}
        return {path: value for name, path in names.items() if (value := self.cleaned_data.get(name))}
