"""What to practise: for what occasion, how many questions, of which types."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import Role
from interviews.choosing import MOST, NUMBERS, Wish
from interviews.models import Competency, Interview, PracticeSession, Question

_CHOOSE = _("Choose one of these.")
Occasion = PracticeSession.Occasion
_OCCASIONS = [
    (Occasion.ROLE, _("For a role: what they ask about the work")),
    (Occasion.COMPETENCY, _("For one competency, such as accuracy")),
    (Occasion.INTERVIEW, _("For a real interview: from “tell me about yourself” on")),
    (Occasion.QUICK, _("Five minutes: two short questions")),
]
_NOWHERE = _("That one is not in the list any more. Choose another.")


class StartForm(forms.Form):
    """The questions of a session, before they are chosen."""

    occasion = forms.ChoiceField(
        label=_("What for"),
        widget=forms.RadioSelect,
        initial=Occasion.ROLE,
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    role = forms.ModelChoiceField(
        Role.objects.none(),
        to_field_name="slug",
        required=False,
        label=_("Role"),
        empty_label=_("Any job: general questions only"),
        error_messages={"invalid_choice": _NOWHERE},
    )
    competency = forms.ModelChoiceField(
        Competency.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Competency"),
        empty_label=_("None in particular"),
        help_text=_("What the interviewer wants to find out. It counts where you practice for one competency."),
        error_messages={"invalid_choice": _NOWHERE},
    )
    interview = forms.ModelChoiceField(
        Interview.objects.none(),
        required=False,
        label=_("Interview"),
        empty_label=_("None in particular"),
        error_messages={"invalid_choice": _NOWHERE},
    )
    mode = forms.ChoiceField(
        label=_("How"),
        choices=[
            (PracticeSession.Mode.PRACTICE, _("With help at hand: a tip, and the order in which to tell it")),
            (PracticeSession.Mode.LIVE, _("Live, as in the room: a clock, no help")),
        ],
        initial=PracticeSession.Mode.PRACTICE,
        widget=forms.RadioSelect,
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    number = forms.TypedChoiceField(
        label=_("How many questions"),
        coerce=int,
        choices=[(number, str(number)) for number in range(1, MOST + 1)],
        initial=4,
        error_messages={"required": _CHOOSE, "invalid_choice": _("Choose a number from 1 to 8.")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("Types of questions"),
        help_text=_("Mark none for a mix that fits."),
        choices=Question.Kind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _CHOOSE},
    )

    def __init__(self, *args: Any, user: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        coming = Interview.objects.owned_by(user).coming(now)
        self._offer("role", Role.objects.published(now).order_by("title"))
        self._offer("interview", coming)
        self.has_interviews = coming.exists()
        occasion = self.fields["occasion"]
        if isinstance(occasion, forms.ChoiceField):
            occasion.choices = [row for row in _OCCASIONS if self.has_interviews or row[0] != Occasion.INTERVIEW]
        if not self.has_interviews:
            del self.fields["interview"]
        self.fields["number"].widget.attrs["class"] = "in-s"
        for name in ("competency", "interview"):
            if name in self.fields:
                self.fields[name].widget.attrs["data-occasion"] = name

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        """What the occasion cannot do without."""
        data = super().clean() or self.cleaned_data
        needs = {
            Occasion.ROLE: ("role", _("Choose a role, or practice for one competency.")),
            Occasion.COMPETENCY: ("competency", _("Choose which competency.")),
            Occasion.INTERVIEW: ("interview", _("Choose which interview.")),
        }
        name, words = needs.get(data.get("occasion", ""), ("", ""))
        if name and name not in self.errors and not data.get(name):
            self.add_error(name, words)
        return data

    def session(self) -> PracticeSession:
        """The session that was asked for, not saved yet."""
        data = self.cleaned_data
        occasion = data["occasion"]
        interview = data.get("interview") if occasion == Occasion.INTERVIEW else None
        return PracticeSession(
            mode=data["mode"],
            occasion=occasion,
            role=data["role"] or (interview.role if interview else None),
            competency=data["competency"] if occasion == Occasion.COMPETENCY else None,
            interview=interview,
            started_at=self.now,
        )

    def wish(self) -> Wish:
        """How its questions are to be chosen."""
        data = self.cleaned_data
        competency = data["competency"].slug if data["competency"] else ""
        number = NUMBERS.get(data["occasion"], data["number"])
        return Wish(data["occasion"], number, frozenset(data["kinds"]), competency)


class WantedForm(forms.Form):
    """What the address of the start page asks for; anything else is passed over."""

    occasion = forms.ChoiceField(choices=_OCCASIONS, required=False)
    role = forms.ModelChoiceField(Role.objects.all(), to_field_name="slug", required=False)
    competency = forms.ModelChoiceField(Competency.objects.all(), to_field_name="slug", required=False)
    interview = forms.IntegerField(required=False)
    number = forms.IntegerField(required=False, min_value=1, max_value=MOST)
    mode = forms.ChoiceField(choices=PracticeSession.Mode, required=False)

    def wanted(self, user: User) -> dict[str, Any]:
        """What of it makes sense, with what follows from it: an interview brings its role."""
        self.is_valid()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        for name in ("interview", "competency"):
            if name in wanted:
                wanted.setdefault("occasion", name)
        pk = wanted.get("interview", 0)
        interview = Interview.objects.owned_by(user).filter(pk=pk).select_related("role").first()
        if interview and interview.role:
            wanted.setdefault("role", interview.role)
        return wanted
