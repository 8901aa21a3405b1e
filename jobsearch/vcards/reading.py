"""Cards out of a file. A damaged one is told with its line and the reason, and takes no other with it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jobsearch.vcards.lines import DamagedCardError, Property, RawLine, property_of, raw_lines
from jobsearch.vcards.person import Person
from kit.said import Said
from kit.said import gettext_noop as _

# Pictures, sounds and keys: large, and nothing that a contact here could hold.
_LEFT_OUT = re.compile(r"\s*(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE | re.ASCII)
_EDGE = re.compile(r"\s*(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_VERSIONS = {"2.1", "3.0", "4.0"}
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)
_OWN = {"X-CONTACT-RELATION": "relation", "X-CONTACT-HOW-MET": "how_met", "X-CONTACT-MET-ON": "met_on"}
# Kinds that a number or an address has, in the order in which we would choose it.
_FIRST = ("pref", "cell", "work")


@dataclass(frozen=True)
class Card:
    """One card: the person on it, or what is wrong with it. The source is its text without pictures."""

    line: int
    source: str
    person: Person | None = None
    trouble: DamagedCardError | None = None


def cards_of(text: str) -> Iterator[Card]:
    """Every card of a text, and whatever stands between cards as a damaged one."""
    begun: list[RawLine] = []
    for line in raw_lines(text.removeprefix("\ufeff")):
        edge = _EDGE.fullmatch(line.text)
        if edge and edge[1].upper() == "END" and begun:
            yield _card([*begun, line])
            begun = []
        elif edge and edge[1].upper() == "BEGIN":
            if begun:
                yield _card(begun)
            begun = [line]
        elif begun or line.text.strip():
            begun.append(line)
    if begun:
        yield _card(begun)


def _card(lines: Sequence[RawLine]) -> Card:
    source = "\n".join(line.source for line in lines if not _LEFT_OUT.match(line.text))
    number = lines[0].number
    try:
        _check_edges(lines)
        inner = [line for line in lines[1:-1] if line.text.strip() and not _LEFT_OUT.match(line.text)]
        return Card(number, source, _person([property_of(line) for line in inner], number))
    except DamagedCardError as trouble:
        return Card(number, source, trouble=trouble)


def _check_edges(lines: Sequence[RawLine]) -> None:
    first, last = _EDGE.fullmatch(lines[0].text), _EDGE.fullmatch(lines[-1].text)
    if not first or first[1].upper() != "BEGIN":
        raise DamagedCardError(lines[0].number, Said(_("This stands outside a card. A card begins with BEGIN:VCARD.")))
    if not last or last[1].upper() != "END":
        raise DamagedCardError(lines[-1].number, Said(_("The card has no end. Write END:VCARD on a line below it.")))


def _person(said: Sequence[Property], line: int) -> Person:
    _check_version(said)
    emails, phones = _sorted(said, "EMAIL"), _sorted(said, "TEL")
    # A profile tells more than the front page of an employer.
    links = sorted((each for each in said if _is_link(each)), key=lambda each: "linkedin" not in each.text.lower())
    chosen: dict[str, Property] = {}
    for name, found in (("email", emails), ("phone", phones), ("link", links)):
        if found:
            chosen[name] = found[0]
    for each in said:
        if (name := _field(each)) and each.text:
            chosen.setdefault(name, each)
    values = {name: _value(name, each) for name, each in chosen.items()}
    values["name"] = _name(said) or values.get("employer", "")
    if not values["name"]:
        raise DamagedCardError(line, Said(_("The card names nobody. Add a line such as FN:Ana Ortiz.")))
    values["notes"] = "\n".join([*_notes(said), *_others([*emails[1:], *phones[1:], *links[1:]]), *_places(said)])
    return Person(**values, lines={"name": line} | {name: each.line for name, each in chosen.items()})


def _check_version(said: Iterable[Property]) -> None:
    for each in said:
        if each.name == "VERSION" and each.text not in _VERSIONS:
            words = Said(
                _("Version “%(version)s” is none that we read: 2.1, 3.0 and 4.0."), {"version": each.text[:20]}
            )
            raise DamagedCardError(each.line, words)


def _field(each: Property) -> str:
    return {"ORG": "employer", "TITLE": "job_title", "ROLE": "job_title", **_OWN}.get(each.name, "")


def _value(name: str, each: Property) -> str:
    if name == "employer":
        return ", ".join(part for part in each.parts if part)
    if name in {"email", "phone"}:
        return _bare(each)
    return each.text if name == "link" else " ".join(each.text.split())


def _bare(each: Property) -> str:
    """An address or a number without what the newest version puts before it."""
    return _SCHEME.sub("", each.text).replace(";ext=", " ext. ").strip()


def _sorted(said: Iterable[Property], name: str) -> list[Property]:
    def rank(each: Property) -> int:
        return next((place for place, kind in enumerate(_FIRST) if kind in each.kinds), len(_FIRST))

    return sorted((each for each in said if each.name == name and _bare(each)), key=rank)


def _is_link(each: Property) -> bool:
    return each.name in {"URL", "X-SOCIALPROFILE", "SOCIALPROFILE"} and bool(_WEB.fullmatch(each.text))


def _name(said: Sequence[Property]) -> str:
    """The whole name; else it is put together from its parts, family first in the file and last here."""
    for key in ("FN", "N", "NICKNAME"):
        for each in said:
            if each.name != key:
                continue
            family, given, middle, before, after, *_rest = [*each.parts, "", "", "", "", ""]
            words = f"{before} {given} {middle} {family} {after}" if key == "N" else each.text
            if words.strip():
                return " ".join(words.split())
    return ""


def _notes(said: Iterable[Property]) -> list[str]:
    return [each.text for each in said if each.name == "NOTE" and each.text]


def _others(more: Iterable[Property]) -> list[str]:
    """Further numbers and addresses, one a line, with their kind."""
    return [f"{_kind(each)}{_bare(each)}" for each in more]


def _places(said: Iterable[Property]) -> list[str]:
    places = [(each, ", ".join(part for part in each.parts if part)) for each in said if each.name == "ADR"]
    return [_kind(each) + " ".join(words.split()) for each, words in places if words]


def _kind(each: Property) -> str:
    known = [kind for kind in each.kinds if kind in {"home", "work", "cell", "fax", "other"}]
    return f"{', '.join(known).capitalize()}: " if known else ""
