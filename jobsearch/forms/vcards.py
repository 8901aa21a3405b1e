"""A file of address cards as someone sends it: whom it names, who is known already, and what is damaged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobsearch.forms.contacts import ContactForm
from jobsearch.models import Contact
from jobsearch.vcards import Card, cards_of
from kit.csv_tables import TableError

LARGEST = 10 * 1024 * 1024
# What goes to the page and back without pictures.
MOST_TEXT = 2 * 1024 * 1024
MOST_CARDS = 1000
_FIELDS = ("name", "employer", "job_title", "email", "phone", "link", "how_met", "notes")
_END = re.compile(r"\r\n|\r|\n")
_QUOTED = 80
_NO_DIGIT = re.compile(r"\D")
# Fewer digits are an extension, and many people have the same.
_FEWEST_DIGITS = 7


class ImportForm(forms.Form):
    """The file with the cards."""

    file = forms.FileField(
        label=gettext_lazy("The file with address cards"),
        help_text=gettext_lazy("A .vcf file, up to 10 MB and 1,000 cards. You see every card before anyone is kept."),
        widget=forms.FileInput(attrs={"accept": ".vcf,text/vcard,text/x-vcard"}),
        error_messages={
            "required": gettext_lazy("Choose a .vcf file."),
            "invalid": gettext_lazy("Choose a .vcf file."),
            "empty": gettext_lazy("This file is empty. Export your contacts again, then choose it."),
        },
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            words = _("This file is larger than 10 MB. Export fewer people at a time, or leave their pictures out.")
            raise forms.ValidationError(words)
        return _text_of(file.read())


class PlacesField(forms.CharField):
    """Numbers with commas between them; whatever is none is left out."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=5 * MOST_CARDS)

    def to_python(self, value: Any) -> Any:
        """The numbers."""
        return [int(part) for part in (value or "").split(",") if part.isdecimal()]

    def run_validators(self, value: Any) -> None:
        """Nothing can be wrong with them: a number that is no place names nobody."""


class AgainForm(forms.Form):
    """Cards that were read, those still to be put right, and who is taken although someone looks the same."""

    good = forms.CharField(required=False, max_length=MOST_TEXT, strip=False)
    damaged = forms.CharField(required=False, max_length=MOST_TEXT, strip=False)
    step = forms.ChoiceField(choices=[(name, name) for name in ("look", "keep", "earlier", "later")])
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_CARDS)
    # Places among the good cards: who is ticked on pages that are not shown, and who has a box on this one.
    ticked = PlacesField()
    asked = PlacesField()
    take = forms.TypedMultipleChoiceField(required=False, coerce=int, choices=[(n, n) for n in range(MOST_CARDS)])

    def chosen(self) -> set[int]:
        """Everyone who is ticked, on this page and on the others; a page of boxes never is too many fields."""
        told = self.cleaned_data
        return ({*told["ticked"]} - {*told["asked"]}) | {*told["take"]}


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a line of the file, and what stands there."""

    line: int
    words: str
    quote: str


@dataclass(frozen=True)
class Row:
    """One card: whom it would add, whom they look like, or what must be put right."""

    card: Card
    contact: Contact | None = None
    same: str = ""
    errors: Sequence["Trouble"] = field(default_factory=tuple)


@dataclass(frozen=True)
class Preview:
    """What would happen if the cards were kept."""

    rows: Sequence[Row]

    @cached_property
    def good(self) -> Sequence[Row]:
        """Those that can be kept, whether they look like someone or not."""
        return [row for row in self.rows if row.contact]

    @cached_property
    def fresh(self) -> Sequence[Row]:
        """Those who look like nobody."""
        return [row for row in self.good if not row.same]

    @cached_property
    def known(self) -> Sequence[tuple[int, Row]]:
        """Those who look like someone, with their place among the good ones."""
        return [(place, row) for place, row in enumerate(self.good) if row.same]

    @cached_property
    def looked(self) -> Sequence[tuple[int, Row]]:
        """The good ones with their place, those who look like someone first."""
        return sorted(enumerate(self.good), key=lambda found: (not found[1].same, found[0]))

    @cached_property
    def bad(self) -> Sequence[Row]:
        """Those to put right."""
        return [row for row in self.rows if not row.contact]

    @cached_property
    def damaged(self) -> str:
        """Their text as it stood."""
        return "\n".join(row.card.source.strip("\n") for row in self.bad)


def preview_of(text: str, *, contacts: Iterable[Contact]) -> Preview:
    """Read cards; more of them than we take raises TableError with a sentence."""
    cards = [*islice(cards_of(text), MOST_CARDS + 1)]
    if len(cards) > MOST_CARDS:
        raise TableError(_("This file has more than 1,000 cards. Split it, and send one part after the other."))
    if not cards:
        raise TableError(_("There is no card in this file. A card begins with BEGIN:VCARD."))
    seen = {key: one.name for one in contacts for key in _keys(one)}
    lines = _END.split(text)
    preview = Preview([_row(card, seen, lines) for card in cards])
    if len(preview.damaged.encode()) > MOST_TEXT:
        raise TableError(_("Too much of this file is damaged. Export your contacts again, as vCard 3.0 or 4.0."))
    return preview


def _row(card: Card, seen: dict[str, str], lines: Sequence[str]) -> Row:
    values, errors = _checked(card) if card.person else ({}, [])
    if card.trouble:
        errors = [(card.trouble.line, card.trouble.said.read(_))]
    if errors:
        return Row(card, errors=[Trouble(line, words, lines[line - 1][:_QUOTED]) for line, words in errors])
    contact = Contact(**values)
    keys = [*_keys(contact)]
    same = next((seen[key] for key in keys if key in seen), "")
    for key in keys:
        seen.setdefault(key, contact.name)
    return Row(card, contact, same=same)


def _checked(card: Card) -> tuple[dict[str, object], list[tuple[int, str]]]:
    """The fields of a contact, checked as the form for one does it; else what is wrong, with the line."""
    said = vars(card.person) if card.person else {}
    values: dict[str, object] = {"relation": said["relation"] if said["relation"] in Contact.Relation.values else ""}
    errors = []
    for name in _FIELDS:
        try:
            values[name] = ContactForm.base_fields[name].clean(said[name])
        except forms.ValidationError as error:
            errors.append((said["lines"].get(name, card.line), " ".join(error.messages)))
    try:
        values["met_on"] = ContactForm.base_fields["met_on"].clean(said["met_on"])
    except forms.ValidationError:
        values["met_on"] = None
    return values, errors


def _keys(contact: Contact) -> Iterator[str]:
    """By what two are taken for one: an address, a number, a name."""
    if contact.email:
        yield f"email:{contact.email.casefold()}"
    digits = _NO_DIGIT.sub("", contact.phone)
    if len(digits) >= _FEWEST_DIGITS:
        yield f"phone:{digits[-10:]}"
    yield f"name:{' '.join(contact.name.casefold().split())}"


def _text_of(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding).replace("\x00", "")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace").replace("\x00", "")
