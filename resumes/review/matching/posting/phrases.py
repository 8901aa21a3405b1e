"""The short phrases in a part of a sentence: what is asked for, or what is done."""

import re
from collections.abc import Iterator
from dataclasses import replace

from resumes.review.matching.lexicon import Group, Named, base_verb, group_of
from resumes.review.matching.posting.asked import asked_in
from resumes.review.matching.posting.asking import Part
from resumes.review.matching.posting.done import done_in, lists_in, tools_in
from resumes.review.matching.posting.wording import Field, Found
from resumes.review.matching.words import Word, words_of

_ABLE = re.compile(
    r"^\W*(?:(?:must|should|be|have|the|demonstrated|proven|you|are|strong|and|occasionally|frequently|requires?|required)\s+)*"
    r"(?:ability to|able to|capable of|know(?:s|ledge of)? how to)\s+",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:willing(?:ness)?|eager(?:ness)?|desire|passion|interest(?:ed)?|enjoy|loves?|committed|dedicat\w+)\b",
    re.IGNORECASE,
)
_DEGREES = {"associate degree", "bachelor's degree", "master's degree", "doctorate"}
# Stands for a subject: “Bachelor's degree in Accounting or Finance”.
_SUBJECT = re.compile(
    r"^(?:['’]?s)?\s*(?:degree|diploma)?\s*(?:in|of)\s+(?:an?\s+|the\s+)?([^.;()]+?)"
    r"(?=$|[.;()]|,?\s+or (?:a )?(?:related|equivalent|similar)|"
    r",?\s+(?:and|or) (?:\d|\w+ years|equivalent)|,?\s+(?:required|preferred|is|plus|with)\b)",
    re.IGNORECASE,
)
# “Licensed as a pharmacy technician” asks for the license.
_AS_A = re.compile(
    r"\b(licensed|licensure|registered|certified) as an? ([a-z]+(?: [a-z]+){0,2}?)(?= in\b| by\b| with\b|[,.;)]|$)",
    re.IGNORECASE,
)
_MOST_SIGNS = 50
# A duty of few words that begins with no verb is a thing: “Medication reminders”.
_SHORT_DUTY = 5
_PAPER = {"licensed": "license", "licensure": "license", "registered": "registration", "certified": "certification"}


def phrases_of(part: Part, field: Field) -> Iterator[Found]:
    """The phrases of a part, well-known names first."""
    text, mode = part.text, part.mode
    able = _ABLE.match(text)
    if able:
        text, mode = text[able.end() :], "do"
    words = [*words_of(text)]
    named = field.named_in(words)
    subjects = [*_subjects(text, words, named)]
    yield from _known(text, words, named, subjects, replace(part, mode=mode))
    for found in _AS_A.finditer(text):
        name = f"{found[2]} {_PAPER[found[1].casefold()]}"
        yield Found(name, "credential", part.required, part.sentence, group_of(name, field.context))
    if mode == "ask" and not _WISH.search(text):
        yield from asked_in(_blanked(text, subjects), part, field)
    elif mode == "do":
        yield from _of_duty(text, words, named, part, field)
        if not able and words and len(words) <= _SHORT_DUTY and not base_verb(words[0].plain):
            yield from asked_in(text, part, field)


def _known(
    text: str, words: list[Word], named: list[Named], subjects: list[tuple[int, int]], part: Part
) -> Iterator[Found]:
    """The well-known names, but for the subjects of degrees and for colleagues."""
    for one in named:
        start, end = words[one.first].start, words[one.last].end
        if any(first <= start < last for first, last in subjects) or _is_colleague(one.group, part.mode, text[:start]):
            continue
        end = next((last for first, last in subjects if first == end and last - end < _MOST_SIGNS), end)
        name = _readable(text[start:end], one)
        is_deed = part.mode == "do" and one.group.kind == "skill" and name[:1].islower() and " " in name
        kind = "duty" if is_deed else one.group.kind
        yield Found(name, kind, part.required, part.sentence, one.group, source=text, start=start, end=end)


def _of_duty(text: str, words: list[Word], named: list[Named], part: Part, field: Field) -> Iterator[Found]:
    """Deeds, the programs they are done with, and lists of what they are done in."""
    yield from done_in(text, words, named, part)
    known = {text[words[one.first].start : words[one.last].end] for one in named}
    for tool in tools_in(text):
        if tool not in known:
            yield Found(tool, "tool", part.required, part.sentence)
    for listed in lists_in(text):
        yield from asked_in(listed, part, field)


def _subjects(text: str, words: list[Word], named: list[Named]) -> Iterator[tuple[int, int]]:
    """Where degrees name their subject, which is no skill of its own."""
    for one in named:
        end = words[one.last].end
        if one.group.names[0] in _DEGREES and (subject := _SUBJECT.match(text[end:])):
            yield end, end + subject.end()


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for first, last in spans:
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _is_colleague(group: Group, mode: str, before: str) -> bool:
    """Whether a credential only names the people one works with: “supervise CNAs”, “under a journeyman”."""
    return group.is_person and (
        mode == "do" or bool(re.search(r"\b(?:under|with|by|to) (?:an?|the|our|licensed)\s*$", before))
    )


def _readable(name: str, one: Named) -> str:
    """The name as written, if its parentheses are whole."""
    return name.strip() if name.count("(") == name.count(")") else one.name


__all__ = ["Field", "Found", "phrases_of"]
