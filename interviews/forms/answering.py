"""The answer to one question, as it is being written."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from interviews.actions.drafting import Draft
from interviews.models import Answer, Story
from interviews.models.answer import LONGEST, LONGEST_RECORDING_S
from interviews.parts import Part, parts_for


class AnswerForm(forms.Form):
    """The text, or its parts in boxes; what was said aloud; which story it tells."""

    text = forms.CharField(
        label=_("Your answer"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 9, "class": "form-control words-in", "data-draft-text": ""}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-draft-seen": ""}))
    is_spoken = forms.BooleanField(label=_("I said this aloud"), required=False)
    duration_s = forms.IntegerField(
        label=_("Seconds it took"),
        required=False,
        widget=forms.NumberInput(attrs={"class": "in-s"}),
        min_value=1,
        max_value=LONGEST_RECORDING_S,
        error_messages={
            "invalid": _("Write the seconds as a whole number, such as 75."),
            "min_value": _("Write the seconds as a whole number, such as 75."),
            "max_value": _("Answers of up to 15 minutes can be timed: write at most 900 seconds, or leave it empty."),
        },
    )
    story = forms.ModelChoiceField(
        Story.objects.none(),
        required=False,
        label=_("Story"),
        error_messages={"invalid_choice": _("That story is not in your bank any more. Choose another.")},
    )

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update({name: getattr(answer, name) for name in ("text", "is_spoken", "duration_s")})
        self.initial["seen"] = answer.version
        self.answer = answer
        self.parts = parts_for(answer.kind)
        for part in self.parts:
            self.fields[part.field] = forms.CharField(
                label=part.name,
                help_text=part.prompt,
                required=False,
                initial=answer.parts.get(part.key, ""),
                widget=forms.Textarea(attrs={"rows": 3, "class": "form-control words-in", "data-draft-part": ""}),
            )
        story = self.fields["story"]
        if isinstance(story, forms.ModelChoiceField):
            story.queryset = Story.objects.owned_by(answer.session.owner)

    @property
    def boxes(self) -> list[tuple[Part, forms.BoundField]]:
        """The boxes of the parts, in the order in which one tells them."""
        return [(part, self[part.field]) for part in self.parts]

    @property
    def has_parts(self) -> bool:
        """Whether something stands in the boxes."""
        return any(box.value() or box.errors for _part, box in self.boxes)

    def clean(self) -> dict[str, Any]:
        """One kind of line end, and no more than can be told."""
        data = super().clean() or self.cleaned_data
        for name in ("text", *(part.field for part in self.parts)):
            if name in data:
                data[name] = data[name].replace("\r\n", "\n").replace("\r", "\n")
                if len(data[name]) > LONGEST:
                    self.add_error(name, too_long(len(data[name])))
        return data

    def has_seen(self, version: str) -> None:
        """Let what is on the page be saved over that save: its person has read both."""
        self.data = {**self.data.dict(), "seen": version} if isinstance(self.data, QueryDict) else self.data

    def draft(self) -> Draft:
        """What is to be kept."""
        data = self.cleaned_data
        parts = {part.key: data[part.field] for part in self.parts if data[part.field]}
        return Draft(data["text"], parts, data["seen"], is_spoken=data["is_spoken"], duration_s=data["duration_s"])


def too_long(length: int) -> ValidationError:
    """Says how long it is, and that nothing was cut."""
    words = gettext(
        "An answer has room for %(most)s characters, about twenty minutes of talk. This one has %(length)s. "
        "Shorten it, then save: it still stands here, but the last change is not kept yet."
    )
    return ValidationError(
        words
        % {"most": number_format(LONGEST, force_grouping=True), "length": number_format(length, force_grouping=True)}
    )


def counted(text: str | None) -> str:
    """How many words, in words."""
    number = len((text or "").split())
    return ngettext("%d word", "%d words", number) % number
