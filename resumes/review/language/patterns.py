"""Faults of grammar that a pattern can name for certain: agreement, mixed-up words, wrong prepositions."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from resumes.review import tables
from resumes.review.language.verbs import bases, form_of

Found = tuple[int, int, str]

# People and things that resumes count; each with its plural.
_COUNTED = [word for line in tables.lines("language/counted") for word in line.split()]
_PLURALS = {word.partition("/")[0]: word.partition("/")[2] or f"{word}s" for word in _COUNTED}
_SINGULARS = {plural: single for single, plural in _PLURALS.items()}
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundreds of|"
    r"dozens of|"
    r"several|many|multiple|numerous|various|both|these|those|[2-9]|[1-9]\d{1,2}|\d{1,3},\d{3})"
)
# What stands behind a noun that nothing is joined to: the end, or a word that begins something else.
_ENDS = (
    r"(?=\s*(?:[.;,)]|$|\s(?:come|are|were|have|need|needed|on|in|at|of|for|with|to|from|who|that|per|daily|weekly|each|"
    r"every|during|by|across|while|a|the|as)\b))"
)
_SINGULAR_BEHIND_MANY = re.compile(rf"\b{_MANY}\s+({'|'.join(_PLURALS)}){_ENDS}", re.IGNORECASE)
_PLURAL_BEHIND_ONE = re.compile(
    rf"(?<![\w-])(?:an?|each|every|another|this)\s+({'|'.join(_SINGULARS)})(?!['’\w-]){_ENDS}", re.IGNORECASE
)
_PLURAL_WITH_SINGULAR_VERB = re.compile(
    rf"(?:^|[.;:,] |\b(?:that|the|all|all the|our|my|their|these|those|both|many|and|when|which|few|some|most)\s+)"
    rf"({'|'.join(_SINGULARS)})"
    r"\s+(?:which\s+|who\s+|that\s+)?(was|is|has|does|doesn['’]t|wasn['’]t|isn['’]t|hasn['’]t)\b",
    re.IGNORECASE,
)
_PLURAL_WHICH_SINGULAR = re.compile(rf"\b({'|'.join(_SINGULARS)})\s+(?:which|who)\s+(was|is|has|does)\b", re.IGNORECASE)
_VERB_OF_MANY = {
    "was": "were",
    "is": "are",
    "has": "have",
    "does": "do",
    "doesn't": "don't",
    "wasn't": "weren't",
    "isn't": "aren't",
    "hasn't": "haven't",
}
_I_WITH_S = re.compile(r"(?<![\w-])(I|[Ww]e|[Tt]hey)\s+(?:also\s+|always\s+|often\s+)?([a-z]+s)\b")
_BE_WRONG = re.compile(
    r"(?<!\w)(?:(?:[Ww]e|[Tt]hey|[Yy]ou)\s+(was)|I\s+(is|are|has|does)|[Ww]e\s+(is|has|does)|(?:[Hh]e|[Ss]he)\s+(are|"
    r"have|do))\b"
)
_BE_RIGHT = {"was": "were", "is": "am", "are": "am", "has": "have", "does": "do", "have": "has", "do": "does"}
_FORWARD_TO = re.compile(r"\blook(?:ing)?\s+forward\s+to\s+(?:the\s+)?([a-z]+)\b", re.IGNORECASE)
_HAVE_BASE = re.compile(
    r"(?<!\bto )(?<!\bnot )\b(?:I|[Ww]e|[Tt]hey)\s+(?:have|had)\s+(?:also\s+|successfully\s+)?([a-z]+)\b"
)
_AUXILIARY_PAST = re.compile(
    r"\b(?:will|would|could|should|can|did|didn['’]t|must)\s+(?:also\s+|not\s+)?([a-z]+)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?<![\w.’'-])([Aa]n?)\s+([A-Za-z][A-Za-z-]+)")
_TWICE = re.compile(r"(?<![\w-])([A-Za-z]{1,}) ([a-z]+)(?![\w'’-])")
_MAY_STAND_TWICE = frozenset(["that", "had", "very", "so", "is", "no", "bye"])


def faults(passage: str) -> Iterator[Found]:
    """Where it starts and ends, and what could stand there."""
    for look in _LOOKS:
        yield from look(passage)


def _agreement_of_nouns(passage: str) -> Iterator[Found]:
    """Such as "Trained three technician", "each patients", "the orders was"."""
    for found in _SINGULAR_BEHIND_MANY.finditer(passage):
        yield found.start(1), found.end(1), _PLURALS[found[1].lower()]
    for found in _PLURAL_BEHIND_ONE.finditer(passage):
        yield found.start(1), found.end(1), _SINGULARS[found[1].lower()]
    for found in (*_PLURAL_WITH_SINGULAR_VERB.finditer(passage), *_PLURAL_WHICH_SINGULAR.finditer(passage)):
        if not re.search(r"\b(?:of|for|to|in|with|from|by|than|as)\s+$", passage[: found.start()], re.IGNORECASE):
            yield found.start(2), found.end(2), _VERB_OF_MANY[found[2].lower().replace("’", "'")]


def _agreement_of_verbs(passage: str) -> Iterator[Found]:
    """Such as "I works", "we was", "she have"."""
    for found in _I_WITH_S.finditer(passage):
        known = form_of(found[2])
        if (
            known
            and known[1] == "present"
            and known[0] in bases()
            and found[2] != known[0]
            and not is_behind_name(passage, found.start())
        ):
            yield found.start(2), found.end(2), known[0]
    for found in _BE_WRONG.finditer(passage):
        group = next(number for number in range(1, 5) if found[number])
        if not is_behind_name(passage, found.start()):
            right = "are" if found[group] == "is" and not found[0].startswith("I") else _BE_RIGHT[found[group]]
            yield found.start(group), found.end(group), right


def is_behind_name(passage: str, start: int) -> bool:
    """Whether "I" is a numeral behind a name ("Technician I has"), or part of a question or a wish ("if I were")."""
    return bool(
        re.search(r"(?:[A-Z]\w*|\b(?:if|and|level|class|type|phase|part|than|do|does|did))\s+$", passage[:start])
    )


def _verb_forms(passage: str) -> Iterator[Found]:
    """Such as "look forward to meet", "I have manage", "could provided"."""
    for found in _FORWARD_TO.finditer(passage):
        if found[1].lower() in _FORWARD:
            yield found.start(1), found.end(1), _FORWARD[found[1].lower()]
    for found in _HAVE_BASE.finditer(passage):
        known = form_of(found[1])
        if known and known[1] == "present" and found[1] in _ONLY_VERBS:
            yield found.start(1), found.end(1), f"{found[1].removesuffix('e')}ed"
    for found in _AUXILIARY_PAST.finditer(passage):
        known = form_of(found[1])
        if known and known[0] in _ONLY_VERBS and known[1] == "past":
            yield found.start(1), found.end(1), known[0]


_ONLY_VERBS = tables.words("language/only_verbs")
_FORWARD = {
    "hear": "hearing",
    "meet": "meeting",
    "speak": "speaking",
    "discuss": "discussing",
    "see": "seeing",
    "join": "joining",
    "learn": "learning",
    "contribute": "contributing",
    "become": "becoming",
    "bring": "bringing",
    "receive": "receiving",
    "be": "being",
    "explore": "exploring",
    "help": "helping",
    "connect": "connecting",
    "tell": "telling",
    "show": "showing",
}


def _articles(passage: str) -> Iterator[Found]:
    """Such as "a experienced", "an unique"."""
    for found in _ARTICLE.finditer(passage):
        word = found[2]
        if (
            (found[1] == "A" and re.search(r"[\w,]\s$", passage[: found.start()]))
            or word.isupper()
            or re.search(r"[a-z][A-Z]", word)
            or (passage[found.start() : found.end()].startswith("A ") and word[0].isupper())
        ):
            continue
        right = "an" if _sounds_as_vowel(word.lower()) else "a"
        if found[1].lower() != right:
            yield found.start(1), found.end(1), right.capitalize() if found[1][0] == "A" else right


def _sounds_as_vowel(word: str) -> bool:
    if re.match(r"[a-z]-", word):
        return word[0] in "aefhilmnorsx"
    if re.match(r"(?:hono[u]?r|hour|honest|heir)", word):
        return True
    if re.match(
        r"(?:uni(?!nt|mp|nf|ns|nv|nh|nd)|u[bst]i|use|usu|util|ute|euro|eul|ewe|one\b|once|one-|ouija|uk\b|ur[aei]|ub|"
        r"uv)",
        word,
    ):
        return False
    return word[0] in "aeiou" and not re.match(r"herb", word)


def _repeats(passage: str) -> Iterator[Found]:
    """Such as "the the"."""
    at = 0
    while found := _TWICE.search(passage, at):
        if found[1].lower() == found[2] and found[2] not in _MAY_STAND_TWICE:
            yield found.start(), found.end(), found[1]
        at = found.start(2)


@cache
def _mix_ups() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words taken for others; the words in question stand between brackets, what is meant behind the arrow."""
    rows = (line.split(" => ") for line in tables.lines("language/mix_ups"))
    return tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in rows)


def _mixed_up(passage: str) -> Iterator[Found]:
    """Such as "more then", "store manger", "could of"."""
    for pattern, meant in _mix_ups():
        for found in pattern.finditer(passage):
            said = found[1]
            yield (
                found.start(1),
                found.end(1),
                meant.capitalize() if said[0].isupper() and said[1:].islower() else meant,
            )


_LOOKS: tuple[Callable[[str], Iterator[Found]], ...] = (
    _agreement_of_nouns,
    _agreement_of_verbs,
    _verb_forms,
    _articles,
    _repeats,
    _mixed_up,
)
