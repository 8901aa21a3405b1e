"""Where a person or an employer is: "Columbus, OH 43215", "Leeds, UK", "Remote"."""

import re
from functools import cache
from itertools import islice

from resumes.review.parsed import Piece
from resumes.review.understanding.memory import remembered
from resumes.review.understanding.pieces import cut, strip, tokens
from resumes.review.understanding.words import parts, words

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪĶĽŁŃŌŘŚŞŠŤŪŹŻŽİ]"
_CITY_WORD = rf"(?:[dDlL]['’])?{_CAPITAL}[\w'’.-]*"
_CITY = (
    rf"(?!(?i:city|town|county|state|village)\sof\b){_CITY_WORD}"
    rf"(?:[ ](?:(?:de|del|la|las|los|of|am|an|der|on|upon|le|les|du)[ ]){{0,2}}{_CITY_WORD}){{0,3}}"
)
_ZIP = r"(?:\s*,?\s*(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})(?!\w))?"
# A line that names more places than these is no address.
MOST_PLACES = 20
_POSTAL = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")
STREET = re.compile(
    r"\b(?:\d+\w?\s+(?:[NSEW]\.?\s+)?(?:[\w'’.]+\s+){1,4}?(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|blvd|boulevard|dr(?:ive)?|lane|ln|"
    r"c(?:our)?t|way|pl(?:ace)?|pike|circle|cir|ter(?:race)?|h(?:igh)?wy|highway|parkway|pkwy|trail|trl|loop|square|sq|plaza)"
    r"\b\.?|p\.?\s?o\.?\s+box\s+\d+|(?:apt|unit|suite|ste|hc|rr)\b\.?\s*#?\d+\w?)",
    re.IGNORECASE,
)


@cache
def _regions() -> str:
    places = parts("places")
    codes = [code for line in places["region"] for code in line.split()]
    names = [name for line in places["name"] for name in line.split("|")]
    short = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    long = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return rf"(?:(?:{short}|(?i:{long}))(?!\w)\.?)"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    region = _regions()
    cities = "|".join(re.escape(name) for line in parts("places")["city"] for name in line.split("|"))
    codes = "|".join(re.escape(code) for line in parts("places")["region"] for code in line.split())
    return (
        re.compile(rf"(?P<city>{_CITY}),?\s(?:[A-Z]{{1,2}}\d[A-Z\d]?\s\d[A-Z]{{2}})(?!\w)"),
        re.compile(rf"(?P<city>{_CITY}),\s*(?:{codes})(?!\w)\.?{_ZIP}(?:,\s*{region})?"),
        re.compile(rf"(?P<city>{_CITY}),\s*{region}(?:,?\s+{region})?{_ZIP}(?:,\s*{region})?"),
        re.compile(rf"(?P<city>(?i:{cities})),?\s+{region}{_ZIP}(?!\w)"),
        re.compile(rf"(?:^|(?<=[,|•·–—/-]\s)|(?<=\t))(?P<city>{_CITY})\s{region}{_ZIP}(?=\s*(?:$|[|•·,–—\t/-]))"),
        re.compile(
            rf"(?:^|(?<=[,|•·–—/-]\s)|(?<=[,\t(]))(?P<city>(?i:{cities}))(?!\w)(?:\s(?:area|base|metro|region|office))?(?=\s*(?:$|[|•·,–—\t)(/-]))"
        ),
        re.compile(rf"(?<=[,|•·–—(-]\s)(?P<city>){region}{_ZIP}(?=\s*$)"),
    )


def places(piece: Piece) -> list[Piece]:
    """Every place in a piece of one line; none overlaps another."""
    return [cut(piece, start, end) for start, end in _spans(piece.text)]


@cache
def _beginnings() -> frozenset[str]:
    """A word of every region and city, in small letters: a text without any of them names no place."""
    known = parts("places")
    names = [name for part in ("name", "city") for line in known[part] for name in line.split("|")]
    codes = [code for line in known["region"] for code in line.split()]
    return frozenset(tokens(name)[0] for name in [*names, *codes])


@remembered
def _spans(text: str) -> list[tuple[int, int]]:
    """Where the places stand, looked for from the surest form on."""
    found: list[tuple[int, int]] = []
    if not (_beginnings() & set(tokens(text)) or _POSTAL.search(text)):
        return found
    whole = Piece(text, 0, len(text))
    for form in _forms():
        for match in islice(form.finditer(text), MOST_PLACES):
            place = strip(cut(whole, match.start(), match.end()), " ,\t")
            if not place.text or _is_organization(match["city"]):
                continue
            if not any(place.start < end and start < place.end for start, end in found):
                found.append((place.start, place.end))
    return sorted(found)


def _is_organization(city: str) -> bool:
    """Whether what stands before a region is an employer or a school: "Valley Hospital, OH"."""
    found = tokens(city)
    if len(found) > 1 and found[-1] in words("title_nouns") - words("surnames"):
        # "Registered Nurse, Ohio"
        return True
    return len(found) > 1 and any(word in _organizations() for word in found)


@cache
def _organizations() -> frozenset[str]:
    known = parts("organizations")
    towns = {
        "city",
        "county",
        "club",
        "center",
        "force",
        "air",
        "bank",
        "mill",
        "mills",
        "water",
        "grove",
        "inn",
        "port",
        "of",
        "park",
        "bay",
        "express",
    }
    schools = {
        "universidad",
        "université",
        "university",
        "college",
        "school",
        "academy",
        "institute",
        "lycée",
        "escuela",
    }
    return frozenset(" ".join([*known["end"], *known["word"]]).split()) - towns | schools


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{_regions()}{_ZIP}")


@remembered
def is_place(text: str) -> bool:
    """Whether the text is a place and nothing else."""
    text = text.strip(" ,.()|\t")
    whole = Piece(text, 0, len(text))
    if any(place.text == text for place in places(whole)):
        return True
    return bool(_beginnings() & set(tokens(text)) and _alone().fullmatch(text))
