"""How strongly a sentence of an advertisement asks, part by part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from resumes.review.matching.lexicon import base_verb
from resumes.review.matching.posting.zones import Statement
from resumes.review.matching.wordlists import any_of

# ask: a requirement. do: something that is done in the job. mention: neither, only well-known names count.
Mode = Literal["ask", "do", "mention"]

_SENTENCE = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\b(?:St|Dr|Mr|Ms|No|vs)\.)(?<!\b(?:Inc|Mrs|Ave)\.)"
    r"(?:(?<=[.!?])|(?<=[.!?][)\"”]))\s+(?=[A-Z0-9(\"“])|;\s+|(?<=[a-z]{2}[.!?])\s+(?=[a-z])|(?<=[a-z)])\s+[–—|•]\s+(?=[A-Za-z])"
)
_BE = r"(?:(?:is|are|would be|will be|be|considered|being)\s+)?"
_VERY = (
    r"(?:(?:strongly|highly|greatly|also|but|very|definitely|absolutely|a|an|huge|big|definite|major|strong|real|plus)"
    r"\s+)*"
)
_END = r"(?=$|[\s,.;:)\]!–—-])"
_STRENGTH = "strength.txt"
_NICE_BEHIND = re.compile(
    rf"[\s,(\[–—-]*\b{_BE}{_VERY}(?:{any_of(_STRENGTH, 'nice-behind')}){_END}[)\]]*"
    r"(?:,? but not (?:required|necessary|mandatory))?(?! (?:name|one|pronoun|method|to))",
    re.IGNORECASE,
)
_MUST_BEHIND = re.compile(
    rf"[\s,(\[–—-]*\b{_BE}{_VERY}(?:{any_of(_STRENGTH, 'must-behind')}){_END}"
    r"(?! (?:have|be|hold|know|possess|by|to|for|when|pass|maintain|obtain|complete|documentation|skills|"
    r"qualifications|functions))[)\]]*(?: at hire| upon hire| at time of hire)?",
    re.IGNORECASE,
)
_NICE_BEFORE = re.compile(
    rf"^\W*(?:(?:and|but|or|with)\s+)?(?:{any_of(_STRENGTH, 'nice-before')})\b[\s:,–—-]*(?:you (?:have|are|know))?",
    re.IGNORECASE,
)
_MUST_BEFORE = re.compile(rf"\b(?:{any_of(_STRENGTH, 'must-before')})\b", re.IGNORECASE)
_DO_BEFORE = re.compile(
    r"^(?:(?:as|in) (?:a|an|the|this|our)\b[^,]{0,60}?,?\s+)?(?:day to day,?\s+|each (?:day|shift),?\s+)?"
    r"(?:(?:and|also|then|here)\s+)?(?:"
    r"(?:(?:your |the |job |main |primary |key )*(?:duties|responsibilities|tasks|job|role|work|position|day)\s+"
    r"(?:also |will |may |primarily )*(?:include|includes|involves?|consists? of|are|is to|be)\s*"
    r"(?:to\b|but (?:is|are) not limited to)?:?)|"
    r"(?:you|we|he or she|the\b[^,.]{2,40}?|incumbents?|employees?|this (?:position|role|person))"
    r"(?:(?:'|’)ll| will| would| may| shall)(?! (?:need|have to have|bring|hold)\b)"
    r"(?: also| then| primarily| typically)*(?: be)?"
    r"(?: (?:responsible for|expected to|asked to|tasked with|working to|able to))?|"
    r"(?:is |are |you are |be )?responsible for|duties:|responsibilities:)\s*",
    re.IGNORECASE,
)
_NEVER = re.compile(any_of("never.txt", "sentence"), re.IGNORECASE)
_CONDITION = re.compile(any_of("never.txt", "condition"), re.IGNORECASE)
_SEEKS = re.compile(
    r"^.*?\b(?:(?:is|are|we(?:'|’)re)\s+(?:\w+\s+){0,2})?(?:seeking|seeks|hiring|looking for|searching for|"
    r"in search of|in need of|needs|wants|want|need)\s+"
    r"(?:(?:a|an|another|our|the|someone|people|drivers|candidates|two|several)\s+)?",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(r"\b(?:to|who can|who will|that can|to help(?: us)?|who)\s+(?=([a-z]+)\b)", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:under|with|without)\s+(?:the\s+)?(?:little\s+(?:or\s+no\s+)?|no\s+)?(?:general|direct|close|limited|minimal|immediate)?\s*"
    r"(?:supervision|direction|guidance)\b(?:\s+of\s+(?:a|an|the)\s+[\w-]+(?:\s[\w-]+)?)?,?",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(?:full|part)[- ]time\b,?\s*", re.IGNORECASE)
# “…, so experience with either is helpful” is about what stands before.
_REFERS_BACK = re.compile(r"\b(?:either|these|those|both|one|this|it|any|them)\W*$", re.IGNORECASE)
# “A day with us: greet families, …”.
_LABEL = re.compile(r"([A-Z]\w*)[\w'’ ]{2,30}:\s+(?=(\w+))")
# “You run the floor and schedule a crew of 40.”
_YOU_DO = re.compile(
    r"(?:and |then )?(?:you|we) (?!(?:have|are|know|bring|hold|keep|use|love|want|need|offer|provide)\b)([a-z]+)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(([^()]{3,80})\)")
# What a word behind is about, where things are only strung together: what follows “with”, or the last of them.
_LAST_THINGS = (
    re.compile(r"^(.*\S),?\s+with\s+(.+)$", re.IGNORECASE),
    re.compile(r"^(.*\S),\s+(?:and |but |with )?((?:(?!\b(?:and|or)\b)[^,])+)$", re.IGNORECASE),
)
_EXPERIENCE = re.compile(r"\b(?:experience|familiarity|proficien\w+)$", re.IGNORECASE)
_EDGES = " ,.;:-–—()"


@dataclass(frozen=True)
class Part:
    """A part of a sentence that asks for something in one way."""

    text: str
    mode: Mode
    required: bool
    sentence: str


def parts_of(statement: Statement) -> Iterator[Part]:
    """The parts of a statement; what no applicant can answer in a resume is left out."""
    if statement.zone == "skip":
        return
    for sentence in _SENTENCE.split(statement.text):
        if sentence.strip() and not _NEVER.search(sentence):
            kept = _without_conditions(_HOURS.sub("", _UNDER.sub("", sentence)).strip())
            if kept:
                yield from _parts(kept, sentence.strip(), statement)


def _without_conditions(sentence: str) -> str:
    if not _CONDITION.search(sentence):
        return sentence
    pieces = re.split(r",\s+|;\s+|\s+(?:and|but|or)\s+", sentence)
    return ", ".join(piece for piece in pieces if not _CONDITION.search(piece))


def _parts(kept: str, sentence: str, statement: Statement) -> Iterator[Part]:
    usual = statement.zone != "nice"
    mode = _mode(kept, statement)
    rest = kept
    for aside in _ASIDE.finditer(kept):
        if _marked(aside[1]) and not _alone(aside[1]):
            yield from (Part(text, "ask", required, sentence) for text, required in _divided(aside[1], default=usual))
            rest = rest.replace(aside[0], " ")
    if (label := _LABEL.match(rest)) and base_verb(label[2].casefold()) and not base_verb(label[1].casefold()):
        mode, rest = "do", rest[label.start(2) :]
    elif (deed := _YOU_DO.match(rest)) and base_verb(deed[1].casefold()) and statement.zone not in {"must", "nice"}:
        mode, rest = "do", rest[deed.start(1) :]
    elif do := _DO_BEFORE.match(rest):
        mode, rest, usual = "do", rest[do.end() :], usual or not statement.is_item
    elif statement.zone in {"free", "role"} and (seeks := _SEEKS.match(rest)):
        rest = rest[seeks.end() :]
        who = next((found for found in _WHO_DOES.finditer(rest) if base_verb(found[1])), None)
        if who:
            yield Part(rest[who.end() :], "do", usual, sentence)
            mode, rest = "mention", rest[: who.start()]
    yield from _in_its_mode(rest, mode, usual=usual, sentence=sentence)


def _in_its_mode(text: str, mode: Mode, *, usual: bool, sentence: str) -> Iterator[Part]:
    divided = [*_divided(text, default=usual)]
    for (piece, strength), behind in zip(divided, [*divided, None][1:], strict=True):
        refers = behind is not None and behind[1] != strength and _REFERS_BACK.search(behind[0])
        required = behind[1] if behind and refers else strength
        asked = mode == "mention" and (required != usual or bool(_MUST_BEHIND.search(text)))
        yield Part(piece, "ask" if asked else mode, required, sentence)


def _mode(sentence: str, statement: Statement) -> Mode:
    if statement.zone in {"must", "nice"}:
        return "ask"
    first = re.match(r"\W*([A-Za-z-]+)", sentence)
    if statement.zone == "duties" or (first and base_verb(first[1].casefold()) and len(sentence.split()) > 1):
        return "do"
    if statement.is_item or _MUST_BEFORE.search(sentence) or _NICE_BEFORE.match(sentence):
        return "ask"
    return "mention"


def _marked(text: str) -> bool:
    return bool(_NICE_BEHIND.search(text) or _MUST_BEHIND.search(text) or _NICE_BEFORE.match(text))


def _alone(text: str) -> bool:
    """Whether a parenthesis says nothing but how strongly what stands before it is asked for."""
    return not _MUST_BEHIND.sub("", _NICE_BEHIND.sub("", text)).strip(_EDGES)


def _divided(text: str, *, default: bool) -> Iterator[tuple[str, bool]]:
    """The text cut behind each word that says how strongly it asks."""
    marks = sorted(
        [(found.start(), found.end(), False) for found in _NICE_BEHIND.finditer(text)]
        + [(found.start(), found.end(), True) for found in _MUST_BEHIND.finditer(text)]
    )
    place = 0
    for start, end, required in marks:
        begins = _NICE_BEFORE.match(text[start:]) and not text[place:start].strip(_EDGES)
        if start >= place and not begins:
            yield from _nearest(text[place:start].strip(_EDGES), required=required, default=default)
            place = end
    if rest := text[place:].strip(_EDGES.replace("(", "")):
        yield _from_beginning(rest, default)


def _nearest(text: str, *, required: bool, default: bool) -> Iterator[tuple[str, bool]]:
    """What the word behind is about: the last of several things that are only strung together, else all of them."""
    for pattern in _LAST_THINGS:
        found = pattern.match(text)
        if found and required != default and not _EXPERIENCE.search(found[1]):
            yield found[1], default
            yield found[2], required
            return
    if text:
        yield _from_beginning(text, required)


def _from_beginning(text: str, required: bool) -> tuple[str, bool]:
    """The text without the word at its beginning that makes it nice to have."""
    before = _NICE_BEFORE.match(text)
    return (text[before.end() :].strip(), False) if before else (text, required)
