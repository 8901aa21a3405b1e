"""Templates and their steps at the desk."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from plans.checking import step_troubles
from plans.models import PlanTemplate, TemplateStep
from plans.places import Places, done_here, place_choices

_SHORT = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField", "spellcheck": "true"})


class PlanTemplateForm(forms.ModelForm[PlanTemplate]):
    """A template without its steps."""

    class Meta:
        model = PlanTemplate
        fields = ["title", "slug", "role", "summary", "weeks", "is_published", "position"]
        widgets = {"summary": _SHORT}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "weeks" in self.fields:
            self.fields["weeks"] = forms.IntegerField(label=self.fields["weeks"].label, min_value=1, max_value=260)


class TemplateStepForm(forms.ModelForm[TemplateStep]):
    """One step."""

    class Meta:
        model = TemplateStep
        fields = ["title", "key", "hint", "week", "place", "doing", "times", "position"]
        widgets = {"hint": _SHORT}

    def __init__(self, *args: Any, places: Places | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names: dict[str, Any] = {
            "title": _("A small thing that one person can do in one sitting, or a few."),
            "hint": _("Why it matters, and how to do it well. People see it under the step."),
            "week": _("Counted from 1. The step is due on the last day of that week."),
            "doing": _("The app ticks the step off when it sees this done."),
            "times": _("How often in all, from the day on which the plan begins."),
        }
        for name, words in names.items():
            if name in self.fields:
                self.fields[name].help_text = words
        doing = self.fields.get("doing")
        if isinstance(doing, forms.ChoiceField):
            doing.choices = [("", _("People tick it off by hand")), *done_here(self.instance.doing)]
        if "place" in self.fields:
            self.fields["place"] = forms.ChoiceField(
                label=self.fields["place"].label, choices=places or place_choices, required=False
            )


class SingleStepForm(TemplateStepForm):
    """One step on a page of its own, checked beside the others of its template."""

    def clean(self) -> dict[str, Any]:
        """What the step alone cannot know."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            template = self.instance.template
            others = [*template.steps.exclude(pk=self.instance.pk)]
            said = [*step_troubles([*others, TemplateStep(**data)], weeks=template.weeks)]
            if said:
                raise forms.ValidationError(said)
        return data


class TemplateStepFormSet(forms.BaseInlineFormSet[TemplateStep, PlanTemplate, forms.ModelForm[TemplateStep]]):
    """The steps of one template, checked as one."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """The places, looked up once for all steps."""
        return super().get_form_kwargs(index) | {"places": self._places}

    @cached_property
    def _places(self) -> Places:
        return place_choices()

    def clean(self) -> None:
        """What no single step can know."""
        super().clean()
        if any(self.errors):
            return
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        steps = [form.instance for form in kept if not form.cleaned_data.get("DELETE")]
        said = [*step_troubles(steps, weeks=self.instance.weeks or 0)]
        if said:
            raise forms.ValidationError(said)
