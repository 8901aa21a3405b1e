"""Five dimensions, rated by the same words whoever rates."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from interviews.models import Rating
from interviews.rubric import RUBRIC, STEPS, Dimension


class RatingForm(forms.ModelForm[Rating]):
    """One person's rating of one answer. `optional`: all of it may be left out, but not half of it."""

    class Meta:
        model = Rating
        fields = ["author_name", *Rating.DIMENSIONS]

    def __init__(self, *args: Any, named: bool = False, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.optional = optional
        for dimension in RUBRIC:
            self.fields[dimension.key] = _scale(dimension)
        if named:
            name = self.fields["author_name"]
            name.required = True
            name.error_messages["required"] = _("Write your name, so that they know who says it.")
        else:
            del self.fields["author_name"]

    @property
    def rows(self) -> Iterator[BoundField]:
        """The five scales in their order."""
        return (self[dimension.key] for dimension in RUBRIC)

    @property
    def is_left_out(self) -> bool:
        """Whether nothing at all was rated, where that is allowed."""
        return self.optional and not any(self.data.get(self.add_prefix(each.key)) for each in RUBRIC)

    def full_clean(self) -> None:
        """A rating that was left out needs none of its steps."""
        for dimension in RUBRIC:
            self.fields[dimension.key].required = not (self.is_bound and self.is_left_out)
        super().full_clean()

    def _post_clean(self) -> None:
        """Nothing is checked against the database for a rating that is not kept."""
        if not self.is_left_out:
            super()._post_clean()  # type: ignore[misc]


def _scale(dimension: Dimension) -> forms.TypedChoiceField:
    missing = _("Choose one of the five steps for “%(name)s”.") % {"name": dimension.name}
    return forms.TypedChoiceField(
        label=str(dimension.name),
        coerce=int,
        choices=[(step, dimension.words(step)) for step in STEPS],
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )
