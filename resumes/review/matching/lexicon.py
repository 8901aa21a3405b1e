"""What the field calls things: names for one skill, tool or credential, and verbs near in meaning."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from resumes.review.matching.wordlists import lines_of
from resumes.review.matching.words import Word, plain_words, stem
from resumes.review.terms import TermKind

_FILES: tuple[tuple[str, TermKind], ...] = (
    ("credentials.txt", "credential"),
    ("tools.txt", "tool"),
    ("skills.txt", "skill"),
)
# Longer than any name in the files.
_LONGEST = 8
# Up to this many letters, a short form is one only in capitals: "pa" and "or" are something else.
_ALWAYS_CAPITAL = 2
_SHORT_FORM = 6


@dataclass(frozen=True)
class Group:
    """One thing under all its names, the fullest first."""

    names: tuple[str, ...]
    kind: TermKind
    # The holder is called by the credential's name: a nurse, an electrician.
    is_person: bool = False
    # Credentials of which one is enough where an advertisement names several.
    either: str = ""
    # Words near which a short form with several meanings means this.
    hints: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Named:
    """Words of a text that are a name of a group."""

    group: Group
    name: str
    first: int
    last: int


@lru_cache(maxsize=10_000)
def is_short_form(name: str) -> bool:
    """Whether a name is an abbreviation: BLS, CPhT, R.T.(R), A/P, ICD-10-CM."""
    letters = [sign for sign in name if sign.isalpha()]
    words = plain_words(name)
    if not letters or len(words) > _SHORT_FORM - 2 or any(len(word) > _SHORT_FORM + 1 for word in words):
        return False
    capitals = sum(sign.isupper() for sign in letters)
    return (capitals >= 2 and capitals * 2 >= len(letters)) or (len(letters) == 1 and letters[0].isupper())  # noqa: PLR2004


@lru_cache(maxsize=10_000)
def capitals_needed(name: str) -> bool:
    """Whether the name must be written in capitals to be meant."""
    letters = [sign for sign in name if sign.isalpha()]
    if not is_short_form(name):
        return False
    plain = "".join(plain_words(name))
    return len(letters) <= _ALWAYS_CAPITAL or plain in _everyday_words()


@cache
def groups() -> tuple[Group, ...]:
    """Every group of the data files."""
    return tuple(group for file, kind in _FILES for group in _read(file, kind))


def _read(file: str, kind: TermKind) -> Iterator[Group]:
    for line in lines_of(file):
        head, *tags = line.split(" +")
        names = tuple(name.strip() for name in head.split(" | "))
        marks = dict(tag.partition(":")[::2] for tag in tags)
        hints = frozenset(marks.get("hint", "").split(",")) - {""}
        yield Group(names, kind, "person" in marks, marks.get("or", ""), hints)


@cache
def _by_first_word() -> "Table":
    return table_of(groups())


@cache
def _by_name() -> dict[tuple[str, ...], tuple[Group, ...]]:
    found: dict[tuple[str, ...], list[Group]] = {}
    for group in groups():
        for name in group.names:
            known = found.setdefault(plain_words(name), [])
            if group not in known:
                known.append(group)
    return {words: tuple(known) for words, known in found.items()}


def groups_of(name: str) -> tuple[Group, ...]:
    """The groups in which the phrase is a name; several where it has several meanings."""
    return _by_name().get(plain_words(name), ())


def group_of(name: str, context: Iterable[str] = (), *, kind: TermKind | None = None) -> Group | None:
    """The group that the name means among words of small letters; None where that cannot be told."""
    known = [group for group in groups_of(name) if kind in {None, group.kind}]
    return meant(known, frozenset(context))


def meant(known: Sequence[Group], context: frozenset[str]) -> Group | None:
    """Which of several groups a name means among other words; None where that cannot be told."""
    hinted = [group for group in known if group.hints & context]
    if hinted:
        return max(hinted, key=lambda group: len(group.hints & context))
    plain = [group for group in known if not group.hints]
    return plain[0] if len(plain) == 1 else None


# Names by their first word: each with its words and its group, the longest first.
Table = Mapping[str, tuple[tuple[tuple[str, ...], str, Group], ...]]


def table_of(groups: Iterable[Group]) -> Table:
    """The names of groups, to be found in a text."""
    found: dict[str, list[tuple[tuple[str, ...], str, Group]]] = {}
    for group in groups:
        for name in group.names:
            if words := plain_words(name):
                found.setdefault(words[0], []).append((words, name, group))
    return {word: tuple(sorted(names, key=lambda one: -len(one[0]))) for word, names in found.items()}


def named_in(words: Sequence[Word], context: frozenset[str], own: Table | None = None) -> Iterator[Named]:
    """Every name of a group in a run of words, the longest at each place, one behind the other.

    `own` are names that only this text has; they come before those that the field knows.
    """
    place = 0
    while place < len(words):
        plain = words[place].plain
        found = _named_at(words, place, (own or {}).get(plain, ()), context)
        other = _named_at(words, place, _by_first_word().get(plain, ()), context)
        if found is None or (other and other.last > found.last):
            found = other
        if found:
            yield found
        place = found.last + 1 if found else place + 1


def _named_at(
    words: Sequence[Word],
    place: int,
    names: Sequence[tuple[tuple[str, ...], str, Group]],
    context: frozenset[str],
) -> Named | None:
    for plain, name, own in names:
        run = words[place : place + len(plain)]
        if tuple(word.plain for word in run) == plain and is_written_as(name, words, place):
            known = _by_name().get(plain, ())
            group = meant(known, context) if known and is_short_form(name) else own
            if group:
                return Named(group, name, place, place + len(plain) - 1)
    return None


def is_written_as(name: str, words: Sequence[Word], place: int) -> bool:
    """Whether the words have the capitals that tell a short form or a proper name from an everyday word."""
    plain = plain_words(name)
    run = words[place : place + len(plain)]
    if capitals_needed(name):
        return all(not sign.isalpha() or sign.isupper() for word in run for sign in word.text.removesuffix("s"))
    if len(run) != 1 or plain[0] not in _everyday_words() or not name[0].isupper():
        return True
    # “Go”, “Access”, “Excel”: at the beginning of a sentence, what stands behind decides.
    if not run[0].text[0].isupper():
        return False
    before, behind = words[place - 1] if place else None, words[place + 1] if place + 1 < len(words) else None
    begins = before is None or run[0].start - before.end > 1
    return not begins or behind is None or behind.start - run[0].end > 1 or _may_follow(behind)


def _may_follow(behind: Word) -> bool:
    return behind.plain in {"and", "or"} or behind.text[0].isupper()


@cache
def _verb_groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines_of("verbs.txt")):
        for verb in line.split():
            found.setdefault(stem(verb), set()).add(number)
    return {verb: frozenset(numbers) for verb, numbers in found.items()}


def is_verb(word: str) -> bool:
    """Whether a word, in any form, is a verb of work."""
    return stem(word) in _verb_groups()


def near_in_meaning(one: str, other: str) -> bool:
    """Whether the stems of two verbs may stand for one another."""
    known = _verb_groups()
    return one == other or bool(known.get(one, frozenset()) & known.get(other, frozenset()))


@cache
def _base_verbs() -> frozenset[str]:
    return frozenset(verb for line in lines_of("verbs.txt") for verb in line.split())


@cache
def base_verb(word: str) -> str:
    """The base form of a verb of work as duties have it (process, processes, processing); empty for other words."""
    known = _base_verbs()
    if word in known:
        return word
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e")):
        base = word[: len(word) - len(ending)] + instead
        if word.endswith(ending) and base in known:
            return base
    doubled = re.fullmatch(r"(\w+?)(\w)\2ing", word)
    return doubled[1] + doubled[2] if doubled and doubled[1] + doubled[2] in known else ""


@cache
def _everyday_words() -> frozenset[str]:
    return frozenset(word for line in lines_of("everyday.txt") for word in line.split())
