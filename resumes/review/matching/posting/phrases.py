"""The short phrases in a part of a sentence: what is asked for, or what is done."""

import re
from collections.abc import Iterator

from resumes.review.matching.lexicon import Group, Named, group_of
from resumes.review.matching.posting.asked import asked_in
from resumes.review.matching.posting.asking import Part
from resumes.review.matching.posting.done import done_in
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
_PAPER = {"licensed": "license", "licensure": "license", "registered": "registration", "certified": "certification"}


def phrases_of(part: Part, field: Field) -> Iterator[Found]:
    """The phrases of a part, well-known names first."""
    text, mode = part.text, part.mode
    if able := _ABLE.match(text):
        text, mode = text[able.end() :], "do"
    words = [*words_of(text)]
    named = field.named_in(words)
    subjects = [*_subjects(text, words, named)]
    for one in named:
        start, end = words[one.first].start, words[one.last].end
        if any(first <= start < last for first, last in subjects) or _is_colleague(one.group, mode, text[:start]):
            continue
        end = next((last for first, last in subjects if first == end and last - end < 50), end)  # noqa: PLR2004
        name = _readable(text[start:end], one)
        kind = (
            "duty"
            if mode == "do" and one.group.kind == "skill" and name[:1].islower() and " " in name
            else one.group.kind
        )
        yield Found(name, kind, part.required, part.sentence, one.group, source=text, start=start, end=end)
    for found in _AS_A.finditer(text):
        name = f"{found[2]} {_PAPER[found[1].casefold()]}"
        yield Found(name, "credential", part.required, part.sentence, group_of(name, field.context))
    if mode == "ask" and not _WISH.search(text):
        yield from asked_in(_blanked(text, subjects), part, field)
    elif mode == "do":
        yield from done_in(text, words, named, part)


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
