"""What editors fill in at the desk, checked in clear sentences."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guides.checks import DatabaseLookup, Lookup, check_text
from guides.markup import Problem, compile_text
from guides.models import EntryStep, Fact, FrequentQuestion, Role, Section, State

_DUE = re.compile(r"(section|fact|rule|place|source)-[0-9]{1,12}")
MARKDOWN = forms.Textarea(attrs={"class": "markdown", "rows": 28, "spellcheck": "true"})
SHORT_MARKDOWN = forms.Textarea(attrs={"class": "markdown", "rows": 6, "spellcheck": "true"})


class _WithinRole(forms.ModelForm[Any]):
    """A part of a guide whose role is settled: anchors are still checked against the role's other parts."""

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"role"} if self.instance.role_id and "role" not in self.fields else excluded


class RoleForm(forms.ModelForm[Role]):
    """A role and the way of its guide to readers."""

    publish_at = forms.DateTimeField(
        label=_("Day and hour"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("In your own time zone. Nothing happens until you press “Save and schedule”."),
    )

    class Meta:
        model = Role
        fields = ["title", "plural", "lead", "slug", "onet_soc", "way_in", "art", "position", "publish_at"]
        widgets = {"lead": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}

    def clean_publish_at(self) -> Any:
        """A guide can only be scheduled for a moment that is still to come."""
        moment = self.cleaned_data["publish_at"]
        if moment and "publish_at" in self.changed_data and moment <= timezone.now():
            raise ValidationError(gettext("This moment has passed. Give one that is still to come, or leave it empty."))
        return moment


class NewRoleForm(RoleForm):
    """A role that is begun."""

    start_sections = forms.BooleanField(
        label=_("Start with the usual sections"),
        required=False,
        initial=True,
        help_text=_("Seventeen empty sections in the usual order. Readers see a section once it has a text."),
    )


class SectionForm(_WithinRole):
    """A section's text, its next text, and when it was last read through."""

    class Meta:
        model = Section
        fields = [
            "role", "title", "kind", "slug", "position", "body", "next_body", "next_on",
            "reviewed_on", "reviewed_by", "review_by",
        ]  # fmt: skip
        widgets = {"body": MARKDOWN, "next_body": MARKDOWN}

    def clean_next_on(self) -> date | None:
        """The next text takes over on a day that is still to come."""
        return _still_to_come(self, "next_on", gettext("This day has passed. Give one that is still to come."))

    def clean_reviewed_on(self) -> date | None:
        """Nobody has read it tomorrow."""
        day: date | None = self.cleaned_data["reviewed_on"]
        if day and day > timezone.localdate():
            raise ValidationError(gettext("This day is still to come. Give the day on which it was read."))
        return day

    def clean(self) -> dict[str, Any]:
        """Both texts, checked line by line."""
        data = super().clean() or self.cleaned_data
        if data.get("next_on") and not data.get("next_body", "").strip():
            self.add_error("next_body", gettext("Write the next text, or take away the day on which it takes over."))
        role = data.get("role") or getattr(self.instance, "role", None)
        for name in ("body", "next_body"):
            if role is not None and name in self.changed_data:
                self._check(name, data.get(name, ""), role)
        return data

    def _check(self, name: str, text: str, role: Role) -> None:
        lookup = DatabaseLookup(now=timezone.now()) if self._reaches_readers(name, role) else None
        for problem in text_problems(text, role, lookup=lookup, prefix=self.cleaned_data.get("slug", "")):
            self.add_error(name, in_a_line(problem))

    def _reaches_readers(self, name: str, role: Role) -> bool:
        if name == "next_body":
            return self.cleaned_data.get("next_on") is not None
        return role.is_public(timezone.now())


class PreviewForm(forms.Form):
    """The text that an editor wants to see as readers would."""

    body = forms.CharField(required=False, strip=False, max_length=60_000)
    next_body = forms.CharField(required=False, strip=False, max_length=60_000)
    _preview = forms.ChoiceField(choices=[("body", ""), ("next_body", "")], required=False)
    preview_state = forms.ModelChoiceField(State.objects.all(), required=False)

    def text(self) -> str:
        """The text asked for; an unreadable form shows nothing."""
        name = self.cleaned_data.get("_preview") or "body"
        return str(self.cleaned_data.get(name, ""))


class StepForm(_WithinRole):
    """One step in."""

    class Meta:
        model = EntryStep
        fields = ["position", "title", "slug", "time", "cost", "body"]
        widgets = {"body": SHORT_MARKDOWN}

    def clean_body(self) -> str:
        """Markdown that can be shown."""
        return _clean_markdown(self.cleaned_data["body"], self.instance)


class QuestionForm(_WithinRole):
    """One question with its answer."""

    class Meta:
        model = FrequentQuestion
        fields = ["position", "question", "slug", "answer"]
        widgets = {"answer": SHORT_MARKDOWN}

    def clean_answer(self) -> str:
        """Markdown that can be shown."""
        return _clean_markdown(self.cleaned_data["answer"], self.instance)


class FactForm(forms.ModelForm[Fact]):
    """One figure or rule, never without its source."""

    class Meta:
        model = Fact
        fields = [
            "label", "value", "number", "unit", "state", "as_of", "source", "confidence", "review_by",
            "key", "role", "credential", "note", "position",
        ]  # fmt: skip
        widgets = {"note": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}
        error_messages = {
            "source": {"required": _("Choose a source; a fact without one cannot be published.")},
            "key": {"unique": _("Another fact has this key. Choose another, or edit that fact.")},
        }


class CredentialFactForm(FactForm):
    """A figure of a credential; its key begins with the credential's slug."""

    class Meta(FactForm.Meta):
        fields = ["label", "value", "key", "as_of", "source", "confidence", "review_by", "number", "unit", "position"]


class DueForm(forms.Form):
    """Which rows of the queue someone has checked."""

    checked = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = self.data.getlist("checked") if isinstance(self.data, QueryDict) else []
        self.fields["checked"].choices = [(value, value) for value in sent if _DUE.fullmatch(value)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, list[int]]:
        """Keys by kind."""
        found: dict[str, list[int]] = {}
        for value in self.cleaned_data["checked"]:
            kind, _dash, key = value.partition("-")
            found.setdefault(kind, []).append(int(key))
        return found


class GuideUploadForm(forms.Form):
    """A guide as a folder, packed into one file."""

    file = forms.FileField(
        label=_("Guide"),
        help_text=_("A .zip file that was exported here, or a folder of the same layout, zipped. At most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )
    replace = forms.BooleanField(
        label=_("Replace the guide with the same slug"),
        required=False,
        help_text=_("Its sections, facts and rules become those of the file; history keeps the old words."),
    )


def text_problems(text: str, role: Role, *, lookup: Lookup | None, prefix: str = "") -> list[Problem]:
    """What must be mended before the text is saved; without a lookup, what it refers to may still be on its way."""
    if lookup is None:
        return [*compile_text(text, prefix).problems]
    return check_text(text, role=role, lookup=lookup, prefix=prefix)


def open_references(text: str, role: Role, *, prefix: str = "") -> list[Problem]:
    """What a draft still refers to in vain; publishing asks for it."""
    there = set(compile_text(text, prefix).problems)
    found = check_text(text, role=role, lookup=DatabaseLookup(now=timezone.now()), prefix=prefix)
    return [problem for problem in found if problem not in there]


def in_a_line(problem: Problem) -> str:
    """The problem with its place."""
    return gettext("Line %(line)d: %(message)s") % {"line": problem.line, "message": problem.message}


def _clean_markdown(text: str, instance: Any) -> str:
    role = instance.role if instance.role_id else None
    if role is None:
        problems = [*compile_text(text).problems]
    else:
        now = timezone.now()
        problems = text_problems(text, role, lookup=DatabaseLookup(now=now) if role.is_public(now) else None)
    if errors := [in_a_line(problem) for problem in problems]:
        raise ValidationError(errors)
    return text


def _still_to_come(form: forms.BaseForm, name: str, message: str) -> date | None:
    day: date | None = form.cleaned_data[name]
    if day and name in form.changed_data and day < timezone.localdate():
        raise ValidationError(message)
    return day
