"""Reads an answer: the way into the engine."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from interviews.feedback import (
    ENGINE,
    choosing,
    delivery,
    facts,
    kinds,
    labelling,
    limits,
    measures,
    needs,
    notes,
    presence,
    quality,
    strengths,
    tables,
    topic,
    warnings,
)
from interviews.feedback.result import Competency, Feedback, Kind, Question, Repeated, Term
from interviews.feedback.splitting import clauses_of
from interviews.feedback.words import Word, words_of

# Answers are told in these words a minute, when they are written.
_OFTEN: Final = 4
_MOST_REPEATED: Final = 6
_SMALL: Final = 2
# An answer less likely on topic than this is questioned.
SURELY_OFF: Final = 0.12


def warm() -> None:
    """Load what is slow to load."""
    coach(Question("Tell me about a time you helped someone."), "Last week I helped a man find his glasses.")


def coach(
    question: Question,
    text: str,
    *,
    duration_s: float | None = None,
    terms: Sequence[Term] = (),
    competencies: Sequence[Competency] = (),
) -> Feedback:
    """Everything the engine says about an answer."""
    kind = kind_of(question)
    words = words_of(text)
    if limit := limits.limit_of(text, words):
        return limits.feedback(limit, kind, words, duration_s)
    seconds = duration_s if duration_s and duration_s > 0 else None
    found = facts_of(text, kind, seconds, labelled_of(text, kind))
    about = topic.topic_of(question, kind, text, words, competencies)
    on_topic = about.chance > SURELY_OFF
    used = _terms_used(terms, words)
    level = quality.quality_of(found, on_topic=on_topic)
    reading = needs.Reading(found, on_topic, level, len(terms), len(used))
    return Feedback(
        engine=ENGINE,
        kind=kind,
        on_topic=on_topic,
        resembles=None if on_topic else about.resembles,
        spans=found.spans,
        has=found.has,
        quantified=found.quantified,
        fillers=found.fillers,
        hedges=found.hedges,
        badge=quality.badge_of(level),
        quality=level,
        strength=strengths.strength_of(found),
        advice=tuple(notes.note_of(code, reading) for code in choosing.advice_of(reading)),
        warnings=tuple(warnings.warnings_of(text)),
        words=len(words),
        words_a_minute=round(len(words) / seconds * 60) if seconds else None,
        shares=found.shares,
        terms_used=used,
        terms_known=len(terms),
        repeated=_repeated(words),
        limit="very-long" if len(words) > limits.VERY_LONG else "",
    )


def kind_of(question: Question) -> Kind | None:
    """The kind of a question, found out from its words where it is not given."""
    return question.kind or kinds.kind_of(question.text)


def labelled_of(text: str, kind: Kind | None) -> list[labelling.Labelled]:
    """An answer, cut into clauses with their labels."""
    return labelling.labelled(text, clauses_of(text), kind)


def facts_of(
    text: str, kind: Kind | None, seconds: float | None, labelled: Sequence[labelling.Labelled]
) -> facts.Facts:
    """A labelled answer, counted."""
    words = words_of(text)
    scene = delivery.scene_of(text, words)
    has = presence.has_parts(labelled, kind)
    return facts.Facts(
        text=text,
        words=words,
        kind=kind,
        labelled=labelled,
        spans=facts.spans_of(labelled),
        has=has,
        quantified=has["result"] and bool(measures.quantified(labelled)),
        fillers=delivery.fillers(scene),
        hedges=delivery.hedges(scene),
        duration_s=seconds,
        shares=facts.shares_of(labelled),
    )


def _terms_used(terms: Sequence[Term], words: Sequence[Word]) -> tuple[str, ...]:
    said = _spaced(words)
    forms = {term.name: [_spaced(words_of(form)) for form in (term.name, *term.also) if form.strip()] for term in terms}
    return tuple(name for name, written in forms.items() if any(form in said for form in written))


def _spaced(words: Sequence[Word]) -> str:
    return f" {' '.join(word.low for word in words)} "


def _repeated(words: Sequence[Word]) -> tuple[Repeated, ...]:
    stop = tables.words("common", "words")
    count = Counter(word.low for word in words if word.low not in stop and len(word.low) > _SMALL)
    return tuple(Repeated(word, times) for word, times in count.most_common(_MOST_REPEATED) if times >= _OFTEN)
