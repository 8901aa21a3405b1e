"""Finds names in a document: as written, by their stems, and by the verb and the thing of a duty."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from resumes.review.matching.index import Index
from resumes.review.matching.lexicon import base_verb, is_short_form, is_written_as, near_in_meaning
from resumes.review.matching.noise import is_empty
from resumes.review.matching.states import STATES
from resumes.review.matching.words import IRREGULAR, STOP, plain_words, stem, stems_of

# So many words more than a name has may stand between its words.
_BETWEEN = 3
_IN_A_LIST = re.compile(r"[,/|•·;:()&\n]")
_ZIP_BEHIND = re.compile(r"\s*\d{5}\b")
# A word of a web address is no word.
_IN_ADDRESS = re.compile(r"\.[a-z]|@")
_ONE_LETTER = re.compile(r"\b\w/$")
_MOST_TRIED = 60
# Turned round, these part two things: “reported to management on the project floor” is no project management.
_PARTING = frozenset({"on", "to", "about", "under", "across", "among", "than"})
# Shorter names are written in one way.
_LONG_ENOUGH_TO_PART = 6


def as_written(index: Index, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands word for word: first and last word."""
    plain = plain_words(name)
    yield from _as_words(index, name, plain)
    if plain and is_short_form(name) and not plain[-1].endswith("s"):
        yield from _as_words(index, name, (*plain[:-1], f"{plain[-1]}s"))
    yield from _joined(index, plain)


def _as_words(index: Index, name: str, plain: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for place in index.by_plain.get(plain[0], ()) if plain else ():
        last = place + len(plain) - 1
        run = index.words[place : last + 1]
        is_run = tuple(word.plain for word in run) == plain
        if is_run and _holds_together(index, place, last, name) and _is_meant(index, place, name):
            yield place, last


def _holds_together(index: Index, first: int, last: int, name: str) -> bool:
    """Whether the words are one phrase: nothing that parts two sentences or two entries stands between them."""
    if first == last:
        return True
    if index.sentences[first] != index.sentences[last]:
        return False
    if re.search(r"[,;|•]", index.between(first, last)) and not re.search(r"[,;|•]", name):
        return False
    short = max(len(index.words[place].plain) for place in range(first, last + 1)) == 1
    return not (short and re.search(r"\s", index.between(first, last)) and not re.search(r"\s", name))


def _is_meant(index: Index, place: int, name: str) -> bool:
    """Whether capitals, neighbors and state codes let the words be the name."""
    plain = plain_words(name)
    begin, end = index.sentence_span(place)
    if not is_written_as(name, index.words[begin : end + 1], place - begin):
        return index.places[place] == "listed" and index.words[place].text[0].isupper() and len(plain[0]) > 1
    if len(plain) > 1:
        return True
    word = index.words[place]
    text = index.document.text
    if _IN_ADDRESS.match(text[word.end : word.end + 3]) or text[word.start - 1 : word.start] in {"@", "_"}:
        return False
    if len(word.text) == 1:
        return _is_letter_of_list(index, place)
    if word.text in STATES:
        is_behind_city = (
            place > 0 and text[index.words[place - 1].end : word.start] == ", " and _is_proper(index, place - 1)
        )
        return not (_ZIP_BEHIND.match(text[word.end :]) or (is_behind_city and index.places[place] != "listed"))
    return True


def _is_proper(index: Index, place: int) -> bool:
    return index.words[place].text[0].isupper() and not index.words[place].text.isupper()


def _is_letter_of_list(index: Index, place: int) -> bool:
    """Whether a single letter is an item of a list (“Python, R, SQL”), and no initial of a name."""
    if not index.words[place].text.isupper() or index.places[place] == "head":
        return False
    text = index.document.text
    word = index.words[place]
    line = index.line_of(place)
    before = text[line.start : word.start].rstrip(" ")
    behind = text[word.end : line.end].lstrip(" ")
    if behind.startswith((".", "&", "'", "’", "-")) or before.endswith(("&", "-", ".")) or _ONE_LETTER.search(before):
        return False
    parted = bool(_IN_A_LIST.match(before[-1:])) or not before or before.endswith((" and", " or"))
    return parted and (bool(_IN_A_LIST.match(behind[:1])) or not behind or behind.startswith(("and ", "or ")))


def _joined(index: Index, plain: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The name written as one word more or less: follow-up and followup, health care and healthcare."""
    whole = "".join(plain)
    if len(whole) < _LONG_ENOUGH_TO_PART:
        return
    if len(plain) == 1:
        for cut in range(2, len(whole) - 1):
            yield from ((at, at + 1) for at in index.by_plain.get(whole[:cut], ()) if _follows(index, at, whole[cut:]))
    elif len(plain) == 2 and min(map(len, plain)) > 1:  # noqa: PLR2004
        yield from ((place, place) for place in index.by_plain.get(whole, ()))


def _follows(index: Index, place: int, plain: str) -> bool:
    """Whether the next word is this one, with one sign between."""
    if place + 1 >= len(index.words) or index.words[place + 1].plain != plain:
        return False
    return index.words[place + 1].start - index.words[place].end == 1


def by_stem(index: Index, name: str, *, strictly: bool = False) -> Iterator[tuple[int, int]]:
    """Where the stems of the name's words stand together in one sentence, in any order, with few words between.

    Strictly: nothing but little words between.
    """
    stems = tuple(dict.fromkeys(stems_of(name)))
    if not stems or any(part not in index.by_stem for part in stems) or _is_sign(name):
        return
    if len(stems) == 1:
        places = index.by_stem[stems[0]] if len(stems[0]) > 2 else ()  # noqa: PLR2004
        yield from ((place, place) for place in places if _is_form_of(index, place, name))
        return
    for first, last in _together(index, stems):
        if not strictly or _only_little_words(index, first, last, frozenset(stems)):
            yield first, last


def _is_form_of(index: Index, place: int, name: str) -> bool:
    """Whether a word with the stem of a name of one word is another form of it, and not the noun that it comes from.

    “Ordered” is for “ordering”, “the order” is not.
    """
    word = index.words[place].plain
    plain = [part for part in plain_words(name) if part not in STOP]
    if is_empty(word) or len(plain_words(name)) > len(plain):
        return False
    if not plain[0].endswith("ing") or word.endswith(("ing", "ed", "er", "ers")) or word in IRREGULAR:
        return True
    begins = place == index.sentence_span(place)[0] or index.words[place - 1].plain in {"i", "and", "to"}
    return base_verb(word) == word and (begins or "," in index.between(place - 1, place))


def _only_little_words(index: Index, first: int, last: int, stems: frozenset[str]) -> bool:
    return all(word.stem in stems or word.plain in STOP for word in index.words[first : last + 1])


def _is_sign(name: str) -> bool:
    """Whether a name is letters and figures that have no other forms: C++, ICD-10, 12-lead."""
    plain = [word for word in plain_words(name) if word not in STOP]
    return all(len(word) <= 3 or any(sign.isdigit() for sign in word) for word in plain)  # noqa: PLR2004


def _together(index: Index, stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    rarest = min(stems, key=lambda part: len(index.by_stem[part]))
    others = [part for part in stems if part != rarest]
    for place in index.by_stem[rarest][:_MOST_TRIED]:
        near = [_near(index, part, place, len(stems) + _BETWEEN) for part in others]
        if all(near):
            spans = ((min(place, *chosen), max(place, *chosen)) for chosen in product(*near))
            first, last = min(spans, key=lambda span: span[1] - span[0])
            if last - first < len(stems) + _BETWEEN and not is_parted(index, first, last, stems[0]):
                yield first, last


def is_parted(index: Index, first: int, last: int, begins: str) -> bool:
    """Whether a word between parts what would belong together; “and” between two deeds on one thing does not."""
    turned = index.words[first].stem != begins
    for place in range(first + 1, last):
        if turned and index.words[place].plain in _PARTING:
            return True
        if index.words[place].plain in {"and", "or", "but"}:
            before, behind = index.words[place - 1].plain, index.words[place + 1].plain
            if not (before.endswith(("ed", "ing")) and behind.endswith(("ed", "ing"))):
                return True
    return False


def _near(index: Index, part: str, place: int, reach: int) -> list[int]:
    """Up to two places of a stem nearest to another place in the same sentence."""
    same = [
        other
        for other in index.by_stem[part]
        if abs(other - place) <= reach and index.sentences[other] == index.sentences[place]
    ]
    return sorted(same, key=lambda other: abs(other - place))[:2]


def by_deed(index: Index, name: str) -> Iterator[tuple[int, int]]:
    """Where a duty was done in other words: the same thing, with a verb that may stand for the duty's."""
    plain = plain_words(name)
    if len(plain) < 2 or not base_verb(plain[0]):  # noqa: PLR2004
        return
    verb = stem(plain[0])
    things = [word for word in plain[1:] if word not in STOP]
    stems = tuple(dict.fromkeys(stem(word) for word in things))
    if not stems or any(part not in index.by_stem for part in stems):
        return
    is_plain = all(is_empty(word) for word in things)
    spans = ((place, place) for place in index.by_stem[stems[0]]) if len(stems) == 1 else _together(index, stems)
    for first, last in spans:
        if index.places[first] in {"shown", "letter"} and (
            _verb_before(index, first, verb) or (len(stems) > 1 and not is_plain)
        ):
            yield first, last


def _verb_before(index: Index, first: int, verb: str) -> bool:
    """Whether a verb near in meaning stands before the thing in its sentence."""
    begin, _end = index.sentence_span(first)
    return any(near_in_meaning(verb, index.words[place].stem) for place in range(max(begin, first - 6), first))
