"""Which verb begins a line, and in which tense."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resumes.review import tables

Form = Literal["past", "present", "ing", "either"]

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*")
# A label in front of the line, such as "Patient care:", has at most four words.
_LABEL = re.compile(r"[^\w]*[A-Z][\w/&-]*(?: [\w/&-]+){0,3}:\s+(?=[A-Z])")
_AND_VERB = re.compile(r"(?:,|,? and|,? or|/) ?([A-Za-z-]+)")

# Verbs of several syllables that double their last letter.
_DOUBLING = tables.words("language/doubling")
# Words that end in -ed or -ing, stand in front, and say what somebody is, not what was done.
_NOT_ACTS = tables.words("language/not_acts")
# What stands behind a verb and never behind a noun that it could be.
_AFTER_A_VERB = tables.words("language/after_a_verb")


@dataclass(frozen=True)
class Opening:
    """The verb in front of a line."""

    word: str
    # Where it stands in the line.
    start: int
    end: int
    base: str
    form: Form
    # Whether it can be nothing but a verb.
    is_sure: bool = True


@cache
def bases() -> frozenset[str]:
    """All verbs that are known, in their base form."""
    return tables.words("language/verbs") | _irregular().keys()


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """The past of verbs that do not take -ed; where two are used, both."""
    rows = (line.split() for line in tables.lines("language/irregular"))
    return {base: tuple(pasts) for base, *pasts in rows}


@cache
def _nouns_first() -> frozenset[str]:
    """Bases that begin a line as often as a noun."""
    return tables.words("language/nouns_first")


@cache
def _forms() -> dict[str, tuple[str, Form]]:
    """Every form of every verb, with its base; a past that looks like the base is "either"."""
    forms: dict[str, tuple[str, Form]] = {}
    for base in sorted(bases()):
        for third in _thirds(base):
            forms.setdefault(third, (base, "present"))
        for ing in _ings(base):
            forms.setdefault(ing, (base, "ing"))
        for past in pasts(base):
            forms[past] = (base, "either" if past == base else "past")
    for base in bases():
        is_past_too = base in forms and forms[base][1] == "either"
        if not is_past_too and base not in {"found", "saw", "ground", "wound", "left"}:
            forms[base] = (base, "present")
    return forms


def pasts(base: str) -> tuple[str, ...]:
    """The past of a verb: most used first."""
    if base in _irregular():
        return _irregular()[base]
    if base.endswith("e"):
        return (f"{base}d",)
    if re.search(r"[^aeiou]y$", base):
        return (f"{base[:-1]}ied",)
    return tuple(f"{stem}ed" for stem in _stems(base))


def _ings(base: str) -> tuple[str, ...]:
    if re.search(r"[^eoy]e$", base) and base != "be":
        return (f"{base[:-2]}ying",) if base.endswith("ie") else (f"{base[:-1]}ing",)
    return tuple(f"{stem}ing" for stem in _stems(base))


def _thirds(base: str) -> tuple[str, ...]:
    if base in {"be", "have", "do", "go"}:
        return ({"be": "is", "have": "has", "do": "does", "go": "goes"}[base],)
    if re.search(r"[^aeiou]y$", base):
        return (f"{base[:-1]}ies",)
    return (f"{base}es",) if re.search(r"(s|x|z|ch|sh)$", base) else (f"{base}s",)


def _stems(base: str) -> tuple[str, ...]:
    """The base in front of -ed and -ing: with its last letter doubled or not, or both where usage differs."""
    ends_short = re.search(r"[^aeiou][aeiou][^aeiouwxy]$", base) or re.search(r"qu[aeiou][^aeiouwxy]$", base)
    if not ends_short:
        return (base,)
    if base in _DOUBLING or len(re.findall(r"[aeiouy]+", base)) == 1 or "-" in base:
        return (base + base[-1],)
    return (base, base + base[-1]) if base.endswith(("l", "p", "s")) else (base,)


def form_of(word: str) -> tuple[str, Form] | None:
    """The base and the tense of a word that is, or could be, a verb."""
    low = re.sub(r"is(e|ed|es|ing|er)$", r"iz\1", word.lower().replace("’", "'"))
    low = low if low in _forms() else word.lower()
    if low in _NOT_ACTS:
        return None
    if low in _forms():
        return _forms()[low]
    for prefix in (
        "re",
        "co-",
        "re-",
        "pre",
        "pre-",
        "cross-",
        "over",
        "under",
        "out",
        "up",
        "un",
        "de",
        "self-",
        "hand-",
    ):
        base, form = _forms().get(low.removeprefix(prefix), ("", "either"))
        if low.startswith(prefix) and base and (form in {"past", "ing"} or base not in _nouns_first()):
            return prefix + base, form
    return _unknown_past(low)


def _unknown_past(low: str) -> tuple[str, Form] | None:
    """A word in -ed that no list holds: nearly always the past of a rare verb."""
    if len(low) > 5 and low.endswith("ed") and not low.endswith(("eed", "-based", "-oriented", "-focused", "-minded")):  # noqa: PLR2004
        return low.removesuffix("d") if low.endswith("ced") else low.removesuffix("ed"), "past"
    return None


def opening(line: str) -> Opening | None:
    """The verb that begins a line: behind a label, behind an adverb ("Successfully led"), or behind "I"."""
    label = _LABEL.match(line)
    words = _words_from(line, label.end() if label else 0)
    word = next(words, None)
    while word and _is_skipped(word[0]):
        word = next(words, None)
    known = form_of(word[0]) if word and _is_in_front(line, word, label) else None
    if word is None or known is None:
        return None
    base, form = known
    behind = line[word.end() :]
    if form == "present" and _begins_a_list(behind):
        return None
    is_plain = base not in _nouns_first() or form in {"past", "ing"}
    if not is_plain and not _is_verb_by_what_follows(base, behind):
        return None
    return Opening(word[0], word.start(), word.end(), base, form, is_plain or _is_clearly_followed(behind))


def _is_in_front(line: str, word: re.Match[str], label: re.Match[str] | None) -> bool:
    """Whether no figure stands in front: "130 lines an hour" begins with no verb."""
    return not re.search(r"\d", line[label.end() if label else 0 : word.start()])


def _begins_a_list(behind: str) -> bool:
    """Whether a comma follows, and behind it no verb: "Shampoo, color application, towels"."""
    after = re.match(r",\s*(?:and |or )?([A-Za-z-]+)", behind)
    known = form_of(after[1]) if after else None
    return bool(after) and (known is None or known[1] != "present" or known[0] in _nouns_first())


def _words_from(line: str, start: int) -> Iterator[re.Match[str]]:
    return _WORD.finditer(line, start)


def _is_skipped(word: str) -> bool:
    low = word.lower()
    return low in {"i", "also", "then", "often", "always", "regularly"} or (
        low.endswith("ly") and low not in bases() and low not in {"family", "daily", "assembly", "early", "supply"}
    )


def _is_clearly_followed(behind: str) -> bool:
    """Whether what stands behind the word belongs to a verb."""
    if (joined := _AND_VERB.match(behind)) and (known := form_of(joined[1])):
        return known[0] not in _nouns_first()
    follows = re.match(r"\s+([\w$~’'-]+)", behind)
    return follows is not None and (follows[1].lower() in _AFTER_A_VERB or follows[1][0] in "$~0123456789")


def _is_verb_by_what_follows(base: str, behind: str) -> bool:
    """Whether a word that may be a noun is a verb here, be it a little less than sure: "Stock shelves"."""
    if _is_clearly_followed(behind):
        return True
    follows = re.match(r"\s+([a-z’'-]+)", behind)
    if follows is None or follows[1] in tables.words("language/behind_nouns"):
        return False
    return base in tables.words("language/verbs_first") or bool(re.search(r"[^siu]s$", follows[1]))
