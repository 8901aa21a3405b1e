"""How each line of an ad is met, and what to do where it is not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from careerguide.fit.gap import Answer, Gap, Proof, State
from careerguide.fit.papers import Paper, Wallet, gap_of, proofs_of
from resumes.review.matching import LineMatch, is_schooling
from resumes.review.terms import TermMatch

_MOST_PROOFS = 2
# What an interviewer asks about too, by the competency of the question bank.
_TOLD: Final = {
    slug: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for slug, words in (
        ("communication", r"communicat\w+|interpersonal|listen\w*|speaking"),
        ("teamwork", r"team\w*|collaborat\w+|work(?:ing)? with others"),
        ("accuracy", r"detail\w*|accura\w+|precis\w+"),
        ("service", r"(?:customer|patient|guest|client)s? (?:service|care|focus)|serv(?:e|es|ing)"),
        ("prioritizing", r"multi-?task\w*|priorit\w+|pressure|fast[- ]paced|organi[sz]\w+"),
        ("problem-solving", r"problem[- ]solving|solve|troubleshoot\w*|critical thinking"),
        ("integrity", r"confidential\w*|privacy|integrity|honest\w*"),
        ("adaptability", r"flexib\w+|adapt\w+"),
        ("initiative", r"initiative|self[- ]starter|independen\w+|motivated"),
        ("reliability", r"reliab\w+|dependab\w+|punctual\w*|attendance"),
        ("leadership", r"lead(?:er\w*|ing)?|supervis\w+|mentor\w*|train others"),
    )
}
_WORKED = re.compile(r"\b(?:experience|years?|months?|worked)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Places:
    """Where something can be done about a gap."""

    # Where the resume is changed.
    resume: str
    # Questions of the bank by the competency that they ask for.
    questions: Mapping[str, str]
    # How people get in, in the role's guide; empty where there is none.
    way_in: str = ""


def competency_of(line: str) -> str:
    """The competency that an interviewer would ask about; empty where the line names none."""
    return next((slug for slug, words in _TOLD.items() if words.search(line)), "")


def answers(lines: Sequence[LineMatch], wallet: Wallet, places: Places) -> list[Answer]:
    """Every line with how it is met; what is missing stands before the rest, the ad's order kept."""
    found = [_answer(line, wallet, places) for line in lines]
    order: tuple[State, ...] = ("missing", "part", "yours", "shown")
    return sorted(found, key=lambda one: order.index(one.state))


def _answer(line: LineMatch, wallet: Wallet, places: Places) -> Answer:
    papers, rest = wallet.papers(line), _beside_papers(line, wallet)
    missing = [one for one in rest if not one.found]
    state = _state(papers, rest, missing)
    if state == "missing" and not papers and competency_of(line.text) and not _WORKED.search(line.text):
        # Nobody proves by a word that they communicate clearly.
        state = "yours"
    gap = next(filter(None, (gap_of(paper, places.resume) for paper in papers)), None)
    if gap is None and state == "yours":
        gap = _told(line.text, places)
    elif gap is None and missing:
        gap = _gap(line, missing, places, is_whole=state == "missing")
    return Answer(
        line=line.text,
        required=line.required,
        state=state,
        proofs=tuple(_proofs(papers, rest)),
        gap=gap,
        lacks_paper=line.required and any(not paper.is_met and not paper.is_begun for paper in papers),
    )


def _beside_papers(line: LineMatch, wallet: Wallet) -> list[TermMatch]:
    """What the line asks for besides credentials; the trade's name in that of a registration is nothing besides."""
    if wallet.is_of_state(line.text):
        return []
    return [one for one in line.terms if one.term.kind != "credential" or is_schooling(one.term)]


def _state(papers: Sequence[Paper], rest: Sequence[TermMatch], missing: Sequence[TermMatch]) -> State:
    if not papers and not rest:
        return "yours"
    open_papers = [paper for paper in papers if not paper.is_met]
    if not open_papers and not missing:
        return "shown" if all(paper.where for paper in papers) else "part"
    if len(open_papers) == len(papers) and len(missing) == len(rest) and not any(one.is_begun for one in papers):
        return "missing"
    return "part"


def _proofs(papers: Sequence[Paper], rest: Sequence[TermMatch]) -> list[Proof]:
    proofs = [proof for paper in papers for proof in proofs_of(paper)]
    proofs += [Proof(one.where) for one in rest if one.found]
    return [*dict.fromkeys(proofs)][:_MOST_PROOFS]


def _gap(line: LineMatch, missing: Sequence[TermMatch], places: Places, *, is_whole: bool) -> Gap:
    """One thing to do: the way in for someone who has not done it, or a line of the resume."""
    names = get_text_list([f"“{one.term.name}”" for one in missing], _("and"))
    if any(is_schooling(one.term) for one in missing):
        words = _("%(names)s: not found. If you have it or are earning it, write it under education with its date.")
        return Gap(words % {"names": names}, _("Add it to the resume"), places.resume)
    if is_whole and places.way_in and _WORKED.search(line.text):
        words = _("%(names)s: not found. If you did this somewhere else, say where. If not, see how others got in.")
        return Gap(words % {"names": names}, _("How people get in"), places.way_in)
    if is_whole:
        words = _("%(names)s: no line of this resume shows it. If you have done it, say where, how and how much.")
        return Gap(words % {"names": names}, _("Change the resume"), places.resume)
    words = _(
        "The rest of the line, %(names)s, was not found. If you have done it, add it to the line that comes near."
    )
    return Gap(words % {"names": names}, _("Change the resume"), places.resume)


def _told(line: str, places: Places) -> Gap | None:
    slug = competency_of(line)
    if not (slug and slug in places.questions):
        return None
    words = _("A resume can claim this, and only a story shows it. Have one ready that took place.")
    return Gap(words, _("Practice a question about it"), places.questions[slug])
