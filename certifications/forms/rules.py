"""A version of a rule at the desk: in fields that an editor fills in, or as JSON for those who prefer it."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certifications.actions.publishing_rules import rule_problem
from certifications.marks import LABELS, dimension_of
from certifications.models import RenewalRuleVersion
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule
from certifications.renewal.rules import Dimension, FirstCycle, Minimum, Rule, StartedMonth
from certifications.renewal.writing import hours_text, rule_body

_LINE = re.compile(
    r"(?P<tag>\S+)\s+(?P<hours>\S+)(?:\s+(?P<dimension>topic|audience|delivery|source))?(?P<not_first>\s+not first)?",
    re.IGNORECASE,
)
_LINES = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField", "spellcheck": "false"})
# Numbers and choices that stand in the body as they are filled in.
_PLAIN = (
    "total", "cycle_months", "carry_max", "grace_days", "reinstate_months", "needs_evidence", "first_cycle",
    "threshold_months", "short_total", "prorate_rate", "prorate_months", "requirement_rounding", "reinstate_total",
)  # fmt: skip
_MINIMUMS = ("minimums", "short_minimums", "reinstate_minimums")
_MAY_BE_NONE = {"prorate_rate", "requirement_rounding", "reinstate_total"}
FIELDS = (*_PLAIN, *_MINIMUMS, "caps", "excluded_tags", "unit_hours")


def _hours(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, help_text=help_text, required=required, min_value=0, max_digits=6, decimal_places=2
    )


class BodyField(forms.JSONField):
    """JSON, laid out so that an editor can read it."""

    def prepare_value(self, value: Any) -> Any:
        """The text in the box; what could not be read stays as it was typed."""
        return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)


class RuleVersionForm(forms.ModelForm[RenewalRuleVersion]):
    """One version of a rule. Its body is made of the fields below, unless the JSON itself was changed."""

    total = _hours(_("Hours in all"))
    cycle_months = forms.IntegerField(label=_("Months of a cycle"), min_value=1, max_value=120)
    minimums = forms.CharField(
        label=_("At least"),
        required=False,
        widget=_LINES,
        help_text=_(
            "One a line: mark and hours, such as “law 1”. Add “not first” where a first cycle does not ask for it, "
            "and topic, audience, delivery or source after a mark that is not on the list below."
        ),
    )
    caps = forms.CharField(
        label=_("At most"), required=False, widget=_LINES, help_text=_("One a line: mark and hours, such as “P 5”.")
    )
    excluded_tags = forms.CharField(
        label=_("Does not count"), required=False, help_text=_("Marks with commas between, such as in_service.")
    )
    needs_evidence = forms.BooleanField(label=_("Counts only with the certificate as a file"), required=False)
    carry_max = _hours(_("Hours that may be carried over"), _("Into the next cycle; 0 where none may."))
    unit_hours = forms.CharField(
        label=_("Hours in a unit"),
        required=False,
        widget=_LINES,
        help_text=_("One a line: unit and hours. Left empty: hour 1, ceu 10 (as ACPE counts), nha_credit 2."),
    )
    first_cycle = forms.ChoiceField(
        label=_("A first cycle asks for"),
        choices=[
            (FirstCycle.FULL.value, _("All of it")),
            (FirstCycle.EXEMPT.value, _("Nothing but the minimums that it keeps")),
            (FirstCycle.PRORATED.value, _("Its share by months")),
            (FirstCycle.THRESHOLD.value, _("A short list, if it is shorter than some months")),
        ],
    )
    prorate_rate = _hours(_("Hours a month"), _("Left empty: the total by the months of a cycle."), required=False)
    prorate_months = forms.ChoiceField(
        label=_("A month that was begun"),
        choices=[
            (StartedMonth.LEFT_OUT.value, _("Is left out")),
            (StartedMonth.COUNTED.value, _("Counts")),
        ],
    )
    requirement_rounding = _hours(
        _("Rounded up to"), _("A step, such as 0.5; left empty: not rounded."), required=False
    )
    threshold_months = forms.IntegerField(label=_("Short list below so many months"), min_value=0, max_value=120)
    short_total = _hours(_("Hours of the short list"))
    short_minimums = forms.CharField(label=_("At least, in the short list"), required=False, widget=_LINES)
    grace_days = forms.IntegerField(label=_("Days in which it can be renewed late"), min_value=0, max_value=3660)
    reinstate_months = forms.IntegerField(
        label=_("Months in which it can be reinstated"), min_value=0, max_value=120, help_text=_("0 where it cannot.")
    )
    reinstate_total = _hours(_("Hours for reinstatement"), _("Left empty: as for a renewal."), required=False)
    reinstate_minimums = forms.CharField(label=_("At least, for reinstatement"), required=False, widget=_LINES)
    body = BodyField(
        label=_("The same as JSON"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField", "spellcheck": "false"}),
        help_text=_(
            "Made of the fields above. Whoever changes it here changes the rule; then leave those as they are."
        ),
        error_messages={"invalid": _("This is not valid JSON. Look for a missing comma or quotation mark.")},
    )

    class Meta:
        model = RenewalRuleVersion
        fields = [
            "rule", "number", "in_force_from", "in_force_until", "anchor", "anchor_month", "anchor_day", "body",
            "renewal_fee", "late_fee", "reinstatement_fee", "summary", "source", "source_words", "as_of", "checked_on",
            "review_by", "confidence",
        ]  # fmt: skip
        widgets = {"summary": forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        try:
            values = _in_fields(read_rule(self.instance.body))
        except ReadingError:
            values = _in_fields(Rule())
        self.initial = {**values, **self.initial}
        self.initial["body"] = self.instance.body
        if "minimums" in self.fields:
            marks = ", ".join(f"{tag} ({label})" for tag, label in LABELS.items())
            self.fields["minimums"].help_text = f"{self.fields['minimums'].help_text} {gettext('Marks: %s.') % marks}"

    def clean(self) -> dict[str, Any]:
        """The body, from the fields or from the JSON; never from both."""
        data = super().clean() or self.cleaned_data
        if "total" not in self.fields or self.errors.keys() & {*FIELDS, "body"}:
            return data
        changed = set(self.changed_data)
        if "body" in changed and changed & {*FIELDS}:
            self.add_error(
                "body", gettext("You changed the fields and the JSON. Change one of them, and leave the other.")
            )
        elif "body" in changed:
            self._take(data.get("body"), at_field=False)
        else:
            self._take(self._from_fields(data), at_field=True)
        return data

    def _from_fields(self, data: Mapping[str, Any]) -> dict[str, Any]:
        body = {name: _value(data[name]) for name in _PLAIN if not (name in _MAY_BE_NONE and data[name] is None)}
        for name in _MINIMUMS:
            body[name] = [self._minimum(name, line) for line in _lines(data[name])]
        body["caps"] = [{"tag": tag, "hours": hours} for tag, hours in self._pairs("caps", data)]
        body["excluded_tags"] = [tag.strip() for tag in data["excluded_tags"].split(",") if tag.strip()]
        if units := self._pairs("unit_hours", data):
            body["unit_hours"] = dict(units)
        return body

    def _minimum(self, name: str, line: str) -> dict[str, Any]:
        found = _LINE.fullmatch(line)
        if found is None:
            self.add_error(name, gettext("Write mark and hours, such as “law 1”, not “%s”.") % line)
            return {"tag": "?", "hours": "0"}
        dimension = (found["dimension"] or "").lower() or dimension_of(found["tag"]) or Dimension.TOPIC
        return {
            "tag": found["tag"],
            "hours": found["hours"],
            "dimension": str(dimension),
            "in_first_cycle": not found["not_first"],
        }

    def _pairs(self, name: str, data: Mapping[str, Any]) -> list[tuple[str, str]]:
        pairs = []
        for line in _lines(data[name]):
            words = line.split()
            if len(words) != 2:  # noqa: PLR2004 -- a name and a number
                self.add_error(name, gettext("Write a name and a number, such as “P 5”, not “%s”.") % line)
            else:
                pairs.append((words[0], words[1]))
        return pairs

    def _take(self, body: object, *, at_field: bool) -> None:
        try:
            rule = read_rule(body)
        except ReadingError as error:
            field, _bracket, rest = error.key.removeprefix("rule").lstrip(".").partition("[")
            name, said = field.partition(".")[0], error.said.read(gettext)
            if not at_field:
                self.add_error("body", f"{error.key}: {said}.")
            elif name in self.fields:
                line = gettext("Line %d: ") % (int(rest.partition("]")[0]) + 1) if rest else ""
                self.add_error(name, f"{line}{capfirst(said)}.")
            else:
                self.add_error(None, f"{error.key}: {said}.")
        else:
            self.cleaned_data["body"] = rule_body(rule)

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors and "anchor" in self.fields and (problem := rule_problem(self.instance)):
            self.add_error("anchor", ValidationError(problem))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _value(value: Any) -> Any:
    return value if isinstance(value, bool | int) else str(value)


def _in_fields(rule: Rule) -> dict[str, Any]:
    """A rule as the fields show it."""
    usual = Rule()
    shown: dict[str, Any] = {name: getattr(rule, name) for name in _PLAIN}
    shown |= {name: "\n".join(_minimum_line(part) for part in getattr(rule, name)) for name in _MINIMUMS}
    shown["caps"] = "\n".join(f"{cap.tag} {hours_text(cap.hours)}" for cap in rule.caps)
    shown["excluded_tags"] = ", ".join(sorted(rule.excluded_tags))
    units = {} if rule.unit_hours == usual.unit_hours else rule.unit_hours
    shown["unit_hours"] = "\n".join(f"{unit} {hours_text(hours)}" for unit, hours in units.items())
    for name in ("first_cycle", "prorate_months"):
        shown[name] = str(shown[name])
    return shown


def in_words(body: object) -> Iterator[tuple[Any, str]]:
    """What a body says beyond the defaults, field by field."""
    try:
        rule, usual = read_rule(body), _in_fields(Rule())
    except ReadingError as error:
        yield _("cannot be read"), f"{error.key}: {error.said.read(gettext)}"
        return
    for name, value in _in_fields(rule).items():
        if value != usual[name] or name in {"total", "cycle_months"}:
            field = RuleVersionForm.base_fields[name]
            choices: dict[Any, Any] = {**dict(getattr(field, "choices", ()))}
            yield field.label, _shown(choices.get(value, value))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return hours_text(value) if isinstance(value, Decimal) else ", ".join(str(value).splitlines())


def _minimum_line(minimum: Minimum) -> str:
    usual = dimension_of(minimum.tag) or Dimension.TOPIC
    dimension = "" if minimum.dimension == usual else f" {minimum.dimension}"
    not_first = "" if minimum.in_first_cycle else " not first"
    return f"{minimum.tag} {hours_text(minimum.hours)}{dimension}{not_first}"


class EndForm(forms.Form):
    """The last day on which a published version is in force; it can be said once."""

    ends_on = forms.DateField(label=_("In force until"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, version: RenewalRuleVersion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version

    def clean_ends_on(self) -> date:
        """A day of its own time, said for the first time."""
        day: date = self.cleaned_data["ends_on"]
        if self.version is None or not self.version.is_published or self.version.in_force_until is not None:
            raise ValidationError(gettext("This version is a draft, or has ended already."))
        if day < self.version.in_force_from:
            raise ValidationError(gettext("The last day in force must not come before the first."))
        return day
