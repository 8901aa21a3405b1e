"""A card in version 3.0, which every phone and mail program reads."""

from collections.abc import Iterator

from jobsearch.vcards.person import Person

# In octets, the end of the line not counted (RFC 2426).
_WIDTH = 75


def vcard(person: Person, *, uid: str = "") -> str:
    """The lines of a card, each with its end."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(person, uid))


def _lines(person: Person, uid: str) -> Iterator[str]:
    given, _space, family = person.name.rpartition(" ")
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"N:{_escaped(family)};{_escaped(given)};;;")
    fields = {
        "FN": person.name,
        "ORG": person.employer,
        "TITLE": person.job_title,
        "EMAIL;TYPE=INTERNET": person.email,
        "TEL;TYPE=VOICE": person.phone,
        "URL": person.link,
        "X-CONTACT-RELATION": person.relation,
        "X-CONTACT-HOW-MET": person.how_met,
        "X-CONTACT-MET-ON": person.met_on,
        "NOTE": person.notes,
        "UID": uid,
    }
    yield from (f"{key}:{_escaped(value)}" for key, value in fields.items() if value)
    yield "END:VCARD"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _folded(line: str) -> str:
    """Torn where it is too long, never inside a letter."""
    if line.isascii():
        # The space that says “it goes on” takes one of the places.
        rest = range(_WIDTH, len(line), _WIDTH - 1)
        return "\r\n ".join([line[:_WIDTH], *(line[start : start + _WIDTH - 1] for start in rest)])
    pieces, width = [""], 0
    for letter in line:
        size = len(letter.encode())
        if width + size > _WIDTH:
            pieces.append(" ")
            width = 1
        pieces[-1] += letter
        width += size
    return "\r\n".join(pieces)
