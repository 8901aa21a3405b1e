"""What a practice question needs, checked for the desk and for content files alike."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from certifications.models import PracticeQuestion
from certifications.study.arithmetic import FormulaError, agrees

FEWEST, MOST = 2, 6


def question_troubles(question: PracticeQuestion) -> Iterator[str]:
    """What is wrong with the question as a whole, in sentences."""
    choices, why_not = question.choices, question.why_not
    if not _texts(choices) or not FEWEST <= len(choices) <= MOST:
        yield _("choices: write two to six answers.")
        return
    if len({choice.strip().lower() for choice in choices}) < len(choices):
        yield _("choices: two answers are the same.")
    if question.answer is None or not 0 <= question.answer < len(choices):
        yield _("answer: give the place of the right answer, from 0 to %d.") % (len(choices) - 1)
    if why_not and (not isinstance(why_not, list) or len(why_not) != len(choices)):
        yield _("why_not: write one text for each answer, in their order; an empty one for the right answer.")
    yield from _by_kind(question)


def _by_kind(question: PracticeQuestion) -> Iterator[str]:
    kind = PracticeQuestion.Kind
    if question.kind in {kind.LAW, kind.SAFETY} and not question.source_words:
        yield _("source_words: a question on law or safety must cite the rule, such as 21 CFR 1306.21.")
    if question.kind == kind.CALCULATION and not question.formula:
        yield _("formula: write the calculation, so that its result can be checked.")
    if question.formula:
        yield from _calculation_troubles(question)
    if question.reviewed_on and not question.reviewed_by:
        yield _("reviewed_by: name who reviewed it, with the profession.")


def _calculation_troubles(question: PracticeQuestion) -> Iterator[str]:
    try:
        agreeing = [place for place, choice in enumerate(question.choices) if agrees(question.formula, choice)]
    except FormulaError as error:
        yield f"formula: {error.said.read(_)}"
        return
    if question.answer not in agreeing:
        yield _("formula: its result is not the number of the right answer.")
    elif len(agreeing) > 1:
        yield _("formula: its result is the number of more than one answer.")


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)
