"""A table of courses as someone sends it: which columns it has, and what each row says."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.forms.ce import CreditForm, ServesField
from certifications.ledger.rows import marks_words, quantity_words
from certifications.marks import LABELS, mark_label
from certifications.models import CECredit, HeldCredential
from kit.csv_tables import DAYS, TableError, cells_of, columns_of, rows_of
from kit.fields import TableFileField

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 2000
# What a column may be called: by us first, then by others.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "course", "course title", "activity title", "title of the course", "name"),
    "provider": ("provider", "sponsor", "provider name"),
    "completed_on": ("completed on", "date", "date completed", "completion date", "completed", "participation date"),
    "quantity": ("hours", "how much", "quantity", "contact hours", "ce hours", "amount"),
    "unit": ("unit", "units"),
    "activity_id": ("activity number", "uan", "activity id", "acpe number", "acpe uan"),
    "tags": ("marks", "tags", "topic", "topics"),
    "serves": ("credentials", "credential", "put towards", "certification"),
}
# So many unknown names of a row are told; more would help nobody.
_MOST_NAMED = 3
NEEDED = ("title", "completed_on", "quantity")
_UNITS = {
    **dict.fromkeys(("", "h", "hr", "hrs", "hour", "hours", "contact hour", "contact hours"), CECredit.Unit.HOUR),
    **dict.fromkeys(("ceu", "ceus"), CECredit.Unit.CEU),
    **dict.fromkeys(("nha credit", "nha credits", "nha_credit"), CECredit.Unit.NHA_CREDIT),
}
_WRONG_DATE = gettext_lazy("Write the date as 2026-11-23, 11/23/2026 (month first) or 23 November 2026.")


class ImportForm(forms.Form):
    """The file, and what its courses are put towards where a row does not say."""

    file = TableFileField(
        label=gettext_lazy("The CSV file"),
        help_text=gettext_lazy("Up to 2 MB and 2,000 courses. You see every row before anything is kept."),
        megabytes=2,
    )
    serves = ServesField()

    def __init__(self, *args: Any, helds: Sequence[HeldCredential], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helds = helds
        field = self.fields["serves"]
        if isinstance(field, ServesField):
            field.offer(helds)
            field.help_text = _("For courses whose row names no credential.")
        if not helds:
            del self.fields["serves"]


class ConfirmForm(forms.Form):
    """The text that was looked through, sent back to be kept. It is read and checked again."""

    text = forms.CharField(max_length=LARGEST, strip=False)
    serves = ServesField()

    def __init__(self, *args: Any, helds: Sequence[HeldCredential], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["serves"]
        if isinstance(field, ServesField):
            field.offer(helds)


@dataclass(frozen=True)
class ImportRow:
    """One row: the course it stands for, or what must be put right in it."""

    line: int
    title: str
    credit: CECredit | None = None
    helds: list[HeldCredential] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    repeats: str = ""

    @property
    def amount(self) -> str:
        """How much it is, with its unit."""
        return quantity_words(self.credit) if self.credit else ""

    @property
    def marks(self) -> str:
        """Its marks in words."""
        return marks_words(self.credit) if self.credit else ""


@dataclass(frozen=True)
class Preview:
    """What would happen if the table were kept."""

    rows: list[ImportRow]
    ignored: list[str]

    @property
    def bad(self) -> list[ImportRow]:
        """Rows with something to put right."""
        return [row for row in self.rows if row.errors]

    @property
    def repeated(self) -> list[ImportRow]:
        """Rows that stand in the ledger already, or in the table twice."""
        return [row for row in self.rows if row.repeats]

    @property
    def good(self) -> list[ImportRow]:
        """Rows that would be kept."""
        return [row for row in self.rows if row.credit is not None and not row.repeats]


def preview_of(
    text: str,
    *,
    owner: Any,
    helds: Sequence[HeldCredential],
    serves: Collection[str],
    known: Iterable[CECredit],
    asked: Collection[str] = (),
) -> Preview:
    """Read a table; a table of another shape raises TableError with a sentence."""
    rows = rows_of(text)
    if not rows:
        raise TableError(_("There is nothing in this file."))
    columns, ignored = columns_of(rows[0][1], COLUMNS, needed=NEEDED)
    if len(rows) - 1 > MOST_ROWS:
        words = _("This file has %(rows)d courses; 2,000 is the most at a time. Split it into several files.")
        raise TableError(words % {"rows": len(rows) - 1})
    if len(rows) == 1:
        raise TableError(_("This file has a head, and no course below it."))
    reader = _Reader(owner, _row_form(helds, asked), serves, known)
    return Preview([reader.read(line, cells_of(cells, columns)) for line, cells in rows[1:]], ignored)


def _row_form(helds: Sequence[HeldCredential], asked: Collection[str]) -> CreditForm:
    """The form that also checks a course written by hand, with the dates that tables have."""
    form = CreditForm({}, helds=helds, asked=asked)
    day = form.fields["completed_on"]
    if isinstance(day, forms.DateField):
        day.input_formats = [*day.input_formats, *DAYS]
    day.error_messages["invalid"] = _WRONG_DATE
    return form


class _Reader:
    """Reads rows one after the other, and remembers which courses it has seen."""

    def __init__(self, owner: Any, form: CreditForm, serves: Collection[str], known: Iterable[CECredit]) -> None:
        self._owner, self._serves, self._form = owner, [*serves], form
        self._by_name = {name.casefold(): str(held.pk) for held in form.helds for name in _names(held)}
        self._marks = {name.casefold(): tag for tag in (*form.asked, *LABELS) for name in (tag, mark_label(tag))}
        self._seen = {key: _("It stands on your list already.") for credit in known for key in _keys(credit)}

    def read(self, line: int, cells: Mapping[str, str]) -> ImportRow:
        """One row; the same form checks it that checks a course written by hand."""
        tags, wrong_tags = _looked_up(cells.get("tags", ""), self._marks)
        serves, wrong_helds = _looked_up(cells.get("serves", ""), self._by_name)
        data = {**cells, "tags": tags, "serves": serves or self._serves}
        data["unit"] = _UNITS.get(cells.get("unit", "").casefold(), cells.get("unit", ""))
        # One form for all rows: making its fields anew takes longer than reading them.
        form = self._form
        form.data = data
        form.full_clean()
        errors = [str(error) for found in form.errors.values() for error in found]
        errors += [_("“%s” is no mark that we know. Use a mark of the template.") % name for name in wrong_tags]
        errors += [
            _("You hold no credential called “%s”. Use its name as it stands here.") % name for name in wrong_helds
        ]
        title = cells.get("title", "")[:80]
        if errors:
            return ImportRow(line, title, errors=errors)
        credit = form.fill(CECredit(owner=self._owner))
        return ImportRow(line, title, credit, form.chosen_helds(), repeats=self._repeats(line, credit))

    def _repeats(self, line: int, credit: CECredit) -> str:
        keys = _keys(credit)
        found = next((self._seen[key] for key in keys if key in self._seen), "")
        for key in keys:
            self._seen.setdefault(key, _("It stands in line %d of this table already.") % line)
        return found


def _names(held: HeldCredential) -> Iterator[str]:
    yield held.title
    if held.name:
        yield held.name
    if held.credential is not None:
        yield from filter(None, (held.credential.abbreviation, held.credential.name))


def _keys(credit: CECredit) -> list[tuple[str, ...]]:
    """What makes two courses the same: the activity number and the day, or title, day and hours."""
    day, number = credit.completed_on.isoformat(), credit.activity_id.strip().casefold()
    by_title = ("title", credit.title.casefold(), day, f"{credit.quantity.normalize():f}", str(credit.unit))
    return [by_title, ("number", number, day)] if number else [by_title]


def _looked_up(cell: str, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The parts of a cell that are known, and those that are not."""
    if cell.strip().casefold() in known:
        return [known[cell.strip().casefold()]], []
    parts = [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]
    found = [known[part.casefold()] for part in parts if part.casefold() in known]
    return found, [part[:40] for part in parts if part.casefold() not in known][:_MOST_NAMED]
