"""Who did it: a resume leaves "I" and "my" out."""

import re
from collections.abc import Iterable, Iterator

from resumes.review.finding import Case, Finding
from resumes.review.rules.advice import Advice, shortened
from resumes.review.rules.passages import Passage, passage, prose

_FIRST = Advice("first-person", "language", "In a resume everyone knows who did it, so “I” and “my” only take room.")

_PERSON = re.compile(
    r"(?<![\w.’'&/-])(?:(?:I(?=['’](?:m|ve|d|ll)\b))(?:['’]\w+)|I(?![\w.’'&/-])|(?:[Mm]y(?:self)?|[Mm]ine|me|we|our|"
    r"us|ours|We|Our)(?![\w.’'-]))"
)
_NUMERALS = re.compile(
    r"\b(?:class|level|type|phase|part|grade|stage|tier|title|schedule|unit|category|group|world war|division|section|"
    r"chapter|act|article|book|"
    r"volume|algebra|calculus|physics|chemistry|biology|anatomy|spanish|french|english|statistics|pharmacology|"
    r"nursing|practicum|clinical|step|module|park|band|"
    r"technician|nurse|engineer|analyst|assistant|clerk|specialist|accountant|officer|teacher|operator|worker|"
    r"developer|manager|pharmacist|inspector|mechanic)\s+(?:and\s+)?$",
    re.IGNORECASE,
)
_OF_I = re.compile(
    r"\s+(?:am|was|have|had|can|could|will|would|also|did|do|\w+ed|led|ran|built|taught|made|wrote|kept|held|won|grew|"
    r"sold|saw|oversaw|took|gave|drove|brought)\b"
)
_NAMES_WITH = re.compile(
    r"(?:\b(?:Our Lady|Our House|Our Town|Our Savior\w*|My Sister\w*|My Place|My Brother\w*|Show Me|Meet Me|We Care|"
    r"We Work|Teach Me|Help Me|About Us|Toys R Us|Call Me|Hear Me)\b)"
)


def first_person(case: Case) -> Iterable[Finding]:
    """Words such as "I", "my" and "we"; one finding for a line.

    Why: a resume leaves the person out, and room is dear. A numeral ("Level I"), a name ("Our Lady of Mercy") and words
    between quotation marks are fine. Source: ATS-style graders count pronouns; career-center rubrics.
    """
    for line in _whole(case):
        quoted = [(found.start(), found.end()) for found in re.finditer(r"[“\"][^”\"]{3,}[”\"]", line.text)]
        found = next((found for found in _PERSON.finditer(line.text) if _is_person(line.text, found, quoted)), None)
        if found:
            start = line.start + found.start()
            yield _FIRST.at(
                case,
                start,
                line.start + found.end(),
                "should",
                f"“{found[0]}” can be left out of “{_around(line.text, found.start())}”.",
                *_without(line, found),
            )


def _around(text: str, at: int) -> str:
    """The words about an offset, from the beginning of one."""
    return shortened(text[text.rfind(" ", 0, max(0, at - 16)) + 1 :])


def _whole(case: Case) -> list[Passage]:
    """Running text, and lines elsewhere that running text does not hold."""
    found = prose(case)
    spans = [(piece.start, piece.end) for piece in found]
    for line in case.document.lines:
        section = case.parsed.section_at(line.start)
        is_heading = line.kind == "heading" or bool(section and section.start <= line.start < section.body_start)
        if (
            section
            and not is_heading
            and section.kind != "references"
            and not any(line.start < end and line.end > start for start, end in spans)
        ):
            found.append(passage(case, line.body_start, line.end))
    return sorted((piece for piece in found if piece.text), key=lambda piece: piece.start)


def _is_person(text: str, found: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    before, behind = text[: found.start()], text[found.end() :]
    if any(start <= found.start() < end for start, end in quoted) or _is_in_name(text, found):
        return False
    if found[0] != "I":
        return True
    if _NUMERALS.search(before):
        return False
    is_after_capital = bool(re.search(r"[A-Z][\w.]*\s+$", before)) and not re.search(r"[.!?:]\s+$", before)
    return (
        bool(_OF_I.match(behind))
        if is_after_capital
        else bool(re.match(r"\s+[a-z]", behind) and not re.match(r"\s+(?:and|or|to|through)\b", behind))
    )


def _is_in_name(text: str, found: re.Match[str]) -> bool:
    if any(name.start() <= found.start() < name.end() for name in _NAMES_WITH.finditer(text)):
        return True
    is_capital_inside = (
        found[0][0].isupper()
        and found[0] != "I"
        and not found[0].startswith("I")
        and bool(re.search(r"[\w,]\s+$", text[: found.start()]))
    )
    return is_capital_inside and bool(re.match(r"\s+[A-Z]", text[found.end() :]))


def _without(line: Passage, found: re.Match[str]) -> Iterator[str]:
    """The line without its "I", where a verb follows it at the start."""
    if (
        re.match(r"I\s+[a-z]", line.text)
        and found.start() == 0
        and not re.match(r"I\s+(?:am|was|have|had)\b", line.text)
    ):
        rest = line.text[found.end() :].strip()
        yield shortened(rest[:1].upper() + rest[1:], 100)
