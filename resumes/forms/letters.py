"""A letter's four parts, each in the writer's own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from jobsearch.models import Posting
from resumes.forms.documents import MOST_DOCUMENTS
from resumes.models import Document

_PART = 1500


def _part(label: Any, help_text: Any, missing: Any, *, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=_PART,
        widget=forms.Textarea(attrs={"rows": rows, "class": "words-in", "spellcheck": "true"}),
        error_messages={"required": missing, "max_length": _("Keep each part under 1,500 characters.")},
    )


class LetterForm(forms.Form):
    """Who you are, why them, two proofs, and what comes next."""

    posting = forms.ModelChoiceField(
        Posting.objects.none(),
        label=_("Which ad does it answer?"),
        required=False,
        empty_label=_("None of those I saved"),
        error_messages={"invalid_choice": _("Choose an ad from the list.")},
    )
    resume = forms.ModelChoiceField(
        Document.objects.none(),
        label=_("Which resume goes with it?"),
        required=False,
        empty_label=_("None yet"),
        help_text=_("The two are checked together."),
        error_messages={"invalid_choice": _("Choose a resume from the list.")},
    )
    addressee = forms.CharField(
        label=_("To whom?"),
        max_length=120,
        help_text=_("A name, such as Ms. Ortiz. Call and ask who hires; if nobody says, write Hiring Manager."),
        error_messages={"required": _("Write to whom it goes.")},
    )
    opening = _part(
        _("Who are you, and which job do you want?"),
        _("One or two sentences that name the job, the employer, and what you are: your work, your credential."),
        _("Write who you are and which job you want."),
        rows=2,
    )
    why = _part(
        _("Why them?"),
        _("One true reason it is this place: what you saw, know or were told. If it fits another too, cut it."),
        _("Write one true reason it is this place."),
        rows=2,
    )
    first = _part(
        _("The first thing they ask for, and when you did it"),
        _("Name the requirement in their words. Then one time you did it: where, what, how it came out."),
        _("Write one requirement of the ad and a time you did it."),
    )
    second = _part(
        _("The second thing they ask for, and when you did it"),
        _("Another requirement, another proof."),
        _("Write a second requirement and a time you did it."),
    )
    closing = _part(
        _("What comes next?"),
        _("When you can start and work, and that you would like to talk. One or two sentences."),
        _("Write what should come next."),
        rows=2,
    )
    name = forms.CharField(
        label=_("Your name, as you sign"), max_length=120, error_messages={"required": _("Write your name.")}
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        for key, rows in (
            ("posting", Posting.objects.owned_by(user)),
            ("resume", Document.objects.owned_by(user).resumes()),
        ):
            field = self.fields[key]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        self.fields["name"].initial = user.name

    def clean(self) -> dict[str, Any]:
        """So many documents at most."""
        if Document.objects.owned_by(self.user).count() >= MOST_DOCUMENTS:
            raise forms.ValidationError(_("You keep 200 documents here. Delete one that you no longer need first."))
        return super().clean() or self.cleaned_data

    def letter(self) -> str:
        """The parts one below the other. Nothing is added but the greeting and the line above the name."""
        data = self.cleaned_data
        parts = [
            _("Dear %(name)s,") % {"name": data["addressee"].strip(" ,")},
            *(data[key] for key in ("opening", "why", "first", "second", "closing")),
            f"{_('Sincerely,')}\n{data['name']}",
        ]
        return "\n\n".join(str(part) for part in parts)
