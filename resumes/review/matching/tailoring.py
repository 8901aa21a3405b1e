"""How well a document answers what is asked: plain functions for the rules and the score."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from resumes.review.document import ReadDocument
from resumes.review.matching.lexicon import group_of
from resumes.review.matching.words import stems_of
from resumes.review.parsed import Parsed
from resumes.review.terms import Match, Term, TermMatch

# What everybody says of themselves, so that neither having nor lacking the words says anything.
_SOFT = frozenset(
    {"communication skills", "interpersonal skills", "organizational skills", "time management", "problem solving"}
    | {"critical thinking", "attention to detail", "multitasking", "teamwork", "decision making", "basic math"}
    | {"computer skills"}
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")


def missing_credentials(match: Match, *, required: bool = True) -> tuple[Term, ...]:
    """The credentials that are asked for and that the document does not prove, in the order of the asking.

    For `missing-credential`. `required` leaves out those that are merely nice to have, or may be earned later. Several
    of which one is enough (“CMA, RMA or CCMA”) are one term.
    """
    return tuple(
        one.term
        for one in match.terms
        if one.term.kind == "credential" and not one.found and (one.term.required or not required)
    )


def share_found(terms: Iterable[TermMatch]) -> float:
    """The share of what is asked for that the document shows.

    For `not-tailored` and for the score. A must counts twice; a duty, which has many wordings, half as much; a soft
    skill not at all. 1 where nothing is asked for.
    """
    weights = [
        ((2 if one.term.required else 1) * (1 if one.term.kind == "duty" else 2), one.found)
        for one in terms
        if not is_soft(one.term)
    ]
    total = sum(weight for weight, _found in weights)
    return sum(weight for weight, found in weights if found) / total if total else 1.0


def is_soft(term: Term) -> bool:
    """Whether it is a skill that everybody claims: communication, teamwork, attention to detail."""
    group = group_of(term.name)
    return group is not None and group.names[0] in _SOFT


def names_title(document: ReadDocument, parsed: Parsed, titles: Iterable[str]) -> bool:
    """Whether the document names the job, in any form of one of its titles, above its jobs or as the title of one.

    For `not-tailored` and `role-not-named`: give the posting's title, and those of the role.
    """
    heads = [document.text[: _first_job(parsed) or len(document.text)]]
    heads += [job.title.text for job in parsed.jobs if job.title]
    told = [frozenset(stems_of(head)) for head in heads]
    wanted = [frozenset(stems_of(title)) for title in titles]
    return any(title and title <= head for title in wanted for head in told)


def _first_job(parsed: Parsed) -> int:
    return min((job.start for job in parsed.jobs), default=0)


@dataclass(frozen=True)
class Answer:
    """A sentence of a letter that speaks of something that is asked for, and whether an example stands with it."""

    term: Term
    start: int
    end: int
    has_example: bool


def answers(document: ReadDocument, match: Match, *, is_example: Callable[[str], bool]) -> Iterator[Answer]:
    """What a letter answers, once a term: for `no-evidence`, which knows best what an example is.

    An example counts in the sentence itself and in the next one of the same paragraph.
    """
    sentences = [(found.start(), found.end()) for found in _SENTENCE.finditer(document.text)]
    for one in match.terms:
        place = next(
            (
                number
                for number, (start, end) in enumerate(sentences)
                if one.start is not None and start <= one.start < end
            ),
            None,
        )
        if place is not None:
            start, end = sentences[place]
            near = [sentences[place], *sentences[place + 1 : place + 2]]
            told = any(
                is_example(document.text[first:last]) for first, last in near if "\n\n" not in document.text[start:last]
            )
            yield Answer(one.term, start, end, told)
