"""What people write after an interview: how it went, what was asked, the parts of a note."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models import Debrief, NoteToEmployer
from kit.fields import DayField

MOST_ASKED = 30
LONGEST_QUESTION = 400
# “1.”, “2)”, “-” or “•” in front of a line.
_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s+")
_VAGUE = re.compile(
    r"(?:the |your |this |my |our )?(?:job|position|role|interview|work|company|team|place|things?|everything|stuff)",
    re.IGNORECASE,
)


def _in_half_a_year() -> date:
    return timezone.localdate() + timedelta(days=183)


def _a_year_ago() -> date:
    return timezone.localdate() - timedelta(days=366)


class DebriefForm(forms.ModelForm[Debrief]):
    """How it went, in a few lines, and what they asked, one question a line."""

    hear_by_on = DayField(
        label=_("They will be in touch by"),
        required=False,
        earliest=_a_year_ago,
        latest=_in_half_a_year,
        help_text=_("The day they named. Leave it empty if they named none; then we count a week."),
    )
    people = forms.CharField(
        label=_("Whom you met"),
        required=False,
        max_length=200,
        help_text=_("Names with commas between them. Each gets a note of thanks to write."),
    )
    asked = forms.CharField(
        label=_("What they asked"),
        required=False,
        max_length=12_000,
        help_text=_(
            "One question a line, as you remember them. They go into your questions, and you can practice them."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "class": "words-in"}),
    )

    class Meta:
        model = Debrief
        fields = ["went_well", "was_hard", "learned", "next_step", "hear_by_on"]
        labels = {
            "went_well": _("What went well"),
            "was_hard": _("What was hard"),
            "learned": _("What you learned about the job"),
            "next_step": _("What happens next"),
        }
        help_texts = {
            "went_well": _("One answer or moment that you would do again."),
            "was_hard": _("The question that made you search for words. It is the one to practice."),
            "learned": _("What surprised you, and whether you still want it."),
            "next_step": _("A second talk, a test, a call? Who does what?"),
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "class": "words-in"})
            for name in ("went_well", "was_hard", "learned", "next_step")
        }

    field_order = ["asked", "went_well", "was_hard", "learned", "next_step", "hear_by_on", "people"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("people", self.instance.interview.people)
        if self.instance.pk:
            self.fields["asked"].label = _("What else they asked")

    def clean_asked(self) -> list[str]:
        """The questions, one by one."""
        lines = [_BULLET.sub("", line).strip() for line in self.cleaned_data["asked"].splitlines()]
        questions = list(dict.fromkeys(line for line in lines if line))
        if len(questions) > MOST_ASKED:
            raise forms.ValidationError(_("Thirty questions at most. Keep those you want to practice."))
        for question in questions:
            if len(question) > LONGEST_QUESTION:
                raise forms.ValidationError(
                    _("This question is very long: “%(start)s …”. Keep each under 400 letters."),
                    params={"start": question[:60]},
                )
        return questions

    def clean(self) -> dict[str, Any]:
        """They cannot have named a day before you met."""
        data = super().clean() or self.cleaned_data
        day, met = data.get("hear_by_on"), self.instance.interview.starts_at
        if day and met and day < timezone.localdate(met):
            self.add_error("hear_by_on", _("That is before the interview. Write the day they named."))
        return data


class NewNoteForm(forms.ModelForm[NoteToEmployer]):
    """Whom the note is for."""

    class Meta:
        model = NoteToEmployer
        fields = ["to"]
        labels = {"to": _("To whom")}
        help_texts = {"to": _("As you would address them: Ms. Ortiz, or Dana if you were on first names.")}
        error_messages = {"to": {"required": _("Write the name of the person.")}}

    def clean_to(self) -> str:
        """One line, without a greeting."""
        to: str = re.sub(r"^(?:dear|hello|hi)\s+", "", self.cleaned_data["to"].strip(), flags=re.IGNORECASE)
        return to.rstrip(",")

    def clean(self) -> dict[str, Any]:
        """One note of thanks a person."""
        data = super().clean() or self.cleaned_data
        others = NoteToEmployer.objects.filter(interview=self.instance.interview, kind=self.instance.kind)
        same = others.filter(to__iexact=data.get("to", "")).exclude(pk=self.instance.pk)
        if self.instance.is_thanks and same.exists():
            self.add_error("to", _("A note to this person is begun already. Open that one."))
        return data


class PartsForm(NewNoteForm):
    """The parts of a note. Empty ones stay gaps."""

    class Meta(NewNoteForm.Meta):
        fields = ["to", "point", "tie", "signed"]
        labels = {
            **NewNoteForm.Meta.labels,
            "point": _("We talked about …"),
            "tie": _("I would bring …"),
            "signed": _("Your name"),
        }
        help_texts = {
            **NewNoteForm.Meta.help_texts,
            "point": _(
                "Finish the sentence with one thing that only you two talked about: how the night shift hands over "
                "open orders."
            ),
            "tie": _("Finish the sentence with something you have done: two years of closing shifts in a busy store."),
        }

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Asked for like any other part, and taken without: the gap in the note says what is missing.
        self.asked_for = ("point", "signed", "tie") if self.instance.is_thanks else ("point", "signed")
        self._ask(required=not self.is_bound)
        if not self.instance.is_thanks:
            self.fields["point"].help_text = _(
                "Finish the sentence with something from the interview that they remember."
            )
            self.fields["tie"].label = _("Since we met, …")
            self.fields["tie"].help_text = _("Only if something is new, as in: I have passed the exam.")

    def clean(self) -> dict[str, Any]:
        """Shown again, they are asked for as before."""
        self._ask(required=True)
        return super().clean()

    def _ask(self, *, required: bool) -> None:
        for name in self.asked_for:
            self.fields[name].required = required

    def clean_point(self) -> str:
        """A point that would fit any interview is none."""
        point: str = self.cleaned_data["point"].strip()
        if _VAGUE.fullmatch(point.rstrip(".")) or (point and len(point.split()) == 1):
            raise forms.ValidationError(
                _("That could stand in any note. What exactly did you talk about, in four or five words?")
            )
        return point


class WordsForm(forms.ModelForm[NoteToEmployer]):
    """The note in the writer's own words; empty goes back to the draft."""

    class Meta:
        model = NoteToEmployer
        fields = ["body"]
        labels = {"body": _("In your own words")}
        widgets = {"body": forms.Textarea(attrs={"rows": 14, "class": "words-in"})}

    def __init__(self, *args: Any, draft: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        self.initial["body"] = self.instance.body or draft

    def clean_body(self) -> str:
        """Who changed nothing goes on with the draft, so that a new part still finds its way in."""
        body = self.cleaned_data["body"].replace("\r\n", "\n").strip()
        return "" if body == self.draft else body
