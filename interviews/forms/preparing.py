"""What people write while they prepare: findings, things to see to, questions to ask."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.models import Interview, PreparationItem, QuestionToAsk, Worksheet
from interviews.preparing.asking.suggested import suggestions
from interviews.preparing.research import TOPICS
from interviews.preparing.usual import USUAL

MOST_OWN_ITEMS = 30
MOST_TO_ASK = 30


class WorksheetForm(forms.ModelForm[Worksheet]):
    """The whole worksheet, or only those of its fields that were sent."""

    class Meta:
        model = Worksheet
        fields = [topic.field for topic in TOPICS]
        widgets = {topic.field: forms.Textarea(attrs={"rows": 4, "class": "words-in"}) for topic in TOPICS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for topic in TOPICS:
            self.fields[topic.field].label = str(topic.title)
            self.fields[topic.field].help_text = str(topic.ask)
        if self.is_bound:
            # A field that was not sent keeps what it holds.
            for name, field in self.fields.items():
                field.disabled = name not in self.data

    @property
    def found(self) -> dict[str, str]:
        """What was sent, by field."""
        return {name: self.cleaned_data[name] for name, field in self.fields.items() if not field.disabled}


class TickForm(forms.Form):
    """Which of the usual things, and whether it is seen to."""

    key = forms.ChoiceField(choices=[(usual.key, usual.text) for usual in USUAL])
    done = forms.BooleanField(required=False)


class DoneForm(forms.Form):
    """Whether it is seen to."""

    done = forms.BooleanField(required=False)


class ItemForm(forms.ModelForm[PreparationItem]):
    """One thing of one's own to see to."""

    class Meta:
        model = PreparationItem
        fields = ["text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Something of your own")
        self.fields["text"].error_messages["required"] = _("Write what you want to see to.")

    def clean(self) -> dict[str, Any]:
        """A list that nobody can read helps nobody."""
        data = super().clean() or self.cleaned_data
        if PreparationItem.objects.own().filter(interview=self.instance.interview).count() >= MOST_OWN_ITEMS:
            raise forms.ValidationError(_("Thirty things of your own are enough. Take one off first."))
        return data


class ChooseForm(forms.Form):
    """Which of the suggested questions."""

    key = forms.ChoiceField()

    def __init__(self, *args: Any, interview: Interview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = suggestions(interview.role)
        self.fields["key"].choices = [(key, one.text) for key, one in self.known.items()]  # type: ignore[attr-defined]

    @property
    def text(self) -> str:
        """The question that was chosen, in the person's language."""
        return str(self.known[self.cleaned_data["key"]].text)


class ToAskForm(forms.ModelForm[QuestionToAsk]):
    """A question of one's own."""

    class Meta:
        model = QuestionToAsk
        fields = ["text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("A question of your own")
        self.fields["text"].error_messages["required"] = _("Write your question.")

    def clean_text(self) -> str:
        """Once is enough, and thirty are more than anyone can ask."""
        text: str = self.cleaned_data["text"].strip()
        others = QuestionToAsk.objects.filter(interview=self.instance.interview)
        if others.filter(text=text).exists():
            raise forms.ValidationError(_("This question is on your list already."))
        if others.count() >= MOST_TO_ASK:
            raise forms.ValidationError(_("Thirty questions are more than anyone can ask. Take one off first."))
        return text


class MoveForm(forms.Form):
    """Which way a question moves in the list."""

    to = forms.ChoiceField(choices=[("up", _("Up")), ("down", _("Down"))])


class HeardForm(forms.Form):
    """What they answered, one field a question; a question that was not sent keeps what it holds."""

    def __init__(self, *args: Any, questions: Iterable[QuestionToAsk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = [*questions]
        for question in self.questions:
            self.fields[self.name_of(question)] = forms.CharField(
                label=_("What they said"),
                required=False,
                max_length=1000,
                initial=question.heard,
                disabled=self.is_bound and self.name_of(question) not in self.data,
                widget=forms.Textarea(attrs={"rows": 2, "class": "words-in"}),
                error_messages={"max_length": _("Keep it under 1,000 letters: what you want to remember.")},
            )

    def name_of(self, question: QuestionToAsk) -> str:
        """The field of a question."""
        return f"heard-{question.pk}"

    def changed(self) -> list[QuestionToAsk]:
        """Questions with what was newly heard, ready to be saved."""
        found = []
        for question in self.questions:
            heard = self.cleaned_data[self.name_of(question)]
            if heard != question.heard:
                question.heard = heard
                found.append(question)
        return found
