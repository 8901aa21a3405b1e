"""What a person chooses to practice, and what they answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certifications.models import Card, PracticeQuestion
from certifications.rounds.bank import Bank
from certifications.rounds.shown import LETTERS
from guides.models import Role
from kit.memory import Grade

_NUMBERS = [10, 20, 40]
_CHOOSE = _("Choose one of these.")


class PracticeForm(forms.Form):
    """Which questions, and how many."""

    domain = forms.ChoiceField(label=_("Part of the exam"), required=False, error_messages={"invalid_choice": _CHOOSE})
    which = forms.ChoiceField(
        label=_("Which questions"),
        choices=[
            ("any", _("New ones first, then those I missed")),
            ("missed", _("Only those I missed the last time")),
            ("flagged", _("Only those I flagged")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    number = forms.TypedChoiceField(
        label=_("How many"),
        coerce=int,
        choices=[(number, str(number)) for number in _NUMBERS],
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )

    def __init__(self, *args: Any, bank: Bank, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bank = bank
        parts = [(part.slug, f"{part.name} ({part.there_are})") for part in bank.parts if part.there_are]
        domain = self.fields["domain"]
        if isinstance(domain, forms.ChoiceField):
            domain.choices = [("", _("All parts, as they come")), *parts]
        self.fields["number"].widget.attrs["class"] = "in-s"

    def clean(self) -> dict[str, Any]:
        """There must be a question of that sort."""
        data = super().clean() or self.cleaned_data
        if self.errors or any(self.bank.chosen(data["domain"], data["which"])):
            return data
        words = {
            "missed": _("You have missed none there the last time. Choose another part, or new questions."),
            "flagged": _("You have flagged none there. Choose another part, or new questions."),
        }
        self.add_error("which", words.get(data["which"], _("There is no question on that part yet.")))
        return data


class AnswerForm(forms.Form):
    """The answer to one question, and the mark to look at it again."""

    chosen = forms.TypedChoiceField(
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer first."), "invalid_choice": _("Choose one of the answers.")},
    )
    flag = forms.ChoiceField(choices=[("on", ""), ("off", "")], required=False)

    def __init__(self, *args: Any, question: PracticeQuestion, needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["chosen"]
        chosen.required = needed
        if isinstance(chosen, forms.ChoiceField):
            chosen.choices = [(str(number), LETTERS[number]) for number in range(len(question.choices))]


class ShowForm(forms.Form):
    """Which questions of a finished round to look at."""

    show = forms.ChoiceField(choices=[("missed", ""), ("flagged", ""), ("all", "")])


class GradeForm(forms.Form):
    """How well a card was remembered, and which of its showings is meant."""

    grade = forms.TypedChoiceField(
        coerce=lambda value: Grade(int(value)), choices=[(str(grade.value), grade.name) for grade in Grade]
    )
    seen = forms.CharField(max_length=40)


class DeckForm(forms.Form):
    """Which cards to begin."""

    kind = forms.ChoiceField(choices=[(Card.Kind.DRUG, ""), (Card.Kind.TERM, "")])
    role = forms.ModelChoiceField(Role.objects.all(), to_field_name="slug", required=False)
