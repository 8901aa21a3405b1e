"""One row of a table of applications: its cells, checked and turned into what an application is made of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Choices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Role
from jobsearch.actions.bringing import Told
from jobsearch.models import Application, FollowUp, Posting, StageChange
from jobsearch.models.posting import LONGEST
from jobsearch.reading import pay_of
from jobsearch.tables.columns import PER_WORDS, SOURCE_WORDS, STAGE_WORDS, WAY_WORDS
from kit.csv_tables import DAYS
from kit.fields import DayField

_DAY_WORDS: Final = gettext_lazy("Write the day as 2026-11-23, 11/23/2026 (month first) or 23 November 2026.")
_NUMBER_WORDS: Final = gettext_lazy("Write the amount as a number, such as 18.50.")
_NEEDS_NO_DAY: Final = (*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN)
_LINE: Final = re.compile(r"(?P<on>\d{4}-\d\d-\d\d)\s+(?P<what>[^:]+?)\s*(?::\s*(?P<note>.*))?")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")
_LONGEST_NOTE: Final = 300

Line = tuple[date, str, str]


class DayCell(DayField):
    """A day as tables have it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, error_messages={"invalid": _DAY_WORDS}, **kwargs)
        self.input_formats = [*self.input_formats, *DAYS]


class AmountCell(forms.DecimalField):
    """An amount with or without a sign for the currency."""

    def __init__(self) -> None:
        words = {"invalid": _NUMBER_WORDS}
        super().__init__(required=False, min_value=0, max_digits=9, decimal_places=2, error_messages=words)

    def to_python(self, value: Any) -> Any:
        """A comma between thousands, or before the cents."""
        bare = re.sub(r"[$€£\s]", "", value or "")
        if _THOUSANDS.fullmatch(bare):
            bare = bare.replace(",", "")
        elif _DECIMAL_COMMA.fullmatch(bare):
            bare = bare.replace(",", ".")
        return super().to_python(bare)


class WordCell(forms.CharField):
    """One of our words, the word that stands for it in the database, or one of another program."""

    def __init__(self, choices: type[Choices], also: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.choices, self.also = choices, also
        self.known: Mapping[str, str] = {}

    def to_python(self, value: Any) -> str:
        """The word of the database."""
        text = super().to_python(value)
        if not text:
            return ""
        found = self.known.get(_plain(text))
        if found is None:
            words = _("“%(word)s” is not one of these words: %(words)s.")
            allowed = ", ".join(str(label) for label in self.choices.labels)
            raise ValidationError(words % {"word": text[:40], "words": allowed})
        return found


class RowForm(forms.Form):
    """The cells of one row. The form is made once and reads one row after the other."""

    title = forms.CharField(max_length=160, error_messages={"required": gettext_lazy("Write the job title.")})
    employer = forms.CharField(max_length=160, required=False)
    place = forms.CharField(max_length=160, required=False)
    stage = WordCell(Application.Stage, STAGE_WORDS)
    applied_on = DayCell(latest=timezone.localdate)
    next_action = forms.CharField(max_length=200, required=False)
    next_on = DayCell()
    way = WordCell(Application.Way, WAY_WORDS)
    whom = forms.CharField(max_length=120, required=False)
    confirmation = forms.CharField(max_length=80, required=False)
    source = forms.CharField(max_length=80, required=False)
    source_name = forms.CharField(max_length=80, required=False)
    link = forms.URLField(
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Write a whole web address, such as https://example.org/jobs/7.")},
    )
    closes_on = DayCell()
    pay_low = AmountCell()
    pay_high = AmountCell()
    pay_per = WordCell(Posting.Per, PER_WORDS)
    pay = forms.CharField(max_length=200, required=False)
    hours = forms.CharField(max_length=120, required=False)
    guide = forms.CharField(max_length=200, required=False)
    saved_on = DayCell(latest=timezone.localdate)
    last_on = DayCell(latest=timezone.localdate)
    log = forms.CharField(max_length=LONGEST, required=False)
    follow_ups = forms.CharField(max_length=LONGEST, required=False)
    notes = forms.CharField(max_length=6000, required=False)
    musts = forms.CharField(max_length=6000, required=False)
    nices = forms.CharField(max_length=6000, required=False)
    text = forms.CharField(max_length=LONGEST, required=False)

    def __init__(self, *, roles: Iterable[Role], today: date) -> None:
        super().__init__({})
        self.roles, self.today = {_plain(role.title): role for role in roles}, today
        self.stages, self.ways = _learned(self.fields["stage"]), _learned(self.fields["way"])
        self.sources = _known(Posting.Source, SOURCE_WORDS)
        _learned(self.fields["pay_per"])
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and field.max_length:
                field.error_messages["max_length"] = _("At most %(limit_value)d characters fit here.")

    def read(self, cells: Mapping[str, str]) -> Told | None:
        """What the row says; nothing where something must be put right first."""
        self.data = dict(cells)
        self.full_clean()
        if self.errors:
            return None
        values = self.cleaned_data
        log = [StageChange(on=on, stage=stage, note=note) for on, stage, note in values["log"]]
        asked = [FollowUp(on=on, way=way, note=note) for on, way, note in values["follow_ups"]]
        return Told(values, log, asked, role=self.roles.get(_plain(values["guide"])))

    def clean_log(self) -> list[Line]:
        """Stages with their days, one a line."""
        example = _("Write a stage and its day in each line, such as “2026-11-05 Applied”.")
        return self._lines("log", self.stages, example)

    def clean_follow_ups(self) -> list[Line]:
        """The days on which one asked, and how."""
        return self._lines("follow_ups", self.ways, _("Write a day and how in each line, such as “2026-11-15 E-mail”."))

    def clean(self) -> dict[str, Any]:
        """What a table leaves out follows from the rest."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        self._place_source(values)
        self._settle_pay(values)
        if values["next_on"] and not values["next_action"]:
            values["next_action"] = _("Follow up")
        self._settle_stage(values)
        if not self.errors:
            values["log"] = self._whole_log(values)
        return values

    def _place_source(self, values: dict[str, Any]) -> None:
        """A place that is none of ours is kept by its name."""
        said = values["source"]
        values["source"] = self.sources.get(_plain(said), Posting.Source.OTHER if said else "")
        if said and _plain(said) not in self.sources and not values["source_name"]:
            values["source_name"] = said

    def _settle_pay(self, values: dict[str, Any]) -> None:
        found = pay_of(f"Pay: {values['pay']}") if values["pay"] else None
        if found and values["pay_low"] is None and values["pay_high"] is None:
            pay = found.value
            values |= {"pay_low": pay.low, "pay_high": pay.high, "pay_per": values["pay_per"] or pay.per}
        low, high = values["pay_low"], values["pay_high"]
        if low is not None and high is not None and low > high:
            self.add_error("pay_low", _("The lower end of the pay is above the upper end. Swap them."))

    def _settle_stage(self, values: dict[str, Any]) -> None:
        """Whatever came after the application needs its day."""
        log: Sequence[Line] = values["log"]
        sent = [on for on, stage, _note in log if stage not in _NEEDS_NO_DAY]
        values["stage"] = values["stage"] or (log[-1][1] if log else self._first_stage(values))
        if values["stage"] not in _NEEDS_NO_DAY and not values["applied_on"]:
            values["applied_on"] = sent[0] if sent else None
            if not sent:
                self.add_error("applied_on", _("Write the day on which you applied."))

    def _first_stage(self, values: Mapping[str, Any]) -> str:
        return Application.Stage.APPLIED if values["applied_on"] else Application.Stage.SAVED

    def _whole_log(self, values: Mapping[str, Any]) -> list[Line]:
        """The log that the table has, brought to the stage that the row names; without one, what its days tell."""
        log: list[Line] = [*values["log"]]
        applied, stage = values["applied_on"], values["stage"]
        latest = values["last_on"] or self.today
        if not log:
            log.append((values["saved_on"] or applied or latest, Application.Stage.SAVED, ""))
            if applied and stage not in Application.BEFORE_APPLYING:
                log.append((applied, Application.Stage.APPLIED, ""))
        if log[-1][1] != stage:
            log.append((max(latest, log[-1][0]), stage, ""))
        return log

    def _lines(self, name: str, known: Mapping[str, str], example: str) -> list[Line]:
        found = []
        for text in filter(None, (line.strip() for line in self.cleaned_data[name].splitlines())):
            told = _LINE.fullmatch(text)
            on, what = _day(told["on"], self.today) if told else None, known.get(_plain(told["what"])) if told else None
            if told is None or on is None or what is None:
                words = _("“%(line)s” cannot be read.") % {"line": text[:60]}
                raise ValidationError(f"{words} {example}")
            found.append((on, what, (told["note"] or "")[:_LONGEST_NOTE]))
        return found


def _day(text: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day <= today else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _known(choices: type[Choices], also: Mapping[str, str]) -> Mapping[str, str]:
    ours = {_plain(str(word)): value for value, label in choices.choices for word in (value, label)}
    return {**also, **ours}


def _learned(field: forms.Field) -> Mapping[str, str]:
    assert isinstance(field, WordCell)  # noqa: S101 -- for types alone
    field.known = _known(field.choices, field.also)
    return field.known
