"""Answers with feedback whose every word is known to the test: no engine runs."""

from dataclasses import replace
from typing import Any

from accounts.models import User
from interviews.feedback.carrying import to_plain
from interviews.feedback.result import Feedback as Result
from interviews.feedback.result import Note, Place, Span
from interviews.models import Answer, Feedback, Rating
from kit.said import Said
from tests.interviews.factories import NOON, make_answer

TEXT = (
    "It was a Monday and the line went out the door. I was bagging orders. I saw that the label was wrong and told the "
    "pharmacist. We um checked the batch. It all worked out."
)
_PARTS = (
    ("S", "It was a Monday and the line went out the door."),
    ("T", "I was bagging orders."),
    ("A", "I saw that the label was wrong and told the pharmacist."),
    ("A", "We um checked the batch."),
    ("R", "It all worked out."),
)


def place(words: str, text: str = TEXT) -> Place:
    """Where the words stand."""
    start = text.index(words)
    return Place(start, start + len(words))


def note(code: str, said: str, words: str = "", *, rule: str = "What we look for.") -> Note:
    """A note about these words, or about the whole."""
    return Note(code, Said(said), Said(rule), (place(words),) if words else (), (words,) if words else ())


RESULT = Result(
    engine="1",
    kind="behavioural",
    on_topic=True,
    resembles=None,
    spans=tuple(Span(label, place(words).start, place(words).end) for label, words in _PARTS),  # type: ignore[arg-type]
    has={"situation": True, "task": True, "action": True, "result": False},
    quantified=False,
    fillers=(place("um"),),
    hedges=(),
    badge="getting-there",
    quality=3,
    strength=note("own_steps", "You say what you did yourself.", "told the pharmacist"),
    advice=(
        note("add_result", "Say how it ended.", "It all worked out."),
        note("I_not_we", "Which step was yours?", "We um checked"),
        note("end_cleanly", "End on the outcome."),
    ),
    warnings=(),
    words=33,
    words_a_minute=None,
    shares={"S": 10, "T": 4, "A": 15, "R": 4, "": 0},
    terms_used=("label",),
    terms_known=12,
)


def make_heard(owner: User | None = None, *, heard: Result = RESULT, **fields: Any) -> Answer:
    """An answer that was handed in, with this feedback; its speaker went on without a rating."""
    answer = make_answer(owner, **{"text": TEXT, "given_at": NOON, "unrated_at": NOON} | fields)
    Feedback.objects.create(
        answer=answer,
        engine=heard.engine,
        result=to_plain(heard),
        badge=heard.badge,
        quality=heard.quality,
        next_step=heard.advice[0].code,
    )
    return answer


def rated(answer: Answer, *, step: int = 3, **fields: Any) -> Rating:
    """The same step on all five dimensions."""
    steps = dict.fromkeys(Rating.DIMENSIONS, step)
    return Rating.objects.create(**{"answer": answer, "rater": "self", "made_at": NOON} | steps | fields)


def steps(step: int = 4) -> dict[str, int]:
    """What a form sends that rates everything the same."""
    return dict.fromkeys(Rating.DIMENSIONS, step)


def but(**changes: Any) -> Result:
    """The known feedback with something else in it."""
    return replace(RESULT, **changes)
