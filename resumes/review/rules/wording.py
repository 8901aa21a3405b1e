"""Words: misspelled, ungrammatical, empty, or left over from a template."""

import re
from collections.abc import Iterable, Iterator

from resumes.review.document import Line
from resumes.review.finding import Case, Finding
from resumes.review.language import grammar as checker
from resumes.review.language import spelling as speller
from resumes.review.rules import phrases
from resumes.review.rules.advice import Advice, shortened
from resumes.review.rules.passages import pieces_of_names, prose

_SPELLING = Advice(
    "spelling", "language", "Many readers stop at the first misspelled word, and take it for how you work."
)
_GRAMMAR = Advice("grammar", "language", "A slip of grammar draws the eye away from what you say.")
_GENERIC = Advice("generic-phrase", "content", "A phrase that fits every applicant says nothing about one.")
_PLACEHOLDER = Advice(
    "placeholder", "content", "Text left over from a template tells a reader that nobody looked at the page."
)
MOST_WORDS_TO_CHECK = 5  # Past that, the words are those of a trade that our dictionary does not know.


def spelling(case: Case) -> Iterable[Finding]:
    """Words that are misspelled, and rare words that may be.

    Why: an error on the first line can end the reading. A word is weighed by a dictionary, by how often anyone writes
    it, and by the words of the role and the posting; names are left alone. A plain slip weakens the document, any
    other word is only one to check. Source: every rubric and tool; how it decides is measured in `language.spelling`.
    """
    sure: list[Finding] = []
    unsure: dict[str, Finding] = {}
    for line, slip in _slips(case):
        start = line.start + slip.start
        at = case, start, start + len(slip.word)
        suggestions = (slip.correction,) if slip.correction else ()
        if slip.is_sure:
            sure.append(
                _SPELLING.at(*at, "should", f"“{slip.word}” is probably meant to be “{slip.correction}”.", *suggestions)
            )
        else:
            unsure.setdefault(
                slip.word.lower(),
                _SPELLING.at(*at, "could", f"Check “{slip.word}”: our dictionary does not know it.", *suggestions),
            )
    yield from sure
    yield from list(unsure.values()) if len(unsure) <= MOST_WORDS_TO_CHECK else ()


def _slips(case: Case) -> Iterator[tuple[Line, speller.Slip]]:
    known = _known_words(case)
    names = [(piece.start, piece.end) for piece in pieces_of_names(case)]
    for line in case.document.lines:
        letters = [sign for sign in line.text if sign.isalpha()]
        capitals = bool(letters) and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)
        is_heading = any(section.start == line.start for section in case.parsed.sections)
        for slip in speller.slips(
            line.text, known=known, all_capitals=capitals and (is_heading or line.kind == "heading")
        ):
            start = line.start + slip.start
            if not any(begins <= start < ends for begins, ends in names):
                yield line, slip


def _known_words(case: Case) -> frozenset[str]:
    """Words of the role, the posting and the names, and of e-mail addresses and links."""
    words = set(case.role.vocabulary) if case.role else set()
    texts = [piece.text for piece in pieces_of_names(case)]
    texts += [term for found in case.match.terms for term in (found.term.name, *found.term.aliases)]
    texts += [case.posting.text, case.posting.employer] if case.posting else []
    texts += [case.role.title, *case.role.titles] if case.role else []
    return frozenset(
        words | {word.lower() for text in texts for word in re.findall(r"[A-Za-z]{2,}", text)} - speller.common_slips()
    )


def grammar(case: Case) -> Iterable[Finding]:
    """Agreement, articles, mixed-up words, doubled words.

    Why: it draws the eye. Only rules that were never wrong on right sentences of resumes are trusted. Source: Harper's
    rules on an allow-list, measured in the decision on what reads and checks documents; and patterns of our own.
    """
    passages = [piece for piece in prose(case) if piece.text]
    for piece, faults in zip(passages, checker.faults([piece.text for piece in passages]), strict=True):
        for fault in faults:
            said = shortened(piece.text[fault.start : fault.end])
            meant = (
                f" is probably meant to be “{fault.suggestion}”" if fault.suggestion else " does not fit the sentence"
            )
            around = shortened(
                piece.text[max(0, piece.text.rfind(" ", 0, max(0, fault.start - 12))) : fault.end + 24].strip()
            )
            suggestions = (fault.suggestion,) if fault.suggestion else ()
            yield _GRAMMAR.at(
                case,
                piece.start + fault.start,
                piece.start + fault.end,
                "should",
                f"“{said}”{meant}, in “{around}”.",
                *suggestions,
            )


def generic_phrase(case: Case) -> Iterable[Finding]:
    """A phrase that fits every applicant: "team player", "results-driven", "hard worker".

    Why: recruiters read past them. Those that say nothing weaken the document, those that could be shown by an example
    are a matter of taste; words that the posting itself uses are left alone. Source: career-center rubrics; lists of
    empty phrases that the guides of job sites repeat.
    """
    asked = case.posting.text.casefold() if case.posting else ""
    for phrase in phrases.phrases(case.kind):
        for found in phrase.pattern.finditer(case.document.text):
            if found[0].casefold() in asked or _is_quoted(case, found.start()):
                continue
            yield _GENERIC.at(
                case,
                found.start(),
                found.end(),
                phrase.severity,
                f"“{shortened(found[0])}” {phrase.says}",
                *((phrase.instead,) if phrase.instead else ()),
            )


def _is_quoted(case: Case, start: int) -> bool:
    """Whether somebody else is quoted, such as a manager's praise."""
    line = case.document.line_at(start)
    return bool(line) and bool(re.search(r"[“\"][^”\"]*$", case.document.text[line.start : start])) if line else False


def placeholder(case: Case) -> Iterable[Finding]:
    """Text left over from a template: "[Your Name]", "Lorem ipsum", "XX%", "Company Name".

    Why: it shows that nobody looked. A writer's own brackets ("[Remote]", "[1]") are fine, and so is code. Source:
    ATS-style graders; no open tool that we could run checks it.
    """
    spans: list[tuple[int, int]] = []
    for pattern in phrases.leftovers():
        for found in pattern.finditer(case.document.text):
            start, end = found.span(1) if pattern.groups else found.span()
            if not any(start < other_end and end > other_start for other_start, other_end in spans):
                spans.append((start, end))
    for start, end in sorted(spans):
        said = shortened(case.document.text[start:end])
        yield _PLACEHOLDER.at(
            case,
            start,
            end,
            "must",
            f"“{said}” is left over from a template.",
            "Put your own words there, or take the line out.",
        )
