"""Whether words say that somebody has a thing, or only that they do not, not yet, or wish to."""

import re

from resumes.review.matching.index import Index, Place
from resumes.review.matching.wordlists import any_of

_ARTICLE = r"(?:an?\s+|the\s+|any\s+|my\s+)?"
_KNOWING = (
    r"(?:(?:experience|training|exposure|knowledge|background|familiarity|certification|practice|skills?|work)\s+"
    r"(?:yet\s+)?(?:with|in|of|using|as|on)\s+)"
)
_KINDS = (
    r"(?:(?:prior|formal|direct|previous|professional|hands-on|current|paid|real|actual|specific|valid|active|yet)\s+)*"
)
_NOT = re.compile(
    rf"(?:\b(?:no|zero|little|without|lack(?:s|ing)?(?:\s+of)?|minimal)\s+{_KINDS}{_KNOWING}?{_ARTICLE}|"
    rf"(?:\bnot|\bnever|n['’]t|\bnor|\bcannot)\s+(?:yet\s+|currently\s+|been\s+|be\s+)*"
    r"(?:(?:certified|licensed|registered|experienced|trained|familiar|proficient|skilled|qualified|used?|work(?:ed)?|"
    r"handled?|operated?|done|performed?|held?|hold|had|have|taken|passed)\s+)?(?:yet\s+)?(?:in\s+|with\s+|as\s+|on\s+)?"
    rf"{_KNOWING}?{_ARTICLE})$",
    re.IGNORECASE,
)
_NOT_EVEN = re.compile(r"\bnot (?:only|just|merely|least)\b|\bno (?:fewer|less)\b|\bNo\.\s", re.IGNORECASE)
_WISHES = (
    r"(?:willing|eager|hop(?:e|es|ing)|want(?:s|ing)?|wish(?:es|ing)?|interest(?:ed)?|excited|plan(?:s|ning)?|intend\w*|like|love|"
    r"look(?:ing)? forward|ready|able|open)"
)
_TO_GET = (
    r"(?:learn(?:ing)?|train(?:ing)?|gain(?:ing)?|becom(?:e|ing)|get(?:ting)?|obtain(?:ing)?|pursu\w+|earn(?:ing)?|"
    r"study(?:ing)?|develop(?:ing)?)"
)
_WISH = re.compile(
    rf"(?:\b{_WISHES}\b[\w\s]{{0,20}}?\b(?:to|in|for)\s+(?:\w+\s+)?{_TO_GET}\b|\b(?:learn|learning|studying)\b)"
    r"(?:\s+[\w-]+){0,4}\s*$",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(
    r"(?:[\w/+#.&-]+(?:\s[\w/+#.&-]+){0,2},\s+)*(?:[\w/+#.&-]+(?:\s[\w/+#.&-]+)?,?\s+)(?:or|nor)\s+$|"
    r"(?:[\w/+#.&-]+(?:\s[\w/+#.&-]+){0,2},\s+)+$"
)
_NONE_BEHIND = re.compile(r"^\s*(?:[:(–—-]\s*)(?:none|no|n/a|not yet|not applicable)\b", re.IGNORECASE)
_FILE = "holding.txt"
_WORDS_BETWEEN = r"(?:[\s,:–—-]+[\w'’&/().-]+){0,5}[\s,:(–—-]*$"
_NOT_YET_BEFORE = re.compile(rf"\b(?:{any_of(_FILE, 'not-yet-before')}){_WORDS_BETWEEN}", re.IGNORECASE)
_NOT_YET_BEHIND = re.compile(
    rf"^[\s.,:;()–—|-]*(?:(?:{any_of(_FILE, 'between')}|[A-Z][\w.&'’-]*)[\s,:;()–—|-]+){{0,7}}"
    rf"(?:{any_of(_FILE, 'not-yet-behind')})\b",
    re.IGNORECASE,
)
_OTHER_THING_BEHIND = re.compile(rf"^[\s-]*(?:{any_of(_FILE, 'other-thing')})\b", re.IGNORECASE)
_AS_HOLDER = re.compile(rf"\b(?:{any_of(_FILE, 'as-holder')})\b(?:\s+[\w'’-]+){{0,3}}\s*$", re.IGNORECASE)
_COLLEAGUES = re.compile(
    rf"\b(?:{any_of(_FILE, 'colleague')})\s+"
    r"(?:an?\s+|the\s+|\d+\s+|our\s+|other\s+|new\s+|lead\s+|charge\s+|licensed\s+|certified\s+)*$",
    re.IGNORECASE,
)
# So far reach the words that deny something, or put it off.
_REACH = 160
_PEOPLE_PLACES: frozenset[Place] = frozenset({"shown", "letter", "summary", "other"})


def is_denied(index: Index, first: int, last: int) -> bool:
    """Whether the sentence says that the thing is missing, or only wished for."""
    before, behind = _around(index, first, last)
    if _NONE_BEHIND.match(behind):
        return True
    if _NOT_EVEN.search(before):
        return False
    return bool(_NOT.search(before) or _WISH.search(before) or _NOT.search(_LIST_BEFORE.sub("", before)))


def is_any_denied(index: Index, first: int, last: int, stems: frozenset[str]) -> bool:
    """Whether the sentence says so of one of the words."""
    return any(is_denied(index, place, place) for place in range(first, last + 1) if index.words[place].stem in stems)


def is_held(index: Index, first: int, last: int, *, is_person: bool) -> bool:
    """Whether the words at the place prove that the writer holds the credential."""
    before, behind = _around(index, first, last)
    # What stands in the same entry of a list counts; the next entry has its own words.
    entry = re.split(r"[;|•\n]|\s{3,}", behind, maxsplit=1)[0]
    last_entry = re.split(r"[;|•\n.]", before)[-1]
    if _NOT_YET_BEFORE.search(last_entry) or _NOT_YET_BEHIND.match(entry):
        return False
    if not is_person:
        return not re.match(r"^[\s-]*(?:exam prep|students?|class(?:es)? taught)\b", behind)
    if _OTHER_THING_BEHIND.match(behind) or (index.words[last].text.endswith("s") and _is_plural(index, last)):
        return False
    if index.places[first] in _PEOPLE_PLACES:
        return _names_the_writer(index, first, before)
    return True


def _names_the_writer(index: Index, first: int, before: str) -> bool:
    """In running text: whether the writer is meant, and not somebody whom they work with."""
    if _AS_HOLDER.search(before):
        return True
    if index.places[first] == "shown":
        return False
    return not _COLLEAGUES.search(before)


def _is_plural(index: Index, last: int) -> bool:
    word = index.words[last].text
    return word.lower() not in {"als", "bls"} and word[-2:-1] not in {"s", "S"} and word[-1] == "s"


def _around(index: Index, first: int, last: int) -> tuple[str, str]:
    """The text of the sentence near before and behind the words."""
    begin, end = index.sentence_span(first)
    text = index.document.text
    start, stop = index.words[first].start, index.words[last].end
    before = text[max(index.words[begin].start, start - _REACH) : start]
    behind = text[stop : min(max(index.words[end].end, index.line_of(last).end), stop + _REACH)]
    return " ".join(before.split("\n")), behind.replace("\n", " ")
