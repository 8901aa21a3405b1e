"""Which resume a job is held against."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Application
from resumes.models import Version


class ResumeChoice(forms.Form):
    """One version: the newest of each resume, and those made for the ad."""

    resume = forms.ModelChoiceField(
        Version.objects.none(),
        label=_("Held against"),
        required=False,
        empty_label=None,
        error_messages={"invalid_choice": _("Choose a resume from the list.")},
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = Version.objects.owned_by(application.owner).to_hold_against(application.posting)
        field = self.fields["resume"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = versions.select_related("document").defer("text", "reading")
            field.label_from_instance = _called  # type: ignore[method-assign, assignment]

    def chosen(self) -> int | None:
        """The version that was asked for, else the one made for the ad, else the newest; None where there is none."""
        asked = self.cleaned_data.get("resume") if self.is_valid() else None
        first = asked or self.fields["resume"].queryset.first()  # type: ignore[attr-defined]
        return first.pk if first else None


def _called(version: Version) -> str:
    return _("%(title)s, version %(number)d") % {"title": version.document.title, "number": version.number}
